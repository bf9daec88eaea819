import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type CatalogueTexts, vi } from "./vi.ts";

export type { CatalogueTexts };

export function catalogueTexts(language: Language): CatalogueTexts {
  return language === "vi" ? vi : en;
}
