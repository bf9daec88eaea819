/** What an official says of each paper: digitised or re-used, and from where. */
import { normaliseLine } from "#foundation/i18n/index.ts";
import { Select } from "#ui/choices/choices.tsx";
import { Details } from "#ui/details/details.tsx";
import { TextInput } from "#ui/text-input/text-input.tsx";
import type { DossierView } from "../dossier-view.ts";
import type { SpecialFieldsProps } from "../staff/special-fields.tsx";
import {
  type Digitised,
  digitisationStates,
  isDigitisationState,
  keptComponents,
  presumed,
  theResult,
} from "./digitisation.ts";
import { digitisationTexts } from "./texts.ts";

const statePrefix = "so-hoa.";
const sourcePrefix = "nguon.";

type FieldsProps = Pick<SpecialFieldsProps, "view" | "move" | "language" | "value" | "error">;

/** With the receipt and afterwards: a row for every paper that is kept; once the result is returned, for that too. */
export function DigitisationFields(props: FieldsProps) {
  const { view, language } = props;
  const t = digitisationTexts(language);
  const now = standing(view);
  const papers = keptComponents(view.version).map(({ componentKey, name }) => ({
    of: componentKey,
    name,
    now: now.find(({ of }) => of === componentKey),
  }));
  const others = papers.filter((paper) => paper.now === undefined).length;
  // A fault is never hidden; what was chosen among the others neither.
  const hasFault = papers.some(
    (paper) => paper.now === undefined && (props.value(`${statePrefix}${paper.of}`) ?? "") !== "",
  );
  const fieldsOf = (isShown: (paper: (typeof papers)[number]) => boolean) =>
    papers.filter(isShown).map((paper) => <PaperFields {...props} {...paper} />);
  return (
    <>
      <p class="quiet">{t.lead}</p>
      {fieldsOf(({ now: stands }) => stands !== undefined)}
      {others > 0 && (
        <Details summary={t.others(others)} open={hasFault}>
          {fieldsOf(({ now: stands }) => stands === undefined)}
        </Details>
      )}
      {now.some(({ of }) => of === theResult) && <ResultField {...props} />}
    </>
  );
}

export function ResultField({ view, move, language, value, error }: FieldsProps) {
  const t = digitisationTexts(language);
  const name = `${statePrefix}${theResult}`;
  return (
    <Select
      name={name}
      id={fieldIdOf(move, name)}
      label={t.result}
      hint={t.resultHint}
      options={[1, 0].map((state) => ({ value: String(state), text: t.states[state === 1 ? 1 : 0] }))}
      empty={false}
      value={
        value(name) ?? String(standing(view).find(({ of }) => of === theResult)?.state ?? digitisationStates.digitised)
      }
      error={error(name)}
      language={language}
    />
  );
}

function PaperFields({
  move,
  language,
  value,
  error,
  of,
  name,
  now,
}: FieldsProps & { readonly of: string; readonly name: string; readonly now: Digitised | undefined }) {
  const t = digitisationTexts(language);
  const [state, source] = [`${statePrefix}${of}`, `${sourcePrefix}${of}`];
  return (
    <div class="digitised-paper">
      <Select
        name={state}
        id={fieldIdOf(move, state)}
        label={name}
        options={Object.values(digitisationStates).map((one) => ({ value: String(one), text: t.states[one] }))}
        empty={now === undefined ? t.notHere : false}
        value={value(state) ?? (now === undefined ? "" : String(now.state))}
        error={error(state)}
        language={language}
      />
      <TextInput
        name={source}
        id={fieldIdOf(move, source)}
        label={
          <>
            <span class="hidden-text">{name}: </span>
            {t.source}
          </>
        }
        maxlength={200}
        optional
        value={value(source) ?? now?.source ?? undefined}
        error={error(source)}
        language={language}
      />
    </div>
  );
}

/** What is on record, or what would be put there if nobody said anything. */
function standing({ digitised, version, content }: DossierView): readonly Digitised[] {
  if (digitised.length > 0) return digitised;
  return content === null ? [] : presumed({ version, content });
}

function fieldIdOf(move: string, name: string): string {
  return `${move}-${name.replaceAll(/[.$]/g, "-")}`;
}

export function readDigitisation(form: URLSearchParams): readonly Digitised[] {
  return [...form.keys()]
    .filter((name) => name.startsWith(statePrefix))
    .flatMap((name) => {
      const of = name.slice(statePrefix.length);
      const chosen = form.get(name) ?? "";
      const state = chosen === "" ? undefined : Number(chosen);
      const source = normaliseLine(form.get(`${sourcePrefix}${of}`) ?? "").toWellFormed();
      return isDigitisationState(state)
        ? [{ of, state, source: source === "" || state < digitisationStates.fromComponent ? null : source }]
        : [];
    });
}

/** The box a fault lies in, by the place of the paper in what the form sent. */
export function digitisationBox(
  move: string,
  path: string,
  typed: URLSearchParams,
  view: DossierView,
  language: "vi" | "en",
) {
  const [, at, part] = path.split("/");
  const one = readDigitisation(typed)[Number(at)];
  if (one === undefined) return undefined;
  const name = `${part === "source" ? sourcePrefix : statePrefix}${one.of}`;
  const paper = view.version.definition.components.find(({ componentKey }) => componentKey === one.of)?.name;
  const t = digitisationTexts(language);
  const label = paper === undefined ? t.result : part === "source" ? t.sourceOf(paper) : paper;
  return { name, fieldId: fieldIdOf(move, name), label };
}
