/** What stands in the one page of the counter: read from its form, and what is wrong with it. */
import type { Context } from "hono";
import type { ProcedureVersion } from "#features/catalogue/index.ts";
import {
  describeUploads,
  documentsTexts,
  findUploaders,
  readMultipart,
  type UploadedFile,
  uploadFile,
  uploadRefusalText,
} from "#features/documents/index.ts";
import {
  type AnswerFault,
  askedAnswers,
  checkAnswers,
  type DraftAnswers,
  type FormGroup,
  mostFilesPerKey,
  readPage,
  withKnownAnswers,
} from "#features/eforms/index.ts";
import type { AppEnv, Official } from "#features/identity/index.ts";
import type { Unit } from "#features/organisation/index.ts";
import { normaliseLine } from "#foundation/i18n/index.ts";
import { fieldId } from "#ui/field/field.tsx";
import { isUuid } from "../api/shapes.ts";
import { type Application, applicationOf, missingPapers, papersOf } from "../citizen/apply/application.ts";
import type { ApplyDeps } from "../citizen/apply/deps.ts";
import { filledFromOwner } from "../citizen/apply/fill-in.ts";
import { counterTexts } from "./texts/index.ts";

/** Names of boxes: what is said about the dossier, and what stands in its form, may have the same keys. */
export const aboutPrefix = "chu.";
export const formPrefix = "to.";

export type DeskFault = { readonly name: string | null; readonly message: string };

export type DeskForm = {
  readonly application: Application;
  /** Everything as it was typed, for the boxes of this page alone. */
  readonly boxes: URLSearchParams;
  readonly fileFaults: readonly DeskFault[];
};

const mostFilesAtOnce = 50;

/** At the desk nobody needs a phone to be heard, and mostly comes back for the result. */
export function deskApplication(
  version: ProcedureVersion,
  desks: readonly Unit[],
  content: Application["content"],
  today: string,
): Application {
  const application = applicationOf(version, desks, content, today);
  const { about } = application;
  const groups = about.form.groups.map(
    (group): FormGroup => ({
      ...group,
      fields: group.fields.map((field) => {
        if (field.kind === "phone") return { ...field, required: false };
        if (field.kind === "select" && field.key === "resultChannel") return { ...field, initial: "counter" };
        return field;
      }),
    }),
  );
  return { ...application, about: { ...about, form: { ...about.form, groups } } };
}

export async function readDeskForm(
  deps: ApplyDeps,
  c: Context<AppEnv>,
  by: Official,
  version: ProcedureVersion,
  desks: readonly Unit[],
): Promise<DeskForm> {
  const { uploads } = deps;
  const language = c.get("language");
  const t = counterTexts(language);
  const papers = papersOf(version.definition);
  const byBox = new Map(papers.map((paper) => [`${paper.componentKey}.file`, paper]));
  const sent = await readMultipart(c.req.raw, {
    maxFiles: mostFilesAtOnce,
    maxFileBytes: uploads.maxUploadBytes,
    takeFile: async ({ field, name, content }) =>
      byBox.has(field)
        ? {
            name: name ?? "",
            result: await uploadFile(uploads, by, { name, content, maxBytes: uploads.maxUploadBytes }),
          }
        : undefined,
  });
  const fileFaults: DeskFault[] = [];
  const added = new Map<string, string[]>();
  for (const { field, taken } of sent.files) {
    const paper = byBox.get(field);
    if (paper === undefined || taken === undefined) continue;
    const { componentKey } = paper;
    if (taken.result.ok) {
      added.set(componentKey, [...(added.get(componentKey) ?? []), taken.result.value.uploadId]);
    } else {
      const why = uploadRefusalText(taken.result.refusal, documentsTexts(language));
      fileFaults.push({ name: componentKey, message: t.receive.notTaken(taken.name, why) });
    }
  }
  // An id on the page is only a claim: what somebody else uploaded is not taken.
  const removed = sent.fields.get("remove");
  const named = papers.flatMap(({ componentKey }) => sent.fields.getAll(componentKey)).filter(isUuid);
  const uploaders = named.length === 0 ? new Map() : await findUploaders(deps.database.db, named);
  const files: { [key: string]: readonly string[] } = {};
  for (const { componentKey, name } of papers) {
    const own = sent.fields.getAll(componentKey).filter((id) => id !== removed && uploaders.get(id) === by.accountId);
    const all = [...new Set([...own, ...(added.get(componentKey) ?? [])])];
    if (all.length > mostFilesPerKey) fileFaults.push({ name: componentKey, message: t.receive.fileTooMany(name) });
    if (all.length > 0) files[componentKey] = all.slice(0, mostFilesPerKey);
  }
  const today = deps.dayOf(deps.clock.now());
  const empty = { answers: {}, about: {}, visited: [], files };
  const { about, form } = deskApplication(version, desks, empty, today);
  const content = filledFromOwner(
    {
      ...empty,
      about: readGroups(about.form.groups, sent.fields, aboutPrefix),
      answers: readGroups(form.groups, sent.fields, formPrefix),
    },
    about,
    form,
  );
  const known = { ...content, answers: withKnownAnswers(form, content.answers) };
  return { application: deskApplication(version, desks, known, today), boxes: sent.fields, fileFaults };
}

function readGroups(groups: readonly FormGroup[], boxes: URLSearchParams, prefix: string): DraftAnswers {
  const here = new URLSearchParams(
    [...boxes].flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])),
  );
  const answers: { [key: string]: DraftAnswers[string] } = {};
  for (const group of groups) {
    for (const [key, value] of Object.entries(readPage(group, here))) if (value !== undefined) answers[key] = value;
  }
  return answers;
}

/** Faults of the page, in its order. `isWhole`: what is missing counts as well. */
export function faultsOfForm(
  { application, fileFaults }: Pick<DeskForm, "application" | "fileFaults">,
  language: "vi" | "en",
  isWhole: boolean,
): readonly DeskFault[] {
  const { about, form, content, today, version } = application;
  const t = counterTexts(language);
  const said = checkAnswers(about.form, askedAnswers(about.form, content.about), today);
  const answers = checkAnswers(form, askedAnswers(form, content.answers), today);
  const named = (faults: readonly AnswerFault[], prefix: string) =>
    faults.map(({ path, message }) => ({ name: prefix + path, message: message[language] }));
  const ofForm = answers.ok ? [] : answers.refusal;
  return [
    ...(said.ok ? [] : named(said.refusal, aboutPrefix)),
    ...named(isWhole ? ofForm : ofForm.filter(({ code }) => code !== "required" && code !== "tooFewRows"), formPrefix),
    ...fileFaults,
    ...(isWhole
      ? missingPapers(version.definition, content).map(({ componentKey, name }) => ({
          name: componentKey,
          message: t.receive.missingPaper(name),
        }))
      : []),
  ];
}

export function inSummary(faults: readonly DeskFault[]) {
  return faults.map(({ name, message }) => ({ message, ...(name === null ? {} : { fieldId: fieldId(name) }) }));
}

export type TypedSubmitter = { readonly name: string; readonly idNumber: string };

export function typedSubmitter(boxes: URLSearchParams): TypedSubmitter {
  return {
    name: normaliseLine(boxes.get("nguoi-mang") ?? "").toWellFormed(),
    idNumber: (boxes.get("so-nguoi-mang") ?? "").replace(/[ .-]/g, ""),
  };
}

export function faultsOfSubmitter({ name, idNumber }: TypedSubmitter, language: "vi" | "en"): readonly DeskFault[] {
  const t = counterTexts(language).receive;
  if (name === "" && idNumber !== "") return [{ name: "nguoi-mang", message: t.nameNeeded }];
  const isNumber = idNumber === "" || /^[0-9A-Za-z]{5,30}$/.test(idNumber);
  return isNumber ? [] : [{ name: "so-nguoi-mang", message: t.numberWrong }];
}

export async function uploadsIn(deps: ApplyDeps, { content }: Application): Promise<ReadonlyMap<string, UploadedFile>> {
  const described = await describeUploads(deps.uploads, Object.values(content.files).flat());
  return new Map(described.map((upload) => [upload.uploadId, upload]));
}
