import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type NotificationTexts, vi } from "./vi.ts";

export type { NotificationTexts } from "./vi.ts";

export function notificationTexts(language: Language): NotificationTexts {
  return language === "vi" ? vi : en;
}
