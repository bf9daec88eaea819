/** The register for programs: its lines page by page, its closing with the hash, and the act of closing. */
import { inCity } from "#features/dossiers/index.ts";
import type { Official, Page, Routes } from "#features/identity/index.ts";
import { ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { problemResponse, problemWords } from "#foundation/http/index.ts";
import { closeBook } from "../close-book.ts";
import type { BookDeps } from "../deps.ts";
import { pageOfLines } from "../lines.ts";
import { bookClosers, registerReaders } from "../may.ts";
import { bookPaths } from "../paths.ts";
import { type Closing, countLines, findClosing } from "../queries.ts";
import { readAfter, readBook } from "../read-book.ts";
import { bookTexts } from "../texts/index.ts";

const linesOfPage = 500;

export function declareBookApi(routes: Routes, deps: BookDeps): void {
  const { db } = deps.database;

  routes.get(bookPaths.api.pattern, { allow: registerReaders, record: "register.api" }, async (c) => {
    const { unit, year } = asking(c, c.req.param("unit"), c.req.param("year"));
    const after = readAfter(c.req.query("cursor"));
    const [rows, count, closing] = await Promise.all([
      pageOfLines(deps, db, { unitId: unit.id, year }, after, linesOfPage + 1),
      countLines(db, unit.id, year),
      findClosing(db, unit.id, year),
    ]);
    const items = rows.slice(0, linesOfPage);
    return c.json({
      unitCode: unit.code,
      year,
      count,
      closing: closing === undefined ? null : closingDocument(closing),
      items: items.map((row) => ({
        ...row,
        receivedAt: inCity(row.receivedAt),
        dueAt: row.dueAt && inCity(row.dueAt),
        resultAt: row.resultAt && inCity(row.resultAt),
        returned: row.returned && { ...row.returned, at: inCity(row.returned.at) },
      })),
      nextCursor: rows.length > linesOfPage ? String(items.at(-1)?.no) : null,
    });
  });

  routes.post(bookPaths.apiClosing.pattern, { allow: bookClosers, record: "register.close" }, async (c) => {
    const { unit, year } = asking(c, c.req.param("unit"), c.req.param("year"));
    const result = await closeBook(deps, official(c), unit.id, year);
    if (result.ok) return c.json(closingDocument(result.value), 201);
    const { reason } = result.refusal;
    if (reason === "not-theirs") throw new ForbiddenError("Only the head closes a register");
    return problemResponse({
      type: `/problems/${reason}`,
      title: problemWords("conflict").title,
      status: 409,
      detail: `${bookTexts("vi").refusals[reason]} / ${bookTexts("en").refusals[reason]}`,
      requestId: c.get("requestId"),
    });
  });

  function asking(c: Page, unit: string, year: string) {
    const asked = readBook(official(c), deps.organisation(), unit, year);
    if (asked === undefined) throw new NotFoundError("register", `${unit}/${year}`);
    return asked;
  }
}

function closingDocument({ closedAt, signerName, lineCount, hash }: Closing) {
  return { closedAt: inCity(closedAt), closedBy: signerName, count: lineCount, hash };
}

function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("Only officials read registers");
  return visitor;
}
