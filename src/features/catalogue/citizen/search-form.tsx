import type { Html } from "#foundation/jsx/html.ts";
import { cataloguePaths } from "../paths.ts";
import type { CatalogueTexts } from "../texts/index.ts";

type SearchFormProps = { readonly t: CatalogueTexts; readonly q?: string | undefined; readonly isLarge?: boolean };

/** The one search box. A plain form; `search-box/enhance.ts` adds suggestions while typing. */
export function SearchForm({ t, q = "", isLarge = false }: SearchFormProps): Html | null {
  return (
    <search>
      <form
        class={isLarge ? "search-form search-form-large" : "search-form"}
        action={cataloguePaths.procedures()}
        method="get"
      >
        <label for="q">{t.home.searchLabel}</label>
        <p id="q-hint" class="quiet">
          {t.home.searchHint}
        </p>
        <div class="search-form-row">
          <input
            id="q"
            name="q"
            type="search"
            value={q}
            maxlength={200}
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            enterkeyhint="search"
            aria-describedby="q-hint"
            data-suggestions={cataloguePaths.suggestions()}
          />
          <button type="submit" class="button">
            {t.home.searchButton}
          </button>
        </div>
      </form>
    </search>
  );
}
