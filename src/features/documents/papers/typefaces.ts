import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font, registerFormat } from "fontkit";

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
      return Object.create(open(face), { _glyphs: { value: {}, writable: true } });
    }
  },
);
