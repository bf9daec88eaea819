/** What a city writes down about its working time: `cities/<city>/calendar.json`, and each stored version of it. */
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import type { InputFault } from "#foundation/errors/index.ts";
import { accepted, type Result, refused } from "#foundation/result/index.ts";
import { dayNumberOf, findDayNumber, weekdayOf, yearOf } from "./city-time.ts";

const closed = { additionalProperties: false } as const;

const DayText = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
const TimeText = Type.String({ pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" });
const Words = Type.Object({ vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, closed);
const Year = Type.Integer({ minimum: 1976, maximum: 2199 });

/** Opening hours of a day in order: [["07:00", "11:30"], ["13:30", "17:00"]]. */
const Open = Type.Array(Type.Tuple([TimeText, TimeText]), { minItems: 1, maxItems: 6 });

const WeekDay = Type.Object(
  {
    open: Open,
    // A morning kept open for reception, as on Saturdays under QĐ 14/2010/QĐ-TTg, has hours but is no working day of a
    // legal time limit: limits run Monday to Friday, and a limit never ends on it.
    countsAsDay: Type.Optional(Type.Boolean()),
  },
  closed,
);

const Week = Type.Object(
  {
    from: DayText,
    source: Type.String({ minLength: 1 }),
    verified: Type.Boolean(),
    days: Type.Object(
      {
        monday: Type.Optional(WeekDay),
        tuesday: Type.Optional(WeekDay),
        wednesday: Type.Optional(WeekDay),
        thursday: Type.Optional(WeekDay),
        friday: Type.Optional(WeekDay),
        saturday: Type.Optional(WeekDay),
        sunday: Type.Optional(WeekDay),
      },
      closed,
    ),
  },
  closed,
);

const YearlyHoliday = Type.Object(
  {
    on: Type.String({ pattern: "^\\d{2}-\\d{2}$" }),
    from: Year,
    name: Words,
    source: Type.String({ minLength: 1 }),
    /** Whether a day in lieu is given when it falls on a weekly day of rest. */
    inLieu: Type.Boolean(),
  },
  closed,
);

const DayException = Type.Object(
  {
    date: DayText,
    kind: Type.Union([Type.Literal("off"), Type.Literal("working"), Type.Literal("half_day")]),
    name: Words,
    /** The law or notice that says so, shown in the working of a due date. */
    source: Type.String({ minLength: 1 }),
    /** Not yet announced or not seen in a source: due dates that rest on it say so. */
    verified: Type.Boolean(),
    /** How the compiler of the data checked it. Not shown. */
    checked: Type.Optional(Type.String()),
    inLieu: Type.Optional(Type.Boolean()),
    pairedDate: Type.Optional(DayText),
    note: Type.Optional(Type.String()),
    /** Hours of a half day; a working day without its own takes those of the weekday it stands for. */
    open: Type.Optional(Open),
  },
  closed,
);

const UnitOverride = Type.Object(
  {
    /** Unit codes; a part of a ward ("14773.MOTCUA") follows its ward ("14773") unless it is named itself. */
    units: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    weeks: Type.Optional(Type.Array(Week, { minItems: 1 })),
    exceptions: Type.Optional(Type.Array(DayException)),
  },
  closed,
);

const Definition = Type.Object(
  {
    code: Type.String({ pattern: "^[a-z0-9-]+$" }),
    name: Words,
    timeZone: Type.Literal("Asia/Ho_Chi_Minh"),
    years: Type.Object({ from: Year, to: Year }, closed),
    weeks: Type.Array(Week, { minItems: 1 }),
    /** Holidays of fixed date, used for years that nobody has entered yet; for `years` the exceptions alone speak. */
    yearly: Type.Array(YearlyHoliday),
    exceptions: Type.Array(DayException),
    units: Type.Array(UnitOverride),
  },
  closed,
);

export type CalendarDefinition = Static<typeof Definition>;
export type CalendarException = Static<typeof DayException>;
export type CalendarWeek = Static<typeof Week>;
export type OpeningHours = Static<typeof Open>;

const check = Compile(Definition);

/** Reads a definition from JSON and names every fault at once. */
export function readCalendarDefinition(value: unknown): Result<CalendarDefinition, readonly InputFault[]> {
  if (!check.Check(value)) {
    return refused(
      check.Errors(value).map((fault) => ({ path: fault.instancePath, code: fault.keyword, message: fault.message })),
    );
  }
  const faults = meaningFaults(value);
  return faults.length > 0 ? refused(faults) : accepted(value);
}

/** What a schema cannot say: days that exist, hours in order, one exception per day, years that are spoken for. */
function meaningFaults(definition: CalendarDefinition): readonly InputFault[] {
  const faults: InputFault[] = [];
  const fault = (path: string, code: string, message: string) => faults.push({ path, code, message });
  const { from, to } = definition.years;
  if (to < from || to - from > 60) fault("/years", "years", "must be a span of 1 to 61 years");

  const checkOpen = (path: string, open: OpeningHours) => {
    let last = "";
    for (const [index, [opens, closes]] of open.entries()) {
      if (opens >= closes) fault(`${path}/${index}`, "hours", `${closes} does not follow ${opens}`);
      if (opens < last) fault(`${path}/${index}`, "hours", `${opens} begins before ${last} has passed`);
      last = closes;
    }
  };
  const checkWeeks = (path: string, weeks: readonly CalendarWeek[]) => {
    let last = "";
    for (const [index, week] of weeks.entries()) {
      if (findDayNumber(week.from) === undefined) fault(`${path}/${index}/from`, "day", `${week.from} is no day`);
      if (week.from <= last) fault(`${path}/${index}/from`, "order", `${week.from} does not follow ${last}`);
      last = week.from;
      if (!Object.values(week.days).some((day) => day.countsAsDay !== false))
        fault(`${path}/${index}/days`, "noWorkingDay", "a week without a working day never ends a time limit");
      for (const [name, day] of Object.entries(week.days)) checkOpen(`${path}/${index}/days/${name}/open`, day.open);
    }
    const first = weeks[0]?.from ?? "";
    if (first > `${from}-01-01`) fault(`${path}/0/from`, "gap", `no hours from ${from}-01-01 to ${first}`);
  };
  const checkExceptions = (path: string, exceptions: readonly CalendarException[]) => {
    const seen = new Set<string>();
    for (const [index, exception] of exceptions.entries()) {
      const at = `${path}/${index}`;
      const day = findDayNumber(exception.date);
      if (day === undefined) fault(`${at}/date`, "day", `${exception.date} is no day`);
      else if (yearOf(day) < from || yearOf(day) > to)
        fault(`${at}/date`, "year", `${exception.date} lies outside ${from}–${to}`);
      if (seen.has(exception.date)) fault(`${at}/date`, "twice", `${exception.date} stands here twice`);
      seen.add(exception.date);
      if (exception.pairedDate !== undefined && findDayNumber(exception.pairedDate) === undefined)
        fault(`${at}/pairedDate`, "day", `${exception.pairedDate} is no day`);
      if (exception.kind === "half_day" && exception.open === undefined)
        fault(`${at}/open`, "required", "a half day needs its hours");
      if (exception.kind === "off" && exception.open !== undefined)
        fault(`${at}/open`, "hours", "a day off has no hours");
      if (exception.open !== undefined) checkOpen(`${at}/open`, exception.open);
    }
  };

  checkWeeks("/weeks", definition.weeks);
  checkExceptions("/exceptions", definition.exceptions);
  for (const [index, holiday] of definition.yearly.entries()) {
    if (findDayNumber(`2027-${holiday.on}`) === undefined)
      fault(`/yearly/${index}/on`, "day", `${holiday.on} is not a day of every year`);
  }
  const named = new Set<string>();
  for (const [index, override] of definition.units.entries()) {
    if (override.weeks !== undefined) checkWeeks(`/units/${index}/weeks`, override.weeks);
    checkExceptions(`/units/${index}/exceptions`, override.exceptions ?? []);
    for (const unit of override.units) {
      if (named.has(unit)) fault(`/units/${index}/units`, "twice", `${unit} stands here twice`);
      named.add(unit);
    }
  }
  return faults;
}

const weekdayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** What the weekly pattern says of a weekday; nothing on a day of rest. */
export function weekdayHours(week: CalendarWeek, weekday: number): CalendarWeek["days"]["monday"] {
  const name = weekdayNames[weekday];
  return name === undefined ? undefined : week.days[name];
}

/** Hours of an exception: its own, or those of the weekday it stands for (its pair, else Monday). */
export function exceptionHours(exception: CalendarException, week: CalendarWeek): OpeningHours {
  if (exception.open !== undefined) return exception.open;
  const pair = exception.pairedDate === undefined ? 1 : weekdayOf(dayNumberOf(exception.pairedDate));
  const hours = weekdayHours(week, pair) ?? Object.values(week.days).find((day) => day.countsAsDay !== false);
  return hours?.open ?? [];
}

/** The deviations that hold for a unit: named itself, or through the ward its code begins with. */
export function overrideFor(
  definition: CalendarDefinition,
  unit: string,
): CalendarDefinition["units"][number] | undefined {
  const ward = unit.split(".")[0] ?? unit;
  return (
    definition.units.find((candidate) => candidate.units.includes(unit)) ??
    definition.units.find((candidate) => candidate.units.includes(ward))
  );
}
