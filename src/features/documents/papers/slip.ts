/** What the slips of TT 01/2018 have in common: head, title with the QR beside it, labelled lines, note of origin. */
import { type Letterhead, setLetterhead } from "./letterhead.ts";
import { capitals } from "./paper-words.ts";
import { setQr } from "./qr.ts";
import { mm, openSheet, type PaperSize, type Sheet } from "./sheet.ts";
import type { SignatureField } from "./signature-block.ts";

/** A paper as it is set: not yet signed, with the places where signatures show themselves. */
export type SetPaper = { readonly pdf: Buffer; readonly signatures: readonly SignatureField[] };

export const baseSizes = { A4: 13, A5: 10 } as const satisfies Record<PaperSize, number>;

export type Qr = { readonly text: string; readonly alt: string };

export function openSlip(
  template: { readonly size: PaperSize; readonly key: string; readonly version: number },
  profile: { readonly title: string; readonly citation: string },
  head: Letterhead,
  isDraft: boolean,
): { readonly sheet: Sheet; readonly base: number } {
  const base = baseSizes[template.size];
  const sheet = openSheet({
    size: template.size,
    title: head.number === null ? plain(profile.title) : `${plain(profile.title)} số ${head.number}`,
    subject: `${profile.citation} (${template.key} ${template.version})`,
    author: head.issuer,
    at: head.at,
    baseSize: base,
    isDraft,
  });
  setLetterhead(sheet, head, base);
  return { sheet, base };
}

/** The title in the middle; at its left the QR, whose white edge lines up with the text by eye. A draft leaves its place empty. */
export function setTitle(sheet: Sheet, base: number, title: string, below: string | null, qr: Qr | null): void {
  const size = 21 * mm;
  const top = sheet.y;
  const box = { x: sheet.left + size, width: sheet.width - 2 * size };
  const style = { size: base * 1.12, face: "bold", align: "center", leading: 1.22 } as const;
  const titleHeight = sheet.heightOf(capitals(title), style, box.width);
  const belowHeight = below === null ? 0 : sheet.heightOf(below, { size: base, align: "center" }, box.width) + 3;
  let y = top + Math.max(0, (size - titleHeight - belowHeight) / 2);
  y += sheet.block(capitals(title), { ...box, y }, style, "H1");
  if (below !== null) y += 3 + sheet.block(below, { ...box, y: y + 3 }, { size: base, align: "center" });
  if (qr !== null) setQr(sheet, qr.text, { x: sheet.left - size * 0.09, y: top, width: size, height: size }, qr.alt);
  sheet.y = Math.max(top + size, y) + base * 0.35;
}

/** "Nhãn: giá trị", one paragraph; nothing at all when there is no value. */
export function setLabelled(
  sheet: Sheet,
  label: string,
  value: string | null | undefined,
  style: { readonly strong?: boolean } = {},
): void {
  if (value === null || value === undefined || value.trim() === "") return;
  sheet.paragraph([{ text: `${label}: ` }, { text: value, face: style.strong === true ? "bold" : "regular" }], {
    after: 0.8,
    leading: 1.24,
  });
}

/** Phone and e-mail share a line, as on the printed forms. */
export function setContacts(
  sheet: Sheet,
  t: { readonly phone: string; readonly email: string },
  whom: { readonly phone: string | null; readonly email: string | null },
): void {
  const parts = [
    whom.phone === null ? null : `${t.phone}: ${whom.phone}`,
    whom.email === null ? null : `${t.email}: ${whom.email}`,
  ].filter((part) => part !== null);
  if (parts.length > 0) sheet.paragraph(parts.join("\u00a0\u00a0\u00a0 "), { after: 0.8, leading: 1.24 });
}

/** Which form this is, by which rule, in which version: small, at the end. */
export function setOrigin(
  sheet: Sheet,
  base: number,
  template: { readonly version: number },
  profile: { readonly form: string | null; readonly citation: string },
): void {
  const form = profile.form === null ? "" : `${profile.form} – `;
  sheet.footnote(`${form}${profile.citation} (bản ${template.version})`, { size: base * 0.68, colour: "#555555" });
}

/** Puts a block into the right or left half, in one piece with what stands beside it. */
export function halves(sheet: Sheet): { left: { x: number; width: number }; right: { x: number; width: number } } {
  const gap = 10;
  const width = (sheet.width - gap) / 2;
  return { left: { x: sheet.left, width }, right: { x: sheet.left + width + gap, width } };
}

/** Titles join words that belong together by a space that does not break; elsewhere that is a plain space. */
export function plain(title: string): string {
  return title.replaceAll("\u00a0", " ");
}
