import type { Language } from "#foundation/i18n/index.ts";
import { classNames } from "#foundation/jsx/html.ts";
import { Icon } from "#ui/icon/icon.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type SearchBoxProps = {
  readonly language: Language;
  readonly action: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  /**
   * Answers `{ items: [{ text, detail?, href }] }` for `?<name>=…`. Without it, or without JavaScript, the box is a plain form.
   */
  readonly suggestHref?: string | undefined;
  /** The one search of the home page. */
  readonly isLarge?: boolean | undefined;
  readonly id?: string | undefined;
  /** Where the page is for nothing but this search, typing begins at once. */
  readonly isFirst?: boolean | undefined;
};

/** One box for everything a person may call a procedure. */
export function SearchBox(props: SearchBoxProps) {
  const { language, action, name, label, hint, value, suggestHref, isLarge, id = "tim", isFirst } = props;
  const t = uiTexts(language);
  return (
    <search class={classNames("search", isLarge && "search-large")}>
      <form method="get" action={action}>
        <label class="search-label" for={id}>
          {label}
        </label>
        {hint && (
          <p class="field-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <div
          class="search-row"
          data-enhance={suggestHref ? "search" : undefined}
          data-href={suggestHref}
          data-language={language}
        >
          <input
            class="input search-input"
            type="search"
            id={id}
            name={name}
            value={value}
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            enterkeyhint="search"
            autofocus={isFirst}
            aria-describedby={hint ? `${id}-hint` : undefined}
          />
          <button class="button search-button" type="submit">
            <Icon name="search" />
            <span class="search-word">{t.search}</span>
          </button>
        </div>
      </form>
    </search>
  );
}
