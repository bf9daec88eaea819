import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type DossierTexts, vi } from "./vi.ts";

export type { DossierTexts };

export function dossierTexts(language: Language): DossierTexts {
  return language === "vi" ? vi : en;
}
