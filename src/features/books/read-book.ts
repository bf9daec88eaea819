/** Which unit's register of which year is asked for, as addresses say it. */
import type { Official } from "#features/identity/index.ts";
import type { Organisation, Unit } from "#features/organisation/index.ts";
import { booksOf } from "./may.ts";

export type AskedRegister = { readonly unit: Unit; readonly year: number };

export function readBook(
  official: Official,
  organisation: Organisation,
  unitCode: string,
  year: string,
): AskedRegister | undefined {
  const unit = booksOf(official, organisation).find(({ code }) => code === unitCode);
  return unit === undefined || !/^(?:19|20)\d\d$/.test(year) ? undefined : { unit, year: Number(year) };
}

/** The number after which a page begins; nought when it cannot be read. */
export function readAfter(typed: string | undefined): number {
  return typed !== undefined && /^\d{1,7}$/.test(typed) ? Number(typed) : 0;
}
