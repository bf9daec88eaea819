/** On the desk of a dossier: papers issued beside the moves, and those that may be ordered now. */
import { formatInstant } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import type { DossierDeps } from "../deps.ts";
import { orderable } from "../order-paper.ts";
import { dossierPaths } from "../paths.ts";
import type { DossierSlot } from "../slot.ts";
import { dossierTexts } from "../texts/index.ts";
import { orderedTexts } from "./ordered-texts.ts";

export function orderedPapersSlot(deps: DossierDeps): DossierSlot {
  return async (c, { dossier }) => {
    const visitor = c.get("visitor");
    const language = c.get("language");
    const t = orderedTexts(language);
    const { papers: names } = dossierTexts(language);
    const { code } = dossier;
    const [papers, mayOrder] = await Promise.all([
      deps.listOrdered(dossier.id),
      visitor.kind === "official" ? orderable(deps, visitor, dossier) : [],
    ]);
    return {
      moments: [],
      section: (
        <section aria-labelledby="giay-to-them">
          <h3 id="giay-to-them">{t.title}</h3>
          <p>
            <a href={dossierPaths.paper({ code, paper: "controlSlip" })}>{t.controlSlipNow}</a>
          </p>
          {papers.length === 0 ? (
            <p class="quiet">{t.none}</p>
          ) : (
            <ul>
              {papers.map((paper) => (
                <li>
                  <a href={dossierPaths.paper({ code, paper: paper.id })}>{names[paper.kind]} (PDF)</a>{" "}
                  <span class="quiet">
                    {paper.number} · {formatInstant(paper.issuedAt)}
                    {paper.isVoid && ` · ${t.isVoid}`}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {mayOrder.map((paper) => (
            <form method="post" action={dossierPaths.staffOrder({ code, paper })}>
              <p>
                <Button kind="quiet">{t.order[paper]}</Button>
              </p>
            </form>
          ))}
        </section>
      ),
    };
  };
}
