/**
 * Setting type on paper: a flow of blocks down a page and on to the next, every text tagged for readers that speak, every
 * line and border marked as ornament. Knows type and paper, and nothing of what a paper says.
 */
import PDFDocument from "pdfkit";
import { breakLines, type Line, type Run } from "./lines.ts";
import { type Face, faceNames, faceToken } from "./typefaces.ts";

export const mm = 72 / 25.4;

/** TT 01/2018 art. 9: slips on A5; NĐ 30/2020 annex I: everything else on A4. */
export const papers = {
  A4: { width: 210 * mm, height: 297 * mm, top: 20 * mm, bottom: 20 * mm, left: 30 * mm, right: 17 * mm },
  A5: { width: 148 * mm, height: 210 * mm, top: 10 * mm, bottom: 11 * mm, left: 15 * mm, right: 12 * mm },
} as const;
export type PaperSize = keyof typeof papers;

export type TextStyle = {
  readonly size?: number;
  readonly face?: Face;
  readonly align?: "left" | "center" | "right" | "justify";
  readonly leading?: number;
  readonly colour?: string;
};

export type ParagraphStyle = TextStyle & {
  readonly tag?: "P" | "H1" | "H2" | "Caption";
  readonly before?: number;
  readonly after?: number;
  /** Of the first line. */
  readonly indent?: number;
  /** Not left alone at the foot of a page: what follows needs at least this much room beside it. */
  readonly keepWith?: number;
};

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Place = Box & { readonly page: number };

export type Column = {
  readonly title: string;
  /** Share of the width. */
  readonly share: number;
  readonly align?: "left" | "center" | "right";
};

const draftWords = {
  title: "Bản dự thảo",
  mark: "BẢN DỰ THẢO",
  head: "BẢN DỰ THẢO – chưa có giá trị pháp lý",
} as const;

export type Sheet = ReturnType<typeof openSheet>;

export function openSheet(about: {
  readonly size: PaperSize;
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** Of issue: the same data give the same bytes, whenever it is set. */
  readonly at: Date;
  readonly baseSize: number;
  /** Says on every page that this is only a draft. */
  readonly isDraft: boolean;
}) {
  const title = about.isDraft ? `${draftWords.title}: ${about.title}` : about.title;
  const paper = papers[about.size];
  const doc = new PDFDocument({
    size: [paper.width, paper.height],
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pdfVersion: "1.7",
    subset: "PDF/A-2a",
    tagged: true,
    lang: "vi-VN",
    displayTitle: true,
    bufferPages: true,
    // The typefaces are told below; left to itself pdfkit would put Helvetica into every paper.
    font: "",
    autoFirstPage: false,
    info: {
      Title: title,
      Subject: about.subject,
      Author: about.author,
      Creator: "motcua",
      Producer: "motcua",
      CreationDate: about.at,
      ModDate: about.at,
    },
  });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });

  for (const face of faceNames) doc.registerFont(face, faceToken(face));
  doc.font("regular");
  doc.addPage();
  const root = doc.struct("Document", { title });
  doc.addStructure(root);

  let pageCount = 1;
  let y: number = paper.top;
  const draftHead = { x: paper.left, y: paper.top / 2, width: paper.width - paper.left - paper.right };
  const left = paper.left;
  const width = paper.width - paper.left - paper.right;
  const bottom = paper.height - paper.bottom;

  const widths = new Map<string, number>();
  const measureAt = (size: number) => (text: string, face: Face) => {
    const key = `${face}${size}\0${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const measured = doc.font(face).fontSize(size).widthOfString(text);
    widths.set(key, measured);
    return measured;
  };

  function addPage(): void {
    doc.addPage();
    pageCount += 1;
    y = paper.top;
    if (!about.isDraft) return;
    drawDraftMark();
    ornament(() => {
      for (const line of toLines(draftWords.head, draftHeadStyle(), width)) {
        drawLine(line, draftHead.x, draftHead.y, width, draftHeadStyle());
      }
    });
  }

  /** Across the page and under the text, which stays black on a light grey. */
  function drawDraftMark(): void {
    const size = width / 6.2;
    ornament(() => {
      doc.save();
      doc.rotate(-52, { origin: [paper.width / 2, paper.height / 2] });
      doc.font("bold").fontSize(size).fillColor("#E2E2E2");
      const x = (paper.width - doc.widthOfString(draftWords.mark)) / 2;
      doc.text(draftWords.mark, x, paper.height / 2 - size / 2, { lineBreak: false });
      doc.restore();
    });
  }

  /** Goes on to the next page unless this much room is left. */
  function need(height: number): void {
    if (y + height > bottom && y > paper.top) addPage();
  }

  function draftHeadStyle() {
    return { size: about.baseSize * 0.75, face: "bold", align: "right", colour: "#8E171B" } as const;
  }

  const sizeOf = (style: TextStyle) => style.size ?? about.baseSize;
  const lineHeight = (style: TextStyle) => sizeOf(style) * (style.leading ?? 1.28);

  function toLines(text: string | readonly Run[], style: TextStyle, lineWidth: number, indent = 0): readonly Line[] {
    const runs = typeof text === "string" ? [{ text }] : text;
    const faced = runs.map((run) => ({ text: run.text, face: run.face ?? style.face ?? "regular" }));
    return breakLines(faced, lineWidth, measureAt(sizeOf(style)), indent);
  }

  /** Draws one line with its baseline where the line's box wants it. */
  function drawLine(line: Line, x: number, top: number, boxWidth: number, style: TextStyle): void {
    const size = sizeOf(style);
    const free = boxWidth - line.width;
    const offset = style.align === "center" ? free / 2 : style.align === "right" ? free : 0;
    const gaps = line.runs.reduce((sum, run) => sum + gapsIn(run.text), 0);
    // Very short last lines and lines with few gaps are left ragged: stretched, they would fall apart.
    const isStretched = style.align === "justify" && !line.isLast && gaps >= 3 && free / gaps < size * 0.6;
    const wordSpacing = isStretched ? free / gaps : 0;
    const measure = measureAt(size);
    doc.fillColor(style.colour ?? "#000000");
    let at = x + offset;
    for (const run of line.runs) {
      doc.font(run.face).fontSize(size);
      // Words that must stay together were joined by a space that does not break; copied text should hold a plain one.
      const plain = run.text.replaceAll("\u00a0", " ");
      const isEnd = run === line.runs.at(-1);
      doc.text(isEnd && !line.isLast ? `${plain} ` : plain, at, top + (lineHeight(style) - size * 1.15) / 2, {
        lineBreak: false,
        ...(wordSpacing > 0 ? { wordSpacing } : {}),
      });
      at += measure(run.text, run.face) + gapsIn(run.text) * wordSpacing;
    }
  }

  /**
   * Centred lines of about the same length, instead of a full one and a single word. Headings are short enough to try
   * narrower widths until one more line would be needed.
   */
  function balanced(text: string | readonly Run[], style: TextStyle, lineWidth: number): readonly Line[] {
    const lines = toLines(text, style, lineWidth);
    if (style.align !== "center" || lines.length < 2 || lines.length > 4) return lines;
    let best = lines;
    for (let narrower = lineWidth * 0.97; narrower > lineWidth / 2; narrower *= 0.97) {
      const tried = toLines(text, style, narrower);
      if (tried.length > lines.length || tried.some((line) => line.width > narrower)) break;
      best = tried;
    }
    return best;
  }

  /** A block of lines at a place of its own; the flow does not move. Gives its height. */
  function block(text: string | readonly Run[], box: Omit<Box, "height">, style: TextStyle, tag = "P"): number {
    const lines = balanced(text, style, box.width);
    const draw = () => {
      for (const [at, line] of lines.entries()) {
        drawLine(line, box.x, box.y + at * lineHeight(style), box.width, style);
      }
    };
    root.add(doc.struct(tag, {}, draw));
    return lines.length * lineHeight(style);
  }

  function heightOf(text: string | readonly Run[], style: TextStyle, lineWidth = width): number {
    return toLines(text, style, lineWidth).length * lineHeight(style);
  }

  /** Of a text that stays on one line. */
  function widthOf(text: string, style: TextStyle): number {
    return measureAt(sizeOf(style))(text, style.face ?? "regular");
  }

  /** A paragraph in the flow, from one page to the next where it must, never with a single line left behind. */
  function paragraph(text: string | readonly Run[], style: ParagraphStyle = {}): void {
    const indent = style.indent ?? 0;
    const height = lineHeight(style);
    const lines = indent > 0 ? toLines(text, style, width, indent) : balanced(text, style, width);
    if (y > paper.top) y += style.before ?? 0;
    const together = lines.length <= 3 || (style.keepWith !== undefined && lines.length <= 8) ? lines.length : 2;
    need(together * height + (style.after ?? 0) + (style.keepWith ?? 0));
    const element = doc.struct(style.tag ?? "P");
    root.add(element);
    for (let from = 0; from < lines.length; ) {
      let room = Math.max(1, Math.floor((bottom - y + 0.01) / height));
      if (lines.length - from > room && lines.length - from - room === 1 && room > 2) room -= 1;
      const part = lines.slice(from, from + room);
      const top = y;
      const startsParagraph = (at: number) => lines[at - 1]?.isLast ?? true;
      const first = from;
      element.add(() => {
        for (const [at, line] of part.entries()) {
          const shift = startsParagraph(first + at) ? indent : 0;
          drawLine(line, left + shift, top + at * height, width - shift, style);
        }
      });
      from += part.length;
      y += part.length * height;
      if (from < lines.length) addPage();
    }
    element.end();
    y += style.after ?? 0;
  }

  /** A line in the lower margin of the present page: it never takes room from the text. */
  function footnote(text: string, style: TextStyle): void {
    block(text, { x: left, y: bottom + 5, width }, style);
  }

  function ornament(draw: () => void): void {
    doc.markContent("Artifact", { type: "Layout" });
    draw();
    doc.endMarkedContent();
  }

  function rule(x: number, at: number, length: number, thickness = 0.7): void {
    ornament(() => {
      doc
        .moveTo(x, at)
        .lineTo(x + length, at)
        .lineWidth(thickness)
        .strokeColor("#000000")
        .stroke();
    });
  }

  /** A table with its head repeated on each page; a row is never torn unless it is longer than a page. */
  function table(columns: readonly Column[], rows: readonly (readonly string[])[], style: TextStyle = {}): void {
    const total = columns.reduce((sum, column) => sum + column.share, 0);
    const spans = columns.map((column) => (width * column.share) / total);
    const padding = 2.5;
    const element = doc.struct("Table");
    root.add(element);
    type Cell = { lines: readonly Line[]; style: TextStyle };
    const cellsOf = (texts: readonly string[], face: Face, isHead: boolean): Cell[] =>
      columns.map((column, at) => {
        const cellStyle: TextStyle = { ...style, face, align: isHead ? "center" : (column.align ?? "left") };
        return { lines: toLines(texts[at] ?? "", cellStyle, (spans[at] ?? 0) - 2 * padding), style: cellStyle };
      });
    const heightOfCells = (cells: readonly Cell[]) =>
      Math.max(...cells.map((cell) => cell.lines.length * lineHeight(cell.style))) + 2 * padding;

    function drawRow(cells: readonly Cell[], tag: "TH" | "TD"): void {
      const height = heightOfCells(cells);
      const row = doc.struct("TR");
      element.add(row);
      let x = left;
      for (const [at, cell] of cells.entries()) {
        const span = spans[at] ?? 0;
        const cellX = x + padding;
        const cellWidth = span - 2 * padding;
        const cellHeight = cell.lines.length * lineHeight(cell.style);
        const top = tag === "TH" ? y + (height - cellHeight) / 2 : y + padding;
        row.add(
          doc.struct(tag, tag === "TH" ? { scope: "Column" } : {}, () => {
            for (const [line, found] of cell.lines.entries()) {
              drawLine(found, cellX, top + line * lineHeight(cell.style), cellWidth, cell.style);
            }
          }),
        );
        x += span;
      }
      row.end();
      const top = y;
      ornament(() => {
        let edge = left;
        for (const span of spans) {
          doc.rect(edge, top, span, height).lineWidth(0.6).strokeColor("#000000").stroke();
          edge += span;
        }
      });
      y += height;
    }

    const head = cellsOf(
      columns.map((column) => column.title),
      "bold",
      true,
    );
    const bodies = rows.map((row) => cellsOf(row, "regular", false));
    need(heightOfCells(head) + (bodies[0] ? Math.min(heightOfCells(bodies[0]), bottom - paper.top - 60) : 0));
    drawRow(head, "TH");
    for (const body of bodies) {
      for (const part of tornToFit(body)) {
        if (y + heightOfCells(part) > bottom + 0.01) {
          addPage();
          drawRow(head, "TH");
        }
        drawRow(part, "TD");
      }
    }
    element.end();

    /** A row taller than a whole page goes on below the head of the next. */
    function tornToFit(cells: readonly Cell[]): Cell[][] {
      const most = bottom - paper.top - heightOfCells(head);
      if (heightOfCells(cells) <= most) return [[...cells]];
      const perPage = Math.floor((most - 2 * padding) / lineHeight(style));
      const parts: Cell[][] = [];
      const longest = Math.max(...cells.map((cell) => cell.lines.length));
      for (let from = 0; from < longest; from += perPage) {
        parts.push(cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, from + perPage) })));
      }
      return parts;
    }
  }

  /** Black squares on white, as one figure with words for those who cannot see it. */
  function squares(size: number, isDark: (row: number, column: number) => boolean, box: Box, alt: string): void {
    const unit = box.width / size;
    root.add(
      doc.struct("Figure", { alt, bbox: [box.x, box.y, box.x + box.width, box.y + box.height] }, () => {
        for (let row = 0; row < size; row += 1) {
          for (let column = 0; column < size; ) {
            let run = 0;
            while (column + run < size && isDark(row, column + run)) run += 1;
            if (run > 0) doc.rect(box.x + column * unit, box.y + row * unit, run * unit, unit);
            column += Math.max(run, 1);
          }
        }
        doc.fillColor("#000000").fill();
      }),
    );
  }

  function frame(box: Box, colour: string, thickness = 0.8): void {
    ornament(() => doc.rect(box.x, box.y, box.width, box.height).lineWidth(thickness).strokeColor(colour).stroke());
  }

  /** NĐ 30/2020 annex I(II)(7): numbered from the second page on, in the middle of the upper margin. */
  function numberPages(): void {
    for (let page = 1; page < pageCount; page += 1) {
      doc.switchToPage(page);
      const text = String(page + 1);
      const size = about.baseSize;
      doc.markContent("Artifact", { type: "Pagination" });
      doc.font("regular").fontSize(size).fillColor("#000000");
      doc.text(text, (paper.width - measureAt(size)(text, "regular")) / 2, paper.top / 2, { lineBreak: false });
      doc.endMarkedContent();
    }
  }

  if (about.isDraft) {
    drawDraftMark();
    // Heard first of all; on the pages after it the same words are ornament.
    block(draftWords.head, draftHead, draftHeadStyle());
  }

  return {
    left,
    width,
    bottom,
    get y() {
      return y;
    },
    set y(to: number) {
      y = to;
    },
    get page() {
      return pageCount - 1;
    },
    need,
    block,
    heightOf,
    widthOf,
    paragraph,
    table,
    footnote,
    rule,
    frame,
    squares,
    async finish(): Promise<Buffer> {
      root.end();
      numberPages();
      doc.end();
      return ended;
    },
  };
}

function gapsIn(text: string): number {
  return text.match(/[ \u00a0]/g)?.length ?? 0;
}
