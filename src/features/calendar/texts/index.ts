import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type CalendarTexts, vi } from "./vi.ts";

export type { CalendarTexts };

export function calendarTexts(language: Language): CalendarTexts {
  return language === "vi" ? vi : en;
}
