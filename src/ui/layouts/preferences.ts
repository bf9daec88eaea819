/** What a person chose about how pages look. Kept in one small cookie, so it works signed out and without JavaScript. */
import { defaultLanguage, isLanguage, type Language, languages } from "#foundation/i18n/index.ts";

export const textSizes = ["normal", "large", "larger"] as const;
export type TextSize = (typeof textSizes)[number];

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export type Preferences = { readonly language: Language; readonly textSize: TextSize; readonly theme: Theme };

export const defaultPreferences: Preferences = { language: defaultLanguage, textSize: "normal", theme: "auto" };

export const preferencesPath = "/tuy-chon";
export const preferencesCookie = "tuy-chon";

function oneOf<Value extends string>(values: readonly Value[], value: string | null | undefined): Value | undefined {
  return values.find((known) => known === value);
}

/** From the cookie `vi.large.dark`; anything else is the default. */
export function readPreferences(cookie: string | undefined): Preferences {
  const [language, textSize, theme] = (cookie ?? "").split(".");
  return {
    language: oneOf(languages, language) ?? defaultPreferences.language,
    textSize: oneOf(textSizes, textSize) ?? defaultPreferences.textSize,
    theme: oneOf(themes, theme) ?? defaultPreferences.theme,
  };
}

export function writePreferences({ language, textSize, theme }: Preferences): string {
  return `${language}.${textSize}.${theme}`;
}

/** The address that changes one preference and comes back to the page where it was pressed. */
export function preferencesHref(change: Partial<Preferences>, back: string): string {
  const query = new URLSearchParams();
  if (change.language) query.set("ngon-ngu", change.language);
  if (change.textSize) query.set("co-chu", change.textSize);
  if (change.theme) query.set("nen", change.theme);
  query.set("ve", back);
  return `${preferencesPath}?${query}`;
}

/** What the address above asks for: the preferences to keep and where to go. Never leads to another site. */
export function changedPreferences(
  now: Preferences,
  query: URLSearchParams,
): { preferences: Preferences; back: string } {
  const language = query.get("ngon-ngu");
  const back = query.get("ve") ?? "/";
  return {
    preferences: {
      language: isLanguage(language) ? language : now.language,
      textSize: oneOf(textSizes, query.get("co-chu")) ?? now.textSize,
      theme: oneOf(themes, query.get("nen")) ?? now.theme,
    },
    // Browsers read "/\" and "//" as the start of another host, and drop control characters before looking.
    back: /^\/(?![/\\])[\u0021-\u007e]*$/.test(back) ? back : "/",
  };
}
