/** The cash book of a unit: what one hands over at the end of a day, and what agencies settle at the end of a quarter. */
import { dossierPaths } from "#features/dossiers/index.ts";
import { type Organisation, type Unit, unitName } from "#features/organisation/index.ts";
import { formatDay, formatInstant, formatMoney, formatNumber, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { LinkButton } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";
import { Figure, Figures } from "#ui/figure/figure.tsx";
import { FilterBar, FilterSelect, FilterText } from "#ui/filter-bar/filter-bar.tsx";
import { Table } from "#ui/table/table.tsx";
import type { BookEntry } from "../cash-book.queries.ts";
import { type BookSums, mostDays, type Period, quarterOf, type Sums } from "../cash-book.ts";
import type { IssuedReceipt } from "../keep-receipts.ts";
import { paymentPaths } from "../paths.ts";
import type { AskedBook } from "../read-period.ts";
import { paymentTexts } from "../texts/index.ts";

export type CashBookProps = {
  readonly asked: AskedBook;
  readonly today: string;
  readonly sums: BookSums;
  /** Of a single day, in order of time; null for a longer period. */
  readonly entries: {
    readonly shown: readonly BookEntry[];
    /** By the payment each was issued for. */
    readonly receipts: ReadonlyMap<string, IssuedReceipt>;
    readonly hasMore: boolean;
  } | null;
  readonly names: ReadonlyMap<string, string>;
  readonly organisation: Organisation;
  readonly language: Language;
};

export function CashBookMain(props: CashBookProps) {
  const { asked, sums, entries, language } = props;
  const t = paymentTexts(language);
  const { period, unit, fault } = asked;
  return (
    <div class="money">
      {fault !== null && (
        <ErrorSummary
          language={language}
          faults={[
            fault === "period"
              ? { fieldId: "loc-ngay", message: t.wrongPeriod(mostDays) }
              : { fieldId: "loc-don-vi", message: t.unknownUnit },
          ]}
        />
      )}
      <h1>{t.book}</h1>
      {unit !== undefined && <p class="lead">{t.bookOf(unitName(unit, language), periodInWords(period, language))}</p>}
      <Asking {...props} />
      {fault === null && unit !== undefined && sums.all.count === 0 && <EmptyState title={t.noEntries} />}
      {fault === null && unit !== undefined && sums.all.count > 0 && (
        <>
          <Figures>
            <Figure name={t.received} value={formatMoney(sums.all.received)} />
            {sums.all.reversed < 0 && <Figure name={t.reversedSum} value={formatMoney(sums.all.reversed)} />}
            {sums.all.refunded < 0 && <Figure name={t.refundedSum} value={formatMoney(sums.all.refunded)} />}
            <Figure name={t.net} value={formatMoney(sums.all.net)} />
          </Figures>
          <p>
            <LinkButton kind="secondary" download href={paymentPaths.cashBookFile(undefined, queryOf(period, unit))}>
              {t.download}
            </LinkButton>
          </p>
          <SumTables {...props} />
          {entries !== null && <Entries {...props} entries={entries} />}
        </>
      )}
    </div>
  );
}

function Asking({ asked, today, language }: CashBookProps) {
  const t = paymentTexts(language);
  const { period, units, unit } = asked;
  const quarters = [quarterOf(today), quarterOf(today, 1)];
  return (
    <>
      <FilterBar language={language} action={paymentPaths.cashBook()} label={t.bookFilter}>
        <FilterText name="ngay" label={t.day} value={formatDay(period.from)} inputmode="numeric" />
        <FilterText
          name="den"
          label={t.toDay}
          value={period.to === period.from ? "" : formatDay(period.to)}
          inputmode="numeric"
        />
        {units.length > 1 && (
          <FilterSelect
            name="don-vi"
            label={t.unitOfBook}
            value={unit?.code}
            options={units.map((one) => ({ value: one.code, text: unitName(one, language) }))}
          />
        )}
      </FilterBar>
      <nav aria-label={t.periods}>
        <ul class="money-periods">
          <li>
            <a href={paymentPaths.cashBook(undefined, queryOf({ from: today, to: today }, unit))}>{t.today}</a>
          </li>
          {quarters.map((one) => (
            <li>
              <a href={paymentPaths.cashBook(undefined, queryOf(one, unit))}>{t.quarter(one.quarter, one.year)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

function queryOf({ from, to }: Period, unit: Unit | undefined) {
  return { ngay: from, den: to === from ? undefined : to, "don-vi": unit?.code };
}

function periodInWords({ from, to }: Period, language: Language): string {
  const t = paymentTexts(language);
  return from === to ? t.onDay(formatDay(from)) : t.fromTo(formatDay(from), formatDay(to));
}

const columns = ["received", "reversed", "refunded", "net"] as const;

function SumTables({ sums, names, organisation, language }: CashBookProps) {
  const t = paymentTexts(language);
  const heads = [t.received, t.reversedSum, t.refundedSum, t.net];
  const cells = (row: Sums): readonly Child[] => columns.map((name) => formatMoney(row[name]));
  const total = [t.total, ...cells(sums.all)];
  const table = (caption: string, first: string, rows: readonly (readonly Child[])[], more: readonly Child[] = []) => (
    <Table
      caption={caption}
      hideCaption
      columns={[first, ...heads, ...more].map((head, at) => ({ head, isFigure: at > 0 }))}
      rows={rows}
      foot={more.length === 0 ? total : undefined}
    />
  );
  const agencyName = (code: string) => {
    const unit = organisation.byCode(code);
    return unit === undefined ? code : unitName(unit, language);
  };
  return (
    <>
      <h2>{t.byMethod}</h2>
      {table(
        t.byMethod,
        t.method,
        sums.byMethod.map((row) => [t.methods[row.method], ...cells(row)]),
      )}
      <h2>{t.byOfficial}</h2>
      {table(
        t.byOfficial,
        t.official,
        sums.byOfficial.map((row) => [
          names.get(row.officialId) ?? row.officialId,
          ...cells(row),
          formatMoney(row.netCash),
        ]),
        [t.netCash],
      )}
      <h2>{t.byAgency}</h2>
      <p>{t.byAgencyLead}</p>
      {table(
        t.byAgency,
        t.agency,
        sums.byAgency.map((row) => [agencyName(row.agency), ...cells(row)]),
      )}
    </>
  );
}

function Entries({
  entries,
  names,
  language,
}: Pick<CashBookProps, "names" | "language"> & { readonly entries: NonNullable<CashBookProps["entries"]> }) {
  const t = paymentTexts(language);
  return (
    <>
      <h2>{t.entriesOfDay}</h2>
      {entries.hasMore && <p>{t.manyEntries(formatNumber(entries.shown.length, language))}</p>}
      <Table
        caption={t.entriesOfDay}
        hideCaption
        columns={[
          { head: t.dossier },
          { head: t.when },
          { head: t.what },
          { head: t.method },
          { head: t.amount, isFigure: true },
          { head: t.reference },
          { head: t.receiptColumn },
          { head: t.official },
        ]}
        rows={entries.shown.map((entry) => [
          <a class="code" href={paymentPaths.desk({ code: entry.code })}>
            {entry.code}
          </a>,
          formatInstant(entry.at),
          t.entryKinds[entry.kind],
          t.methods[entry.method],
          formatMoney(entry.amount),
          entry.reference === null ? "–" : <span class="code">{entry.reference}</span>,
          <ReceiptLink entry={entry} receipt={entries.receipts.get(entry.id)} language={language} />,
          names.get(entry.officialId) ?? "",
        ])}
      />
    </>
  );
}

function ReceiptLink({
  entry,
  receipt,
  language,
}: {
  readonly entry: BookEntry;
  readonly receipt: IssuedReceipt | undefined;
  readonly language: Language;
}) {
  if (receipt === undefined) return <span>–</span>;
  return (
    <span>
      <a href={dossierPaths.paper({ code: entry.code, paper: receipt.id })}>{receipt.number}</a>
      {receipt.isCancelled && ` · ${paymentTexts(language).receiptCancelled}`}
    </span>
  );
}
