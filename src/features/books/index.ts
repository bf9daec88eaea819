export { declareBookApi } from "./api/routes.ts";
export type { Book, BookDeps, KeptBook } from "./deps.ts";
export { writeLines } from "./kept-lines.ts";
export { registerReaders } from "./may.ts";
export { bookPaths } from "./paths.ts";
export { findLineNo } from "./queries.ts";
export { declareBookPages } from "./staff/routes.tsx";
export { verifyBooks } from "./verify-books.ts";
