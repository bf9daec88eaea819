// The part of fontkit (which pdfkit is built on, and which brings no types) that is used here.
declare module "fontkit" {
  export type Glyph = { readonly id: number; readonly codePoints: readonly number[] };
  export type GlyphPosition = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
  export type GlyphRun = {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly GlyphPosition[];
    readonly advanceWidth: number;
  };
  export type Font = {
    readonly postscriptName: string;
    hasGlyphForCodePoint(codePoint: number): boolean;
    getGlyph(id: number, codePoints: readonly number[]): Glyph;
    layout(text: string, features?: readonly string[]): GlyphRun;
  };
  export type Format = {
    probe(file: Uint8Array): boolean;
    new (stream: { readonly buffer: Uint8Array }): object;
  };
  export function create(file: Uint8Array): Font;
  export function registerFormat(format: Format): void;
}
