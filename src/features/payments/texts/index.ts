import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type PaymentTexts, vi } from "./vi.ts";

export type { PaymentTexts };

export function paymentTexts(language: Language): PaymentTexts {
  return language === "vi" ? vi : en;
}
