/** Amounts of money in figures and in words, as receipts say them twice (finance rules; northern usage: linh, nghìn, tư). */

const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const billion = 1_000_000_000n;

/** "1.250.000 đồng" */
export function amountInFigures(amount: bigint | number): string {
  return `${groupedFigures(amount)}\u00a0đồng`;
}

/** "1.250.000", in a column that says what it counts. */
export function groupedFigures(amount: bigint | number): string {
  return whole(amount)
    .toString()
    .replace(/\B(?=(?:\d{3})+$)/g, ".");
}

/** "Một triệu hai trăm năm mươi nghìn đồng" */
export function amountInWords(amount: bigint | number): string {
  const said = numberInWords(whole(amount));
  return `${said.charAt(0).toLocaleUpperCase("vi-VN")}${said.slice(1)} đồng`;
}

/** Any whole number from zero; beyond a billion the words for billions begin anew ("một nghìn tỷ", "hai tỷ tỷ"). */
export function numberInWords(value: bigint | number): string {
  const number = whole(value);
  if (number === 0n) return "không";
  return aboveBillion(number);
}

function aboveBillion(number: bigint): string {
  if (number < billion) return belowBillion(Number(number), false);
  const above = `${aboveBillion(number / billion)} tỷ`;
  const rest = Number(number % billion);
  return rest === 0 ? above : `${above} ${belowBillion(rest, true)}`;
}

/** Millions, thousands and the rest; a group without anything in it is not said. `isWithin`: something stands before it. */
function belowBillion(number: number, isWithin: boolean): string {
  const groups = [
    { value: Math.floor(number / 1_000_000), name: "triệu" },
    { value: Math.floor(number / 1000) % 1000, name: "nghìn" },
    { value: number % 1000, name: "" },
  ];
  const said: string[] = [];
  for (const { value, name } of groups) {
    if (value === 0) continue;
    const hundreds = threeDigits(value, isWithin || said.length > 0);
    said.push(name === "" ? hundreds : `${hundreds} ${name}`);
  }
  return said.join(" ");
}

/** `isFull`: also the hundreds that are not there are said, since something stands before them ("không trăm linh năm"). */
function threeDigits(value: number, isFull: boolean): string {
  const [hundred, ten, one] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const said: string[] = [];
  if (hundred > 0 || isFull) said.push(`${digits[hundred]} trăm`);
  if (ten === 0 && one > 0 && said.length > 0) said.push("linh");
  if (ten === 1) said.push("mười");
  if (ten > 1) said.push(`${digits[ten]} mươi`);
  if (one > 0) said.push(unitsDigit(ten, one));
  return said.join(" ");
}

function unitsDigit(ten: number, one: number): string {
  if (one === 1 && ten > 1) return "mốt";
  if (one === 4 && ten > 1) return "tư";
  if (one === 5 && ten > 0) return "lăm";
  return digits[one] ?? "";
}

function whole(amount: bigint | number): bigint {
  if (typeof amount === "number" && !Number.isSafeInteger(amount)) {
    throw new RangeError(`${amount} is not a whole amount; beyond nine million billion use a bigint`);
  }
  const value = BigInt(amount);
  if (value < 0n) throw new RangeError(`${value} is below zero`);
  return value;
}
