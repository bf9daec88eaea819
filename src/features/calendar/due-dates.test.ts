/**
 * Due dates worked out by hand from the printed calendar, day by day, not by running the program. The third column is
 * the count; the last says which days were counted or skipped.
 */
import { describe, expect, it } from "vitest";
import { addTime, type Duration } from "./add-time.ts";
import { cityTimestamp } from "./city-time.ts";
import { at, sampleCalendar } from "./testing.ts";

type Case = readonly [from: string, count: number, dueAt: string, why: string];

const workingDays: readonly Case[] = [
  ["2019-01-02 09:00", 2, "2019-01-04 17:00", "Thu 3, Fri 4"],
  ["2019-01-03 10:00", 2, "2019-01-05 17:00", "Fri 4, make-up Sat 5/1 for 31/12/2018"],
  ["2019-01-04 16:00", 1, "2019-01-05 17:00", "Friday afternoon before a make-up Saturday"],
  ["2019-01-05 08:00", 1, "2019-01-07 17:00", "accepted on the make-up Saturday: Mon 7"],
  ["2019-02-01 14:00", 1, "2019-02-11 17:00", "Tết 4–8/2, weekends on both sides"],
  ["2019-01-31 09:00", 3, "2019-02-12 17:00", "Fri 1, Mon 11, Tue 12"],
  ["2019-04-12 09:00", 1, "2019-04-16 17:00", "Hùng Kings on Sun 14, in lieu Mon 15"],
  ["2019-04-26 10:00", 1, "2019-05-02 17:00", "29/4 swapped off, 30/4, 1/5"],
  ["2019-04-26 10:00", 3, "2019-05-04 17:00", "Thu 2, Fri 3, make-up Sat 4/5"],
  ["2019-04-26 10:00", 4, "2019-05-06 17:00", "and Mon 6"],
  ["2019-08-30 15:30", 1, "2019-09-03 17:00", "2019 still had one day of National Day"],
  ["2019-12-30 10:00", 2, "2020-01-02 17:00", "Tue 31, New Year off, Thu 2"],
  ["2020-01-22 16:00", 1, "2020-01-30 17:00", "Tết 23–29/1"],
  ["2020-01-21 09:00", 5, "2020-02-04 17:00", "Wed 22, Thu 30, Fri 31, Mon 3, Tue 4"],
  ["2020-04-01 11:00", 1, "2020-04-03 17:00", "Hùng Kings Thu 2"],
  ["2020-04-29 14:59", 1, "2020-05-04 17:00", "30/4 and 1/5 before a weekend"],
  ["2020-02-28 09:00", 1, "2020-03-02 17:00", "29 February is a Saturday"],
  ["2020-09-01 09:00", 1, "2020-09-03 17:00", "National Day Wed 2"],
  ["2020-12-31 15:30", 1, "2021-01-04 17:00", "New Year on Friday"],
  ["2020-12-23 10:00", 10, "2021-01-07 17:00", "24, 25, 28–31/12, 4–7/1"],
  ["2021-02-09 14:00", 1, "2021-02-17 17:00", "Tết 10–12 and in lieu 15, 16"],
  ["2021-02-05 10:00", 5, "2021-02-19 17:00", "8, 9, 17, 18, 19/2"],
  ["2021-02-13 09:00", 1, "2021-02-17 17:00", "accepted on the second day of Tết"],
  ["2021-04-20 13:30", 1, "2021-04-22 17:00", "Hùng Kings Wed 21"],
  ["2021-04-29 10:00", 2, "2021-05-05 17:00", "30/4, 1/5 on Sat, in lieu Mon 3; Tue 4, Wed 5"],
  ["2021-09-01 17:00", 1, "2021-09-06 17:00", "2 and 3/9"],
  ["2021-12-31 10:00", 1, "2022-01-04 17:00", "New Year on Sat, in lieu Mon 3"],
  ["2022-01-28 10:00", 1, "2022-02-07 17:00", "Tết 31/1–4/2"],
  ["2022-04-08 10:00", 1, "2022-04-12 17:00", "Hùng Kings Sun 10, in lieu Mon 11"],
  ["2022-04-29 10:00", 1, "2022-05-04 17:00", "30/4 Sat and 1/5 Sun, in lieu Mon 2 and Tue 3"],
  ["2022-08-31 10:00", 1, "2022-09-05 17:00", "1 and 2/9, Thu and Fri"],
  ["2022-12-30 10:00", 1, "2023-01-03 17:00", "New Year on Sun, in lieu Mon 2"],
  ["2023-01-19 08:00", 1, "2023-01-27 17:00", "Tết 20, 23–26/1"],
  ["2023-04-28 10:00", 1, "2023-05-04 17:00", "1/5, in lieu 2 and 3/5"],
  ["2023-08-31 10:00", 2, "2023-09-06 17:00", "1/9, in lieu Mon 4; Tue 5, Wed 6"],
  ["2024-02-07 10:00", 1, "2024-02-15 17:00", "Tết 8, 9, 12–14/2"],
  ["2024-02-28 10:00", 1, "2024-02-29 17:00", "29 February is a working Thursday"],
  ["2024-04-17 10:00", 1, "2024-04-19 17:00", "Hùng Kings Thu 18"],
  ["2024-04-26 10:00", 1, "2024-05-02 17:00", "29/4 swapped off, 30/4, 1/5"],
  ["2024-04-26 10:00", 3, "2024-05-04 17:00", "2, 3, make-up Sat 4/5"],
  ["2024-05-03 15:01", 1, "2024-05-04 17:00", "Friday after 15:00: the limit still counts from the next day"],
  ["2024-08-30 10:00", 1, "2024-09-04 17:00", "2 and 3/9"],
  ["2025-01-24 10:00", 1, "2025-02-03 17:00", "Tết 27–31/1"],
  ["2025-04-04 10:00", 1, "2025-04-08 17:00", "Hùng Kings Mon 7"],
  ["2025-04-25 09:00", 1, "2025-04-26 17:00", "make-up Sat 26/4"],
  ["2025-04-25 09:00", 4, "2025-05-05 17:00", "Sat 26, Mon 28, Tue 29, Mon 5 (2/5 swapped off)"],
  ["2025-08-29 10:00", 1, "2025-09-03 17:00", "1 and 2/9"],
  ["2025-12-31 14:00", 2, "2026-01-06 17:00", "1/1, 2/1 swapped off; Mon 5, Tue 6"],
  ["2025-12-31 14:00", 6, "2026-01-10 17:00", "5–9/1, make-up Sat 10/1"],
  ["2026-02-13 15:00", 1, "2026-02-23 17:00", "Tết 16–20/2"],
  ["2026-04-24 10:00", 1, "2026-04-28 17:00", "Hùng Kings Sun 26, in lieu Mon 27"],
  ["2026-04-28 10:00", 2, "2026-05-04 17:00", "Wed 29, Mon 4"],
  ["2026-08-21 10:00", 1, "2026-08-22 17:00", "make-up Sat 22/8"],
  ["2026-08-28 10:00", 1, "2026-09-03 17:00", "31/8 swapped off, 1 and 2/9"],
  ["2026-11-23 10:00", 1, "2026-11-25 17:00", "24 November off"],
  ["2026-11-20 14:59", 5, "2026-11-30 17:00", "23, 25, 26, 27, 30/11"],
  ["2026-11-20 15:30", 5, "2026-11-30 17:00", "the same after 15:00"],
  ["2026-11-20 16:30", 1, "2026-11-23 17:00", "Friday afternoon"],
  ["2026-11-21 10:00", 1, "2026-11-23 17:00", "accepted on a Saturday"],
  ["2026-11-22 23:59", 1, "2026-11-23 17:00", "accepted a minute before Monday"],
  ["2026-11-23 00:00", 1, "2026-11-25 17:00", "accepted as Monday begins"],
  ["2026-11-23 10:00", 45, "2027-01-27 17:00", "4 in Nov, 23 in Dec, then 4–8, 11–15, 18–22, 25, 26, 27/1"],
  ["2026-12-31 16:59", 1, "2027-01-04 17:00", "New Year on Friday"],
  ["2026-12-28 10:00", 5, "2027-01-05 17:00", "29, 30, 31/12, 4, 5/1"],
  ["2027-02-03 10:00", 1, "2027-02-11 17:00", "Tết 4, 5, 8–10/2, expected"],
  ["2027-04-15 10:00", 1, "2027-04-19 17:00", "Hùng Kings Fri 16"],
  ["2027-04-29 10:00", 1, "2027-05-04 17:00", "30/4 Fri, 1/5 Sat in lieu Mon 3"],
  ["2027-09-01 10:00", 1, "2027-09-06 17:00", "2/9 and, expected, 3/9"],
  ["2027-11-23 10:00", 1, "2027-11-25 17:00", "24 November, Wednesday"],
  ["2027-12-30 10:00", 2, "2028-01-04 17:00", "Fri 31; 1/1/2028 is Sat, in lieu Mon 3; Tue 4"],
];

const calendarDays: readonly Case[] = [
  ["2019-01-21 09:00", 15, "2019-02-11 17:00", "5/2 is Tết: on to Mon 11"],
  ["2020-02-28 09:00", 1, "2020-03-02 17:00", "Sat 29/2: on to Mon 2/3"],
  ["2021-02-03 09:00", 7, "2021-02-17 17:00", "10/2 is Tết: on to Wed 17"],
  ["2021-02-03 09:00", 14, "2021-02-17 17:00", "17/2 itself"],
  ["2024-05-03 09:00", 1, "2024-05-04 17:00", "a make-up Saturday is a working day"],
  ["2026-11-20 16:00", 4, "2026-11-25 17:00", "24/11 off: on to Wed 25"],
  ["2026-12-17 16:00", 15, "2027-01-04 17:00", "1/1 off, then a weekend: on to Mon 4"],
  ["2026-11-02 16:00", 15, "2026-11-17 17:00", "a Tuesday"],
];

const hours: readonly Case[] = [
  ["2019-05-03 15:00", 8, "2019-05-04 15:00", "2 h Fri; make-up Sat 4.5 h and 1.5 h"],
  ["2020-12-15 08:00", 8, "2020-12-16 08:00", "3.5 h, 3.5 h, 1 h"],
  ["2021-02-09 16:00", 8, "2021-02-17 16:00", "1 h, Tết, 4.5 h, 2.5 h"],
  ["2024-05-04 15:00", 4, "2024-05-06 09:00", "2 h on the make-up Saturday, 2 h Mon"],
  ["2025-04-25 16:30", 8, "2025-04-26 16:30", "0.5 h; Sat 4.5 h and 3 h"],
  ["2026-11-23 15:00", 8, "2026-11-25 15:00", "2 h, 24/11 off, 4.5 h, 1.5 h"],
  ["2026-11-24 10:00", 1, "2026-11-25 08:00", "starts on a day off"],
  ["2026-11-23 11:45", 1, "2026-11-23 14:30", "starts in the noon break"],
  ["2026-11-23 06:00", 8, "2026-11-23 17:00", "before opening: the whole day"],
  ["2026-11-23 07:00", 4.5, "2026-11-23 11:30", "ends as the morning ends"],
  ["2026-11-20 16:45", 0.5, "2026-11-23 07:15", "15 minutes each side of a weekend"],
  ["2026-11-20 17:00", 1, "2026-11-23 08:00", "from closing time"],
  ["2026-11-20 22:10", 8, "2026-11-23 17:00", "sent late on Friday, first answer by Monday evening"],
  ["2026-12-31 16:00", 2, "2027-01-04 08:00", "an hour on each side of New Year"],
];

const sameDay: readonly Case[] = [
  ["2026-11-20 14:59", 1, "2026-11-20 17:00", "before 15:00"],
  ["2026-11-20 15:00", 1, "2026-11-20 17:00", "at 15:00 is not after 15:00"],
  ["2026-11-20 15:00:01", 1, "2026-11-23 17:00", "after 15:00 on a Friday"],
  ["2026-11-23 15:01", 1, "2026-11-25 17:00", "after 15:00 on the eve of 24/11"],
  ["2026-11-23 06:30", 1, "2026-11-23 17:00", "before opening"],
  ["2026-11-21 09:00", 1, "2026-11-23 17:00", "on a Saturday"],
  ["2025-04-26 09:00", 1, "2025-04-26 17:00", "on a make-up Saturday"],
  ["2021-02-09 15:30", 1, "2021-02-17 17:00", "after 15:00 on the eve of Tết"],
];

const due = (from: string, duration: Duration) => cityTimestamp(addTime(sampleCalendar, at(from), duration).dueAt);
const cityTime = (text: string) => `${text.replace(" ", "T")}:00+07:00`;

describe("a limit in working days ends with the working time of the n-th working day after acceptance", () => {
  it.each(workingDays)("%s + %d → %s (%s)", (from, count, dueAt) => {
    expect(due(from, { kind: "working_day", count })).toBe(cityTime(dueAt));
  });
});

describe("a limit in calendar days moves on when its last day is a day off", () => {
  it.each(calendarDays)("%s + %d → %s (%s)", (from, count, dueAt) => {
    expect(due(from, { kind: "calendar_day", count })).toBe(cityTime(dueAt));
  });
});

describe("a limit in working hours runs while the office is open", () => {
  it.each(hours)("%s + %d → %s (%s)", (from, count, dueAt) => {
    expect(due(from, { kind: "hour", count })).toBe(cityTime(dueAt));
  });
});

describe("a same-day procedure follows the 15:00 rule", () => {
  it.each(sameDay)("%s, %d day → %s (%s)", (from, _, dueAt) => {
    expect(due(from, { kind: "same_day" })).toBe(cityTime(dueAt));
  });
});

describe("a due date that may still change says so", () => {
  it("when a day off on the way was never announced, or its year is not entered", () => {
    const provisional = (from: string, count: number) =>
      addTime(sampleCalendar, at(from), { kind: "working_day", count }).provisional;

    expect(provisional("2026-12-28 10:00", 5)).toBe(false);
    expect(provisional("2027-02-03 10:00", 1)).toBe(true);
    expect(provisional("2027-03-01 10:00", 5)).toBe(false);
    expect(provisional("2027-12-30 10:00", 2)).toBe(true);
    expect(provisional("2019-01-01 10:00", 1)).toBe(false);
  });
});
