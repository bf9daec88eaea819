import type { Language } from "#foundation/i18n/index.ts";
import { Icon } from "#ui/icon/icon.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type PaginationProps = {
  readonly language: Language;
  readonly nextHref?: string | undefined;
  readonly previousHref?: string | undefined;
  /** What the next page holds: "từ 25/11/2026". */
  readonly nextDetail?: string | undefined;
  /** Needed only where a page has two lists. */
  readonly label?: string | undefined;
};

/** Lists page by key, so there are no page numbers to promise: only onward and back. */
export function Pagination({ language, nextHref, previousHref, nextDetail, label }: PaginationProps) {
  if (!nextHref && !previousHref) return null;
  const t = uiTexts(language);
  return (
    <nav class="pagination" aria-label={label ?? t.pages}>
      {previousHref && (
        <a class="pagination-link" href={previousHref} rel="prev">
          <Icon name="arrowLeft" />
          {t.previousPage}
        </a>
      )}
      {nextHref && (
        <a class="pagination-link pagination-next" href={nextHref} rel="next">
          <span>
            {t.nextPage}
            {nextDetail && <span class="quiet"> {nextDetail}</span>}
          </span>
          <Icon name="arrowRight" />
        </a>
      )}
    </nav>
  );
}
