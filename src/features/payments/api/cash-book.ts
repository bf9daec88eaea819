/** The cash book for programs: its sums, and its entries page by page. */
import { inCity } from "#features/dossiers/index.ts";
import { listAccountNames, type Routes } from "#features/identity/index.ts";
import { BadInputError } from "#foundation/errors/index.ts";
import { listEntries, listGroups } from "../cash-book.queries.ts";
import { spanOf, sumBook } from "../cash-book.ts";
import type { PaymentDeps } from "../deps.ts";
import { bookReaders } from "../may.ts";
import { paymentPaths } from "../paths.ts";
import { readAskedBook } from "../read-period.ts";
import { official } from "./routes.ts";

const apiPage = 500;

export function declareCashBookApi(routes: Routes, deps: PaymentDeps): void {
  const { db } = deps.database;

  routes.get(paymentPaths.apiCashBook.pattern, { allow: bookReaders, record: "cashBook.api" }, async (c) => {
    const book = readAskedBook(
      { from: c.req.query("from"), to: c.req.query("to"), unit: c.req.query("unit") },
      official(c.get("visitor")),
      deps.organisation(),
      deps.dayOf(deps.clock.now()),
    );
    const { unit, period, fault } = book;
    const after = readCursor(c.req.query("cursor"));
    if (unit === undefined || fault !== null || after === undefined) {
      const path = fault === "period" ? "from" : fault === "unit" ? "unit" : "cursor";
      throw new BadInputError("badQuery", [{ path, code: "unknown", message: path }], 400);
    }
    const span = { unitId: unit.id, ...spanOf(period) };
    const [groups, rows] = await Promise.all([listGroups(db, span), listEntries(db, span, after, apiPage + 1)]);
    const items = rows.slice(0, apiPage);
    const last = items.at(-1);
    const names = await listAccountNames(
      db,
      groups.map(({ officialId }) => officialId),
    );
    const sums = sumBook(groups, deps.catalogue());
    return c.json({
      unitCode: unit.code,
      ...period,
      sums: sums.all,
      byMethod: sums.byMethod,
      byOfficial: sums.byOfficial.map(({ officialId, ...row }) => ({ name: names.get(officialId) ?? null, ...row })),
      byAgency: sums.byAgency,
      items: items.map((entry) => ({
        id: entry.id,
        kind: entry.kind,
        at: inCity(entry.at),
        dossierCode: entry.code,
        procedureCode: deps.catalogue().getById(entry.procedureVersionId).code,
        method: entry.method,
        amount: entry.amount,
        reference: entry.reference,
        official: names.get(entry.officialId) ?? null,
      })),
      nextCursor:
        rows.length > apiPage && last ? Buffer.from(`${last.at.toISOString()} ${last.id}`).toString("base64url") : null,
    });
  });
}

/** Null: from the beginning. Undefined: not one of ours. */
function readCursor(cursor: string | undefined): { readonly at: Date; readonly id: string } | null | undefined {
  if (cursor === undefined) return null;
  const shape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
  const [, time, id] = shape.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  const at = new Date(time ?? "");
  return id === undefined || Number.isNaN(at.getTime()) ? undefined : { at, id };
}
