/** From a draft to a submission. Pure: what is done, what is missing, what would be sent. */
import {
  type Component,
  componentsToUpload,
  type ProcedureDefinition,
  type ProcedureVersion,
} from "#features/catalogue/index.ts";
import {
  type AnswerFault,
  askedAnswers,
  checkAnswers,
  checkPage,
  type DraftContent,
  type DraftPart,
  type FormDefinition,
  type FormGroup,
  formOf,
  formTasks,
  shownGroups,
  type TaskState,
} from "#features/eforms/index.ts";
import type { Unit } from "#features/organisation/index.ts";
import type { Party } from "../../content.ts";
import type { ChannelName } from "../../dossier.ts";
import type { Submission } from "../../submit-dossier.ts";
import { type AboutForm, aboutForm } from "./about-form.ts";

/** A page of the journey: about the dossier, of its form, or the attachments. */
export type ApplyPage =
  | { readonly of: "about" | "form"; readonly group: FormGroup }
  | { readonly of: "files"; readonly group?: never };

export type ApplyTask = { readonly page: ApplyPage; readonly state: TaskState; readonly faults: number };

export type Application = {
  readonly version: ProcedureVersion;
  readonly about: AboutForm;
  readonly form: FormDefinition;
  readonly content: DraftContent;
  readonly today: string;
};

export function applicationOf(
  version: ProcedureVersion,
  units: readonly Unit[],
  content: DraftContent,
  today: string,
): Application {
  return { version, about: aboutForm(version.definition, units), form: formOf(version.definition), content, today };
}

/** Visits of pages about the dossier are kept apart from those of the form, whose headings may be the same. */
export function visitKey(page: ApplyPage): string {
  return page.of === "files" ? "files" : page.of === "about" ? `about:${page.group.key}` : page.group.key;
}

export function tasksOf({ version, about, form, content, today }: Application): readonly ApplyTask[] {
  const aboutVisits = content.visited.flatMap((key) => (key.startsWith("about:") ? [key.slice("about:".length)] : []));
  return [
    ...formTasks(about.form, content.about, aboutVisits, today).map(({ group, state, faults }) => ({
      page: { of: "about", group } as const,
      state,
      faults,
    })),
    ...formTasks(form, askedAnswers(form, content.answers), content.visited, today).map(({ group, state, faults }) => ({
      page: { of: "form", group } as const,
      state,
      faults,
    })),
    ...filesTask(version.definition, content),
  ];
}

/** Papers that can be uploaded: all but the e-form itself. */
export function papersOf(definition: ProcedureDefinition): readonly Component[] {
  return definition.components.filter((component) => component.kind === "document");
}

export function missingPapers(definition: ProcedureDefinition, content: DraftContent): readonly Component[] {
  return componentsToUpload(definition).filter(({ componentKey }) => (content.files[componentKey]?.length ?? 0) === 0);
}

function filesTask(definition: ProcedureDefinition, content: DraftContent): readonly ApplyTask[] {
  if (papersOf(definition).length === 0) return [];
  const missing = missingPapers(definition, content).length;
  const visited = content.visited.includes("files");
  const begun = Object.values(content.files).some((uploads) => uploads.length > 0);
  const state: TaskState =
    missing === 0 && (begun || visited)
      ? "done"
      : visited && missing > 0
        ? "needsFix"
        : begun
          ? "inProgress"
          : "notStarted";
  return [{ page: { of: "files" }, state, faults: visited ? missing : 0 }];
}

/** Where "continue" leads: the next page that is not done, or nothing when everything is. */
export function nextPage(tasks: readonly ApplyTask[], after: ApplyPage | undefined): ApplyPage | undefined {
  const at = after === undefined ? -1 : tasks.findIndex((task) => visitKey(task.page) === visitKey(after));
  const open = (task: ApplyTask) => task.state !== "done";
  return (tasks.slice(at + 1).find(open) ?? tasks.slice(0, Math.max(at, 0)).find(open))?.page;
}

export function findPage(
  { about, form, content }: Application,
  of: "about" | "form",
  key: string,
): ApplyPage | undefined {
  const groups = of === "about" ? about.form.groups : shownGroups(form, askedAnswers(form, content.answers));
  const group = groups.find((one) => one.key === key);
  return group === undefined ? undefined : { of, group };
}

/** The part of the draft a page saves. */
export function partOf(page: ApplyPage): DraftPart {
  return page.of === "files" ? "files" : { group: page.group, place: page.of === "about" ? "about" : "answers" };
}

export function pageFaults({ about, form, content, today }: Application, page: ApplyPage): readonly AnswerFault[] {
  if (page.of === "files") return [];
  return page.of === "about"
    ? checkPage(about.form, page.group.key, content.about, today)
    : checkPage(form, page.group.key, askedAnswers(form, content.answers), today);
}

/** What would be sent, or undefined while something is missing or wrong. */
export function submissionOf(application: Application): Submission | undefined {
  const { version, form, content, today } = application;
  const answers = askedAnswers(form, content.answers);
  if (!checkAnswers(form, answers, today).ok || missingPapers(version.definition, content).length > 0) return undefined;
  return asItStands(application);
}

/** With answers and papers as they are, perhaps too few; undefined while whose it is or where it goes is not said. */
export function asItStands({ version, about, form, content, today }: Application): Submission | undefined {
  const said = checkAnswers(about.form, askedAnswers(about.form, content.about), today);
  if (!said.ok) return undefined;
  const answers = askedAnswers(form, content.answers);
  const text = (key: string) => {
    const value = said.value[key];
    return typeof value === "string" ? value : undefined;
  };
  const ownerKind = about.settled.ownerKind ?? ownerKinds.find((kind) => kind === text("ownerKind"));
  const unitCode = about.settled.unitCode ?? text("unitCode");
  const resultChannel = channelNames.find((channel) => channel === text("resultChannel"));
  const name = text("name");
  const idNumber = text("idNumber") ?? text("bodyNumber");
  if (!ownerKind || !unitCode || !resultChannel || !name || !idNumber) return undefined;
  const [phone, email, address, represented] = [text("phone"), text("email"), text("address"), text("represented")];
  return {
    procedureCode: version.code,
    unitCode,
    owner: {
      kind: ownerKind,
      name,
      idNumber,
      ...(phone === undefined ? {} : { phone }),
      ...(email === undefined ? {} : { email }),
      ...(address === undefined ? {} : { address }),
    },
    answers,
    components: papersOf(version.definition)
      .map(({ componentKey }) => ({ componentKey, uploadIds: content.files[componentKey] ?? [] }))
      .filter(({ uploadIds }) => uploadIds.length > 0),
    resultChannel,
    ...(represented === undefined ? {} : { represented }),
  };
}

const ownerKinds: readonly Party["kind"][] = ["citizen", "business", "organisation"];
const channelNames: readonly ChannelName[] = ["online", "counter", "post"];
