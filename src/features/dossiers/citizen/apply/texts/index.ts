import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type ApplyTexts, vi } from "./vi.ts";

export type { ApplyTexts } from "./vi.ts";

export function applyTexts(language: Language): ApplyTexts {
  return language === "vi" ? vi : en;
}
