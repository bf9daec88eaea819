import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type CounterTexts, vi } from "./vi.ts";

export type { CounterTexts } from "./vi.ts";

export function counterTexts(language: Language): CounterTexts {
  return language === "vi" ? vi : en;
}
