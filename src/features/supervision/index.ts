export { declareFiguresApi } from "./api/routes.ts";
export { declareDirectionPages } from "./direction/routes.tsx";
export { figuresToday, listenToEvents } from "./figures.ts";
export { compareFigures, rebuildFigures } from "./queries.ts";
