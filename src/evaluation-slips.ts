/** The evaluation slip as it is printed for a dossier: no number, no signature, no name; its QR opens the same questions. */
import { type PaperTemplates, setEvaluationSlip } from "#features/documents/index.ts";
import { type EvaluationDeps, evaluationPaths } from "#features/evaluation/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import { paperHeads } from "./paper-head.ts";

export function evaluationSlips({
  templates,
  organisation,
  origin,
  clock,
}: {
  readonly templates: PaperTemplates;
  readonly organisation: () => Organisation;
  readonly origin: string;
  readonly clock: Clock;
}): EvaluationDeps["setSlip"] {
  const { headOf } = paperHeads({ organisation, origin });
  return async ({ dossier, version }, key) => {
    const { pdf } = await setEvaluationSlip(templates.evaluationSlip, {
      profile: version.ruleProfile,
      head: headOf(dossier.receivingUnitId, null, clock.now()),
      code: dossier.code,
      evaluateUrl: `${origin}${evaluationPaths.answer({ code: dossier.code, key })}`,
      unit: organisation().getById(dossier.receivingUnitId).name,
      procedure: version.definition.name,
    });
    return new Uint8Array(pdf);
  };
}
