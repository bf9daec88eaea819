import type { Official, Page, Routes } from "#features/identity/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { ForbiddenError, NotFoundError } from "#foundation/errors/index.ts";
import { formatNumber } from "#foundation/i18n/index.ts";
import { Confirm } from "#ui/confirm/confirm.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { bookFile } from "../book-file.ts";
import { closeBook } from "../close-book.ts";
import type { BookDeps } from "../deps.ts";
import { pageOfLines } from "../lines.ts";
import { bookClosers, booksOf, mayClose, registerReaders } from "../may.ts";
import { bookPaths } from "../paths.ts";
import { countLines, findClosing, listYears } from "../queries.ts";
import { type AskedRegister, readAfter, readBook } from "../read-book.ts";
import type { ShowPage } from "../show.ts";
import { bookTexts } from "../texts/index.ts";
import { BookMain } from "./book.page.tsx";

const linesOnPage = 100;

export function declareBookPages(routes: Routes, deps: BookDeps, show: ShowPage): void {
  const { db } = deps.database;
  const yearNow = () => Number(deps.dayOf(deps.clock.now()).slice(0, 4));

  routes.get(bookPaths.book.pattern, { allow: registerReaders, record: "register.read" }, async (c) => {
    const t = bookTexts(c.get("language"));
    const units = booksOf(official(c), deps.organisation());
    const [first] = units;
    if (first === undefined) {
      return show(c, { title: t.title, isPrivate: true, main: <EmptyState title={t.noBook} /> });
    }
    const unitCode = c.req.query("don-vi") || first.code;
    const year = c.req.query("nam") || String(yearNow());
    const asked = readBook(official(c), deps.organisation(), unitCode, year);
    if (asked === undefined) return bookPage(c, { unit: first, year: yearNow() }, t.unknown, 422);
    return bookPage(c, asked, null, 200);
  });

  routes.get(bookPaths.file.pattern, { allow: registerReaders, record: "register.print" }, async (c) => {
    const { unit, year } = asking(c, c.req.param("unit"), c.req.param("year"));
    const pdf = await bookFile(deps, unit.id, year);
    return new Response(pdf, {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="so-theo-doi-${unit.code}-${year}.pdf"`,
        "cache-control": "private, no-store",
      },
    });
  });

  routes.get(bookPaths.close.pattern, { allow: bookClosers, record: "register.close.page" }, async (c) => {
    const language = c.get("language");
    const t = bookTexts(language);
    const { unit, year } = asking(c, c.req.param("unit"), c.req.param("year"));
    const question = t.closeQuestion(unitName(unit, language), year);
    const count = await countLines(db, unit.id, year);
    return show(c, {
      title: question,
      isPrivate: true,
      main: (
        <Confirm
          language={language}
          question={question}
          action={bookPaths.close({ unit: unit.code, year: String(year) })}
          yes={t.closeYes}
          backHref={bookPaths.book(undefined, { "don-vi": unit.code, nam: year })}
          isWarning
        >
          <p>{t.closeWarning(formatNumber(count, language))}</p>
        </Confirm>
      ),
    });
  });

  routes.post(bookPaths.close.pattern, { allow: bookClosers, record: "register.close" }, async (c) => {
    const asked = asking(c, c.req.param("unit"), c.req.param("year"));
    const result = await closeBook(deps, official(c), asked.unit.id, asked.year);
    if (result.ok) {
      return c.redirect(bookPaths.book(undefined, { "don-vi": asked.unit.code, nam: asked.year }), 303);
    }
    const { reason } = result.refusal;
    if (reason === "not-theirs") throw new ForbiddenError("Only the head closes a register");
    return bookPage(c, asked, bookTexts(c.get("language")).refusals[reason], 409);
  });

  function asking(c: Page, unit: string, year: string): AskedRegister {
    const asked = readBook(official(c), deps.organisation(), unit, year);
    if (asked === undefined) throw new NotFoundError("register", `${unit}/${year}`);
    return asked;
  }

  async function bookPage(c: Page, { unit, year }: AskedRegister, problem: string | null, status: number) {
    const by = official(c);
    const after = readAfter(c.req.query("sau"));
    const book = { unitId: unit.id, year };
    const [rows, count, years, closing] = await Promise.all([
      pageOfLines(deps, db, book, after, linesOnPage + 1),
      countLines(db, unit.id, year),
      listYears(db, unit.id),
      findClosing(db, unit.id, year),
    ]);
    const shown = rows.slice(0, linesOnPage);
    return show(c, {
      title: bookTexts(c.get("language")).title,
      isPrivate: true,
      hasErrors: problem !== null,
      status,
      main: (
        <BookMain
          language={c.get("language")}
          units={booksOf(by, deps.organisation())}
          unit={unit}
          year={year}
          years={[...new Set([yearNow(), yearNow() - 1, year, ...years])].sort((a, b) => b - a)}
          rows={shown}
          count={count}
          nextAfter={rows.length > linesOnPage ? (shown.at(-1)?.no ?? null) : null}
          isFirstPage={after === 0}
          closing={closing}
          mayClose={closing === undefined && year < yearNow() && mayClose(by, unit.id, deps.organisation())}
          problem={problem}
        />
      ),
    });
  }
}

function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("Only officials read registers");
  return visitor;
}
