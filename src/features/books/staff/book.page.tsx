/** The register of a unit and year on the screen: a page of its lines, how it stands, and the way to paper. */
import type { RegisterRow } from "#features/documents/index.ts";
import { dossierPaths } from "#features/dossiers/index.ts";
import { type Unit, unitName } from "#features/organisation/index.ts";
import { formatDay, formatInstant, formatNumber, type Language } from "#foundation/i18n/index.ts";
import { LinkButton } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { FilterBar, FilterSelect } from "#ui/filter-bar/filter-bar.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Pagination } from "#ui/pagination/pagination.tsx";
import { Table } from "#ui/table/table.tsx";
import { bookPaths } from "../paths.ts";
import type { Closing } from "../queries.ts";
import { bookTexts } from "../texts/index.ts";

export type BookProps = {
  readonly language: Language;
  readonly units: readonly Unit[];
  readonly unit: Unit;
  readonly year: number;
  readonly years: readonly number[];
  readonly rows: readonly RegisterRow[];
  readonly count: number;
  readonly nextAfter: number | null;
  readonly isFirstPage: boolean;
  readonly closing: Closing | undefined;
  readonly mayClose: boolean;
  readonly problem: string | null;
};

export function BookMain(props: BookProps) {
  const { language, unit, year, rows, count, closing, nextAfter, problem } = props;
  const t = bookTexts(language);
  const query = { "don-vi": unit.code, nam: year };
  return (
    <>
      <h1>{t.title}</h1>
      <p class="lead">{t.of(unitName(unit, language), year)}</p>
      {problem !== null && (
        <Notice language={language} kind="problem">
          {problem}
        </Notice>
      )}
      <Asking {...props} />
      {closing === undefined ? (
        <p>{t.open}</p>
      ) : (
        <Notice language={language} kind="success">
          {t.closed(closing.signerName, formatInstant(closing.closedAt))}
          <br />
          {t.hash}: <code class="code">{closing.hash}</code>
          <br />
          {t.hashHint}
        </Notice>
      )}
      {count === 0 && closing === undefined ? (
        <EmptyState title={t.none} />
      ) : (
        <>
          <p>{t.count(formatNumber(count, language))}</p>
          <div class="button-group">
            <LinkButton kind="secondary" href={bookPaths.file({ unit: unit.code, year: String(year) })}>
              {t.print}
            </LinkButton>
            {props.mayClose && (
              <LinkButton kind="quiet" href={bookPaths.close({ unit: unit.code, year: String(year) })}>
                {t.close}
              </LinkButton>
            )}
          </div>
          <Lines rows={rows} language={language} />
          <Pagination
            language={language}
            previousHref={props.isFirstPage ? undefined : bookPaths.book(undefined, query)}
            nextHref={nextAfter === null ? undefined : bookPaths.book(undefined, { ...query, sau: nextAfter })}
          />
        </>
      )}
    </>
  );
}

function Asking({ language, units, unit, year, years }: BookProps) {
  const t = bookTexts(language);
  return (
    <FilterBar language={language} action={bookPaths.book()} label={t.filter}>
      <FilterSelect
        name="don-vi"
        label={t.unit}
        value={unit.code}
        options={units.map((one) => ({ value: one.code, text: unitName(one, language) }))}
      />
      <FilterSelect
        name="nam"
        label={t.year}
        value={String(year)}
        options={years.map((one) => ({ value: String(one), text: String(one) }))}
      />
    </FilterBar>
  );
}

function Lines({ rows, language }: { readonly rows: readonly RegisterRow[]; readonly language: Language }) {
  const t = bookTexts(language);
  const c = t.columns;
  const day = (at: Date | null) => (at === null ? "" : formatDay(at));
  return (
    <Table
      caption={t.title}
      hideCaption
      columns={[c.no, c.code, c.content, c.owner, c.received, c.due, c.result, c.returned, c.note].map((head) => ({
        head,
      }))}
      rows={rows.map((row) => [
        String(row.no).padStart(2, "0"),
        <a class="code" href={dossierPaths.staff({ code: row.code })}>
          {row.code}
        </a>,
        row.content,
        <span class="name">{row.owner}</span>,
        formatInstant(row.receivedAt),
        day(row.dueAt),
        day(row.resultAt),
        row.returned === null
          ? ""
          : t.returnedTo(formatDay(row.returned.at), row.returned.giver, row.returned.receiver),
        row.note,
      ])}
    />
  );
}
