import { type Dossier, dossierPaths, seen } from "#features/dossiers/index.ts";
import type { Official, Page, Routes } from "#features/identity/index.ts";
import { BadInputError, ForbiddenError } from "#foundation/errors/index.ts";
import { readForm } from "#foundation/http/index.ts";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import type { EvaluationDeps } from "../deps.ts";
import {
  type EvaluationRefusal,
  isToEvaluate,
  type Quarter,
  quarterBefore,
  quarterOf,
  writeQuarter,
} from "../evaluation.ts";
import { giveEvaluation } from "../give-evaluation.ts";
import { copiers, evaluationReaders, mayCopy, unitsRead } from "../may.ts";
import { evaluationPaths } from "../paths.ts";
import { isEvaluated } from "../queries.ts";
import { readEvaluations } from "../read-evaluations.ts";
import { readEvaluationForm } from "../read-form.ts";
import type { ShowPage } from "../show.ts";
import { evaluationTexts } from "../texts/index.ts";
import { CopyMain, UnitEvaluationsMain } from "./evaluations.page.tsx";

const quartersShown = 8;

export function declareEvaluationDesk(routes: Routes, deps: EvaluationDeps, show: ShowPage): void {
  routes.get(evaluationPaths.unit.pattern, { allow: evaluationReaders, record: "evaluation.unit" }, async (c) => {
    const language = c.get("language");
    const t = evaluationTexts(language);
    const units = unitsRead(official(c), deps.organisation());
    const [code, asked] = [c.req.query("dv"), c.req.query("quy")];
    const quarters = quartersUpTo(quarterOf(deps.dayOf(deps.clock.now())));
    const unit = code === undefined || code === "" ? units[0] : units.find((one) => one.code === code);
    const quarter =
      asked === undefined || asked === "" ? quarters[0] : quarters.find((one) => writeQuarter(one) === asked);
    if (units.length === 0) return show(c, { title: t.unitTitle, main: <EmptyState title={t.noUnit} /> });
    if (unit === undefined || quarter === undefined) {
      const path = unit === undefined ? "dv" : "quy";
      throw new BadInputError("badQuery", [{ path, code: "unknown", message: path }], 400);
    }
    return show(c, {
      title: t.unitTitle,
      isPrivate: true,
      main: (
        <UnitEvaluationsMain
          units={units}
          unit={unit}
          quarters={quarters}
          quarter={quarter}
          evaluations={await readEvaluations(deps, unit.id, quarter)}
          language={language}
        />
      ),
    });
  });

  routes.get(evaluationPaths.copy.pattern, { allow: copiers, record: "evaluation.copy.page" }, async (c) => {
    const dossier = await toCopy(c);
    const isGiven = await isEvaluated(deps.database.db, dossier.id);
    if (isGiven) return copyPage(c, dossier, 409, { refusal: "already-given" });
    return isToEvaluate(dossier)
      ? copyPage(c, dossier, 200, {})
      : copyPage(c, dossier, 409, { refusal: "not-finished" });
  });

  routes.post(evaluationPaths.copy.pattern, { allow: copiers, record: "evaluation.copy" }, async (c) => {
    const dossier = await toCopy(c);
    const typed = await readForm(c.req.raw);
    const result = await giveEvaluation(deps, dossier, { way: "paper", by: official(c) }, readEvaluationForm(typed));
    if (result.ok) return c.redirect(`${dossierPaths.staff({ code: dossier.code })}#phieu-danh-gia`, 303);
    const { reason } = result.refusal;
    const isInput = reason === "nothing-said" || reason === "too-long";
    return copyPage(c, dossier, isInput ? 422 : 409, { typed, refusal: reason });
  });

  async function toCopy(c: Page): Promise<Dossier> {
    const by = official(c);
    const dossier = await seen(deps.dossiers, by, c.req.param("code") ?? "");
    if (!mayCopy(by, dossier, deps.organisation()))
      throw new ForbiddenError("Slips are copied where they are handed out");
    return dossier;
  }

  function copyPage(
    c: Page,
    dossier: Dossier,
    status: number,
    tried: { readonly typed?: URLSearchParams; readonly refusal?: EvaluationRefusal["reason"] },
  ): Response {
    const language = c.get("language");
    return show(c, {
      title: evaluationTexts(language).copyTitle,
      isPrivate: true,
      status,
      hasErrors: tried.refusal !== undefined,
      before: <BackLink href={dossierPaths.staff({ code: dossier.code })} language={language} />,
      main: <CopyMain dossier={dossier} language={language} {...tried} />,
    });
  }
}

function quartersUpTo(latest: Quarter): readonly Quarter[] {
  const quarters = [latest];
  for (let last = latest; quarters.length < quartersShown; quarters.push(last)) last = quarterBefore(last);
  return quarters;
}

function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("Evaluations of a unit are for officials");
  return visitor;
}
