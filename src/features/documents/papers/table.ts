/** Tables on paper: the head again on each page, no row torn that fits a page, columns under a common heading. */
import type { Line, Run } from "./lines.ts";
import type { Box, Part, Sheet, TextStyle } from "./sheet.ts";

export type Column = {
  readonly title: string;
  /** Share of the width. */
  readonly share: number;
  readonly align?: "left" | "center" | "right";
  /** Neighbouring columns of the same group stand under one heading. */
  readonly group?: string;
};

/** What a cell says: one text, or runs of different faces. */
export type CellText = string | readonly Run[];
export type TableOptions = {
  readonly style?: TextStyle;
  /** Sums, in bold, after the last row and never without it. */
  readonly totals?: readonly CellText[];
  /** How much room what follows the table needs beside its last row. */
  readonly tail?: number;
};

type Cell = { readonly lines: readonly Line[]; readonly style: TextStyle };
const padding = 2.5;
const sidePadding = 3.5;

export function setTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly CellText[])[],
  { style = {}, totals, tail = 0 }: TableOptions = {},
): void {
  const all = columns.reduce((sum, column) => sum + column.share, 0);
  const spans = columns.map((column) => (sheet.width * column.share) / all);
  const line = sheet.lineHeight(style);
  const element = sheet.part("Table");
  const head = layHead(sheet, columns, spans, style);

  const cellsOf = (texts: readonly CellText[], face: "regular" | "bold"): readonly Cell[] =>
    columns.map((column, at) => {
      const cellStyle: TextStyle = { ...style, face, align: column.align ?? "left" };
      return { lines: sheet.toLines(texts[at] ?? "", cellStyle, (spans[at] ?? 0) - 2 * sidePadding), style: cellStyle };
    });
  const heightOf = (cells: readonly Cell[]) => Math.max(...cells.map((cell) => cell.lines.length)) * line + 2 * padding;

  function drawRow(cells: readonly Cell[]): void {
    const height = heightOf(cells);
    const row = sheet.part("TR", element);
    const boxes: Box[] = [];
    let x = sheet.left;
    for (const [at, cell] of cells.entries()) {
      const box = { x, y: sheet.y, width: spans[at] ?? 0, height };
      drawCell(sheet, row, "TD", { columns: 1, rows: 1 }, cell, box, sheet.y + padding);
      boxes.push(box);
      x += box.width;
    }
    row.end();
    sheet.frames(boxes, 0.6);
    sheet.y += height;
  }

  /** A row taller than a whole page goes on below the head of the next. */
  function tornToFit(cells: readonly Cell[]): readonly (readonly Cell[])[] {
    const most = sheet.bottom - sheet.top - head.height;
    if (heightOf(cells) <= most) return [cells];
    const perPage = Math.max(1, Math.floor((most - 2 * padding) / line));
    const longest = Math.max(...cells.map((cell) => cell.lines.length));
    return Array.from({ length: Math.ceil(longest / perPage) }, (_, page) =>
      cells.map((cell) => ({ ...cell, lines: cell.lines.slice(page * perPage, (page + 1) * perPage) })),
    );
  }

  const closing = totals === undefined ? null : cellsOf(totals, "bold");
  const closingHeight = closing === null ? 0 : heightOf(closing);
  const first = rows[0];
  sheet.need(head.height + (first ? Math.min(heightOf(cellsOf(first, "regular")), sheet.bottom - sheet.top - 60) : 0));
  head.draw(element);
  for (const [at, row] of rows.entries()) {
    const below = at === rows.length - 1 ? closingHeight + tail : 0;
    for (const part of tornToFit(cellsOf(row, "regular"))) {
      if (sheet.y + heightOf(part) + below > sheet.bottom + 0.01) {
        sheet.addPage();
        head.draw(element);
      }
      drawRow(part);
    }
  }
  if (closing !== null) drawRow(closing);
  element.end();
}

/** The head in one tier, or in two where columns stand under a common heading. */
function layHead(sheet: Sheet, columns: readonly Column[], spans: readonly number[], style: TextStyle) {
  const headStyle: TextStyle = { ...style, face: "bold", align: "center" };
  const lay = (text: string, width: number): Cell => ({
    lines: sheet.toLines(text, headStyle, width - 2 * sidePadding),
    style: headStyle,
  });
  const heightOf = (cells: readonly Cell[]) =>
    cells.length === 0
      ? 0
      : Math.max(...cells.map((cell) => cell.lines.length)) * sheet.lineHeight(headStyle) + 2 * padding;
  const groups = groupsOf(columns).map((group) => {
    const width = spans.slice(group.from, group.to).reduce((sum, span) => sum + span, 0);
    const single = columns[group.from];
    return {
      ...group,
      width,
      cell: lay(group.title ?? single?.title ?? "", width),
      below:
        group.title === null
          ? []
          : columns.slice(group.from, group.to).map((column, at) => lay(column.title, spans[group.from + at] ?? 0)),
    };
  });
  const lower = heightOf(groups.flatMap((group) => group.below));
  const upper = Math.max(
    heightOf(groups.filter((group) => group.title !== null).map((group) => group.cell)),
    heightOf(groups.filter((group) => group.title === null).map((group) => group.cell)) - lower,
  );
  const height = upper + lower;

  function draw(table: Part): void {
    const { y } = sheet;
    const boxes: Box[] = [];
    const put = (row: Part, cell: Cell, box: Box, columnSpan: number, rowSpan: number) => {
      const free = box.height - cell.lines.length * sheet.lineHeight(headStyle);
      drawCell(sheet, row, "TH", { columns: columnSpan, rows: rowSpan }, cell, box, box.y + free / 2);
      boxes.push(box);
    };
    const row = sheet.part("TR", table);
    let x = sheet.left;
    const second: (() => void)[] = [];
    let lowerRow: Part = row;
    for (const group of groups) {
      const isGroup = group.title !== null;
      const box = { x, y, width: group.width, height: isGroup ? upper : height };
      put(row, group.cell, box, group.to - group.from, isGroup || lower === 0 ? 1 : 2);
      let left = x;
      for (const [at, cell] of group.below.entries()) {
        const below = { x: left, y: y + upper, width: spans[group.from + at] ?? 0, height: lower };
        second.push(() => put(lowerRow, cell, below, 1, 1));
        left += below.width;
      }
      x += group.width;
    }
    row.end();
    if (second.length > 0) {
      lowerRow = sheet.part("TR", table);
      for (const set of second) set();
      lowerRow.end();
    }
    sheet.frames(boxes, 0.6);
    sheet.y = y + height;
  }
  return { height, draw };
}

function groupsOf(columns: readonly Column[]) {
  const groups: { title: string | null; from: number; to: number }[] = [];
  for (const [at, column] of columns.entries()) {
    const last = groups.at(-1);
    if (last && last.title !== null && last.title === column.group) last.to = at + 1;
    else groups.push({ title: column.group ?? null, from: at, to: at + 1 });
  }
  return groups;
}

function drawCell(
  sheet: Sheet,
  row: Part,
  tag: "TH" | "TD",
  spans: { readonly columns: number; readonly rows: number },
  cell: Cell,
  box: Box,
  top: number,
): void {
  sheet.cell(row, tag, spans, () => {
    for (const [at, line] of cell.lines.entries()) {
      sheet.drawLine(
        line,
        box.x + sidePadding,
        top + at * sheet.lineHeight(cell.style),
        box.width - 2 * sidePadding,
        cell.style,
      );
    }
  });
}
