export {
  covers,
  mayMove,
  maySee,
  movesFor,
  receivingUnitsInView,
  receivingUnitsLedBy,
  unitsSpokenFor,
} from "./access.ts";
export { inCity } from "./api/documents.ts";
export { declareManyApi, manyShape, outcomeNames } from "./api/many-routes.ts";
export { declareDossierApi } from "./api/routes.ts";
export { shapeFaults } from "./api/shape-faults.ts";
export { isUuid, moveShape, receptionShape, submissionShape } from "./api/shapes.ts";
export { BatchFullError } from "./batch.ts";
export { type ApplyDeps, declareApplyPages, draftsOf } from "./citizen/apply/index.ts";
export { declareFollowingPages } from "./citizen/routes.tsx";
export { declareSupplementPages } from "./citizen/supplement/routes.tsx";
export { readDossierCode } from "./code.ts";
export { type CodeBlocks, codeBlocks } from "./code-blocks.ts";
export { type DossierContent, openContent, type Party } from "./content.ts";
export { declareCounterPages } from "./counter/routes.tsx";
export { declareBroughtSupplement } from "./counter/supplement-routes.tsx";
export type { DossierCalendar } from "./decide.ts";
export type { DossierDeps, ListedPaper } from "./deps.ts";
export { type DigitisationShare, listDigitisation } from "./digitisation/queries.ts";
export {
  type DirectionList,
  directionLists,
  type ListedDossier,
  listForDirection,
  listsOfHappenings,
} from "./direction.queries.ts";
export { type ChannelName, channelName, channels, type Dossier, type DossierStep } from "./dossier.ts";
export { type ClockInterval, type DossierView, type TimelineEntry, viewDossier } from "./dossier-view.ts";
export { dossierCalendar, limitOf } from "./due.ts";
export { beginEraAfterRestore } from "./era.queries.ts";
export {
  beginning,
  type EventPlace,
  eventPlace,
  eventsAfter,
  findNewestPlace,
  placeToReadFrom,
  upTo,
} from "./event-order.queries.ts";
export { declareDossierFiles } from "./file-routes.ts";
export { handlingUnitOf, keepHandlingUnits, type Way } from "./handling-unit.ts";
export { type HandOver, saidIn } from "./history.ts";
export { type LateBody, lateBodies, receivingUnitsHeadedBy } from "./late-bodies.ts";
export { type LookupSecrets, lookupSecrets } from "./lookup-secret.ts";
export { outcomeWords } from "./many-words.ts";
export {
  type IssuedPaper,
  type MoveDossierRefusal,
  type MoveRequest,
  moveDossier,
  nothingSaid,
  type PaperOrder,
} from "./move-dossier.ts";
export {
  isForMany,
  mostAtOnce,
  moveMany,
  movesForMany,
  type OneOfMany,
  type OutcomeOfOne,
  type ResultOfOne,
} from "./move-many.ts";
export {
  type DossierState,
  isDossierState,
  isMoveName,
  isSigned,
  type Move,
  type MoveName,
  type MovePaperKind,
  moveNames,
  moves,
  type PaperKind,
  states,
} from "./moves.ts";
export {
  isOrderedKind,
  type OrderedKind,
  type OrderedPaper,
  orderable,
  orderedKinds,
  type SlipOrder,
} from "./order-paper.ts";
export { declarePaperOrders } from "./order-routes.ts";
export { dossierPaths } from "./paths.ts";
export { checkPhrases, readPhrases } from "./phrases/read-phrases.ts";
export {
  countUnreadNotices,
  findDossierByCode,
  findOwnerName,
  findWrappedKey,
  listDossiersAfter,
  listSentUploads,
} from "./queries.ts";
export { type ReceiverOfMany, type Reviewed, receiversOfMany, reviewMany } from "./review-many.ts";
export { offeredMoves, seen, viewDeps } from "./seen.ts";
export { bothSlots, type DocumentSlot, type DossierSlot } from "./slot.ts";
export { declareCorrectionPages } from "./staff/correction-routes.tsx";
export { orderedPapersSlot } from "./staff/ordered-papers.tsx";
export { declareDeskPages } from "./staff/routes.tsx";
export { stateTone } from "./state-tone.ts";
export { moveOfStep, stepsOf } from "./steps.ts";
export { type Submission, type SubmissionRefusal, submitDossiers } from "./submit-dossier.ts";
export { type Contact, contactsOf, type ToldEvent, tellEvents } from "./telling.ts";
export { type DossierTexts, dossierTexts } from "./texts/index.ts";
export { countUncollected, isUncollected, type UncollectedAt } from "./uncollected/queries.ts";
export { reminders, remindOfResults } from "./uncollected/remind.ts";
export { verifyDossier } from "./verify-dossier.ts";
