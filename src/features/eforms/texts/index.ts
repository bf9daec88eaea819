import type { Language } from "#foundation/i18n/index.ts";
import { en } from "./en.ts";
import { type Texts, vi } from "./vi.ts";

export type { Texts } from "./vi.ts";
export const texts: { readonly [language in Language]: Texts } = { vi, en };
