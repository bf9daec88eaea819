export { declareFiguresApi } from "./api/routes.ts";
export { declareDirectionPages } from "./direction/routes.tsx";
export { figuresToday, listenToEvents, rebuildFigures } from "./figures.ts";
export { compareFigures } from "./queries.ts";
