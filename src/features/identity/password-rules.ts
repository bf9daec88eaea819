/**
 * Which passwords are refused: the short ones and the ones that are tried first. No rule about kinds of characters and no
 * rotation, which only make people write them down (trust.md "passwords"; NIST SP 800-63B §3.1.1).
 */
import { searchText } from "#foundation/i18n/index.ts";

export type PasswordFault = "tooShort" | "tooLong" | "tooCommon" | "aRow" | "likeYou";

export const passwordLengths = { citizen: 8, most: 200 } as const;

// What stands around a year or a number in the passwords that are tried first, here and elsewhere; without marks.
const tried = new Set(
  `password pass passwd matkhau mat khau admin administrator root user test demo guest login welcome hello letmein iloveyou
  dragon monkey football master sunshine princess superman batman pokemon secret changeme default abc abcd qwerty qwe asd
  asdf zxc zxcv qwertyuiop asdfghjkl zxcvbnm google facebook zalo gmail yahoo iphone samsung android windows
  viet vietnam vietnamvodich tanhhoa thanhhoa tpthanhhoa hanoi saigon hochiminh danang haiphong hue nghean ninhbinh
  samson lamson hamrong dongson quangxuong thieuhoa xuthanh songma motcua dichvucong dvc ubnd uyban hanhchinh thutuc
  hoso canbo congchuc lanhdao giamdoc chutich nguoidan congdan anhyeuem emyeuanh yeuem yeuanh toiyeuem anhnhoem
  nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly giadinh conyeu bome`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
const keyboard = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "0987654321"];

/** Letters as they are read behind the digits and signs that stand for them. */
const disguises: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

/** The first fault there is; null when it is good enough. `least`: characters. */
export function faultOfPassword(
  password: string,
  { least, login, name }: { readonly least: number; readonly login: string; readonly name: string },
): PasswordFault | null {
  const characters = [...password.normalize("NFC")].length;
  if (characters > passwordLengths.most) return "tooLong";
  if (characters < least) return "tooShort";
  const plain = searchText(password).replaceAll(" ", "");
  if (isRow(plain)) return "aRow";
  const own = [login.split("@")[0] ?? "", searchText(name).replaceAll(" ", "")].filter((word) => word.length >= 4);
  const readable = [plain, undisguised(plain)];
  if (own.some((word) => readable.some((text) => text.includes(word) && text.length - word.length < 6)))
    return "likeYou";
  return isTried(plain) ? "tooCommon" : null;
}

/** A word that is tried first, once or twice, with digits and signs before and behind. */
function isTried(text: string): boolean {
  const stem = undisguised(text.replace(/^[^a-z]+|[^a-z]+$/g, ""));
  const half = stem.slice(0, stem.length / 2);
  return tried.has(stem) || (stem === half + half && tried.has(half));
}

/** One character again and again, a pair again and again, or a stretch of the keyboard. */
function isRow(text: string): boolean {
  for (const length of [1, 2, 3]) {
    const part = text.slice(0, length);
    if (part !== "" && part.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text) return true;
  }
  return keyboard.some((row) => text.length <= row.length * 2 && (row + row).includes(text));
}

function undisguised(text: string): string {
  return [...text].map((sign) => disguises[sign] ?? sign).join("");
}
