/** One move of several dossiers: looked through first, then made of those that stay ticked, with an answer for each. */
import {
  type DossierDeps,
  dossierTexts,
  isForMany,
  isMoveName,
  isSigned,
  type MoveName,
  mostAtOnce,
  moveMany,
  moves,
  receiversOfMany,
  reviewMany,
} from "#features/dossiers/index.ts";
import { askForProof, type Official, type Page, provedLately, type Routes } from "#features/identity/index.ts";
import { ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { normaliseText } from "#foundation/i18n/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import type { Fault } from "#ui/error-summary/error-summary.tsx";
import type { WorklistDeps } from "../deps.ts";
import { worklistPaths } from "../paths.ts";
import { codesName } from "../print/print.page.tsx";
import { codesIn } from "../print/print-papers.ts";
import type { ShowPage } from "../show.ts";
import { workOf } from "../worklist.ts";
import { DoneMain } from "./done.page.tsx";
import { assigneeName, noteName, ReviewMain, seenName } from "./review.page.tsx";
import { togetherTexts } from "./texts.ts";

export type TogetherDeps = WorklistDeps & { readonly dossiers: DossierDeps };

export function declareTogetherPages(routes: Routes, deps: TogetherDeps, show: ShowPage): void {
  routes.get(worklistPaths.together.pattern, { allow: "official", record: "dossiers.review" }, async (c) => {
    const move = moveIn(c);
    const codes = codesIn(c.req.queries(codesName) ?? []);
    if (codes.length > 0) return review(c, move, codes.slice(0, mostAtOnce), codes.length > mostAtOnce);
    const { codes: waiting, isMore } = await waitingFor(official(c), move);
    return review(c, move, waiting, isMore);
  });

  routes.post(worklistPaths.together.pattern, { allow: "official", record: "dossiers.moveMany" }, async (c) => {
    const visitor = official(c);
    const move = moveIn(c);
    const language = c.get("language");
    const t = togetherTexts(language);
    const form = await readForm(c.req.raw);
    const codes = codesIn(form.getAll(codesName));
    const assigneeId = form.get(assigneeName) || null;
    const faults: Fault[] = [];
    if (codes.length === 0) faults.push({ fieldId: codesName, message: t.nothingChosen });
    if (codes.length > mostAtOnce) faults.push({ fieldId: codesName, message: t.tooMany(mostAtOnce) });
    if (moves[move].demands.length > 0 && assigneeId === null) {
      faults.push({ fieldId: assigneeName, message: t.nobodyChosen });
    }
    if (faults.length > 0) return review(c, move, shownIn(form), false, { faults, typed: form });
    if (isSigned(move) && !provedLately(visitor, deps.clock.now())) {
      return askForProof(c, show, form, worklistPaths.together({ move }));
    }
    // Read before: what was handed over may be out of sight afterwards.
    const reviewed = await reviewMany(deps.dossiers, visitor, move, codes);
    const results = await moveMany(
      deps.dossiers,
      visitor,
      move,
      {
        items: codes.map((code) => ({ code, seenEvent: Number(form.get(seenName(code))) || null })),
        note: normaliseText(form.get(noteName) ?? "").toWellFormed() || null,
        assigneeId,
      },
      (error, code) =>
        c
          .get("log")
          .error(
            { requestId: c.get("requestId"), code, error: error instanceof Error ? error.stack : String(error) },
            "One of several moves failed",
          ),
    );
    return show(c, {
      title: t.results(dossierTexts(language).moves[move]),
      isPrivate: true,
      main: (
        <DoneMain
          language={language}
          move={move}
          results={results}
          names={new Map(reviewed.map(({ dossier, ownerName }) => [dossier.code, ownerName]))}
        />
      ),
    });
  });

  /** All that waits for this move at this official's desks, the most urgent first. */
  async function waitingFor(visitor: Official, move: MoveName) {
    const { items, nextCursor } = await workOf(deps.db, visitor, deps.organisation(), {
      queue: "mine",
      now: deps.clock.now(),
      after: null,
      limit: mostAtOnce,
    });
    const codes = items.map(({ code }) => code);
    const reviewed = await reviewMany(deps.dossiers, visitor, move, codes);
    const ready = reviewed.filter(({ isOffered }) => isOffered);
    return { codes: ready.map(({ dossier }) => dossier.code), isMore: nextCursor !== null };
  }

  async function review(
    c: Page,
    move: MoveName,
    codes: readonly string[],
    isMore: boolean,
    tried: { readonly faults: readonly Fault[]; readonly typed: URLSearchParams | null } = { faults: [], typed: null },
  ): Promise<Response> {
    const language = c.get("language");
    const reviewed = await reviewMany(deps.dossiers, official(c), move, codes);
    const ready = reviewed.filter(({ isOffered }) => isOffered);
    return show(c, {
      title: dossierTexts(language).moves[move],
      isPrivate: true,
      hasErrors: tried.faults.length > 0,
      status: tried.faults.length > 0 ? 422 : 200,
      before: <BackLink href={worklistPaths.work()} language={language} />,
      main: (
        <ReviewMain
          language={language}
          organisation={deps.organisation()}
          move={move}
          reviewed={reviewed}
          receivers={await receiversOfMany(deps.dossiers, ready)}
          isMore={isMore}
          {...tried}
        />
      ),
    });
  }
}

function moveIn(c: Page): MoveName {
  const move = c.req.param("move") ?? "";
  if (!isMoveName(move) || !isForMany(move)) throw new NotFoundError("move for many", move);
  return move;
}

/** The codes that stood on the page, ticked or not. */
function shownIn(form: URLSearchParams): readonly string[] {
  const before = seenName("");
  return [...form.keys()].filter((name) => name.startsWith(before)).map((name) => name.slice(before.length));
}

function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("Only officials move several dossiers");
  return visitor;
}
