/** Lines of type on a page of a document: how wide a text is, where it breaks, and drawing it where it belongs. */
import { breakLines, type Line, type Run } from "./lines.ts";
import { type Face, printable } from "./typefaces.ts";

export type TextStyle = {
  readonly size?: number;
  readonly face?: Face;
  readonly align?: "left" | "center" | "right" | "justify";
  readonly leading?: number;
  readonly colour?: string;
};

export type Typesetting = ReturnType<typeof openTypesetting>;

export function openTypesetting(doc: PDFKit.PDFDocument, baseSize: number) {
  const widths = new Map<string, number>();
  const measureAt = (size: number) => (text: string, face: Face) => {
    const key = `${face}${size}\0${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const measured = doc.font(face).fontSize(size).widthOfString(text);
    widths.set(key, measured);
    return measured;
  };

  const sizeOf = (style: TextStyle) => style.size ?? baseSize;
  const lineHeight = (style: TextStyle) => sizeOf(style) * (style.leading ?? 1.28);

  function toLines(text: string | readonly Run[], style: TextStyle, lineWidth: number, indent = 0): readonly Line[] {
    const runs = typeof text === "string" ? [{ text }] : text;
    const faced = runs.map((run) => ({ text: printable(run.text), face: run.face ?? style.face ?? "regular" }));
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

  function heightOf(text: string | readonly Run[], style: TextStyle, lineWidth: number): number {
    return toLines(text, style, lineWidth).length * lineHeight(style);
  }

  /** Of a text that stays on one line. */
  function widthOf(text: string, style: TextStyle): number {
    return measureAt(sizeOf(style))(printable(text), style.face ?? "regular");
  }

  return { measureAt, lineHeight, toLines, drawLine, balanced, heightOf, widthOf };
}

function gapsIn(text: string): number {
  return text.match(/[ \u00a0]/g)?.length ?? 0;
}
