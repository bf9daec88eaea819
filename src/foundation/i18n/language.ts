/** The languages the city speaks to its people. Vietnamese first: it is the one that counts in law. */
export const languages = ["vi", "en"] as const;

export type Language = (typeof languages)[number];

export const defaultLanguage: Language = "vi";

export function isLanguage(value: unknown): value is Language {
  return value === "vi" || value === "en";
}

/** Each language in its own words, as the language switch shows it. */
export const languageNames = { vi: "Tiếng Việt", en: "English" } as const satisfies Record<Language, string>;
