// The part of fontkit (which pdfkit is built on, and which brings no types) that is used here.
declare module "fontkit" {
  export type Font = { readonly postscriptName: string; hasGlyphForCodePoint(codePoint: number): boolean };
  export type Format = {
    probe(file: Uint8Array): boolean;
    new (stream: { readonly buffer: Uint8Array }): object;
  };
  export function create(file: Uint8Array): Font;
  export function registerFormat(format: Format): void;
}
