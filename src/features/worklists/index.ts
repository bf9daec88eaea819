export { declareWorklistApi } from "./api/routes.ts";
export type { WorklistDeps } from "./deps.ts";
export { worklistPaths } from "./paths.ts";
export { queues } from "./queue.ts";
export { declareWorklistPages } from "./staff/routes.tsx";
