/** How official papers write days and times (NĐ 30/2020 annex I(II)(4)): always Vietnamese, always the city's time. */

const cityOffsetMs = 7 * 3_600_000;

function inCity(at: Date): Date {
  return new Date(at.getTime() + cityOffsetMs);
}

const two = (value: number) => String(value).padStart(2, "0");

/** "ngày 05 tháng 02 năm 2026": days below ten and the first two months are written with a zero. */
export function dayInWords(at: Date): string {
  const city = inCity(at);
  const month = city.getUTCMonth() + 1;
  // Number and unit stay on one line.
  return `ngày\u00a0${two(city.getUTCDate())} tháng\u00a0${month <= 2 ? two(month) : month} năm\u00a0${city.getUTCFullYear()}`;
}

/** "09 giờ 05 phút, ngày 24 tháng 11 năm 2026" */
export function instantInWords(at: Date): string {
  const city = inCity(at);
  return `${two(city.getUTCHours())}\u00a0giờ ${two(city.getUTCMinutes())}\u00a0phút, ${dayInWords(at)}`;
}

/** "24/11/2026 09:05:07 +07:00": the time of a signature, to the second and with its zone (annex I(II)(8)(d)). */
export function signingTime(at: Date): string {
  const city = inCity(at);
  return `${shortDay(at)} ${two(city.getUTCHours())}:${two(city.getUTCMinutes())}:${two(city.getUTCSeconds())} +07:00`;
}

/** Upper case as Vietnamese writes it. */
export function capitals(text: string): string {
  return text.normalize("NFC").toLocaleUpperCase("vi-VN");
}

/** "Đăng ký khai tử" -> "đăng ký khai tử", within a sentence; a name in capitals ("UBND …") stays. */
export function withinSentence(text: string): string {
  const [first = "", second = ""] = text;
  return second !== second.toLocaleLowerCase("vi-VN")
    ? text
    : first.toLocaleLowerCase("vi-VN") + text.slice(first.length);
}

/** The same within a sentence that already says "ngày". */
export function dayWithoutWord(at: Date): string {
  return dayInWords(at).slice("ngày ".length);
}

/** "24/11/2026", in the columns of a table. */
export function shortDay(at: Date): string {
  const city = inCity(at);
  return `${two(city.getUTCDate())}/${two(city.getUTCMonth() + 1)}/${city.getUTCFullYear()}`;
}

/** "09 giờ 05 phút, ngày 24/11/2026", on one line of a table. */
export function instantOnOneLine(at: Date): string {
  const city = inCity(at);
  return `${two(city.getUTCHours())} giờ ${two(city.getUTCMinutes())} phút, ngày ${shortDay(at)}`;
}

/** "09:05 24/11/2026", in the columns of a table. */
export function shortInstant(at: Date): string {
  const city = inCity(at);
  return `${two(city.getUTCHours())}:${two(city.getUTCMinutes())} ${shortDay(at)}`;
}
