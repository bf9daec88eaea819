import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type SupplementTexts, vi } from "./vi.ts";

export function supplementTexts(language: Language): SupplementTexts {
  return language === "vi" ? vi : en;
}

export type { SupplementTexts };
