/** A PDF as tests look at it: its text, its pages, its streams, and what other programs read in it. */
import { spawnSync } from "node:child_process";
import { inflateSync } from "node:zlib";

export const inLatin = (pdf: Buffer) => pdf.toString("latin1");
export const pagesOf = (pdf: Buffer) => inLatin(pdf).match(/\/Type \/Page\b/g)?.length ?? 0;

/** Every packed stream of the file, unpacked. */
export function streamsOf(pdf: Buffer): string[] {
  const text = inLatin(pdf);
  return [...text.matchAll(/stream\r?\n/g)].flatMap((match) => {
    const from = match.index + match[0].length;
    const packed = pdf.subarray(from, text.indexOf("endstream", from));
    // Neither the profile of colours nor the metadata is packed.
    if (packed[0] !== 0x78) return [];
    return [inflateSync(packed).toString("latin1")];
  });
}

export const hasPoppler = spawnSync("pdftotext", ["-v"]).error === undefined;

export function textOf(pdf: Buffer): string {
  const { stdout } = spawnSync("pdftotext", ["-raw", "-", "-"], { input: pdf, encoding: "utf8" });
  return stdout.replace(/\s+/g, " ");
}

/** `pdfinfo`, `pdffonts` … on a file that is piped in. */
export function poppler(program: string, pdf: Buffer, ...options: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, [...options, "-"], { input: pdf, encoding: "utf8" });
  return stdout + stderr;
}

/** Words that reach beyond the edges of their page, or into the outermost five millimetres, as pdftotext sees them. */
export function lettersOutside(pdf: Buffer): readonly string[] {
  const { stdout } = spawnSync("pdftotext", ["-bbox", "-", "-"], { input: pdf, encoding: "utf8" });
  const edge = 14;
  return stdout.split("<page ").flatMap((page) => {
    const [width = 0, height = 0] = /width="([\d.]+)" height="([\d.]+)"/.exec(page)?.slice(1).map(Number) ?? [];
    return [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)/g)]
      .filter(([, left, , right, bottom]) => {
        return Number(left) < edge || Number(right) > width - edge || Number(bottom) > height - edge / 2;
      })
      .map(([, , , , , word = ""]) => word);
  });
}
