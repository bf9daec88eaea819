/**
 * How a time limit is counted. Data, not code: a procedure or a city names one, and the working of each due date cites it.
 *
 * Civil Code 2015, art. 147(2): a term in days does not count its first day. Art. 148(5): when the last day is a day
 * off, the term ends with the next working day. Art. 148(6) lets the last day run to midnight. The default ends it
 * with the working time of that day all the same: form 01 promises an hour at which the result can be fetched, nothing
 * is handed out after closing, and the promise is the stricter of the two. A city that wants midnight takes the second.
 */
export type Convention = {
  readonly id: string;
  /** `from-next-day`: whole days, the first not counted. `as-hours`: a day is so many working hours from the instant on. */
  readonly days: "from-next-day" | "as-hours";
  readonly hoursPerDay: number;
  readonly lastDayEnds: "with-working-time" | "at-midnight";
  readonly citation: string;
};

export const conventions = {
  "next-day": {
    id: "next-day",
    days: "from-next-day",
    hoursPerDay: 8,
    lastDayEnds: "with-working-time",
    citation:
      "Bộ luật Dân sự 2015, Điều 147 khoản 2, Điều 148 khoản 5; Nghị định 61/2018/NĐ-CP (mẫu số 01: giờ hẹn trả)",
  },
  "next-day-midnight": {
    id: "next-day-midnight",
    days: "from-next-day",
    hoursPerDay: 8,
    lastDayEnds: "at-midnight",
    citation: "Bộ luật Dân sự 2015, Điều 147 khoản 2, Điều 148 khoản 5 và 6",
  },
  "working-hours": {
    id: "working-hours",
    days: "as-hours",
    hoursPerDay: 8,
    lastDayEnds: "with-working-time",
    citation: "Bộ luật Dân sự 2015, Điều 147 khoản 1; 1 ngày làm việc tính bằng 8 giờ làm việc",
  },
} as const satisfies Record<string, Convention>;

export type ConventionId = keyof typeof conventions;

export const defaultConvention: Convention = conventions["next-day"];
