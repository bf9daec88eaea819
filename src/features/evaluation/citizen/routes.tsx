import { type Dossier, findDossierByCode, readDossierCode, seen } from "#features/dossiers/index.ts";
import type { Page, Routes } from "#features/identity/index.ts";
import { NotFoundError, TooManyRequestsError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import type { EvaluationDeps } from "../deps.ts";
import { type EvaluationRefusal, isToEvaluate } from "../evaluation.ts";
import { giveEvaluation } from "../give-evaluation.ts";
import { evaluationPaths } from "../paths.ts";
import { isEvaluated } from "../queries.ts";
import { readEvaluationForm } from "../read-form.ts";
import type { ShowPage } from "../show.ts";
import { evaluationTexts } from "../texts/index.ts";
import { EvaluationMain } from "./evaluation.page.tsx";

export function declareEvaluationPages(routes: Routes, deps: EvaluationDeps, show: ShowPage): void {
  routes.get(evaluationPaths.answer.pattern, { allow: "anyone", record: "evaluation.page" }, async (c) => {
    const dossier = await ofSlip(c, c.req.param());
    return page(c, dossier, 200, {});
  });

  routes.post(evaluationPaths.answer.pattern, { allow: "anyone", record: "evaluation.give" }, async (c) => {
    const dossier = await ofSlip(c, c.req.param());
    const typed = await readForm(c.req.raw);
    const result = await giveEvaluation(deps, dossier, { way: "link" }, readEvaluationForm(typed));
    if (result.ok) return c.redirect(evaluationPaths.answer(c.req.param()), 303);
    const { reason } = result.refusal;
    const isInput = reason === "nothing-said" || reason === "too-long";
    return page(c, dossier, isInput ? 422 : 409, isInput ? { typed, refusal: reason } : {});
  });

  routes.get(evaluationPaths.slip.pattern, { allow: "signed-in", record: "evaluation.slip" }, async (c) => {
    const dossier = await seen(deps.dossiers, c.get("visitor"), c.req.param("code"));
    const version = deps.catalogue().getById(dossier.procedureVersionId);
    const pdf = await deps.setSlip({ dossier, version }, deps.slipKeys.secretOf(dossier.id));
    return new Response(pdf, {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="${dossier.code}-phieu-danh-gia.pdf"`,
        "cache-control": "private, no-store",
      },
    });
  });

  /** Nobody learns from the answer whether a dossier exists whose slip they do not have. */
  async function ofSlip(
    c: Page,
    { code: typed, key }: { readonly code: string; readonly key: string },
  ): Promise<Dossier> {
    const code = readDossierCode(typed);
    if (!deps.mayLookUp(c.get("visitor"), code ?? "")) throw new TooManyRequestsError("Look-ups are limited");
    const dossier = code === undefined ? undefined : await findDossierByCode(deps.database.db, code);
    if (dossier === undefined || !deps.slipKeys.fits(dossier.id, key))
      throw new NotFoundError("evaluation slip", typed);
    return dossier;
  }

  async function page(
    c: Page,
    dossier: Dossier,
    status: number,
    tried: { readonly typed?: URLSearchParams; readonly refusal?: EvaluationRefusal["reason"] },
  ): Promise<Response> {
    const language = c.get("language");
    const { definition } = deps.catalogue().getById(dossier.procedureVersionId);
    const isGiven = await isEvaluated(deps.database.db, dossier.id);
    const stands = isGiven ? "given" : isToEvaluate(dossier) ? "open" : "too-early";
    return show(c, {
      title: evaluationTexts(language).title,
      isPrivate: true,
      status,
      hasErrors: tried.refusal !== undefined,
      main: (
        <EvaluationMain
          dossier={dossier}
          procedureName={language === "vi" ? definition.name : definition.nameEn}
          organisation={deps.organisation()}
          language={language}
          stands={stands}
          action={evaluationPaths.answer({ code: dossier.code, key: deps.slipKeys.secretOf(dossier.id) })}
          {...tried}
        />
      ),
    });
  }
}
