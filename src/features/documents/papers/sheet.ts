/**
 * Setting type on paper: a flow of blocks down a page and on to the next, every text tagged for readers that speak, every
 * line and border marked as ornament. Knows type and paper, and nothing of what a paper says.
 */
import type { Line, Run } from "./lines.ts";
import { PaperDocument } from "./paper-document.ts";
import { faceNames, faceToken } from "./typefaces.ts";
import { openTypesetting, type TextStyle } from "./typesetting.ts";

export type { TextStyle } from "./typesetting.ts";

export const mm = 72 / 25.4;

/** TT 01/2018 art. 10: slips on A5, the register on A4; NĐ 30/2020 annex I: everything else on A4. */
export const papers = {
  A4: { width: 210 * mm, height: 297 * mm, top: 20 * mm, bottom: 20 * mm, left: 30 * mm, right: 17 * mm },
  A5: { width: 148 * mm, height: 210 * mm, top: 10 * mm, bottom: 11 * mm, left: 15 * mm, right: 12 * mm },
  "A4-landscape": { width: 297 * mm, height: 210 * mm, top: 17 * mm, bottom: 14 * mm, left: 15 * mm, right: 15 * mm },
} as const;
export type PaperSize = keyof typeof papers;

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

/** A part of the document as readers that speak walk through it. */
export type Part = PDFKit.PDFStructureElement;
export type Spans = { readonly columns: number; readonly rows: number };

export type Sheet = ReturnType<typeof openSheet>;

const draftWords = {
  title: "Bản dự thảo",
  mark: "BẢN DỰ THẢO",
  head: "BẢN DỰ THẢO – chưa có giá trị pháp lý",
} as const;
const specimenMark = "MẪU";
const specimenSize = 16;

export function openSheet(about: {
  readonly size: PaperSize;
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** Of issue: the same data give the same bytes, whenever it is set. */
  readonly at: Date;
  readonly baseSize: number;
  /** Not a paper but a picture of one: marked so that nobody takes it for issued. */
  readonly isSpecimen: boolean;
  /** Says on every page that this is only a draft. */
  readonly isDraft: boolean;
}) {
  const said = about.isDraft ? `${draftWords.title}: ${about.title}` : about.title;
  const title = about.isSpecimen ? `${specimenMark} - ${said}` : said;
  const paper = papers[about.size];
  const doc = new PaperDocument(paper, {
    title,
    subject: about.subject,
    author: about.author,
    at: about.at,
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

  const { measureAt, lineHeight, toLines, drawLine, balanced, heightOf, widthOf } = openTypesetting(
    doc,
    about.baseSize,
  );

  let pageCount = 1;
  let y: number = paper.top;
  const draftHead = { x: paper.left, y: paper.top / 2, width: paper.width - paper.left - paper.right };
  const draftHeadStyle = { size: about.baseSize * 0.75, face: "bold", align: "right", colour: "#8E171B" } as const;
  let pending: { readonly lines: readonly Line[]; readonly style: ParagraphStyle } | null = null;
  const left = paper.left;
  const width = paper.width - paper.left - paper.right;
  const bottom = paper.height - paper.bottom;

  function addPage(): void {
    doc.addPage();
    pageCount += 1;
    y = paper.top;
    if (!about.isDraft) return;
    drawDraftMark();
    ornament(() => {
      for (const line of toLines(draftWords.head, draftHeadStyle, width)) {
        drawLine(line, draftHead.x, draftHead.y, width, draftHeadStyle);
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

  /** A block of lines at a place of its own; the flow does not move. Gives its height. */
  function block(text: string | readonly Run[], box: Omit<Box, "height">, style: TextStyle, tag = "P"): number {
    flush();
    const lines = balanced(text, style, box.width);
    const draw = () => {
      for (const [at, line] of lines.entries()) {
        drawLine(line, box.x, box.y + at * lineHeight(style), box.width, style);
      }
    };
    root.add(doc.struct(tag, {}, draw));
    return lines.length * lineHeight(style);
  }

  /**
   * A paragraph in the flow, from one page to the next where it must, never with a single line left behind. It is drawn
   * when it is known what follows, so that what closes a paper is not left alone on a page.
   */
  function paragraph(text: string | readonly Run[], style: ParagraphStyle = {}): void {
    flush();
    const indent = style.indent ?? 0;
    pending = { lines: indent > 0 ? toLines(text, style, width, indent) : balanced(text, style, width), style };
  }

  /** `tail`: how much room what follows needs; the last two lines stay with it. */
  function flush(tail = 0): void {
    if (pending === null) return;
    const { lines, style } = pending;
    pending = null;
    const indent = style.indent ?? 0;
    const after = style.after ?? 0;
    const height = lineHeight(style);
    const keepWith = Math.max(style.keepWith ?? 0, tail);
    if (y > paper.top) y += style.before ?? 0;
    need((lines.length <= 3 ? lines.length : 2) * height + (lines.length <= 3 ? after + keepWith : 0));
    const element = doc.struct(style.tag ?? "P");
    root.add(element);
    for (let from = 0; from < lines.length; ) {
      const rest = lines.length - from;
      let room = Math.max(1, Math.floor((bottom - y + 0.01) / height));
      if (rest > room && rest - room === 1 && room > 2) room -= 1;
      if (rest <= room && rest > 3 && y + rest * height + after + keepWith > bottom) room = rest - 2;
      drawPart(element, lines, from, Math.min(lines.length, from + room), indent, style);
      from += room;
      if (from < lines.length) addPage();
    }
    element.end();
    y += after;
  }

  function drawPart(
    element: Part,
    lines: readonly Line[],
    from: number,
    to: number,
    indent: number,
    style: TextStyle,
  ): void {
    const top = y;
    const height = lineHeight(style);
    element.add(() => {
      for (let at = from; at < to; at += 1) {
        const line = lines[at];
        if (line === undefined) continue;
        const shift = (lines[at - 1]?.isLast ?? true) ? indent : 0;
        drawLine(line, left + shift, top + (at - from) * height, width - shift, style);
      }
    });
    y += (to - from) * height;
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

  /** Black squares on white, as one figure with words for those who cannot see it. */
  function squares(size: number, isDark: (row: number, column: number) => boolean, box: Box, alt: string): void {
    flush();
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

  /** Dotted lines for somebody who writes with a pen, over the whole width. */
  function dottedLines(count: number, height: number): void {
    flush();
    need(count * height);
    const top = y;
    ornament(() => {
      for (let line = 1; line <= count; line += 1)
        doc.moveTo(left, top + line * height).lineTo(left + width, top + line * height);
      doc.lineWidth(0.6).dash(0.8, { space: 2.2 }).strokeColor("#000000").stroke().undash();
    });
    y += count * height;
  }

  function frame(box: Box, colour: string, thickness = 0.8): void {
    ornament(() => doc.rect(box.x, box.y, box.width, box.height).lineWidth(thickness).strokeColor(colour).stroke());
  }

  /** Boxes and lines of a table, drawn at once. */
  function frames(boxes: readonly Box[], thickness: number): void {
    ornament(() => {
      for (const box of boxes) doc.rect(box.x, box.y, box.width, box.height);
      doc.lineWidth(thickness).strokeColor("#000000").stroke();
    });
  }

  /** A part of the document that holds others, such as a table and its rows; `end` closes it. */
  function part(tag: string, within: Part = root): Part {
    flush();
    const element = doc.struct(tag);
    within.add(element);
    return element;
  }

  /** A cell of a table with what it spans, for readers that speak. */
  function cell(within: Part, tag: "TH" | "TD", spans: Spans, draw: () => void): void {
    const element = doc.struct(tag, {}, draw);
    const attributes = {
      ...(tag === "TH" ? { Scope: "Column" } : {}),
      ...(spans.columns > 1 ? { ColSpan: spans.columns } : {}),
      ...(spans.rows > 1 ? { RowSpan: spans.rows } : {}),
    };
    if (Object.keys(attributes).length > 0) element.dictionary.data.A = { O: "Table", ...attributes };
    within.add(element);
  }

  /** TT 01/2018 art. 5: "MẪU" in bold capitals of 16 points at the top right of each page. */
  function markPages(): void {
    for (let page = 0; page < pageCount; page += 1) {
      doc.switchToPage(page);
      const width = measureAt(specimenSize)(specimenMark, "bold");
      doc.markContent("Artifact", { type: "Pagination" });
      doc.font("bold").fontSize(specimenSize).fillColor("#000000");
      doc.text(specimenMark, paper.width - paper.right - width, (paper.top - specimenSize) / 2 - 1, {
        lineBreak: false,
      });
      doc.endMarkedContent();
    }
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
    block(draftWords.head, draftHead, draftHeadStyle);
  }

  return {
    left,
    width,
    bottom,
    get y() {
      flush();
      return y;
    },
    set y(to: number) {
      flush();
      y = to;
    },
    get page() {
      flush();
      return pageCount - 1;
    },
    /** Makes room on one page for what closes the paper, with some of the text before it. */
    keep(height: number): void {
      flush(height);
      need(height);
    },
    need(height: number): void {
      flush();
      need(height);
    },
    top: paper.top,
    addPage,
    block,
    heightOf: (text: string | readonly Run[], style: TextStyle, lineWidth = width) => heightOf(text, style, lineWidth),
    widthOf,
    paragraph,
    footnote,
    rule,
    dottedLines,
    frame,
    frames,
    squares,
    toLines,
    lineHeight,
    drawLine,
    part,
    cell,
    async finish(): Promise<Buffer> {
      flush();
      root.end();
      numberPages();
      if (about.isSpecimen) markPages();
      doc.end();
      return ended;
    },
  };
}
