/** From "begin" to "submitted": the way of a citizen through a dossier. */
import type { Context } from "hono";
import { claimDraft, deleteDraft, discardDraft, listDrafts, openDraft, startDraft } from "#features/eforms/index.ts";
import { type AppEnv, identityPaths, type Routes } from "#features/identity/index.ts";
import { ForbiddenError, type InputFault, NotFoundError, TryLaterError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { isUuid } from "../../api/shapes.ts";
import { dossierPaths } from "../../paths.ts";
import { findSubmissions } from "../../submission.queries.ts";
import { dossierTexts } from "../../texts/index.ts";
import { aboutForm } from "./about-form.ts";
import { type Application, type ApplyPage, nextPage, submissionOf, tasksOf } from "./application.ts";
import { CheckPage } from "./check.page.tsx";
import type { ApplyDeps } from "./deps.ts";
import { declareFilesPage, uploadsOfDraft } from "./files-routes.tsx";
import { knownAbout } from "./fill-in.ts";
import type { Journey } from "./journey.ts";
import {
  applicantOf,
  cookieOf,
  draftDepsOf,
  lastOwnerOf,
  type Opened,
  openApplication,
  openedDraft,
  receivingUnits,
} from "./open-application.ts";
import { declareQuestionPages } from "./page-routes.tsx";
import { applyPaths } from "./paths.ts";
import { StartPage } from "./start.page.tsx";
import { TasksPage } from "./tasks.page.tsx";
import { applyTexts } from "./texts/index.ts";

export function declareApplyPages(routes: Routes, deps: ApplyDeps): void {
  declareStart(routes, deps);
  declareTasks(routes, deps);
  declareQuestionPages(routes, deps);
  declareFilesPage(routes, deps);
  declareCheckAndSend(routes, deps);
}

function declareStart(routes: Routes, deps: ApplyDeps): void {
  const { pattern } = applyPaths.start;

  routes.get(pattern, { allow: "anyone", record: "draft.start" }, (c) =>
    showStart(deps, c, c.req.param("code"), c.req.query("unit"), {}),
  );

  routes.post(pattern, { allow: "anyone", record: "draft.start" }, async (c) => {
    const code = c.req.param("code");
    const t = applyTexts(c.get("language"));
    const today = dayOf(deps.clock.now());
    const version = deps.catalogue().versionOn(code, today);
    if (version === undefined) throw new NotFoundError("procedure", code);
    const applicant = applicantOf(c);
    if (applicant === undefined && c.get("visitor").kind === "official") {
      throw new ForbiddenError("Officials do not apply");
    }
    const unitCode = (await readForm(c.req.raw)).get("unitCode") ?? "";
    const units = receivingUnits(deps, code, today);
    const about = aboutForm(version.definition, units);
    if (units.length === 0) return showStart(deps, c, code, undefined, { problem: t.start.notReceived });
    if (about.settled.unitCode === undefined && !units.some((unit) => unit.code === unitCode)) {
      return showStart(deps, c, code, undefined, { unitFault: t.unit.choose });
    }
    const owner = applicant === undefined ? undefined : await lastOwnerOf(deps, applicant.accountId);
    const known = knownAbout(version.definition, about, applicant, owner);
    const started = await startDraft(draftDepsOf(deps), applicant?.accountId ?? null, version.id, {
      about: about.settled.unitCode === undefined ? { ...known, unitCode } : known,
    });
    if (!started.ok) return showStart(deps, c, code, unitCode, { problem: t.start.tooMany });
    const { draft, secret } = started.value;
    if (secret !== null) cookieOf(deps).write(c, draft.id, secret);
    // The cookie just written is not in this request yet.
    const holder = applicant === undefined ? { secret: secret ?? undefined } : { accountId: applicant.accountId };
    const { application, links } = openedDraft(deps, c, draft, holder, secret ?? undefined);
    const first = nextPage(tasksOf(application), undefined);
    return c.redirect(first ? links.page(first) : links.parts, 303);
  });

  // The link for going on later: the key moves into the browser, and out of the address bar.
  routes.get(applyPaths.resume.pattern, { allow: "anyone", record: "draft.resume" }, async (c) => {
    const { draft: id, secret } = c.req.param();
    if (!isUuid(id)) throw new NotFoundError("draft", id);
    const draft = await openDraft(draftDepsOf(deps), { secret }, id);
    if (draft === undefined) throw new NotFoundError("draft", id);
    const applicant = applicantOf(c);
    if (applicant === undefined) cookieOf(deps).write(c, id, secret);
    else await claimDraft(draftDepsOf(deps), secret, applicant.accountId, id);
    return c.redirect(applyPaths.draft({ draft: id }), 303);
  });
}

type StartShown = { readonly unitFault?: string; readonly problem?: string };

async function showStart(
  deps: ApplyDeps,
  c: Context<AppEnv>,
  code: string,
  unitCode: string | undefined,
  { unitFault, problem }: StartShown,
): Promise<Response> {
  const language = c.get("language");
  const t = applyTexts(language);
  const today = dayOf(deps.clock.now());
  const version = deps.catalogue().versionOn(code, today);
  if (version === undefined) throw new NotFoundError("procedure", code);
  const units = receivingUnits(deps, code, today);
  const applicant = applicantOf(c);
  const isOfficial = c.get("visitor").kind === "official";
  const codes = new Set(
    deps
      .catalogue()
      .versionsOf(code)
      .map(({ id }) => id),
  );
  const drafts = applicant === undefined ? [] : await listDrafts(draftDepsOf(deps), applicant.accountId);
  const { form } = aboutForm(version.definition, units);
  const unitField = form.groups.flatMap((group) => group.fields).find((field) => field.key === "unitCode");
  const obstacle = isOfficial ? t.start.notForOfficials : units.length === 0 ? t.start.notReceived : undefined;
  const name = language === "vi" ? version.definition.name : version.definition.nameEn;
  return deps.show(c, {
    title: t.start.title(name),
    hasErrors: unitFault !== undefined,
    status: unitFault !== undefined || problem !== undefined ? 422 : 200,
    main: (
      <StartPage
        t={t}
        language={language}
        version={version}
        unitField={unitField}
        unitCode={unitCode}
        unitFault={unitFault}
        problem={problem ?? obstacle}
        signInHref={
          applicant
            ? undefined
            : identityPaths.signIn(undefined, { ve: applyPaths.start({ code }, { unit: unitCode }) })
        }
        drafts={drafts.filter((draft) => codes.has(draft.procedureVersionId))}
        canBegin={obstacle === undefined}
      />
    ),
  });
}

function declareTasks(routes: Routes, deps: ApplyDeps): void {
  routes.get(applyPaths.draft.pattern, { allow: "anyone", record: "draft.read" }, async (c) => {
    const id = c.req.param("draft");
    const sentCode = await codeIfSent(deps, c, id);
    if (sentCode !== undefined) return c.redirect(dossierPaths.receipt({ code: sentCode }), 303);
    const opened = await openApplication(deps, c, id);
    const { draft, application, secret } = opened;
    const language = c.get("language");
    const t = applyTexts(language);
    const { definition } = application.version;
    const href = applyPaths.draft({ draft: draft.id });
    return deps.show(c, {
      title: t.tasks.title(language === "vi" ? definition.name : definition.nameEn),
      isPrivate: true,
      main: (
        <TasksPage
          t={t}
          language={language}
          opened={opened}
          tasks={tasksOf(application)}
          resume={
            secret === undefined
              ? undefined
              : {
                  href: `${deps.origin}${applyPaths.resume({ draft: draft.id, secret })}`,
                  signInHref: identityPaths.signIn(undefined, { ve: href }),
                }
          }
        />
      ),
    });
  });

  routes.post(applyPaths.discard.pattern, { allow: "anyone", record: "draft.discard" }, async (c) => {
    const { draft, application, holder } = await openApplication(deps, c, c.req.param("draft"));
    await discardDraft(draftDepsOf(deps), holder, draft.id);
    cookieOf(deps).clear(c);
    return c.redirect(applyPaths.start({ code: application.version.code }), 303);
  });
}

function declareCheckAndSend(routes: Routes, deps: ApplyDeps): void {
  routes.get(applyPaths.check.pattern, { allow: "anyone", record: "draft.read" }, async (c) => {
    return showCheck(deps, c, await openApplication(deps, c, c.req.param("draft")), [], 200);
  });

  routes.post(applyPaths.send.pattern, { allow: "applicant", record: "dossier.submit" }, async (c) => {
    const applicant = applicantOf(c);
    if (applicant === undefined) throw new ForbiddenError("Only applicants submit");
    const id = c.req.param("draft");
    // A second press, or the Back button: the dossier is there already and the draft is gone.
    const sentCode = await codeIfSent(deps, c, id);
    if (sentCode !== undefined) return c.redirect(dossierPaths.receipt({ code: sentCode }), 303);
    const opened = await openApplication(deps, c, id);
    const submission = submissionOf(opened.application);
    if (submission === undefined) return showCheck(deps, c, opened, [], 422);
    const sent = await deps.submitter.submit(applicant, id, submission);
    if (!sent.ok) {
      if (sent.refusal.reason === "try-later") throw new TryLaterError(`Submission ${id} came between two writers`);
      const t = applyTexts(c.get("language"));
      const faults =
        sent.refusal.reason === "input"
          ? sent.refusal.faults.map((fault) => inWords(c, opened, fault))
          : [{ message: t.check.otherBody, href: dossierPaths.mine() }];
      return showCheck(deps, c, opened, faults, 422);
    }
    // Only now, when the dossier is durable: a draft too many harms nobody, a dossier too few would.
    await deleteDraft(deps.database.db, id);
    return c.redirect(dossierPaths.receipt({ code: sent.value.code }), 303);
  });
}

async function codeIfSent(deps: ApplyDeps, c: Context<AppEnv>, id: string): Promise<string | undefined> {
  const applicant = applicantOf(c);
  if (applicant === undefined || !isUuid(id)) return undefined;
  const known = (await findSubmissions(deps.pool, [id])).get(id);
  return known?.submittedBy === applicant.accountId ? known.code : undefined;
}

export type RefusedPoint = { readonly message: string; readonly href: string | undefined };

/** A fault found on sending, with the page on which it can be mended. */
export function inWords(c: Context<AppEnv>, { application, links }: Journey, fault: InputFault): RefusedPoint {
  const words: { readonly [code: string]: string } = dossierTexts(c.get("language")).faults;
  const page = pageOfFault(application, fault.path);
  return { message: words[fault.code] ?? fault.message, href: page && links.page(page) };
}

function pageOfFault({ about, form }: Application, path: string): ApplyPage | undefined {
  const [, place, key] = path.startsWith("/") ? path.split("/") : ["", path];
  if (place === "components") return { of: "files" };
  if (place === "answers") {
    const group = form.groups.find((one) => one.key === key || one.fields.some((field) => field.key === key));
    return group && { of: "form", group };
  }
  const group = about.form.groups.find((one) => one.fields.some((field) => field.key === place));
  return group && { of: "about", group };
}

async function showCheck(
  deps: ApplyDeps,
  c: Context<AppEnv>,
  opened: Opened,
  refused: readonly RefusedPoint[],
  status: number,
): Promise<Response> {
  const { application, draft, links } = opened;
  const language = c.get("language");
  const t = applyTexts(language);
  const unitCode = application.about.settled.unitCode ?? application.content.about.unitCode;
  return deps.show(c, {
    title: t.check.title,
    isPrivate: true,
    hasErrors: refused.length > 0,
    status,
    before: <BackLink href={links.parts} text={links.partsTitle} language={language} />,
    main: (
      <CheckPage
        t={t}
        language={language}
        opened={opened}
        tasks={tasksOf(application)}
        uploads={await uploadsOfDraft(deps, draft.content)}
        receivingUnit={typeof unitCode === "string" ? deps.organisation().byCode(unitCode) : undefined}
        refused={refused}
        signInHref={applicantOf(c) ? undefined : identityPaths.signIn(undefined, { ve: links.check })}
      />
    ),
  });
}
