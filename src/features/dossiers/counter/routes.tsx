/** The counter: choose what the person came for, enter it on one page, and settle it before they leave. */
import { randomUUID } from "node:crypto";
import type { ProcedureVersion } from "#features/catalogue/index.ts";
import { hasRole, type Official, type Page, type Routes } from "#features/identity/index.ts";
import type { Unit } from "#features/organisation/index.ts";
import { ForbiddenError, NotFoundError, TryLaterError } from "#foundation/errors/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { isUuid } from "../api/shapes.ts";
import { asItStands } from "../citizen/apply/application.ts";
import type { ApplyDeps } from "../citizen/apply/deps.ts";
import { viewDossier } from "../dossier-view.ts";
import { dossierPaths } from "../paths.ts";
import { type DeskOutcome, type ReceptionRefusal, receiveAtDesk } from "../receive-at-desk.ts";
import { refusalWords } from "../refusal-words.ts";
import { seen, viewDeps } from "../seen.ts";
import { readFaults } from "../staff/read-faults.ts";
import { dossierTexts } from "../texts/index.ts";
import { ChoosePage } from "./choose.page.tsx";
import {
  aboutPrefix,
  type DeskFault,
  type DeskForm,
  deskApplication,
  faultsOfForm,
  faultsOfSubmitter,
  formPrefix,
  readDeskForm,
  typedSubmitter,
  uploadsIn,
} from "./desk-form.ts";
import { desksFor, ownDesks, receivable } from "./desks.ts";
import { giveDeskGuidance } from "./give-desk-guidance.ts";
import { GuidancePage, procedureNames } from "./guidance.page.tsx";
import { listDeskGuidance } from "./guidance.queries.ts";
import { ReceivePage } from "./receive.page.tsx";
import { ReceivedPage } from "./received.page.tsx";
import { counterTexts } from "./texts/index.ts";

const mostGuidance = 100;

export function declareCounterPages(routes: Routes, deps: ApplyDeps): void {
  const { show } = deps;

  routes.get(dossierPaths.counter.pattern, { allow: ["reception"], record: "counter.read" }, async (c) => {
    const official = atTheDesk(c);
    const language = c.get("language");
    const typed = (c.req.query("q") ?? "").trim().slice(0, 200);
    const desk = c.req.query("noi");
    const versions = receivable(deps, official, typed);
    const [only, ...others] = versions;
    // One answer is the answer: the clerk wants the form, not a list of one.
    if (typed !== "" && only !== undefined && (others.length === 0 || only.code === typed)) {
      return c.redirect(dossierPaths.reception({ procedure: only.code }, { noi: desk }), 303);
    }
    return show(c, {
      title: counterTexts(language).choose.title,
      isPrivate: true,
      main: (
        <ChoosePage
          language={language}
          typed={typed}
          versions={versions}
          desk={desk}
          isPosted={typed !== "" || versions.length > 0}
          isGuidanceSaved={c.req.query("xong") === "guide"}
        />
      ),
    });
  });

  routes.get(dossierPaths.reception.pattern, { allow: ["reception"], record: "counter.read" }, async (c) => {
    const { version, desks } = chosen(c);
    const unitCode = c.req.query("noi");
    const about = desks.some(({ code }) => code === unitCode) && unitCode !== undefined ? { unitCode } : {};
    const application = deskApplication(
      version,
      desks,
      { answers: {}, about, visited: [], files: {} },
      deps.dayOf(deps.clock.now()),
    );
    return page(c, { application, boxes: new URLSearchParams(), fileFaults: [] }, randomUUID(), [], null, true);
  });

  routes.post(dossierPaths.reception.pattern, { allow: ["reception"], record: "dossier.receive" }, async (c) => {
    const official = atTheDesk(c);
    const { version, desks } = chosen(c);
    const language = c.get("language");
    const t = counterTexts(language).receive;
    const form = await readDeskForm(deps, c, official, version, desks);
    const { boxes } = form;
    const id = boxes.get("id") ?? "";
    if (!isUuid(id)) throw new NotFoundError("reception", id);
    if (boxes.has("remove")) return page(c, form, id, form.fileFaults, null);
    const act = boxes.get("do");
    if (act === "guide") return guide(c, official, version, desks, form, id);
    const isWhole = act !== "requestSupplement" && act !== "refuse";
    const faults = [...faultsOfForm(form, language, isWhole), ...faultsOfSubmitter(typedSubmitter(boxes), language)];
    const outcome = outcomeOf(boxes);
    faults.push(...faultsOfOutcome(outcome, t));
    if (faults.length > 0) return page(c, form, id, faults, null);
    if (outcome === null) return page(c, form, id, [], { kind: "success", text: t.complete });

    const submission = asItStands(form.application);
    if (submission === undefined) return page(c, form, id, [], { kind: "problem", text: t.notYours });
    const { name, idNumber } = typedSubmitter(boxes);
    const result = await receiveAtDesk(deps, official, id, {
      ...submission,
      channel: channelOf(boxes),
      ...(name === "" ? {} : { submitter: { name, ...(idNumber === "" ? {} : { idNumber }) } }),
      outcome,
    });
    if (!result.ok) return refusedPage(c, form, id, result.refusal);
    return c.redirect(dossierPaths.received({ code: result.value.dossier.code }), 303);
  });

  routes.get(dossierPaths.received.pattern, { allow: ["reception"], record: "dossier.read" }, async (c) => {
    const view = await viewDossier(viewDeps(deps), await seen(deps, c.get("visitor"), c.req.param("code")));
    return show(c, {
      title: view.dossier.code,
      isPrivate: true,
      main: <ReceivedPage view={view} organisation={deps.organisation()} language={c.get("language")} />,
    });
  });

  routes.get(dossierPaths.deskGuidance.pattern, { allow: ["reception"], record: "guidance.read" }, async (c) => {
    const language = c.get("language");
    const given = await listDeskGuidance(deps.database.db, ownDesks(atTheDesk(c), deps), mostGuidance);
    return show(c, {
      title: counterTexts(language).guidance.title,
      isPrivate: true,
      before: <BackLink href={dossierPaths.counter()} text={counterTexts(language).choose.title} language={language} />,
      main: (
        <GuidancePage
          language={language}
          given={given}
          nameOf={procedureNames(deps.catalogue(), deps.dayOf(deps.clock.now()), language)}
          organisation={deps.organisation()}
        />
      ),
    });
  });

  /** The procedure in the address, with the desks at which this official receives it; at none it is not theirs. */
  function chosen(c: Page): { readonly version: ProcedureVersion; readonly desks: readonly Unit[] } {
    const code = c.req.param("procedure") ?? "";
    const version = deps.catalogue().versionOn(code, deps.dayOf(deps.clock.now()));
    if (version === undefined) throw new NotFoundError("procedure", code);
    const desks = desksFor(deps, atTheDesk(c), version);
    if (desks.length === 0) throw new ForbiddenError("They receive this procedure at no desk");
    return { version, desks };
  }

  async function guide(
    c: Page,
    official: Official,
    version: ProcedureVersion,
    desks: readonly Unit[],
    form: DeskForm,
    id: string,
  ): Promise<Response> {
    const texts = counterTexts(c.get("language"));
    const { about, content } = form.application;
    const unitCode = about.settled.unitCode ?? content.about.unitCode;
    const unit = desks.find(({ code }) => code === unitCode);
    if (unit === undefined) {
      const faults = faultsOfForm(form, c.get("language"), false);
      return page(
        c,
        form,
        id,
        faults.filter(({ name }) => name === `${aboutPrefix}unitCode`),
        null,
      );
    }
    const given = await giveDeskGuidance({ ...deps, db: deps.database.db }, official, id, {
      version,
      unitId: unit.id,
      channel: channelOf(form.boxes),
      said: form.boxes.get("huong-dan") ?? "",
    });
    if (given.ok) return c.redirect(dossierPaths.counter(undefined, { xong: "guide", noi: unit.code }), 303);
    if (given.refusal === "not-theirs") throw new ForbiddenError("They do not sit at this desk");
    return page(c, form, id, [{ name: "huong-dan", message: texts.guidance[given.refusal] }], null);
  }

  function refusedPage(c: Page, form: DeskForm, id: string, refusal: ReceptionRefusal): Promise<Response> {
    const language = c.get("language");
    const t = counterTexts(language).receive;
    const problem = (text: string) => page(c, form, id, [], { kind: "problem", text });
    if (refusal.reason === "try-later") throw new TryLaterError(`Reception ${id} came between two writers`);
    if (refusal.reason === "other-body") return problem(t.addedElsewhere);
    if (refusal.reason === "not-theirs") throw new ForbiddenError("They do not sit at this desk");
    if (refusal.reason !== "input" && refusal.reason !== "content") return problem(refusalWords(refusal, language));
    const words: { readonly [code: string]: string } = dossierTexts(language).faults;
    const faults = refusal.faults.map((fault): DeskFault => {
      const [, place, key] = fault.path.split("/");
      const name = place === "answers" && key !== undefined ? formPrefix + key : null;
      return { name, message: words[fault.code] ?? ("message" in fault ? fault.message : fault.code) };
    });
    return page(c, form, id, faults, null);
  }

  async function page(
    c: Page,
    form: DeskForm,
    id: string,
    faults: readonly DeskFault[],
    notice: { readonly kind: "success" | "problem"; readonly text: string } | null,
    isNew = false,
  ): Promise<Response> {
    const language = c.get("language");
    const { definition } = form.application.version;
    const t = counterTexts(language).receive;
    return show(c, {
      title: t.title(language === "vi" ? definition.name : definition.nameEn),
      isPrivate: true,
      hasErrors: faults.length > 0,
      scripts: ["eforms"],
      status: faults.length > 0 || notice?.kind === "problem" ? 422 : 200,
      before: <BackLink href={dossierPaths.counter()} text={t.back} language={language} />,
      main: (
        <ReceivePage
          language={language}
          id={id}
          application={form.application}
          boxes={form.boxes}
          uploads={await uploadsIn(deps, form.application)}
          faults={faults}
          notice={notice}
          maxBytes={deps.uploads.maxUploadBytes}
          isNew={isNew}
        />
      ),
    });
  }
}

function atTheDesk(c: Page): Official {
  const visitor = c.get("visitor");
  if (!hasRole(visitor, "reception")) throw new ForbiddenError("Only the reception works at the counter");
  return visitor;
}

function channelOf(boxes: URLSearchParams): "counter" | "post" {
  return boxes.get("kenh") === "post" ? "post" : "counter";
}

/** Null: the page is only looked over. */
function outcomeOf(boxes: URLSearchParams): DeskOutcome | null {
  switch (boxes.get("do")) {
    case "accept":
      return { move: "accept", wantsReceipt: boxes.has("can-giay") };
    case "requestSupplement":
      return { move: "requestSupplement", faults: readFaults(boxes) };
    case "refuse":
      return { move: "refuse", note: boxes.get("ly-do")?.trim().normalize("NFC") ?? "" };
    default:
      return null;
  }
}

function faultsOfOutcome(
  outcome: DeskOutcome | null,
  t: { readonly faultNeeded: string; readonly reasonNeeded: string },
): readonly DeskFault[] {
  if (outcome?.move === "requestSupplement" && outcome.faults.length === 0)
    return [{ name: "loi-khac", message: t.faultNeeded }];
  if (outcome?.move === "refuse" && outcome.note === "") return [{ name: "ly-do", message: t.reasonNeeded }];
  return [];
}
