/** The end of a paper: two sides that stay together on one page, each a signature, a note, or recipients with the QR. */
import { setQr } from "./qr.ts";
import { mm, type Sheet } from "./sheet.ts";
import { type Signature, type SignatureField, setSignature, signatureHeight } from "./signature-block.ts";
import { type Qr, type SetPaper, type Slip, setOrigin } from "./slip.ts";

type Where = { readonly x: number; readonly width: number };
/** Measures itself for a width, and is set at a height. */
export type Side = (
  sheet: Sheet,
  base: number,
  where: Where,
) => { readonly height: number; readonly set: (y: number) => readonly SignatureField[] };

export type Closing = { readonly height: number; readonly set: () => readonly SignatureField[] };

export function signatureSide(signature: Signature): Side {
  return (sheet, base, where) => ({
    height: signatureHeight(sheet, signature, where.width, base),
    set: (y) => setSignature(sheet, signature, { ...where, y }, base),
  });
}

/** A person who signs with a pen: what they sign as, and room. */
export function penSide(as: string, note: string, name: string | null): Side {
  return signatureSide({ authority: [as], note, marks: [], name });
}

export function noteSide(text: string): Side {
  return (sheet, base, where) => {
    const style = { size: base * 0.85 };
    return {
      height: sheet.heightOf(text, style, where.width),
      set(y) {
        sheet.block(text, { ...where, y }, style);
        return [];
      },
    };
  };
}

/** NĐ 30/2020 annex I(II)(9): who gets the paper; below, where anybody can check it. */
export function recipientsSide(words: {
  readonly heading: string;
  readonly recipients: readonly string[];
  /** Null of a draft: its place is left open. */
  readonly qr: Qr | null;
  readonly verify: string;
}): Side {
  return (sheet, base, where) => {
    const small = { size: base * 0.85, leading: 1.2 } as const;
    const heading = { ...small, size: base * 0.92, face: "boldItalic" } as const;
    const verify = { size: Math.max(7, base * 0.65), leading: 1.2, colour: "#444444" } as const;
    const qrSize = base >= 13 ? 27 * mm : 21 * mm;
    const lines = words.recipients.map((name) => `- ${name}`);
    const listHeight =
      sheet.heightOf(words.heading, heading, where.width) +
      lines.reduce((sum, line) => sum + sheet.heightOf(line, small, where.width), 0);
    return {
      height: listHeight + 6 + qrSize + sheet.heightOf(words.verify, verify, where.width),
      set(top) {
        let y = top;
        y += sheet.block(words.heading, { ...where, y }, heading);
        for (const line of lines) y += sheet.block(line, { ...where, y }, small);
        y += 6;
        if (words.qr === null) return [];
        const box = { x: where.x - qrSize * 0.09, y, width: qrSize, height: qrSize };
        setQr(sheet, words.qr.text, box, words.qr.alt);
        sheet.block(words.verify, { ...where, y: y + qrSize }, verify);
        return [];
      },
    };
  };
}

/** Lays both sides out; the height is needed before the text above is set. */
export function layClosing(sheet: Sheet, base: number, sides: readonly [Side | null, Side | null]): Closing {
  const gap = 10;
  const width = (sheet.width - gap) / 2;
  const [left, right] = [
    sides[0]?.(sheet, base, { x: sheet.left, width }),
    sides[1]?.(sheet, base, { x: sheet.left + width + gap, width }),
  ];
  const above = base * 0.75;
  const height = above + Math.max(left?.height ?? 0, right?.height ?? 0);
  return {
    height,
    set() {
      sheet.keep(height);
      const top = sheet.y + above;
      const fields = [...(left?.set(top) ?? []), ...(right?.set(top) ?? [])];
      sheet.y = top + height - above;
      return fields;
    },
  };
}

export async function finish(slip: Slip, closing: Closing | null): Promise<SetPaper> {
  const signatures = closing?.set() ?? [];
  setOrigin(slip);
  return { pdf: await slip.sheet.finish(), signatures };
}
