/** What share of its dossiers each unit digitised and re-used, every share beside the numbers it is made of. */
import type { DigitisationShare } from "#features/dossiers/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { type Day, formatDay, formatNumber, formatShare, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { FilterBar, FilterText } from "#ui/filter-bar/filter-bar.tsx";
import { Table } from "#ui/table/table.tsx";
import { mostDays } from "../api/question.ts";
import { supervisionPaths } from "../paths.ts";
import { digitisationFigureTexts } from "./texts.ts";

export type DigitisationProps = {
  readonly span: { readonly from: Day; readonly to: Day };
  /** What was typed cannot be read as days. */
  readonly isWrong: boolean;
  readonly rows: readonly DigitisationShare[];
  readonly organisation: Organisation;
  readonly language: Language;
};

export function DigitisationMain({ span, isWrong, rows, organisation, language }: DigitisationProps) {
  const t = digitisationFigureTexts(language);
  return (
    <>
      {isWrong && <ErrorSummary language={language} faults={[{ fieldId: "loc-tu", message: t.wrongSpan(mostDays) }]} />}
      <h1>{t.title}</h1>
      <p class="lead">{t.lead(formatDay(span.from), formatDay(span.to))}</p>
      <FilterBar language={language} action={supervisionPaths.digitisation()} label={t.filter}>
        <FilterText name="tu" label={t.from} value={formatDay(span.from)} inputmode="numeric" />
        <FilterText name="den" label={t.to} value={formatDay(span.to)} inputmode="numeric" />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <Table
          caption={t.title}
          hideCaption
          isWide
          columns={[
            { head: t.unit },
            ...[t.accepted, t.whole, t.reused, t.returned, t.resultDigitised].map((head) => ({ head, isFigure: true })),
          ]}
          rows={rows
            .toSorted((a, b) => b.accepted - a.accepted)
            .map((row) => [unitName(organisation.getById(row.unitId), language), ...cells(row, language)])}
          foot={[t.total, ...cells(rows.reduce(together), language)]}
        />
      )}
      <p class="quiet">{t.how}</p>
    </>
  );
}

function cells(row: DigitisationShare, language: Language): readonly Child[] {
  const number = (value: number) => formatNumber(value, language);
  return [
    number(row.accepted),
    share(row.whole, row.accepted, language),
    share(row.reused, row.accepted, language),
    number(row.returned),
    share(row.resultDigitised, row.returned, language),
  ];
}

/** Of nothing there is no share: neither 0 % nor 100 % would be true. */
function share(part: number, whole: number, language: Language): Child {
  const t = digitisationFigureTexts(language);
  if (whole === 0) return <span class="is-none">{t.noData}</span>;
  return (
    <>
      {formatShare(part / whole, language)}{" "}
      <span class="quiet">{t.of(formatNumber(part, language), formatNumber(whole, language))}</span>
    </>
  );
}

function together(one: DigitisationShare, other: DigitisationShare): DigitisationShare {
  return {
    unitId: one.unitId,
    accepted: one.accepted + other.accepted,
    whole: one.whole + other.whole,
    reused: one.reused + other.reused,
    returned: one.returned + other.returned,
    resultDigitised: one.resultDigitised + other.resultDigitised,
  };
}
