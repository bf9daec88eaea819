import type { Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import type { DossierView } from "../dossier-view.ts";
import { dossierPaths } from "../paths.ts";
import { dossierTexts } from "../texts/index.ts";
import { followingTexts } from "./texts.ts";

/** What was asked for, each with a place to put it. */
export function SupplementMain({
  view,
  language,
  fault,
}: {
  readonly view: DossierView;
  readonly language: Language;
  readonly fault?: string | undefined;
}) {
  const t = followingTexts(language);
  const { dossier, version, timeline } = view;
  const request = timeline.findLast((entry) => entry.type === "requestSupplement");
  const asked = new Set(request?.faults.flatMap((one) => one.componentKey ?? []));
  const components = version.definition.components.filter((component) => component.kind === "document");
  // When the request names a text of law and no paper, any paper may be the answer.
  const offered = asked.size === 0 ? components : components.filter((component) => asked.has(component.componentKey));
  return (
    <>
      {fault !== undefined && <ErrorSummary language={language} faults={[{ message: fault }]} />}
      <h1>{t.supplementTitle}</h1>
      <p class="lead">{t.supplementLead}</p>
      <ul>
        {request?.faults.map((one) => (
          <li>{one.message}</li>
        ))}
      </ul>
      <form
        method="post"
        action={dossierPaths.ownMove({ code: dossier.code, move: "supplement" })}
        enctype="multipart/form-data"
        novalidate
      >
        {offered.map((component) => (
          <div class="field">
            <label class="label" for={`tep-${component.componentKey}`}>
              {t.fileFor(component.name)}
            </label>
            <p class="hint" id={`tep-${component.componentKey}-hint`}>
              {t.fileHint}
            </p>
            <input
              class="file"
              type="file"
              multiple
              id={`tep-${component.componentKey}`}
              name={`tep.${component.componentKey}`}
              aria-describedby={`tep-${component.componentKey}-hint`}
            />
          </div>
        ))}
        <Button>{dossierTexts(language).moves.supplement}</Button>
      </form>
    </>
  );
}
