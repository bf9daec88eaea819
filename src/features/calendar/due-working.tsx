/** A due date and how it was reached, for the pages of a dossier: the date at once, the working behind a summary. */
import { formatInstant, formatInstantWithWeekday, type Language } from "#foundation/i18n/index.ts";
import type { DueExplanation } from "./explain-due.ts";
import { calendarTexts } from "./texts/index.ts";

export type DueWorkingProps = {
  readonly explanation: DueExplanation;
  readonly language: Language;
  /** Shown at once where the working is the page's own matter, as on a page that only explains. */
  readonly isOpen?: boolean;
};

export function DueWorking({ explanation, language, isOpen = false }: DueWorkingProps) {
  const t = calendarTexts(language).page;
  const dueAt = new Date(explanation.dueAt);
  return (
    <div class="due-working">
      <p class="due-working-due">
        <span>{t.due}</span>{" "}
        <time datetime={explanation.dueAt}>
          <strong>{formatInstantWithWeekday(dueAt, language)}</strong>
        </time>
      </p>
      <details class="details" open={isOpen}>
        <summary class="details-summary">{t.show}</summary>
        <p>{explanation.convention}</p>
        <section class="due-working-table" aria-label={t.caption} tabindex="0">
          <table>
            <caption>{t.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.interval}</th>
                <th scope="col">{t.counts}</th>
                <th scope="col">{t.why}</th>
              </tr>
            </thead>
            <tbody>
              {explanation.working.map(({ from, to, counts, reason }) => (
                <tr class={counts ? "due-working-counted" : "due-working-left-out"}>
                  <td>
                    <time datetime={from}>{formatInstant(new Date(from))}</time>
                    {` ${t.until} `}
                    <time datetime={to}>{formatInstant(new Date(to))}</time>
                  </td>
                  <td>{counts ? t.yes : t.no}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </div>
  );
}
