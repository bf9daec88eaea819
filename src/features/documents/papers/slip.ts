/** What papers have in common: head, title with the QR beside it, labelled lines, blocks in the order of the template. */
import type { RuleProfile } from "#features/catalogue/index.ts";
import type { ProfileWords } from "./form.ts";
import { type Letterhead, setLetterhead } from "./letterhead.ts";
import { capitals } from "./paper-words.ts";
import { setQr } from "./qr.ts";
import { mm, openSheet, type PaperSize, type ParagraphStyle, type Sheet } from "./sheet.ts";
import type { SignatureField } from "./signature-block.ts";

/** A paper as it is set: not yet signed, with the places where signatures show themselves. */
export type SetPaper = { readonly pdf: Buffer; readonly signatures: readonly SignatureField[] };

export const baseSizes = { A4: 13, A5: 10, "A4-landscape": 10.5 } as const satisfies Record<PaperSize, number>;

export type Qr = { readonly text: string; readonly alt: string };

/** The QR of a paper that can be checked; a draft has none. */
export function qrOf(verifyUrl: string | null, alt: string): Qr | null {
  return verifyUrl === null ? null : { text: verifyUrl, alt };
}

/** A paper that is being set. */
export type Slip = {
  readonly sheet: Sheet;
  /** The size of its body text. */
  readonly base: number;
  readonly size: PaperSize;
  readonly profile: ProfileWords;
  readonly version: number;
};

export function openSlip<Profile extends RuleProfile>(
  template: {
    readonly size: PaperSize;
    readonly key: string;
    readonly version: number;
    readonly profiles: { readonly [Name in Profile]: ProfileWords };
  },
  {
    profile: name,
    head,
    verifyUrl,
  }: {
    readonly profile: Profile;
    readonly head: Letterhead;
    /** Null of a draft, which nobody can check; absent where there is nothing to check. */
    readonly verifyUrl?: string | null;
  },
  title?: string,
): Slip {
  const profile: ProfileWords = template.profiles[name];
  const size = profile.size ?? template.size;
  const base = baseSizes[size];
  const said = plain(title ?? profile.title);
  const sheet = openSheet({
    size,
    title: head.number === null ? said : `${said} số ${head.number}`,
    subject: `${profile.citation} (${template.key} ${template.version})`,
    author: head.issuer,
    at: head.at,
    baseSize: base,
    isSpecimen: head.isSpecimen === true,
    isDraft: verifyUrl === null,
  });
  setLetterhead(sheet, head, base);
  return { sheet, base, size, profile, version: template.version };
}

/** The title in the middle; at its left the QR, whose white edge lines up with the text by eye. */
export function setTitle({ sheet, base }: Slip, title: string, below: string | null, qr: Qr | null): void {
  const size = 21 * mm;
  const top = sheet.y;
  const side = qr === null ? 0 : size;
  const box = { x: sheet.left + side, width: sheet.width - 2 * side };
  const style = { size: base * 1.12, face: "bold", align: "center", leading: 1.22 } as const;
  const titleHeight = sheet.heightOf(capitals(title), style, box.width);
  const belowHeight = below === null ? 0 : sheet.heightOf(below, { size: base, align: "center" }, box.width) + 3;
  let y = top + Math.max(0, (side - titleHeight - belowHeight) / 2);
  y += sheet.block(capitals(title), { ...box, y }, style, "H1");
  if (below !== null) y += 3 + sheet.block(below, { ...box, y: y + 3 }, { size: base, align: "center" });
  if (qr !== null) setQr(sheet, qr.text, { x: sheet.left - size * 0.09, y: top, width: size, height: size }, qr.alt);
  sheet.y = Math.max(top + side, y) + base * (qr === null ? 0.7 : 0.35);
}

/** The blocks of a paper in the order of its template. */
export function setBlocks<Name extends string>(
  order: readonly Name[],
  blocks: { readonly [Each in Name]: () => void },
): void {
  for (const name of order) blocks[name]();
}

/** "Nhãn: giá trị", one paragraph; nothing at all when there is no value. */
export function setLabelled(
  { sheet, size }: Slip,
  label: string,
  value: string | null | undefined,
  style: { readonly strong?: boolean; readonly after?: string | null } = {},
): void {
  if (value === null || value === undefined || value.trim() === "") return;
  sheet.paragraph(
    [
      { text: `${label}: ` },
      { text: unbroken(value), face: style.strong === true ? "bold" : "regular" },
      ...(style.after ? [{ text: ` (${style.after})` }] : []),
    ],
    lineStyles[size],
  );
}

/** Slips are set tight, letters and records with air. */
export const lineStyles = {
  A4: { after: 3, leading: 1.28 },
  A5: { after: 0.8, leading: 1.24 },
  "A4-landscape": { after: 1.5, leading: 1.24 },
} as const satisfies Record<PaperSize, { after: number; leading: number }>;

/** The sentences of a letter. */
export const bodyStyles = {
  A4: { align: "justify", indent: 10 * mm, after: 5, leading: 1.32 },
  A5: { align: "justify", indent: 6 * mm, after: 2.5, leading: 1.26 },
  "A4-landscape": { align: "justify", indent: 10 * mm, after: 3, leading: 1.28 },
} as const satisfies Record<PaperSize, ParagraphStyle>;

/** A heading between the parts of a record. */
export function setHeading({ sheet, base }: Slip, text: string): void {
  sheet.paragraph(text, { face: "bold", tag: "H2", before: base * 0.4, after: base * 0.2, keepWith: base * 2.6 });
}

/** "Kính gửi: …", in the middle. */
export function setAddressee({ sheet, base }: Slip, label: string, whom: string): void {
  sheet.paragraph([{ text: `${label}: ` }, { text: whom, face: "bold" }], {
    align: "center",
    size: base * 1.04,
    before: base * 0.3,
    after: base * 0.7,
  });
}

/** Phone and e-mail share a line, as on the printed forms. */
export function setContacts(
  { sheet, size }: Slip,
  t: { readonly phone: string; readonly email: string },
  whom: { readonly phone: string | null; readonly email: string | null },
): void {
  const parts = [
    whom.phone === null ? null : `${t.phone}: ${whom.phone}`,
    whom.email === null ? null : `${t.email}: ${whom.email}`,
  ].filter((part) => part !== null);
  if (parts.length > 0) sheet.paragraph(unbroken(parts.join("\u00a0\u00a0\u00a0 ")), lineStyles[size]);
}

/** Groups of digits stay on one line, and a number beside what it numbers: "0912 345 678", "Điều 9 khoản 1". */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d) (?=\d)|(?<=[Đđ]iều|[Kk]hoản|[Đđ]iểm) (?=\d)/gu, "\u00a0");
}

/** Which form this is, by which rule, in which version: small, at the end. */
export function setOrigin({ sheet, base, profile, version }: Slip): void {
  const form = profile.form === null ? "" : `${profile.form} – `;
  const size = Math.max(6.8, base * 0.6);
  sheet.footnote(`${form}${profile.citation} (bản ${version})`, { size, colour: "#555555" });
}

/** Titles join words that belong together by a space that does not break; elsewhere that is a plain space. */
export function plain(title: string): string {
  return title.replaceAll("\u00a0", " ");
}

/** Where a column of names and values is wanted: "Nhãn: giá trị" for each that has a value. */
export function joinNamed(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part.trim() !== "").join(", ");
}
