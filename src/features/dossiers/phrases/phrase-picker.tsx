/**
 * The phrases for one form: to read, and to put into a box. A button sends the form to the address that answers with the
 * same page and the phrase in its box; with scripts it is put where the cursor was, and nothing is sent.
 */
import type { Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Select } from "#ui/choices/choices.tsx";
import { Details } from "#ui/details/details.tsx";
import type { DossierView } from "../dossier-view.ts";
import { dossierPaths } from "../paths.ts";
import { basisInWords, boxFor, type PhrasedMove, type Phrases, phraseInFull, phrasesFor } from "./phrase.ts";
import { phraseTexts } from "./texts.ts";

export function PhrasePicker({
  view,
  move,
  phrases,
  language,
  typed,
}: {
  readonly view: DossierView;
  readonly move: PhrasedMove;
  readonly phrases: Phrases;
  readonly language: Language;
  /** The form as it was sent, when a phrase was just put into it. */
  readonly typed: URLSearchParams | undefined;
}) {
  const t = phraseTexts(language);
  const { definition } = view.version;
  const offered = phrasesFor(phrases, definition, move);
  if (offered.length === 0) return null;
  const laws = [...definition.legalBasis, ...phrases.laws];
  const action = `${dossierPaths.staffPhrase({ code: view.dossier.code, move })}#xu-ly`;
  return (
    <Details summary={t.summary(offered.length)} open={typed?.has("cau-mau")}>
      {move === "requestSupplement" && (
        <Select
          name="cau-mau-o"
          id="cau-mau-o"
          label={t.box}
          hint={t.boxHint}
          options={[
            ...definition.components.map(({ componentKey, name }) => ({ value: `loi.${componentKey}`, text: name })),
            { value: "loi-khac", text: t.otherBox },
          ]}
          empty={t.ownBox}
          value={typed?.get("cau-mau-o") ?? undefined}
          language={language}
        />
      )}
      <ul class="phrases" data-enhance="phrases">
        {offered.map((phrase) => (
          <li>
            <p class="phrase-title">{language === "vi" ? phrase.title : phrase.titleEn}</p>
            <p lang="vi">{phrase.text}</p>
            {language === "en" && <p class="quiet">{phrase.textEn}</p>}
            <p class="quiet" lang="vi">
              {basisInWords(phrase.basis, laws)}
            </p>
            <div data-text={phraseInFull(phrase, laws)} data-box={boxFor(phrase, move, null)}>
              <Button
                kind="quiet"
                name="cau-mau"
                value={phrase.key}
                formaction={action}
                formnovalidate
                label={`${t.insert}: ${language === "vi" ? phrase.title : phrase.titleEn}`}
              >
                {t.insert}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Details>
  );
}
