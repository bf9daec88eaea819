/** The page of attachments: files come with the form, or one by one before it when scripts run. */
import type { Context } from "hono";
import {
  describeUploads,
  documentsTexts,
  findUploaders,
  readMultipart,
  type UploadedFile,
  uploadFile,
  uploadRefusalText,
} from "#features/documents/index.ts";
import { type DraftContent, mostFilesPerKey, seenMark, withVisit } from "#features/eforms/index.ts";
import type { AppEnv, Routes } from "#features/identity/index.ts";
import { identityPaths } from "#features/identity/index.ts";
import { NotFoundError, SignInNeededError } from "#foundation/errors/index.ts";
import { formatTime } from "#foundation/i18n/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { missingPapers, nextPage, papersOf, tasksOf } from "./application.ts";
import type { ApplyDeps } from "./deps.ts";
import { type FileFault, FilesPage } from "./files.page.tsx";
import type { Journey } from "./journey.ts";
import { applicantOf, openApplication } from "./open-application.ts";
import { applyPaths } from "./paths.ts";
import { applyTexts } from "./texts/index.ts";

const mostFilesAtOnce = 50;

export function declareFilesPage(routes: Routes, deps: ApplyDeps): void {
  const { pattern } = applyPaths.files;

  routes.get(pattern, { allow: "anyone", record: "draft.read" }, async (c) =>
    showFiles(deps, c, await openApplication(deps, c, c.req.param("draft"))),
  );

  routes.post(pattern, { allow: "anyone", record: "draft.save" }, async (c) => {
    if (applicantOf(c) === undefined) throw new SignInNeededError();
    return saveFiles(deps, c, await openApplication(deps, c, c.req.param("draft")));
  });
}

export async function showFiles(deps: ApplyDeps, c: Context<AppEnv>, journey: Journey): Promise<Response> {
  const { content } = journey.application;
  return show(deps, c, journey, content.visited.includes("files") ? missingFaults(c, journey) : [], 200);
}

export async function saveFiles(deps: ApplyDeps, c: Context<AppEnv>, journey: Journey): Promise<Response> {
  const applicant = applicantOf(c);
  if (applicant === undefined) throw new SignInNeededError();
  const { links } = journey;
  const papers = papersOf(journey.application.version.definition);
  const language = c.get("language");
  const t = applyTexts(language);
  const { uploads } = deps;
  const byBox = new Map(papers.map((paper) => [`${paper.componentKey}.file`, paper]));
  const sent = await readMultipart(c.req.raw, {
    maxFiles: mostFilesAtOnce,
    maxFileBytes: uploads.maxUploadBytes,
    takeFile: async ({ field, name, content }) =>
      byBox.has(field)
        ? {
            name: name ?? "",
            result: await uploadFile(uploads, applicant, { name, content, maxBytes: uploads.maxUploadBytes }),
          }
        : undefined,
  });

  const faults: FileFault[] = [];
  const added = new Map<string, string[]>();
  for (const { field, taken } of sent.files) {
    const paper = byBox.get(field);
    if (paper === undefined || taken === undefined) continue;
    const { componentKey } = paper;
    if (taken.result.ok) {
      added.set(componentKey, [...(added.get(componentKey) ?? []), taken.result.value.uploadId]);
    } else {
      const why = uploadRefusalText(taken.result.refusal, documentsTexts(language));
      const message = t.files.notTaken(taken.name, why);
      faults.push({ componentKey, message, here: message });
    }
  }
  const removed = sent.fields.get("remove");
  const kept = papers.flatMap((paper) => sent.fields.getAll(paper.componentKey)).filter((id) => id !== removed);
  // An id on the page is only a claim: what somebody else uploaded is not taken.
  const uploaders = await findUploaders(deps.database.db, kept.filter(isUuidLike));
  const files: { [key: string]: readonly string[] } = {};
  for (const { componentKey, name } of papers) {
    const own = sent.fields
      .getAll(componentKey)
      .filter((id) => id !== removed && uploaders.get(id) === applicant.accountId);
    const all = [...new Set([...own, ...(added.get(componentKey) ?? [])])];
    if (all.length > mostFilesPerKey) {
      const message = t.files.tooMany(name);
      faults.push({ componentKey, message, here: message });
    }
    if (all.length > 0) files[componentKey] = all.slice(0, mostFilesPerKey);
  }

  const act = sent.fields.get("do");
  const goesOn = act === "continue" && removed === null;
  // Files just sent are never refused for a stale mark: that would lose them. The page shows what is there now.
  const saved = await journey.save("files", null, (content) => {
    const isStale = sent.fields.get("seen") !== seenMark(content, "files");
    const merged = isStale ? mergedFiles(content.files, files) : files;
    const changed: DraftContent = { ...content, files: merged };
    return goesOn ? withVisit(changed, "files") : changed;
  });
  if (!saved.ok) throw new NotFoundError("draft", links.parts);
  const after = saved.value;
  if (act === "autosave") {
    const at = after.savedAt === undefined ? "" : t.savedAt(formatTime(after.savedAt));
    return c.json({ seen: seenMark(after.application.content, "files"), saved: at });
  }
  if (faults.length > 0) return show(deps, c, after, faults, 422);
  if (removed !== null) return c.redirect(links.page({ of: "files" }), 303);
  if (!goesOn) return c.redirect(links.parts, 303);
  const missing = missingFaults(c, after);
  if (missing.length > 0) return show(deps, c, after, missing, 422);
  const next = nextPage(tasksOf(after.application), { of: "files" });
  return c.redirect(next ? links.page(next) : links.check, 303);
}

/** Two pages of attachments at once: nobody's file goes, each has its own remove button. */
function mergedFiles(there: DraftContent["files"], here: DraftContent["files"]): DraftContent["files"] {
  const keys = new Set([...Object.keys(there), ...Object.keys(here)]);
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      [...new Set([...(there[key] ?? []), ...(here[key] ?? [])])].slice(0, mostFilesPerKey),
    ]),
  );
}

function missingFaults(c: Context<AppEnv>, { application }: Journey): readonly FileFault[] {
  const t = applyTexts(c.get("language"));
  return missingPapers(application.version.definition, application.content).map(({ componentKey, name }) => ({
    componentKey,
    message: t.files.missing(name),
    here: t.files.missingHere,
  }));
}

function isUuidLike(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}

/** The uploads of a draft with their names. */
export async function uploadsOfDraft(
  deps: ApplyDeps,
  content: DraftContent,
): Promise<ReadonlyMap<string, UploadedFile>> {
  const described = await describeUploads(deps.uploads, Object.values(content.files).flat());
  return new Map(described.map((upload) => [upload.uploadId, upload]));
}

async function show(
  deps: ApplyDeps,
  c: Context<AppEnv>,
  journey: Journey,
  faults: readonly FileFault[],
  status: number,
): Promise<Response> {
  const language = c.get("language");
  const t = applyTexts(language);
  const action = journey.links.page({ of: "files" });
  return deps.show(c, {
    title: t.files.heading,
    hasErrors: faults.length > 0,
    isPrivate: true,
    scripts: ["eforms"],
    status,
    before: <BackLink href={journey.links.parts} text={journey.links.partsTitle} language={language} />,
    main: (
      <FilesPage
        t={t}
        language={language}
        journey={journey}
        uploads={await uploadsOfDraft(deps, journey.application.content)}
        faults={faults}
        maxBytes={deps.uploads.maxUploadBytes}
        signInHref={applicantOf(c) === undefined ? identityPaths.signIn(undefined, { ve: action }) : undefined}
      />
    ),
  });
}
