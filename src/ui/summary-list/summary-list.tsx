import type { Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { uiTexts } from "#ui/texts/index.ts";

export type SummaryRow = {
  readonly key: Child;
  /** Nothing, or an empty list, is shown as "Chưa trả lời". */
  readonly value: Child;
  readonly changeHref?: string | undefined;
  /** What is changed, for those who hear the link alone: "họ và tên của con". Left out, the key says it. */
  readonly changeWhat?: Child;
};

export type SummaryListProps = {
  readonly rows: readonly SummaryRow[];
  readonly language: Language;
  readonly title?: Child;
  /** Level of the title, 2 unless said. */
  readonly level?: 2 | 3 | undefined;
  readonly changeHref?: string | undefined;
};

function isEmpty(value: Child): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Questions and answers side by side, with a way back to each. Checks answers, shows what is known. */
export function SummaryList({ rows, language, title, level = 2, changeHref }: SummaryListProps) {
  const t = uiTexts(language);
  const link = (href: string, what: Child) => (
    <a href={href}>
      {t.change}
      <span class="hidden-text"> {what}</span>
    </a>
  );
  return (
    <section class="summary">
      {title && (
        <div class="summary-head">
          {level === 2 ? <h2 class="summary-title">{title}</h2> : <h3 class="summary-title">{title}</h3>}
          {changeHref && link(changeHref, title)}
        </div>
      )}
      <dl class="summary-list">
        {rows.map((row) => (
          <div class="summary-row">
            <dt>{row.key}</dt>
            <dd class="summary-value">{isEmpty(row.value) ? <span class="quiet">{t.notAnswered}</span> : row.value}</dd>
            {row.changeHref && <dd class="summary-change">{link(row.changeHref, row.changeWhat ?? row.key)}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}
