import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type IdentityTexts, vi } from "./vi.ts";

export type { IdentityTexts };

export function identityTexts(language: Language): IdentityTexts {
  return language === "vi" ? vi : en;
}
