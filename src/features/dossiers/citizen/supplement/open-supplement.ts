/** Opens what an applicant is correcting of a dossier because the city asked for it. */
import type { Context } from "hono";
import {
  askedAnswers,
  type Draft,
  type DraftContent,
  formOf,
  openDraftOfDossier,
  saveDraftOfDossier,
  sentAnswers,
} from "#features/eforms/index.ts";
import type { AppEnv, Applicant } from "#features/identity/index.ts";
import { ForbiddenError } from "#foundation/errors/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { accepted, refused } from "#foundation/result/index.ts";
import type { DossierContent, SubmittedComponent } from "../../content.ts";
import { type ContentChanges, changesBetween } from "../../content-changes.ts";
import type { SupplementFault } from "../../decide.ts";
import { type DossierView, viewDossier } from "../../dossier-view.ts";
import { dossierPaths } from "../../paths.ts";
import { offeredMoves, seen, viewDeps } from "../../seen.ts";
import type { Application } from "../apply/application.ts";
import type { ApplyDeps } from "../apply/deps.ts";
import type { Journey } from "../apply/journey.ts";
import { applicantOf, draftDepsOf } from "../apply/open-application.ts";
import { Reminder } from "./reminder.tsx";
import { supplementTexts } from "./texts/index.ts";

export type Supplement = Journey & {
  readonly view: DossierView;
  /** Everything the city asked for at once. */
  readonly faults: readonly SupplementFault[];
  /** What would be sent that was not sent before. */
  readonly changes: ContentChanges;
};

/** Undefined when nothing is asked of this dossier now: it was answered, withdrawn, or never asked. */
export async function openSupplement(
  deps: ApplyDeps,
  c: Context<AppEnv>,
  code: string,
): Promise<Supplement | undefined> {
  const applicant = applicantOf(c);
  if (applicant === undefined) throw new ForbiddenError("Only applicants supplement");
  const view = await viewDossier(viewDeps(deps), await seen(deps, applicant, code));
  const { content, dossier } = view;
  if (content === null || !offeredMoves(deps, view, applicant).includes("supplement")) return undefined;
  const draft = await openDraftOfDossier(draftDepsOf(deps), applicant.accountId, dossier.id);
  return supplementOf(deps, c, applicant, view, content, draft);
}

function supplementOf(
  deps: ApplyDeps,
  c: Context<AppEnv>,
  applicant: Applicant,
  view: DossierView,
  sent: DossierContent,
  draft: Draft | undefined,
): Supplement {
  const { dossier, version } = view;
  const language = c.get("language");
  const t = supplementTexts(language);
  const at = { code: dossier.code };
  const form = formOf(version.definition);
  const begun = draftOf(view, sent);
  const application: Application = {
    version,
    // Who and where was fixed when the dossier was sent.
    about: { form: { code: form.code, groups: [] }, settled: {} },
    form,
    content: draft?.content ?? begun,
    today: dayOf(deps.clock.now()),
  };
  const faults = view.timeline.findLast((entry) => entry.type === "requestSupplement")?.faults ?? [];
  const papers = new Set(
    version.definition.components.flatMap(({ kind, componentKey }) => (kind === "document" ? [componentKey] : [])),
  );
  const elsewhere = faults.filter(({ componentKey }) => componentKey === undefined || !papers.has(componentKey));
  const asked = Map.groupBy(
    faults.filter((fault) => !elsewhere.includes(fault)),
    ({ componentKey }) => componentKey ?? "",
  );
  return {
    view,
    faults,
    application,
    changes: changesBetween(form, sent, {
      answers: askedAnswers(form, application.content.answers),
      components: componentsOf(application.content),
    }),
    savedAt: draft?.savedAt,
    asked: new Map([...asked].map(([key, of]) => [key, of.map(({ message }) => message)])),
    reminder: elsewhere.length > 0 ? Reminder({ faults: elsewhere, view, language }) : undefined,
    links: {
      page(page) {
        if (page.of === "form") return dossierPaths.supplementForm({ ...at, page: page.group.key });
        return dossierPaths.supplementFiles(at);
      },
      parts: dossierPaths.supplement(at),
      partsTitle: t.title,
      check: dossierPaths.supplementCheck(at),
    },
    async save(part, seenMark, change) {
      const saved = await saveDraftOfDossier(
        draftDepsOf(deps),
        applicant.accountId,
        { dossierId: dossier.id, procedureVersionId: version.id, content: begun },
        part,
        seenMark,
        change,
      );
      if (saved.ok) return accepted(supplementOf(deps, c, applicant, view, sent, saved.value));
      const { refusal } = saved;
      if (refusal.reason === "gone") return refused(refusal);
      return refused({
        reason: refusal.reason,
        journey: supplementOf(deps, c, applicant, view, sent, refusal.draft),
      });
    },
  };
}

/** What was sent, as a draft in which every page was visited: nothing is filled in a second time. */
function draftOf({ version }: DossierView, sent: DossierContent): DraftContent {
  const form = formOf(version.definition);
  return {
    answers: sentAnswers(form, sent.answers),
    about: {},
    visited: [...form.groups.map(({ key }) => key), "files"],
    files: Object.fromEntries(sent.components.map(({ componentKey, uploadIds }) => [componentKey, uploadIds])),
  };
}

export function componentsOf({ files }: DraftContent): readonly SubmittedComponent[] {
  return Object.entries(files)
    .map(([componentKey, uploadIds]) => ({ componentKey, uploadIds }))
    .filter(({ uploadIds }) => uploadIds.length > 0);
}
