export { type AnswerChange, changedAnswers } from "./changed-answers.ts";
export { type AnswerFault, askedAnswers, checkAnswers, checkPage } from "./check-answers.ts";
export { holds, isRequired } from "./condition.ts";
export {
  type AnswerRow,
  type Answers,
  type AnswerValue,
  type Condition,
  definitionFaults,
  type FieldDefinition,
  type FormDefinition,
  type FormGroup,
  type Sensitivity,
} from "./definition.ts";
export {
  type Draft,
  type DraftContent,
  type DraftPart,
  type DraftPlace,
  draftDays,
  mostFilesPerKey,
  seenMark,
  withPage,
  withVisit,
} from "./drafts/draft.ts";
export {
  claimDraft,
  type DraftChange,
  type DraftDeps,
  type DraftHolder,
  discardDraft,
  listDrafts,
  openDraft,
  openDraftOfDossier,
  type SaveRefusal,
  type StartedDraft,
  type StartRefusal,
  saveDraft,
  saveDraftOfDossier,
  startDraft,
} from "./drafts/drafts.ts";
export { deleteDraft, deleteDraftOfDossier, deleteDraftsBefore, listUploadsInDrafts } from "./drafts/queries.ts";
export { exampleAnswers } from "./example-answers.ts";
export type { JsonSchema } from "./fields/field-kind.ts";
export { answerText } from "./fields/index.ts";
export { formOf } from "./form-of.ts";
export { formDefinitionOf, type PublishedForm } from "./from-procedure/form-definition-of.ts";
export { compileJsonSchema } from "./json-schema.ts";
export { AnswersSummary, type AnswersSummaryProps } from "./pages/answers-summary.tsx";
export { GroupForm, type GroupFormProps, Questions, SavedLine, savingWords } from "./pages/group-form.tsx";
export {
  type DraftAnswers,
  readPage,
  sentAnswers,
  withInitialAnswers,
  withKnownAnswers,
  withRewrittenAnswers,
} from "./read-answers.ts";
export { type FormTask, formTasks, nextGroup, shownGroups, type TaskState } from "./task-list.ts";
export { type AnswerWarning, warningsOf } from "./warnings.ts";
