import type { DirectionList } from "#features/dossiers/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { formatNumber, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Table } from "#ui/table/table.tsx";
import type { SupervisionDeps } from "../deps.ts";
import type { Today } from "../figures.ts";
import type { OpenCounts } from "../queries.ts";
import { supervisionTexts } from "../texts/index.ts";
import { type Filter, listHref } from "./asked-list.ts";
import type { TodayProps } from "./today.page.tsx";

export const unitsTableId = "don-vi";

/** The numbers of the table, by the list each opens to. */
const now = [
  { name: "overdue", list: "overdue", isLate: true },
  { name: "unanswered", list: "unanswered", isLate: true },
  { name: "within", list: "within", isLate: false },
  { name: "waitingForAnswer", list: "waiting", isLate: false },
] as const;
const happened = [
  { name: "received", list: "received", isLate: false },
  { name: "accepted", list: "accepted", isLate: false },
  { name: "early", list: "early", isLate: false },
  { name: "onTime", list: "onTime", isLate: false },
  { name: "late", list: "late", isLate: true },
] as const;
const columns = [...now, ...happened];
const ofDesk = [
  ...now,
  { name: "waitingForCitizen", list: "supplement", isLate: false },
  { name: "toReturn", list: "toReturn", isLate: false },
] as const;

/** Where one body alone has to do with everything there is, only its desks can still be told apart. */
export function isOfOneBody({ byUnit }: Pick<Today, "byUnit">): boolean {
  return byUnit.length <= 1;
}

export function UnitsTable({ today, deps, language }: TodayProps) {
  const t = supervisionTexts(language);
  if (isOfOneBody(today)) return <DesksTable today={today} deps={deps} language={language} />;
  return (
    <>
      <h2 id={unitsTableId} class="part">
        {t.byUnit}
      </h2>
      <p class="quiet">{t.byUnitHow}</p>
      <Table
        caption={t.byUnit}
        hideCaption
        isWide
        groups={[
          { head: "", span: 1 },
          { head: t.now, span: now.length },
          { head: t.today, span: happened.length },
        ]}
        columns={[{ head: t.unit }, ...columns.map(({ name }) => ({ head: t.columns[name], isFigure: true }))]}
        rows={today.byUnit
          .toSorted((a, b) => late(b) - late(a) || b.late - a.late || b.received - a.received)
          .map((row) => rowOf(row, columns, deps, language))}
        foot={[t.total, ...columns.map(({ name }) => total(today.byUnit, (row) => row[name], language))]}
      />
    </>
  );
}

function DesksTable({ today, deps, language }: Pick<TodayProps, "today" | "deps" | "language">) {
  const t = supervisionTexts(language);
  if (today.byHolder.length === 0) return null;
  return (
    <>
      <h2 id={unitsTableId} class="part">
        {t.byDesk}
      </h2>
      <Table
        caption={t.byDesk}
        hideCaption
        isWide
        columns={[{ head: t.desk }, ...ofDesk.map(({ name }) => ({ head: t.columns[name], isFigure: true }))]}
        rows={today.byHolder.toSorted((a, b) => late(b) - late(a)).map((row) => rowOf(row, ofDesk, deps, language))}
        foot={[t.total, ...ofDesk.map(({ name }) => total(today.byHolder, (row) => row[name], language))]}
      />
    </>
  );
}

type Column<Name extends string> = { readonly name: Name; readonly list: DirectionList; readonly isLate: boolean };

function rowOf<Name extends string>(
  row: Readonly<Record<Name, number>> & { readonly unitId: number },
  shown: readonly Column<Name>[],
  deps: SupervisionDeps,
  language: Language,
): readonly Child[] {
  const unit = deps.organisation().getById(row.unitId);
  const cells = shown.map(({ name, list, isLate }) => opening(row[name], { list, unit: unit.code }, language, isLate));
  return [unitName(unit, language), ...cells];
}

function late({ overdue, unanswered }: OpenCounts): number {
  return overdue + unanswered;
}

function total<Row>(rows: readonly Row[], of: (row: Row) => number, language: Language): string {
  return formatNumber(
    rows.reduce((sum, row) => sum + of(row), 0),
    language,
  );
}

/** Nought opens nothing; a table full of such links would only be in the way. */
export function opening(value: number, filter: Filter, language: Language, isLate = false): Child {
  const shown = formatNumber(value, language);
  if (value === 0) return <span class="is-none">{shown}</span>;
  return (
    <a class={isLate ? "is-late" : undefined} href={listHref(filter)}>
      {shown}
    </a>
  );
}
