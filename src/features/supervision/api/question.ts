/** What a program asks the figures for, read from the address: all that is wrong with it is told at once. */
import { BadInputError, type InputFault } from "#foundation/errors/index.ts";
import { type Day, readDay } from "#foundation/i18n/index.ts";
import { startOfDay } from "../figures.ts";
import { type GroupBy, groupings, type Span } from "../queries.ts";

const dayMs = 24 * 3_600_000;
export const mostDays = 400;

export type Question = { readonly span: Span; readonly by: GroupBy };

export function readQuestion(query: URLSearchParams): Question {
  const faults = faultsOfNames(query, ["from", "to", "by"]);
  const span = daysIn(query, faults);
  const asked = query.get("by") ?? "day";
  const by = groupings.find((one) => one === asked);
  if (by === undefined) faults.push({ path: "by", code: "unknown", message: groupings.join(", ") });
  checkRange(span, faults);
  if (span === undefined || by === undefined || faults.length > 0) throw new BadInputError("badQuery", faults, 400);
  return { span, by };
}

/** Days alone, where there is one way to count. */
export function readSpan(query: URLSearchParams): Span {
  const faults = faultsOfNames(query, ["from", "to"]);
  const span = daysIn(query, faults);
  checkRange(span, faults);
  if (span === undefined || faults.length > 0) throw new BadInputError("badQuery", faults, 400);
  return span;
}

export function isSpan({ from, to }: Span): boolean {
  const days = (startOfDay(to).getTime() - startOfDay(from).getTime()) / dayMs + 1;
  return days >= 1 && days <= mostDays;
}

function daysIn(query: URLSearchParams, faults: InputFault[]): Span | undefined {
  const day = (name: string): Day | undefined => {
    const said = query.get(name) ?? "";
    const read = /^\d{4}-\d{2}-\d{2}$/.test(said) ? readDay(said) : undefined;
    if (read === undefined)
      faults.push({ path: name, code: "notADay", message: `${name} is a day such as 2026-11-24` });
    return read;
  };
  const [from, to] = [day("from"), day("to")];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function checkRange(span: Span | undefined, faults: InputFault[]): void {
  if (span === undefined || isSpan(span)) return;
  faults.push({ path: "to", code: "range", message: `from is not after to, and at most ${mostDays} days` });
}

/** The figures of today are asked for without anything more. */
export function readNothing(query: URLSearchParams): void {
  const faults = faultsOfNames(query, []);
  if (faults.length > 0) throw new BadInputError("badQuery", faults, 400);
}

function faultsOfNames(query: URLSearchParams, known: readonly string[]): InputFault[] {
  return [...new Set(query.keys())].flatMap((name): InputFault[] => {
    if (!known.includes(name)) return [{ path: name, code: "unknownField", message: name }];
    return query.getAll(name).length > 1 ? [{ path: name, code: "repeated", message: name }] : [];
  });
}
