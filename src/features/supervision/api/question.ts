/** What a program asks the figures for, read from the address: all that is wrong with it is told at once. */
import { BadInputError, type InputFault } from "#foundation/errors/index.ts";
import { type Day, readDay } from "#foundation/i18n/index.ts";
import { startOfDay } from "../figures.ts";
import { type GroupBy, groupings, type Span } from "../queries.ts";

const dayMs = 24 * 3_600_000;
const mostDays = 400;

export type Question = { readonly span: Span; readonly by: GroupBy };

export function readQuestion(query: URLSearchParams): Question {
  const faults = faultsOfNames(query, ["from", "to", "by"]);
  const day = (name: string): Day | undefined => {
    const said = query.get(name) ?? "";
    const read = /^\d{4}-\d{2}-\d{2}$/.test(said) ? readDay(said) : undefined;
    if (read === undefined)
      faults.push({ path: name, code: "notADay", message: `${name} is a day such as 2026-11-24` });
    return read;
  };
  const from = day("from");
  const to = day("to");
  const asked = query.get("by") ?? "day";
  const by = groupings.find((one) => one === asked);
  if (by === undefined) faults.push({ path: "by", code: "unknown", message: groupings.join(", ") });
  if (from !== undefined && to !== undefined) {
    const days = (startOfDay(to).getTime() - startOfDay(from).getTime()) / dayMs + 1;
    if (days < 1 || days > mostDays) {
      faults.push({ path: "to", code: "range", message: `from is not after to, and at most ${mostDays} days` });
    }
  }
  if (from === undefined || to === undefined || by === undefined || faults.length > 0) {
    throw new BadInputError("badQuery", faults, 400);
  }
  return { span: { from, to }, by };
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
