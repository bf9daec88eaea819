import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type BookTexts, vi } from "./vi.ts";

export type { BookTexts };

export function bookTexts(language: Language): BookTexts {
  return language === "vi" ? vi : en;
}
