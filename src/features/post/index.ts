export type { ListOrder, ParcelOrder, PostDeps } from "./deps.ts";
export { returnDesk } from "./may.ts";
export { postPaths } from "./paths.ts";
export { findTrackingNumber, listParcelsWithoutDossier } from "./queries.ts";
export { deskParcels, ownParcels, parcelDocuments } from "./slots.tsx";
export { declarePostPages } from "./staff/routes.tsx";
