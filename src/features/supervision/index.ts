export { declareFiguresApi } from "./api/routes.ts";
export { compareFigures, rebuildFigures } from "./counting.queries.ts";
export { declareDirectionPages } from "./direction/routes.tsx";
export { figuresToday, listenToEvents } from "./figures.ts";
