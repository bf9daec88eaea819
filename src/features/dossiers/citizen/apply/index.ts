export type { ApplyDeps } from "./deps.ts";
export { draftsOf } from "./drafts-list.tsx";
export { declareApplyPages } from "./routes.tsx";
