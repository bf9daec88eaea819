/** The cash book: sums by method, official and competent agency, for closing a day and for settling a quarter (ORG-10). */
import type { Catalogue } from "#features/catalogue/index.ts";
import type { BookGroup, EntryKind } from "./cash-book.queries.ts";
import { type Method, methods } from "./finance.ts";

export type Sums = {
  readonly received: number;
  /** Taken back as wrongly written down; below nought. */
  readonly reversed: number;
  /** Given back; below nought. */
  readonly refunded: number;
  readonly net: number;
  readonly count: number;
};

export type BookSums = {
  readonly all: Sums;
  readonly byMethod: readonly (Sums & { readonly method: Method })[];
  readonly byOfficial: readonly (Sums & { readonly officialId: string; readonly netCash: number })[];
  /** 61/2018/NĐ-CP art. 12(9): agencies settle their fees with the unit every quarter. */
  readonly byAgency: readonly (Sums & { readonly agency: string })[];
};

const columns = { payment: "received", reversal: "reversed", refund: "refunded" } as const satisfies Record<
  EntryKind,
  keyof Sums
>;

export function sumsOf(groups: readonly BookGroup[]): Sums {
  const sums = { received: 0, reversed: 0, refunded: 0, net: 0, count: 0 };
  for (const { kind, amount, count } of groups) {
    sums[columns[kind]] += amount;
    sums.net += amount;
    sums.count += count;
  }
  return sums;
}

export function sumBook(groups: readonly BookGroup[], catalogue: Catalogue): BookSums {
  const agencyOf = ({ procedureVersionId }: BookGroup) => catalogue.getById(procedureVersionId).definition.agency;
  const cash = (of: readonly BookGroup[]) => sumsOf(of.filter(({ method }) => method === "cash")).net;
  return {
    all: sumsOf(groups),
    byMethod: methods.map((method) => ({ method, ...sumsOf(groups.filter((group) => group.method === method)) })),
    byOfficial: [...Map.groupBy(groups, ({ officialId }) => officialId)].map(([officialId, of]) => ({
      officialId,
      ...sumsOf(of),
      netCash: cash(of),
    })),
    byAgency: [...Map.groupBy(groups, agencyOf)]
      .map(([agency, of]) => ({ agency, ...sumsOf(of) }))
      .sort((a, b) => b.net - a.net),
  };
}

export type Period = { readonly from: string; readonly to: string };

const dayMs = 24 * 3_600_000;
/** A quarter of a year is 92 days at most. */
export const mostDays = 92;

export function spanOf({ from, to }: Period): { readonly from: Date; readonly to: Date } {
  return { from: startOf(from), to: new Date(startOf(to).getTime() + dayMs) };
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

export function daysOf({ from, to }: Period): number {
  return (startOf(to).getTime() - startOf(from).getTime()) / dayMs + 1;
}

/** The quarter a day lies in, or the one so many before it. */
export function quarterOf(day: string, before = 0): Period & { readonly quarter: number; readonly year: number } {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = Math.floor(months / 3) * 3 - before * 3;
  const year = Math.floor(first / 12);
  const month = (first % 12) + 1;
  const two = (value: number) => String(value).padStart(2, "0");
  const last = new Date(Date.UTC(year, month + 2, 0)).getUTCDate();
  return {
    from: `${year}-${two(month)}-01`,
    to: `${year}-${two(month + 2)}-${two(last)}`,
    quarter: (month + 2) / 3,
    year,
  };
}
