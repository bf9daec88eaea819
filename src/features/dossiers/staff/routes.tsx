import { randomUUID } from "node:crypto";
import { countWorkingMinutes, DueWorking, explainDue, type WorkingCalendar } from "#features/calendar/index.ts";
import { askForProof, type Official, type Page, type Posting, type Routes } from "#features/identity/index.ts";
import { ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import type { ClockBarProps } from "#ui/clock-bar/clock-bar.tsx";
import { consultedUnitOf, looksAs } from "../access.ts";
import { isUuid } from "../api/shapes.ts";
import { colleaguesAt } from "../colleagues.ts";
import { noWords } from "../correction.ts";
import type { MoveInput } from "../decide.ts";
import type { DossierDeps } from "../deps.ts";
import { readDigitisation } from "../digitisation/digitisation-fields.tsx";
import type { Dossier } from "../dossier.ts";
import { type DossierView, viewDossier } from "../dossier-view.ts";
import { limitOf } from "../due.ts";
import { moveDossier, nothingSaid } from "../move-dossier.ts";
import { isMoveName, type MoveName, moves } from "../moves.ts";
import { leaveNote, readNotes } from "../notes/notes.ts";
import { noteBoxId } from "../notes/notes-part.tsx";
import { noteTexts } from "../notes/texts.ts";
import { answerDraft } from "../paper-answers.ts";
import { dossierPaths } from "../paths.ts";
import { boxFor, isPhrasedMove, phraseInFull, withPhrase } from "../phrases/phrase.ts";
import { showPresence } from "../presence/presence.ts";
import { presentInWords } from "../presence/presence-part.tsx";
import { refusalWords } from "../refusal-words.ts";
import { correctables, offeredMoves, partsNow, seen, viewDeps } from "../seen.ts";
import type { ShowPage } from "../show.ts";
import type { DossierSlot } from "../slot.ts";
import { receivingStep, stepsOf } from "../steps.ts";
import { dossierTexts } from "../texts/index.ts";
import type { Receivers } from "./assignee-select.tsx";
import { type DeskAttachment, DeskMain, type DeskProps } from "./dossier.page.tsx";
import { faultsOf } from "./move-forms.tsx";
import { readFaults } from "./read-faults.ts";
import { readSpecial } from "./read-special.ts";
import { staffTexts } from "./texts.ts";
import { unsentIn } from "./unsent.tsx";

export function declareDeskPages(routes: Routes, deps: DossierDeps, show: ShowPage, added: DossierSlot): void {
  routes.get(dossierPaths.staff.pattern, { allow: "official", record: "dossier.read" }, async (c) => {
    const view = await viewDossier(viewDeps(deps), await seen(deps, c.get("visitor"), c.req.param("code")));
    const done = c.req.query("xong");
    const words = dossierTexts(c.get("language"));
    const notice =
      done !== undefined && isMoveName(done)
        ? { kind: "success" as const, text: `${words.events[done]}. ${staffTexts(c.get("language")).moved}` }
        : done === "ghi-chu"
          ? { kind: "success" as const, text: noteTexts(c.get("language")).left }
          : null;
    return desk(c, view, notice, 200);
  });

  routes.post(dossierPaths.staffMove.pattern, { allow: "official", record: "dossier.move" }, async (c) => {
    const visitor = c.get("visitor");
    const move = c.req.param("move");
    if (visitor.kind !== "official") throw new ForbiddenError("Only officials work at a desk");
    if (!isMoveName(move) || (moves[move].by === "applicant" && move !== "withdraw"))
      throw new NotFoundError("move", move);
    const form = await readForm(c.req.raw);
    const dossier = await seen(deps, visitor, c.req.param("code"));
    const result = await moveDossier(deps, visitor, dossier.id, move, {
      ...nothingSaid,
      ...saidInForm(form),
      seenEvent: Number(form.get("seenEvent")) || null,
    });
    if (result.ok) return c.redirect(dossierPaths.staff({ code: dossier.code }, { xong: move }), 303);
    const { refusal } = result;
    if (refusal.reason === "proof-needed") {
      return askForProof(c, show, form, dossierPaths.staffMove({ code: dossier.code, move }));
    }
    const view = await viewDossier(viewDeps(deps), await seen(deps, visitor, dossier.code));
    const language = c.get("language");
    const isInput = refusal.reason === "input" || refusal.reason === "unknown-assignee";
    const faults = faultsOf(move, refusal, language, { view, typed: form });
    const notice = { kind: "problem" as const, text: refusalWords(refusal, language) };
    const tried = { failed: move, typed: form, faults };
    return desk(c, view, notice, isInput ? 422 : 409, isInput ? tried : { ...tried, unsent: unsentIn(move, form) });
  });

  // A phrase is put into its box by the server where no script does it; nothing is recorded.
  routes.post(dossierPaths.staffPhrase.pattern, { allow: "official", record: "dossier.phrase" }, async (c) => {
    const form = await readForm(c.req.raw);
    const { code, move } = c.req.param();
    const view = await viewDossier(viewDeps(deps), await seen(deps, c.get("visitor"), code));
    const phrase = deps.phrases.phrases.find(({ key }) => key === form.get("cau-mau"));
    if (!isPhrasedMove(move) || phrase === undefined) throw new NotFoundError("phrase", form.get("cau-mau") ?? "");
    const { legalBasis } = view.version.definition;
    const box = boxFor(phrase, move, form.get("cau-mau-o"));
    form.set(box, withPhrase(form.get(box) ?? "", phraseInFull(phrase, [...legalBasis, ...deps.phrases.laws])));
    const isNamed = legalBasis.some(({ number }) => number === phrase.basis.number);
    if (box === "loi-khac" && isNamed && !form.get("can-cu")) form.set("can-cu", phrase.basis.number);
    return desk(c, view, null, 200, { failed: move, typed: form });
  });

  routes.post(dossierPaths.staffNotes.pattern, { allow: "official", record: "dossier.note" }, async (c) => {
    const form = await readForm(c.req.raw);
    const dossier = await seen(deps, c.get("visitor"), c.req.param("code"));
    const id = form.get("noteId") ?? "";
    const typed = form.get("ghi-chu") ?? "";
    const { by, as } = looking(c, dossier);
    const { database, sealing, clock } = deps;
    const note = { id: isUuid(id) ? id : randomUUID(), typed };
    const result = await leaveNote({ db: database.db, sealing, clock }, dossier, by, as, note);
    if (result.ok) return c.redirect(`${dossierPaths.staff({ code: dossier.code }, { xong: "ghi-chu" })}#ghi-chu`, 303);
    const error = noteTexts(c.get("language")).refusals[result.refusal.reason];
    const view = await viewDossier(viewDeps(deps), dossier);
    return desk(
      c,
      view,
      null,
      422,
      { faults: [{ name: "ghi-chu", fieldId: noteBoxId, message: error }] },
      { typed, error },
    );
  });

  routes.post(dossierPaths.staffPresence.pattern, { allow: "official", record: "dossier.presence" }, async (c) => {
    const form = await readForm(c.req.raw);
    const dossier = await seen(deps, c.get("visitor"), c.req.param("code"));
    const { by, as } = looking(c, dossier);
    const sign = form.get("sign") === "leave" ? "leave" : "beat";
    const others = await showPresence({ db: deps.database.db, clock: deps.clock }, dossier, by, as, sign);
    const now = deps.clock.now();
    return c.json({
      others: others.map((one) => presentInWords(one, deps.organisation(), c.get("language"), now)),
      isOutOfDate: Number(form.get("seen")) !== dossier.eventCount,
    });
  });

  /** Who looks at the dossier, and as whom. */
  function looking(c: Page, dossier: Dossier): { readonly by: Official; readonly as: Posting } {
    const visitor = c.get("visitor");
    if (visitor.kind !== "official") throw new ForbiddenError("Only officials work at a desk");
    const version = deps.catalogue().getById(dossier.procedureVersionId);
    const organisation = deps.organisation();
    const as = looksAs(visitor, dossier, stepsOf(version, dossier.receivingUnitId, organisation), organisation);
    if (as === undefined) throw new NotFoundError("dossier", dossier.code);
    return { by: visitor, as };
  }

  // The same paper from what is on record, and from what stands in the form and is not sent yet.
  routes.get(dossierPaths.staffDraft.pattern, { allow: "official", record: "dossier.draft" }, async (c) =>
    answerDraft(deps, c, c.req.param("code"), c.req.param("paper"), nothingSaid),
  );
  routes.post(dossierPaths.staffDraft.pattern, { allow: "official", record: "dossier.draft" }, async (c) => {
    const { code, paper } = c.req.param();
    const said = saidInForm(await readForm(c.req.raw));
    // An emptied box shows as empty, not as what was proposed before.
    return answerDraft(deps, c, code, paper, { ...said, proposal: said.proposal ?? "" });
  });

  async function desk(
    c: Page,
    view: DossierView,
    notice: { kind: "success" | "problem"; text: string } | null,
    status: number,
    tried: Pick<DeskProps, "failed" | "typed" | "faults" | "unsent"> = {},
    triedNote: Pick<DeskProps["notes"], "typed" | "error"> = {},
  ): Promise<Response> {
    const language = c.get("language");
    const visitor = c.get("visitor");
    const offered = offeredMoves(deps, view, visitor);
    const { by, as } = looking(c, view.dossier);
    const { clock, organisation, sealing } = deps;
    const { db } = deps.database;
    const [notes, others] = await Promise.all([
      readNotes({ db, sealing }, view.dossier),
      showPresence({ db, clock }, view.dossier, by, as, "open"),
    ]);
    return show(c, {
      scripts: ["dossiers"],
      title: `${view.dossier.code} – ${view.ownerName}`,
      isPrivate: true,
      status,
      hasErrors: notice?.kind === "problem",
      before: <BackLink href="/can-bo" language={language} />,
      main: (
        <DeskMain
          view={view}
          language={language}
          organisation={organisation()}
          moves={offered.filter((move) => move !== "correct")}
          receivers={await receiversOf(deps, view, offered)}
          attachments={await attachmentsAt(deps, view)}
          clock={clockOf(view, deps.workingCalendarOf(view.dossier.receivingUnitId), clock.now(), language)}
          notice={notice}
          notes={{ notes, ...triedNote }}
          others={others}
          answersFor={visitor.kind === "official" ? consultedUnitOf(visitor, view.dossier, organisation()) : null}
          parts={partsNow(deps, view)}
          now={clock.now()}
          phrases={deps.phrases}
          comparedFiles={await deps.describeUploads(comparedUploads(view))}
          correctable={correctables(deps, view, visitor).map(({ number }) => number)}
          isOfficialHere={visitor.kind === "official"}
          added={await added(c, view)}
          {...tried}
        />
      ),
    });
  }
}

/** Who may be given the dossier by each of these moves. */
async function receiversOf(deps: DossierDeps, view: DossierView, offered: readonly MoveName[]) {
  const { dossier, steps } = view;
  const { clock, organisation, database } = deps;
  const receivers: { [Name in MoveName]?: Receivers } = {};
  for (const move of offered) {
    const step = receivingStep(move, dossier.step, steps);
    if (step === undefined) continue;
    const colleagues = await colleaguesAt({ db: database.db, clock, organisation }, step);
    const otherwise = move === "sendBack" ? colleagues.find(({ id }) => id === view.goesBackTo) : undefined;
    receivers[move] = { step, unit: organisation().getById(step.unitId), colleagues, otherwise };
  }
  return receivers;
}

async function attachmentsAt(deps: DossierDeps, view: DossierView): Promise<readonly DeskAttachment[]> {
  const sent = view.content?.components ?? [];
  const described = await deps.describeUploads(sent.flatMap((component) => component.uploadIds));
  return sent.flatMap(({ componentKey, uploadIds }) =>
    uploadIds.flatMap((uploadId) => {
      const upload = described.get(uploadId);
      return upload === undefined
        ? []
        : [
            {
              id: uploadId,
              componentKey,
              ...upload,
              href: dossierPaths.attachment({ code: view.dossier.code, uploadId }),
            },
          ];
    }),
  );
}

/** The files of the papers that were asked for, those that were taken out since included. */
function comparedUploads({ answeredRequest }: DossierView): readonly string[] {
  if (answeredRequest === null) return [];
  const all = [...answeredRequest.before.components, ...answeredRequest.after.components];
  return [...new Set(all.flatMap(({ uploadIds }) => uploadIds))];
}

/** The clock as a bar: what was worked, what stood still, and the due date with its working. Null while nothing runs. */
export function clockOf(
  view: DossierView,
  calendar: WorkingCalendar,
  now: Date,
  language: "vi" | "en",
): Omit<ClockBarProps, "language"> | null {
  const { dossier, version, clock } = view;
  if (dossier.dueAt === null || dossier.acceptedAt === null) return null;
  // After a reset the limit began anew with the supplement; before that stretch nothing counts any more.
  const startsAt =
    version.supplementPolicy === "reset" ? clock.findLastIndex((interval) => interval.kind === "running") : 0;
  const intervals = clock.slice(Math.max(0, startsAt));
  const receivedAt = intervals[0]?.from ?? dossier.acceptedAt;
  const stretches = intervals.map((interval) => ({
    kind: interval.kind === "running" ? ("worked" as const) : ("paused" as const),
    minutes: Math.max(0, countWorkingMinutes(calendar, interval.from, interval.to ?? now)),
  }));
  const paused = stretches
    .filter((stretch) => stretch.kind === "paused")
    .reduce((sum, stretch) => sum + stretch.minutes, 0);
  const explanation = explainDue(calendar, receivedAt, limitOf(version.definition.deadline), {}, language);
  return {
    stretches,
    limitMinutes: Math.max(1, countWorkingMinutes(calendar, receivedAt, dossier.dueAt) - paused),
    dueAt: dossier.dueAt,
    receivedAt,
    ...(dossier.finishedAt === null ? {} : { finishedAt: dossier.finishedAt }),
    working: <DueWorking explanation={explanation} language={language} />,
  };
}

function saidInForm(form: URLSearchParams): MoveInput {
  const text = (name: string) => form.get(name)?.trim().normalize("NFC") || null;
  return {
    note: text("note"),
    proposal: text("proposal"),
    handedTo: text("handedTo"),
    assigneeId: text("assigneeId"),
    faults: readFaults(form),
    // What was recorded is corrected on a page of its own.
    corrects: null,
    corrected: noWords,
    digitisation: readDigitisation(form),
    ...readSpecial(form),
  };
}
