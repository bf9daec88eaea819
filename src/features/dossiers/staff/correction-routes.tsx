import type { Page, Routes } from "#features/identity/index.ts";
import { ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { normaliseText } from "#foundation/i18n/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import type { Words } from "../correction.ts";
import { correctionTexts } from "../correction-texts.ts";
import type { DossierDeps } from "../deps.ts";
import { viewDossier } from "../dossier-view.ts";
import { type MoveDossierRefusal, moveDossier, nothingSaid } from "../move-dossier.ts";
import { dossierPaths } from "../paths.ts";
import { refusalWords } from "../refusal-words.ts";
import { correctables, seen, viewDeps } from "../seen.ts";
import type { ShowPage } from "../show.ts";
import { dossierTexts } from "../texts/index.ts";
import { type CorrectionFault, CorrectionMain, type CorrectionProps } from "./correction.page.tsx";
import { staffTexts } from "./texts.ts";

export function declareCorrectionPages(routes: Routes, deps: DossierDeps, show: ShowPage): void {
  routes.get(dossierPaths.staffCorrection.pattern, { allow: "official", record: "dossier.move.page" }, async (c) =>
    page(c, 200, { typed: null, faults: [] }),
  );

  routes.post(dossierPaths.staffCorrection.pattern, { allow: "official", record: "dossier.move" }, async (c) => {
    const visitor = c.get("visitor");
    if (visitor.kind !== "official") throw new ForbiddenError("Only officials correct what officials recorded");
    const form = await readForm(c.req.raw);
    const dossier = await seen(deps, visitor, c.req.param("code"));
    const typed = { reason: textOf(form, "reason") ?? "", words: wordsOf(form) };
    const result = await moveDossier(deps, visitor, dossier.id, "correct", {
      ...nothingSaid,
      note: typed.reason,
      corrects: numberOf(c),
      corrected: typed.words,
      seenEvent: Number(form.get("seenEvent")) || null,
    });
    if (result.ok) return c.redirect(dossierPaths.staff({ code: dossier.code }, { xong: "correct" }), 303);
    const status = result.refusal.reason === "input" ? 422 : 409;
    return page(c, status, { typed, faults: faultsOf(result.refusal, c.get("language")) });
  });

  async function page(c: Page, status: number, tried: Pick<CorrectionProps, "typed" | "faults">): Promise<Response> {
    const language = c.get("language");
    const visitor = c.get("visitor");
    const view = await viewDossier(viewDeps(deps), await seen(deps, visitor, c.req.param("code") ?? ""));
    const recorded = correctables(deps, view, visitor).find(({ number }) => number === numberOf(c));
    const { dossier } = view;
    // Nobody learns here whether it is not there, not theirs, or corrected meanwhile; the history says which.
    if (recorded === undefined) throw new NotFoundError("record", c.req.param("event") ?? "");
    return show(c, {
      title: correctionTexts(language).title(dossierTexts(language).events[recorded.type]),
      isPrivate: true,
      status,
      hasErrors: tried.faults.length > 0,
      before: <BackLink href={dossierPaths.staff({ code: dossier.code })} language={language} />,
      main: (
        <CorrectionMain
          dossier={dossier}
          recorded={recorded}
          seenEvent={dossier.eventCount}
          language={language}
          {...tried}
        />
      ),
    });
  }
}

function numberOf(c: Page): number {
  return Number(c.req.param("event"));
}

function textOf(form: URLSearchParams, name: string): string | null {
  return normaliseText(form.get(name) ?? "").toWellFormed() || null;
}

function wordsOf(form: URLSearchParams): Words {
  const part = (name: string) => textOf(form, name) ?? "";
  return {
    note: textOf(form, "words"),
    handedTo: textOf(form, "handedTo"),
    verification: form.has("verifiedOn")
      ? { on: part("verifiedOn"), place: part("place"), participants: part("participants") }
      : null,
  };
}

function faultsOf(refusal: MoveDossierRefusal, language: "vi" | "en"): readonly CorrectionFault[] {
  if (refusal.reason !== "input") return [{ fieldId: "reason", message: refusalWords(refusal, language) }];
  const t = correctionTexts(language);
  const words: Readonly<Record<string, string>> = dossierTexts(language).faults;
  const boxes: Readonly<Record<string, readonly [fieldId: string, label: string]>> = {
    note: ["reason", t.reason],
    "corrected/note": ["words", t.note],
    "corrected/handedTo": ["handedTo", t.handedTo],
    "corrected/verification/on": ["verifiedOn", t.on],
    "corrected/verification/place": ["place", t.place],
    "corrected/verification/participants": ["participants", t.participants],
  };
  return refusal.faults.map(({ path, code }) => {
    const [fieldId, label] = boxes[path] ?? ["reason", t.now];
    const message = code === "missing" ? staffTexts(language).fillIn(label) : `${label}: ${words[code] ?? code}`;
    return { fieldId, message };
  });
}
