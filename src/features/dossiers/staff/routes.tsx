import { countWorkingMinutes, DueWorking, explainDue, type WorkingCalendar } from "#features/calendar/index.ts";
import type { Page, Routes } from "#features/identity/index.ts";
import { ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import type { ClockBarProps } from "#ui/clock-bar/clock-bar.tsx";
import { colleaguesAt } from "../colleagues.ts";
import { noWords } from "../correction.ts";
import type { MoveInput } from "../decide.ts";
import type { DossierDeps } from "../deps.ts";
import { type DossierView, viewDossier } from "../dossier-view.ts";
import { limitOf } from "../due.ts";
import { moveDossier, nothingSaid } from "../move-dossier.ts";
import { isMoveName, type MoveName, moves } from "../moves.ts";
import { answerDraft } from "../paper-answers.ts";
import { dossierPaths } from "../paths.ts";
import { refusalWords } from "../refusal-words.ts";
import { correctables, offeredMoves, seen, viewDeps } from "../seen.ts";
import type { ShowPage } from "../show.ts";
import type { DossierSlot } from "../slot.ts";
import { receivingStep } from "../steps.ts";
import { dossierTexts } from "../texts/index.ts";
import type { Receivers } from "./assignee-select.tsx";
import { type DeskAttachment, DeskMain, type DeskProps } from "./dossier.page.tsx";
import { faultsOf } from "./move-forms.tsx";
import { readFaults } from "./read-faults.ts";
import { readSpecial } from "./read-special.ts";
import { staffTexts } from "./texts.ts";

export function declareDeskPages(routes: Routes, deps: DossierDeps, show: ShowPage, added: DossierSlot): void {
  routes.get(dossierPaths.staff.pattern, { allow: "official", record: "dossier.read" }, async (c) => {
    const view = await viewDossier(viewDeps(deps), await seen(deps, c.get("visitor"), c.req.param("code")));
    const done = c.req.query("xong");
    const words = dossierTexts(c.get("language"));
    const notice =
      done !== undefined && isMoveName(done)
        ? { kind: "success" as const, text: `${words.events[done]}. ${staffTexts(c.get("language")).moved}` }
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
    const view = await viewDossier(viewDeps(deps), await seen(deps, visitor, dossier.code));
    const { refusal } = result;
    const language = c.get("language");
    const isInput = refusal.reason === "input" || refusal.reason === "unknown-assignee";
    const faults = faultsOf(move, refusal, language);
    const notice = { kind: "problem" as const, text: refusalWords(refusal, language) };
    return desk(c, view, notice, isInput ? 422 : 409, { failed: move, typed: form, faults });
  });

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
    tried: Pick<DeskProps, "failed" | "typed" | "faults"> = {},
  ): Promise<Response> {
    const language = c.get("language");
    const visitor = c.get("visitor");
    const offered = offeredMoves(deps, view, visitor);
    return show(c, {
      title: `${view.dossier.code} – ${view.ownerName}`,
      isPrivate: true,
      status,
      hasErrors: notice?.kind === "problem",
      before: <BackLink href="/can-bo" language={language} />,
      main: (
        <DeskMain
          view={view}
          language={language}
          organisation={deps.organisation()}
          moves={offered.filter((move) => move !== "correct")}
          receivers={await receiversOf(deps, view, offered)}
          attachments={await attachmentsAt(deps, view)}
          clock={clockOf(view, deps.workingCalendarOf(view.dossier.receivingUnitId), deps.clock.now(), language)}
          notice={notice}
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
    ...readSpecial(form),
  };
}
