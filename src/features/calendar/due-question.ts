/** Reads the question "by when?" as programs and the command ask it, and names all that is wrong with it at once. */
import type { InputFault } from "#foundation/errors/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import type { Duration } from "./add-time.ts";
import { readTimestamp } from "./city-time.ts";
import { type CalendarTexts, calendarTexts } from "./texts/index.ts";

export type DueQuestion = {
  readonly from: Date;
  readonly duration: Duration;
  /** Undefined: the city's own calendar. */
  readonly unitCode: string | undefined;
};

const names = ["from", "count", "kind", "unit"] as const;
const kinds = ["working_day", "calendar_day", "hour"] as const;
const largestDays = 3660;
const largestHours = largestDays * 8;

export function readDueQuestion(
  asked: Iterable<readonly [string, string]>,
  isUnit: (code: string) => boolean,
  language: Language,
): Result<DueQuestion, readonly InputFault[]> {
  const t = calendarTexts(language).fault;
  const faults: InputFault[] = [];
  const given = new Map<string, string>();
  for (const [name, value] of asked) {
    if (!names.some((known) => known === name)) faults.push({ path: name, code: "unknown", message: t.unknown });
    else if (given.has(name)) faults.push({ path: name, code: "twice", message: t.twice });
    else given.set(name, value);
  }
  const from = readTimestamp(withItsPlus(given.get("from") ?? ""));
  if (from === undefined) faults.push({ path: "from", code: "notATime", message: t.from });
  const duration = readDuration(given, faults, t);
  const unitCode = given.get("unit");
  if (unitCode !== undefined && !isUnit(unitCode))
    faults.push({ path: "unit", code: "unknownUnit", message: t.unit(unitCode) });
  if (from === undefined || duration === undefined || faults.length > 0) return refused(faults);
  return accepted({ from, duration, unitCode });
}

/** In an address a bare "+" means a space, so a time pasted as it is, `…T15:30:00+07:00`, arrives as `…T15:30:00 07:00`. */
function withItsPlus(text: string): string {
  return text.replace(/ (\d{2}:\d{2})$/, (offset, time: string) => (/[Tt]/.test(text) ? `+${time}` : offset));
}

function readDuration(
  given: ReadonlyMap<string, string>,
  faults: InputFault[],
  t: CalendarTexts["fault"],
): Duration | undefined {
  const kind = kinds.find((known) => known === (given.get("kind") ?? "working_day"));
  if (kind === undefined) faults.push({ path: "kind", code: "unknownKind", message: t.kind });
  const text = given.get("count") ?? "";
  const count = Number(text);
  const isCount = kind === "hour" ? /^\d{1,5}(?:\.\d{1,4})?$/.test(text) : /^\d{1,4}$/.test(text);
  const largest = kind === "hour" ? largestHours : largestDays;
  if (isCount && count > 0 && count <= largest) return kind === undefined ? undefined : { kind, count };
  faults.push({ path: "count", code: "notACount", message: t.count });
  return undefined;
}
