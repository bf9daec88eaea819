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
export { exampleAnswers } from "./example-answers.ts";
export type { JsonSchema } from "./fields/field-kind.ts";
export { answerText } from "./fields/index.ts";
export { formOf } from "./form-of.ts";
export { formDefinitionOf, type PublishedForm } from "./from-procedure/form-definition-of.ts";
export { compileJsonSchema } from "./json-schema.ts";
export { type DraftAnswers, readPage, withInitialAnswers } from "./read-answers.ts";
export { type FormTask, formTasks, nextGroup, shownGroups, type TaskState } from "./task-list.ts";
export { type AnswerWarning, warningsOf } from "./warnings.ts";
