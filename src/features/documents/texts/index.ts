import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type DocumentsTexts, vi } from "./vi.ts";

export type { DocumentsTexts } from "./vi.ts";

export function documentsTexts(language: Language): DocumentsTexts {
  return language === "vi" ? vi : en;
}
