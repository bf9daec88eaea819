import { seen } from "#features/dossiers/index.ts";
import type { Routes } from "#features/identity/index.ts";
import { BadInputError } from "#foundation/errors/index.ts";
import { problemResponse, problemWords, readJson } from "#foundation/http/index.ts";
import type { EvaluationDeps } from "../deps.ts";
import { giveEvaluation } from "../give-evaluation.ts";
import { evaluationPaths } from "../paths.ts";
import { readEvaluation } from "../read-form.ts";
import { evaluationTexts } from "../texts/index.ts";

export function declareEvaluationApi(routes: Routes, deps: EvaluationDeps): void {
  routes.post(evaluationPaths.api.pattern, { allow: "applicant", record: "evaluation.give" }, async (c) => {
    const evaluation = readEvaluation(await readJson(c.req.raw));
    const dossier = await seen(deps.dossiers, c.get("visitor"), c.req.param("code"));
    const result = await giveEvaluation(deps, dossier, { way: "account" }, evaluation);
    if (result.ok) return c.json({ code: dossier.code, isGiven: true }, 201);
    const { reason } = result.refusal;
    const detail = `${evaluationTexts("vi").refusals[reason]} / ${evaluationTexts("en").refusals[reason]}`;
    if (reason === "nothing-said")
      throw new BadInputError("badInput", [{ path: "/answers", code: "missing", message: detail }]);
    if (reason === "too-long")
      throw new BadInputError("badInput", [{ path: "/remark", code: "tooLong", message: detail }]);
    return problemResponse({
      type: `/problems/${reason}`,
      title: problemWords("conflict").title,
      status: 409,
      detail,
      requestId: c.get("requestId"),
    });
  });
}
