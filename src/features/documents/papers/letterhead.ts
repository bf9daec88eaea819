import { capitals, dayInWords } from "./paper-words.ts";
import type { Sheet } from "./sheet.ts";

/** Who writes, under which number, where and when (NĐ 30/2020 annex I(II)(1)–(4)). */
export type Letterhead = {
  /** The body above; committees of the people name none. */
  readonly superior: string | null;
  readonly issuer: string;
  /** "12/HDHS"; null for a paper without a number. */
  readonly number: string | null;
  readonly place: string;
  readonly at: Date;
  /** What a letter is about, below its number: "V/v …" (annex III, letters). */
  readonly subject?: string;
  /** A picture of the paper for those who write templates, marked as such on each page. */
  readonly isSpecimen?: boolean;
};

const nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const motto = "Độc lập - Tự do - Hạnh phúc";

/** `base` is the size of the body text; the head keeps the proportions of the annex around it. */
export function setLetterhead(sheet: Sheet, head: Letterhead, base: number): void {
  const small = base * 0.92;
  const gap = base * 0.6;
  const rightWidth = Math.min(sheet.width * 0.62, Math.max(sheet.width * 0.54, base * 21.5));
  const leftBox = { x: sheet.left, width: sheet.width - rightWidth - gap };
  const rightBox = { x: sheet.left + sheet.width - rightWidth, width: rightWidth };
  const top = sheet.y;
  const tight = { leading: 1.22 };

  let leftY = top;
  if (head.superior !== null) {
    const style = { size: small, align: "center", ...tight } as const;
    leftY += sheet.block(capitals(inTwoLines(head.superior)), { ...leftBox, y: leftY }, style);
  }
  const shortIssuer = withoutPlaceOf(head.superior, head.issuer);
  const issuer = { size: small, face: "bold", align: "center", ...tight } as const;
  leftY += sheet.block(capitals(inTwoLines(shortIssuer)), { ...leftBox, y: leftY }, issuer);
  const issuerRule = leftY + 1.5;

  let rightY = top;
  rightY += sheet.block(nation, { ...rightBox, y: rightY }, { size: small, face: "bold", align: "center", ...tight });
  const mottoStyle = { size: base, face: "bold", align: "center", ...tight } as const;
  rightY += sheet.block(motto, { ...rightBox, y: rightY }, mottoStyle);
  const mottoWidth = sheet.widthOf(motto, { size: base, face: "bold" });
  const mottoRule = rightY + 1.5;

  const next = Math.max(leftY, rightY) + base * 0.7;
  let below = next;
  if (head.number !== null) {
    below =
      next + sheet.block(`Số: ${head.number}`, { ...leftBox, y: next }, { size: base, align: "center", ...tight });
  }
  if (head.subject !== undefined) {
    const style = { size: base * 0.92, align: "center", leading: 1.2 } as const;
    below = Math.max(next, below) + sheet.block(head.subject, { ...leftBox, y: Math.max(next, below) }, style);
  }
  const placeAndDay = `${head.place}, ${dayInWords(head.at)}`;
  const dayStyle = { size: base, face: "italic", align: "center", ...tight } as const;
  below = Math.max(below, next + sheet.block(placeAndDay, { ...rightBox, y: next }, dayStyle));

  // Ornaments come last: drawn between two texts they would end the tagging of the first.
  sheet.rule(leftBox.x + leftBox.width / 3, issuerRule, leftBox.width / 3);
  sheet.rule(rightBox.x + (rightBox.width - mottoWidth) / 2, mottoRule, mottoWidth);
  sheet.y = below + base * 0.9;
}

/** Below "ỦY BAN NHÂN DÂN PHƯỜNG LAM SƠN" its one-stop unit need not say once more of which ward it is. */
export function withoutPlaceOf(superior: string | null, issuer: string): string {
  const place = superior?.match(/(?:phường|xã|thị trấn|thị xã|thành phố|quận|huyện) .+$/i)?.[0];
  if (place === undefined || !issuer.toLocaleLowerCase("vi").endsWith(` ${place.toLocaleLowerCase("vi")}`))
    return issuer;
  return issuer.slice(0, -place.length).trim();
}

/** "ỦY BAN NHÂN DÂN" stands on a line of its own, the place below it; no line begins with a dash. */
function inTwoLines(body: string): string {
  return body
    .replaceAll(" - ", "\u00a0- ")
    .replace(/^(Ủy ban nhân dân|UBND) (?=phường|xã|thành phố|thị|huyện|quận|tỉnh)/i, "$1\n");
}
