/** How far a draft is, page by page: what the task list shows. */
import { checkPage } from "./check-answers.ts";
import { holds } from "./condition.ts";
import type { Day, FormDefinition, FormGroup } from "./definition.ts";

/** Chưa làm · Đang làm · Xong · Cần sửa */
export type TaskState = "notStarted" | "inProgress" | "done" | "needsFix";

export type FormTask = { readonly group: FormGroup; readonly state: TaskState; readonly faults: number };

type Given = { readonly [key: string]: unknown };

/** `visited`: keys of the pages that were sent with "continue" at least once. */
export function formTasks(
  definition: FormDefinition,
  answers: Given,
  visited: readonly string[],
  today: Day,
): readonly FormTask[] {
  return shownGroups(definition, answers).map((group) => {
    const faults = checkPage(definition, group.key, answers, today);
    const begun = group.repeat
      ? answers[group.key] !== undefined
      : group.fields.some((field) => answers[field.key] !== undefined);
    return {
      group,
      faults: faults.length,
      state: stateOf(
        faults.map((fault) => fault.code),
        begun,
        visited.includes(group.key),
      ),
    };
  });
}

function stateOf(codes: readonly string[], begun: boolean, visited: boolean): TaskState {
  if (!begun && !visited) return "notStarted";
  // A page that was filled in from what is known needs no visit of its own; it is seen when answers are checked.
  if (codes.length === 0) return "done";
  // An answer still missing is unfinished work; an answer that is wrong, or a page sent with gaps, must be mended.
  return visited || codes.some((code) => code !== "required" && code !== "tooFewRows") ? "needsFix" : "inProgress";
}

/** The pages that are asked, given the answers so far. */
export function shownGroups(definition: FormDefinition, answers: Given): readonly FormGroup[] {
  return definition.groups.filter((group) => group.showWhen === undefined || holds(group.showWhen, answers));
}

/** The page to go to after this one: the next that is not done, or nothing when all are. */
export function nextGroup(tasks: readonly FormTask[], after: string | undefined): FormGroup | undefined {
  const at = tasks.findIndex((task) => task.group.key === after);
  const later = tasks.slice(at + 1).find((task) => task.state !== "done");
  return (later ?? tasks.find((task) => task.state !== "done" && task.group.key !== after))?.group;
}
