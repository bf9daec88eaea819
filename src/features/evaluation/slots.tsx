/** The slip on the pages of a dossier: for whoever follows it, and at the desks that hand it out and copy it. */
import type { DossierSlot } from "#features/dossiers/index.ts";
import { LinkButton } from "#ui/button/button.tsx";
import type { EvaluationDeps } from "./deps.ts";
import { isToEvaluate } from "./evaluation.ts";
import { mayCopy } from "./may.ts";
import { evaluationPaths } from "./paths.ts";
import { isEvaluated } from "./queries.ts";
import { evaluationTexts } from "./texts/index.ts";

const nothing = { section: null, moments: [] };

export function ownEvaluation(deps: EvaluationDeps): DossierSlot {
  return async (c, { dossier }) => {
    if (!isToEvaluate(dossier)) return nothing;
    const t = evaluationTexts(c.get("language"));
    const { code, id } = dossier;
    const isGiven = await isEvaluated(deps.database.db, id);
    return {
      moments: [],
      section: (
        <section aria-labelledby="danh-gia">
          <h2 id="danh-gia">{t.section}</h2>
          {isGiven ? (
            <p>{t.thanks}</p>
          ) : (
            <>
              <p>{t.invite}</p>
              <p>
                <LinkButton kind="secondary" href={evaluationPaths.answer({ code, key: deps.slipKeys.secretOf(id) })}>
                  {t.give}
                </LinkButton>
              </p>
              {c.get("visitor").kind !== "anonymous" && (
                <p>
                  <a href={evaluationPaths.slip({ code })}>{t.print}</a>
                </p>
              )}
            </>
          )}
        </section>
      ),
    };
  };
}

/** Says nothing of whether somebody has answered: that is theirs. */
export function deskEvaluation(deps: EvaluationDeps): DossierSlot {
  return async (c, { dossier }) => {
    const visitor = c.get("visitor");
    if (visitor.kind !== "official" || !mayCopy(visitor, dossier, deps.organisation())) return nothing;
    const t = evaluationTexts(c.get("language"));
    const { code } = dossier;
    return {
      moments: [],
      section: (
        <section class="evaluation-slot" aria-labelledby="phieu-danh-gia">
          <h3 id="phieu-danh-gia">{t.section}</h3>
          <p>
            <a href={evaluationPaths.slip({ code })}>{t.print}</a>
          </p>
          {isToEvaluate(dossier) && (
            <p>
              <a href={evaluationPaths.copy({ code })}>{t.copy}</a>
            </p>
          )}
        </section>
      ),
    };
  };
}
