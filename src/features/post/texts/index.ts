import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type PostTexts, vi } from "./vi.ts";

export type { PostTexts };

export function postTexts(language: Language): PostTexts {
  return language === "vi" ? vi : en;
}
