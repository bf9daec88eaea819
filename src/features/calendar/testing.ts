/** For tests here and in other features: the sample city's calendar, and instants written on the city's clock. */
import { resolve } from "node:path";
import type { CalendarDefinition } from "./calendar-definition.ts";
import { readCityCalendar } from "./seed-calendar.ts";
import { compileCalendar, type WorkingCalendar } from "./working-calendar.ts";

export const sampleCityFolder = resolve(import.meta.dirname, "../../../cities/thanh-hoa-2020");
export const sampleDefinition: CalendarDefinition = readCityCalendar(sampleCityFolder);
export const sampleCalendar: WorkingCalendar = compileCalendar(sampleDefinition);

/** `at("2026-11-24 15:30")`, on the city's clock. */
export function at(text: string): Date {
  const [day, time = "00:00"] = text.split(" ");
  return new Date(`${day}T${time}+07:00`);
}
