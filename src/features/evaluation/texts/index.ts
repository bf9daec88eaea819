import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type EvaluationTexts, vi } from "./vi.ts";

export type { EvaluationTexts } from "./vi.ts";

export function evaluationTexts(language: Language): EvaluationTexts {
  return language === "vi" ? vi : en;
}
