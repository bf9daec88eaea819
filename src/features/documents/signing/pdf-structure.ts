/** As much of the structure of a PDF as is needed to add a signature to it and to find one: files with plain tables. */

export class PdfStructureError extends Error {
  override readonly name = "PdfStructureError";
}

export type PdfStructure = {
  /** Where each object begins, by its number, as the newest revision has it. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Where the newest table of contents begins. */
  readonly xrefAt: number;
  /** One more than the highest object number. */
  readonly size: number;
  readonly root: number;
  readonly info: string | null;
  readonly id: string;
};

export function readStructure(pdf: Buffer): PdfStructure {
  const end = pdf.subarray(-64).toString("latin1");
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1];
  if (start === undefined) throw new PdfStructureError("The file has no end");
  const newest = readSection(pdf, Number(start));
  const offsets = new Map(newest.offsets);
  let previous = newest.previous;
  for (let sections = 0; previous !== null; sections += 1) {
    if (sections > 50) throw new PdfStructureError("The tables of contents run in a circle");
    const section = readSection(pdf, previous);
    for (const [number, offset] of section.offsets) if (!offsets.has(number)) offsets.set(number, offset);
    previous = section.previous;
  }
  const root = /\/Root (\d+) 0 R/.exec(newest.trailer)?.[1];
  const size = /\/Size (\d+)/.exec(newest.trailer)?.[1];
  if (root === undefined || size === undefined) throw new PdfStructureError("The trailer is not whole");
  return {
    offsets,
    xrefAt: Number(start),
    size: Number(size),
    root: Number(root),
    info: /\/Info (\d+ 0 R)/.exec(newest.trailer)?.[1] ?? null,
    id: /\/ID \[\s*(<[0-9a-fA-F]+>)/.exec(newest.trailer)?.[1] ?? "<00>",
  };
}

function readSection(pdf: Buffer, at: number) {
  const end = pdf.indexOf("startxref", at, "latin1");
  if (end < 0 || pdf.toString("latin1", at, at + 4) !== "xref") throw new PdfStructureError("No table of contents");
  const text = pdf.toString("latin1", at, end);
  const trailerAt = text.indexOf("trailer");
  if (trailerAt < 0) throw new PdfStructureError("No trailer");
  const offsets = new Map<number, number>();
  const lines = text
    .slice(4, trailerAt)
    .trim()
    .split(/\s*[\r\n]+/);
  for (let line = 0; line < lines.length; ) {
    const [first = Number.NaN, count = Number.NaN] = (lines[line] ?? "").split(" ").map(Number);
    if (!Number.isInteger(first) || !Number.isInteger(count)) throw new PdfStructureError("The table is not whole");
    for (let entry = 0; entry < count; entry += 1) {
      const [offset, , kind] = (lines[line + 1 + entry] ?? "").split(" ");
      if (kind === "n") offsets.set(first + entry, Number(offset));
    }
    line += count + 1;
  }
  const trailer = text.slice(trailerAt);
  const previous = /\/Prev (\d+)/.exec(trailer)?.[1];
  return { offsets, trailer, previous: previous === undefined ? null : Number(previous) };
}

/** The text of an object that is not a stream. */
export function objectText(pdf: Buffer, structure: PdfStructure, number: number): string {
  const at = structure.offsets.get(number);
  if (at === undefined) throw new PdfStructureError(`There is no object ${number}`);
  const head = `${number} 0 obj`;
  const end = pdf.indexOf("endobj", at, "latin1");
  if (pdf.toString("latin1", at, at + head.length) !== head || end < 0) {
    throw new PdfStructureError(`Object ${number} is not where the table says`);
  }
  return pdf.toString("latin1", at + head.length, end).trim();
}

/** An object with its stream, if it has one. The length is believed, since anything may stand in a stream. */
export function objectBytes(
  pdf: Buffer,
  structure: PdfStructure,
  number: number,
): { readonly dictionary: string; readonly stream?: Buffer } {
  const at = structure.offsets.get(number);
  if (at === undefined) throw new PdfStructureError(`There is no object ${number}`);
  const head = `${number} 0 obj\n`;
  const end = pdf.indexOf("\nendobj", at, "latin1");
  if (pdf.toString("latin1", at, at + head.length) !== head || end < 0) {
    throw new PdfStructureError(`Object ${number} is not where the table says`);
  }
  const streamAt = pdf.indexOf("\nstream\n", at, "latin1");
  if (streamAt < 0 || streamAt > end) return { dictionary: pdf.toString("latin1", at + head.length, end) };
  const dictionary = pdf.toString("latin1", at + head.length, streamAt);
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  const from = streamAt + "\nstream\n".length;
  if (pdf.toString("latin1", from + length, from + length + 10) !== "\nendstream") {
    throw new PdfStructureError(`The stream of object ${number} is not as long as it says`);
  }
  return { dictionary, stream: pdf.subarray(from, from + length) };
}

/** The number of the page object at a place in the document, from 0. */
export function pageNumber(pdf: Buffer, structure: PdfStructure, page: number): number {
  const number = pageNumbers(pdf, structure)[page];
  if (number === undefined) throw new PdfStructureError(`There is no page ${page + 1}`);
  return number;
}

/** The numbers of all page objects, in order. */
export function pageNumbers(pdf: Buffer, structure: PdfStructure): readonly number[] {
  const pages = /\/Pages (\d+) 0 R/.exec(objectText(pdf, structure, structure.root))?.[1];
  if (pages === undefined) throw new PdfStructureError("There are no pages");
  const kids = /\/Kids \[([^\]]*)\]/.exec(objectText(pdf, structure, Number(pages)))?.[1] ?? "";
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}
