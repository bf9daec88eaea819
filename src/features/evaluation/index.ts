export { declareEvaluationApi } from "./api/routes.ts";
export { declareEvaluationPages } from "./citizen/routes.tsx";
export type { EvaluationDeps } from "./deps.ts";
export { evaluationReaders } from "./may.ts";
export { evaluationPaths } from "./paths.ts";
export { listEvaluationsWithoutDossier } from "./queries.ts";
export { evaluationShape } from "./read-form.ts";
export { deskEvaluation, ownEvaluation } from "./slots.tsx";
export { declareEvaluationDesk } from "./staff/routes.tsx";
