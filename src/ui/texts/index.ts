import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type UiTexts, vi } from "./vi.ts";

export type { UiTexts } from "./vi.ts";

const byLanguage: Record<Language, UiTexts> = { vi, en };

export function uiTexts(language: Language): UiTexts {
  return byLanguage[language];
}
