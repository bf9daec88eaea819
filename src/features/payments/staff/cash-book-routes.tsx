import { inCity } from "#features/dossiers/index.ts";
import { listAccountNames, type Page, type Routes } from "#features/identity/index.ts";
import { NotFoundError } from "#foundation/errors/index.ts";
import { official } from "../api/routes.ts";
import { type BookEntry, listEntries, listGroups } from "../cash-book.queries.ts";
import { spanOf, sumBook } from "../cash-book.ts";
import { type Cell, csv } from "../csv.ts";
import type { PaymentDeps } from "../deps.ts";
import { bookReaders } from "../may.ts";
import { paymentPaths } from "../paths.ts";
import { type AskedBook, readAskedBook } from "../read-period.ts";
import type { ShowPage } from "../show.ts";
import { paymentTexts } from "../texts/index.ts";
import { CashBookMain } from "./cash-book.page.tsx";

const mostShown = 500;

export function declareCashBookPages(routes: Routes, deps: PaymentDeps, show: ShowPage): void {
  const { db } = deps.database;
  const today = () => deps.dayOf(deps.clock.now());

  function asked(c: Page): AskedBook {
    const query = { from: c.req.query("ngay"), to: c.req.query("den"), unit: c.req.query("don-vi") };
    return readAskedBook(query, official(c.get("visitor")), deps.organisation(), today());
  }

  routes.get(paymentPaths.cashBook.pattern, { allow: bookReaders, record: "cashBook.read" }, async (c) => {
    const language = c.get("language");
    const book = asked(c);
    const span = { unitId: book.unit?.id ?? 0, ...spanOf(book.period) };
    const isOneDay = book.period.from === book.period.to;
    const [groups, entries] = await Promise.all([
      listGroups(db, span),
      isOneDay ? listEntries(db, span, null, mostShown + 1) : null,
    ]);
    const shown = entries?.slice(0, mostShown) ?? [];
    const receipts = await deps.receipts.of(db, [...new Set(shown.map(({ dossierId }) => dossierId))]);
    return show(c, {
      title: paymentTexts(language).book,
      isPrivate: true,
      hasErrors: book.fault !== null,
      status: book.fault === null ? 200 : 422,
      main: (
        <CashBookMain
          asked={book}
          today={today()}
          sums={sumBook(groups, deps.catalogue())}
          entries={entries === null ? null : { shown, receipts, hasMore: entries.length > mostShown }}
          names={
            await listAccountNames(
              db,
              groups.map(({ officialId }) => officialId),
            )
          }
          organisation={deps.organisation()}
          language={language}
        />
      ),
    });
  });

  routes.get(paymentPaths.cashBookFile.pattern, { allow: bookReaders, record: "cashBook.download" }, async (c) => {
    const { unit, period, fault } = asked(c);
    if (unit === undefined || fault !== null) throw new NotFoundError("cash book", c.req.url);
    const entries = await listEntries(db, { unitId: unit.id, ...spanOf(period) }, null, Number.MAX_SAFE_INTEGER);
    const names = await listAccountNames(
      db,
      entries.map(({ officialId }) => officialId),
    );
    const t = paymentTexts(c.get("language"));
    const heads = [
      t.when,
      t.dossier,
      t.procedure,
      t.agency,
      t.what,
      t.method,
      t.amount,
      t.reference,
      t.official,
      t.unit,
    ];
    const row = (entry: BookEntry): readonly Cell[] => {
      const { code, definition } = deps.catalogue().getById(entry.procedureVersionId);
      return [
        inCity(entry.at),
        entry.code,
        code,
        definition.agency,
        t.entryKinds[entry.kind],
        t.methods[entry.method],
        entry.amount,
        entry.reference ?? "",
        names.get(entry.officialId) ?? "",
        unit.code,
      ];
    };
    const name = `so-quy-${unit.code}-${period.from}${period.to === period.from ? "" : `-${period.to}`}.csv`;
    return c.body(csv([heads, ...entries.map(row)]), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    });
  });
}
