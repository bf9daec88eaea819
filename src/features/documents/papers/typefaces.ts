import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font, type Glyph, type GlyphPosition, type GlyphRun, registerFormat } from "fontkit";

const { resolve } = createRequire(import.meta.url);

/** Tinos has the measures of Times New Roman, which NĐ 30/2020 asks for, every Vietnamese letter, and a free licence. */
const faces = {
  regular: "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
  italic: "@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf",
  bold: "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
  boldItalic: "@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf",
} as const satisfies Record<string, string>;

export type Face = keyof typeof faces;
export const faceNames = ["regular", "bold", "italic", "boldItalic"] as const satisfies readonly Face[];

/*
 * Reading the tables of four typefaces takes four times as long as setting a page. pdfkit reads them anew for every paper,
 * and takes nothing but files; so it is handed a file that only says which face it means, and fontkit, asked to read it,
 * answers with the face that was read at the first time. Each paper gets its own memory of glyphs on top of it: fontkit
 * keeps with a glyph the letters it was first asked for, and a "y" first met as a part of "ỹ" would be copied as nothing.
 */
const opened = new Map<Face, Font>();
const token = "motcua typeface ";

/**
 * A text as the typefaces can print it: letters and marks joined as Vietnamese is written (NFC), what shows nothing left
 * out, and a box for a letter the typefaces lack, such as a picture sign in a name. A missing glyph would make the file
 * no PDF/A, and show the same box without saying so to whoever copies the text.
 */
export function printable(text: string): string {
  const composed = text.normalize("NFC");
  // The Vietnamese alphabet and common punctuation: nearly every text there is.
  if (
    /^[\n\r\u0020-\u007e\u00a0-\u00ac\u00ae-\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018-\u201d\u2026\u2028\u2029]*$/.test(
      composed,
    )
  ) {
    return composed;
  }
  const font = open("regular");
  return composed
    .replace(/[\t\v\f]/g, " ")
    .replace(/(?![\r\n\u2028\u2029])[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}\p{Emoji_Modifier}]/gu, "")
    .replace(/[^\r\n\u2028\u2029]/gu, (letter) =>
      font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : missingLetter,
    );
}

const missingLetter = "\u25a1";

/** What pdfkit is given in place of the font file. */
export function faceToken(face: Face): Buffer {
  return Buffer.from(`${token}${face}`);
}

function open(face: Face): Font {
  const known = opened.get(face);
  if (known) return known;
  const font = create(readFileSync(resolve(faces[face])));
  opened.set(face, font);
  return font;
}

registerFormat(
  class {
    static probe(file: Uint8Array): boolean {
      return Buffer.from(file.subarray(0, token.length)).equals(Buffer.from(token));
    }

    constructor({ buffer }: { readonly buffer: Uint8Array }) {
      const name = Buffer.from(buffer).toString("latin1").slice(token.length);
      const face = faceNames.find((known) => known === name);
      if (!face) throw new Error(`There is no typeface ${name}`);
      // biome-ignore lint/correctness/noConstructorReturn: fontkit makes every font with `new`
      return fontOfOnePaper(face);
    }
  },
);

function fontOfOnePaper(face: Face): Font {
  const known = runs[face];
  const font: Font = Object.create(open(face), { _glyphs: { value: {}, writable: true } });
  const layOut = font.layout.bind(font);
  const layout = (text: string, features?: readonly string[]): GlyphRun => {
    // What pdfkit asks for is one word with the space behind it, without features of its own.
    if (features !== undefined) return layOut(text, features);
    let laid = known.get(text);
    if (laid === undefined) {
      const { glyphs, positions } = layOut(text);
      laid = {
        glyphs: glyphs.map(({ id, codePoints }) => ({ id, codePoints })),
        positions: positions.map((position) => ({ ...position })),
      };
      if (known.size >= mostRuns) known.clear();
      known.set(text, laid);
    }
    return runOf(font, laid);
  };
  return Object.defineProperty(font, "layout", { value: layout });
}

/** Glyphs of this paper at positions of their own: pdfkit scales the positions where they stand. */
function runOf(font: Font, laid: LaidWord): GlyphRun {
  const positions = laid.positions.map((position) => ({ ...position }));
  return {
    glyphs: laid.glyphs.map(({ id, codePoints }) => font.getGlyph(id, codePoints)),
    positions,
    get advanceWidth() {
      return positions.reduce((sum, position) => sum + position.xAdvance, 0);
    },
  };
}

/*
 * Half the time of setting a paper went into shaping its words, and papers say mostly the same words. What a word becomes is
 * kept, for some thousand words of each face; which glyphs a paper has met is still its own affair.
 */
type LaidWord = { readonly glyphs: readonly Glyph[]; readonly positions: readonly GlyphPosition[] };
const mostRuns = 4000;
const runs = {
  regular: new Map<string, LaidWord>(),
  bold: new Map<string, LaidWord>(),
  italic: new Map<string, LaidWord>(),
  boldItalic: new Map<string, LaidWord>(),
} as const satisfies Record<Face, Map<string, LaidWord>>;
