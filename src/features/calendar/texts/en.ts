import type { CalendarTexts } from "./vi.ts";

const days = (count: number, kind: string) => `${count} ${kind}${count === 1 ? "" : "s"}`;

export const en = {
  convention: {
    working_day: (count: number, from: string) =>
      `${days(count, "working day")}, counted from the day after ${from}; ends when working time ends on the last day`,
    working_day_midnight: (count: number, from: string) =>
      `${days(count, "working day")}, counted from the day after ${from}; ends at midnight of the last day`,
    working_day_hours: (count: number, hours: number, from: string) =>
      `${days(count, "working day")}, each taken as ${hours} working hours, counted from ${from}`,
    calendar_day: (count: number, from: string) =>
      `${days(count, "day")}, counted from the day after ${from}, days off included; a last day that is a day off moves to the end of working time of the next working day`,
    calendar_day_midnight: (count: number, from: string) =>
      `${days(count, "day")}, counted from the day after ${from}, days off included; a last day that is a day off moves to midnight of the next working day`,
    hour: (count: string, from: string) => `${count} working ${count === "1" ? "hour" : "hours"}, counted from ${from}`,
    same_day: (from: string) =>
      `On the same day; after 15:00 or outside working days on the next working day, counted from ${from}`,
    sameDayCitation: "15:00 rule: Decree 61/2018/NĐ-CP, article 18(2); Decree 23/2015/NĐ-CP, article 7",
    hourCitation: "Civil Code 2015, article 147(1)",
    because: (sentence: string, citation: string) => `${sentence} (${citation}).`,
  },
  reason: {
    firstDay: "The first day is not counted (Civil Code 2015, article 147(2))",
    afterCutoff: "Received after 15:00 or after closing: moves to the next working day",
    workingDay: (nth: number, of: number) => `Working day ${nth} of ${of}`,
    calendarDay: (nth: number, of: number) => `Day ${nth} of ${of}`,
    sameDay: "Day of the answer",
    open: (length: string) => `Within working time: ${length}`,
    closed: "Outside working time",
    rest: "Weekly rest",
    reception: "Open for reception only, not a working day of the time limit",
    off: (name: string, source: string) => `Day off: ${name} (${source})`,
    special: (name: string, source: string) => `${name} (${source})`,
    paused: "The clock is stopped",
    pausedFor: (note: string) => `The clock is stopped: ${note}`,
    resumed: "The clock runs again; its first day is not counted (Civil Code 2015, article 147(2))",
    cutShort: "The clock stopped before the last day was over: the day is given again when it resumes",
    movedOn: "The last day is a day off: the limit ends with the next working day (Civil Code 2015, article 148(5))",
    movedOver: (reason: string) => `The end moves on. ${reason}`,
    unverified: "expected, not yet officially announced",
    provisionalYear: (year: number) =>
      `the calendar of ${year} is not known yet; weekly rest and holidays of fixed date only`,
    with: (reason: string, remark: string) => `${reason}; ${remark}`,
  },
  minutes: (minutes: number) => {
    const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
    if (hours === 0) return `${rest} min`;
    return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  },
  number: (value: number) => String(value),
  warning: {
    yearMissing: (year: number) =>
      `There is no working calendar for ${year}. Due dates in ${year} know weekly rest and holidays of fixed date only; enter the calendar once the days off for Tết and the swapped days are announced.`,
    unverified: (count: number, first: string, last: string) =>
      `${days(count, "day")} off from ${first} to ${last} ${count === 1 ? "is" : "are"} expected, not yet officially announced.`,
  },
  fault: {
    from: "needs the starting time with its offset, such as 2026-11-24T15:30:00+07:00",
    count: "needs a whole number from 1 to 3660; working hours may have a fraction, up to 29280",
    kind: "needs working_day, calendar_day or hour",
    unit: (unit: string) => `there is no unit with code ${unit}`,
    unknown: "there is no such parameter",
    twice: "may be given once only",
    beyond: (from: number, to: number) =>
      `the working calendar holds ${from} to ${to}; a time limit further away cannot be told`,
  },
  page: {
    caption: "How the due date was reached",
    due: "Due",
    interval: "Interval",
    counts: "Counts?",
    yes: "Yes",
    no: "No",
    why: "Why",
    show: "Show the working",
    until: "to",
  },
} satisfies CalendarTexts;
