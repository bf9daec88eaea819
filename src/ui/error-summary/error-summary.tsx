import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { Icon } from "#ui/icon/icon.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type Fault = {
  /** The id of the field, from `fieldId(name)`; without it the fault stands as text. */
  readonly fieldId?: string | undefined;
  readonly message: Child;
};

export type ErrorSummaryProps = {
  readonly faults: readonly Fault[];
  readonly language: Language;
  readonly title?: string | undefined;
  /** What to do when the faults alone do not say it. */
  readonly children?: Child;
};

/** First thing on a page that was sent back: every fault at once, each leading to its field. Takes the focus. */
export function ErrorSummary({ faults, language, title, children }: ErrorSummaryProps) {
  if (faults.length === 0) return null;
  const t = uiTexts(language);
  return (
    <div
      class="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabindex="-1"
      autofocus
      data-enhance="error-summary"
    >
      <h2 class="error-summary-title" id="error-summary-title">
        <Icon name="warning" />
        {title ?? t.errorSummaryTitle(faults.length)}
      </h2>
      {children}
      <ul class="error-summary-list">
        {faults.map(({ fieldId, message }) => (
          <li>{fieldId ? <a href={`#${fieldId}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
