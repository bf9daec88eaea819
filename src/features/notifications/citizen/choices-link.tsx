import type { Language } from "#foundation/i18n/index.ts";
import { notificationPaths } from "../paths.ts";
import { notificationTexts } from "../texts/index.ts";

/** Stands in the inbox: where else notices may go. */
export function ChoicesLink({ language }: { language: Language }) {
  return (
    <p>
      <a href={notificationPaths.choices()}>{notificationTexts(language).choices.link}</a>
    </p>
  );
}
