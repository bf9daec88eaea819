import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Icon } from "#ui/icon/icon.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type ActiveFilter = { readonly name: string; readonly value: string; readonly removeHref: string };

export type FilterBarProps = {
  readonly language: Language;
  /** The list itself: a filter is part of its address, so it can be kept, shared and gone back to. */
  readonly action: string;
  /** Fields of the form, such as `FilterSelect`. */
  readonly children: Child;
  /** What the address carries besides the filters. */
  readonly hidden?: readonly { readonly name: string; readonly value: string }[] | undefined;
  readonly active?: readonly ActiveFilter[] | undefined;
  readonly clearHref?: string | undefined;
  readonly label: string;
};

export function FilterBar({ language, action, children, hidden = [], active = [], clearHref, label }: FilterBarProps) {
  const t = uiTexts(language);
  return (
    <search class="filter" aria-label={label}>
      <form class="filter-form" method="get" action={action}>
        {hidden.map(({ name, value }) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {children}
        <button class="button button-secondary" type="submit">
          {t.filter}
        </button>
      </form>
      {active.length > 0 && (
        <div class="filter-active">
          <span class="quiet">{t.filtered}:</span>
          <ul class="filter-chips">
            {active.map(({ name, value, removeHref }) => (
              <li>
                <a class="filter-chip" href={removeHref}>
                  <span class="hidden-text">{t.removeFilter(name)}: </span>
                  {value}
                  <Icon name="cross" />
                </a>
              </li>
            ))}
          </ul>
          {clearHref && (
            <a class="filter-clear" href={clearHref}>
              {t.clearFilter}
            </a>
          )}
        </div>
      )}
    </search>
  );
}

export type FilterSelectProps = {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly options: readonly { readonly value: string; readonly text: string }[];
};

export function FilterSelect({ name, label, value, options }: FilterSelectProps) {
  return (
    <div class="filter-field">
      <label for={`loc-${name}`}>{label}</label>
      <select class="input select" id={`loc-${name}`} name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === (value ?? "")}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

export function FilterText({
  name,
  label,
  value,
  inputmode,
}: Omit<FilterSelectProps, "options"> & { inputmode?: "numeric" }) {
  return (
    <div class="filter-field">
      <label for={`loc-${name}`}>{label}</label>
      <input
        class="input"
        type="search"
        id={`loc-${name}`}
        name={name}
        value={value}
        inputmode={inputmode}
        autocomplete="off"
      />
    </div>
  );
}
