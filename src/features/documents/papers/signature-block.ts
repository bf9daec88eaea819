import { capitals, signingTime } from "./paper-words.ts";
import type { Place, Sheet } from "./sheet.ts";

/** What a digital signature shows of itself on the paper (NĐ 30/2020 annex I(II)(8)). */
export type SignatureMark = {
  /** The person in blue, the seal of the body in red. */
  readonly by: "official" | "unit";
  readonly name: string;
  /** Of the person: the body they sign for. */
  readonly organisation: string | null;
  readonly at: Date;
};

export type Signature = {
  /** "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH": above the signature, line by line. */
  readonly authority: readonly string[];
  /** "(Ký số)" and the like, in italics. */
  readonly note?: string;
  readonly marks: readonly SignatureMark[];
  /** Below it, in bold; null when the paper is signed by hand later. */
  readonly name: string | null;
};

/** Of a slip: what the person signs as stands in the template. */
export type SlipSignature = Omit<Signature, "authority">;

export type SignatureField = Place & { readonly by: SignatureMark["by"] };

const colours = { official: "#0B3F8A", unit: "#B3141B" } as const;
const words = { official: "Người ký", unit: "Cơ quan ký" } as const;

/** Measures a block without setting it, so that it can be kept in one piece. */
export function signatureHeight(sheet: Sheet, signature: Signature, width: number, base: number): number {
  const head = signature.authority.map((line) => sheet.heightOf(capitals(line), headStyle(base), width));
  const note = signature.note === undefined ? 0 : sheet.heightOf(signature.note, noteStyle(base), width);
  const marks = signature.marks.map((mark) => markHeight(sheet, mark, width, base) + base * 0.35);
  const gap = signature.marks.length === 0 ? base * 4.5 : base * 0.6;
  const name = signature.name === null ? 0 : sheet.heightOf(signature.name, nameStyle(base), width);
  return [...head, note, ...marks, gap, name].reduce((sum, part) => sum + part, 0);
}

/**
 * Sets the block and says where each digital signature shows itself; signing draws the frame there. The caller has made
 * room.
 */
export function setSignature(
  sheet: Sheet,
  signature: Signature,
  box: { readonly x: number; readonly y: number; readonly width: number },
  base: number,
): readonly SignatureField[] {
  let { y } = box;
  for (const line of signature.authority) y += sheet.block(capitals(line), { ...box, y }, headStyle(base));
  if (signature.note !== undefined) y += sheet.block(signature.note, { ...box, y }, noteStyle(base));
  y += signature.marks.length === 0 ? base * 4.5 : base * 0.3;

  const fields: SignatureField[] = [];
  for (const mark of signature.marks) {
    y += base * 0.35;
    const inner = { x: box.x + markPadding, y: y + markPadding * 0.7, width: box.width - 2 * markPadding };
    const height = markHeight(sheet, mark, box.width, base);
    for (const line of markLines(mark)) {
      inner.y += sheet.block(line, inner, markStyle(mark, base));
    }
    fields.push({ by: mark.by, page: sheet.page, x: box.x, y, width: box.width, height });
    y += height;
  }
  if (signature.name !== null) sheet.block(signature.name, { ...box, y: y + base * 0.3 }, nameStyle(base));
  return fields;
}

const markPadding = 4;

function markLines(mark: SignatureMark): string[] {
  return [
    `${words[mark.by]}: ${mark.name}`,
    ...(mark.organisation === null ? [] : [`Cơ quan: ${mark.organisation}`]),
    `Thời gian ký: ${signingTime(mark.at)}`,
  ];
}

function markHeight(sheet: Sheet, mark: SignatureMark, width: number, base: number): number {
  const style = markStyle(mark, base);
  const heights = markLines(mark).map((line) => sheet.heightOf(line, style, width - 2 * markPadding));
  return heights.reduce((sum, height) => sum + height, 0) + markPadding * 1.4;
}

const headStyle = (base: number) => ({ size: base, face: "bold", align: "center", leading: 1.22 }) as const;
const nameStyle = (base: number) => ({ size: base, face: "bold", align: "center" }) as const;
const noteStyle = (base: number) => ({ size: base * 0.92, face: "italic", align: "center" }) as const;
const markStyle = (mark: SignatureMark, base: number) =>
  ({ size: Math.max(8, base * 0.77), colour: colours[mark.by], leading: 1.2 }) as const;
