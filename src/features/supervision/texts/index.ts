import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type SupervisionTexts, vi } from "./vi.ts";

export function supervisionTexts(language: Language): SupervisionTexts {
  return language === "vi" ? vi : en;
}
