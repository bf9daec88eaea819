/**
 * The text behind a VietQR code: a transfer to an account, by EMVCo Merchant-Presented Mode 1.1 as NAPAS profiles it
 * ("QR switching", part IV, version 1.5.2). Every field is  id (2) | length (2) | value.  Pure.
 */
import { isSum } from "./amount.ts";

export type TransferOrder = {
  /** Six digits, given by the State Bank. */
  readonly bankBin: string;
  readonly accountNumber: string;
  /** Whole đồng. */
  readonly amount: number;
  /** What the bank shows as the content of the transfer. */
  readonly purpose: string;
};

/** Of "purpose of transaction", field 08 of the additional data. */
export const longestPurpose = 25;

const napas = "A000000727";
/** To an account; `QRIBFTTC` would be to a card. */
const transferToAccount = "QRIBFTTA";
/** An amount stands in the code, so it is meant for one payment. */
const dynamic = "12";
const vietnameseDong = "704";

export function vietQr({ bankBin, accountNumber, amount, purpose }: TransferOrder): string {
  if (!/^\d{6}$/.test(bankBin)) throw new RangeError(`Not the BIN of a bank: ${bankBin}`);
  if (!/^[0-9A-Za-z]{1,19}$/.test(accountNumber)) throw new RangeError(`Not an account number: ${accountNumber}`);
  if (!isSum(amount) || amount === 0) throw new RangeError(`Not an amount to transfer: ${amount}`);
  if (!/^[\x20-\x7e]{1,25}$/.test(purpose)) throw new RangeError(`Not the purpose of a transfer: ${purpose}`);
  const beneficiary = field("00", bankBin) + field("01", accountNumber);
  const payload =
    field("00", "01") +
    field("01", dynamic) +
    field("38", field("00", napas) + field("01", beneficiary) + field("02", transferToAccount)) +
    field("53", vietnameseDong) +
    field("54", String(amount)) +
    field("58", "VN") +
    field("62", field("08", purpose));
  const checked = `${payload}6304`;
  return checked + crc16(checked).toString(16).toUpperCase().padStart(4, "0");
}

/**
 * A dossier code as the purpose of a transfer. Most codes fit as they are (21 signs in a ward). One of up to about thirty
 * signs fits without its dots and dashes, which banks often drop anyway. From a longer one the beginning is left out: it
 * names the province and the city, while day, number and the unit itself, whose account it is, stand at the end.
 */
export function transferPurpose(dossierCode: string): string {
  if (dossierCode.length <= longestPurpose) return dossierCode;
  return dossierCode.replace(/[.-]/g, "").slice(-longestPurpose);
}

function field(id: string, value: string): string {
  return `${id}${String(value.length).padStart(2, "0")}${value}`;
}

/** CRC-16/CCITT-FALSE (ISO/IEC 13239: polynomial 1021, begun with FFFF), over everything up to and with "6304". */
function crc16(text: string): number {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, "latin1")) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
    crc &= 0xffff;
  }
  return crc;
}
