/** What a supplement changed, for the official who goes on with it: what stood there, and what stands there now. */
import { type AnswerValue, answerText } from "#features/eforms/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { componentName } from "../citizen/following.tsx";
import type { ContentChanges } from "../content-changes.ts";
import type { DossierView } from "../dossier-view.ts";
import { dossierPaths } from "../paths.ts";
import { staffTexts } from "./texts.ts";

export function Changes({
  view,
  changes,
  language,
}: {
  readonly view: DossierView;
  readonly changes: ContentChanges;
  readonly language: Language;
}) {
  const s = staffTexts(language);
  return (
    <dl class="changes">
      {changes.answers.map(({ field, before, after }) => {
        const text = (value: AnswerValue | undefined) =>
          value === undefined ? s.nothing : answerText(field, value, language);
        return (
          <div>
            <dt>{field.label[language]}</dt>
            <dd>
              <span class="hidden-text">{s.before}: </span>
              <del>{text(before)}</del> <span aria-hidden="true">→</span> <span class="hidden-text">{s.after}: </span>
              <ins>{text(after)}</ins>
            </dd>
          </div>
        );
      })}
      {changes.files.map(({ componentKey, added, removed }) => (
        <div>
          <dt>{componentName(view, componentKey) ?? componentKey}</dt>
          <dd>
            {added.length > 0 && s.filesAdded(added.length)}
            {added.length > 0 && removed.length > 0 && ", "}
            {removed.map((uploadId, at) => (
              <>
                {at > 0 && ", "}
                <a href={dossierPaths.attachment({ code: view.dossier.code, uploadId })} target="_blank" rel="noopener">
                  {s.fileRemoved(at + 1)}
                </a>
              </>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
