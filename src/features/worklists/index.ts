export { declareWorklistApi } from "./api/routes.ts";
export type { WorklistDeps } from "./deps.ts";
export { worklistPaths } from "./paths.ts";
export type { PrintDeps } from "./print/print-papers.ts";
export { declarePrintPages } from "./print/routes.tsx";
export { type Desk, type Queue, queues } from "./queue.ts";
export { declareWorklistPages } from "./staff/routes.tsx";
export { desksOf, type WorkPage, workOf } from "./worklist.ts";
