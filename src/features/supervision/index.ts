export { declareFiguresApi } from "./api/routes.ts";
export { declareDigitisationApi, declareDigitisationPage } from "./digitisation/routes.tsx";
export { declareDirectionPages, directionReaders } from "./direction/routes.tsx";
export { figuresToday, listenToEvents, rebuildFigures } from "./figures.ts";
export { groupings } from "./queries.ts";
export { compareFigures } from "./recount.queries.ts";
