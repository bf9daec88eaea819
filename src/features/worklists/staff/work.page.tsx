/** An official's list of work: which queue, of which procedure, and the rows by due time. */
import type { Official } from "#features/identity/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { FilterBar, FilterSelect } from "#ui/filter-bar/filter-bar.tsx";
import { Pagination } from "#ui/pagination/pagination.tsx";
import { Shortcuts } from "#ui/shortcuts/shortcuts.tsx";
import { Queues } from "#ui/worklist/worklist.tsx";
import type { WorklistDeps } from "../deps.ts";
import { unitsHeadedBy } from "../load/load-of.ts";
import { loadTexts } from "../load/texts.ts";
import { worklistPaths } from "../paths.ts";
import type { WorkRow } from "../queries.ts";
import { type Queue, queues } from "../queue.ts";
import { SignManyLink } from "../together/together-buttons.tsx";
import { SavedViews, SaveView } from "../views/views.page.tsx";
import type { ViewRow } from "../views.queries.ts";
import { procedureOptions } from "./procedure-options.ts";
import { RowsWithMoves } from "./rows-with-moves.tsx";
import { workTexts } from "./texts.ts";

type WorkMainProps = {
  readonly visitor: Official;
  readonly deps: WorklistDeps;
  readonly language: Language;
  readonly queue: Queue;
  /** The lists this official keeps under names of their own. */
  readonly views: readonly ViewRow[];
  /** The code of the procedure the list is narrowed to; empty for all. */
  readonly procedure: string;
  readonly rows: readonly WorkRow[];
  readonly nextCursor: string | null;
  readonly now: Date;
};

export function WorkMain({ deps, visitor, language, queue, views, procedure, rows, nextCursor, now }: WorkMainProps) {
  const t = workTexts(language);
  const query = { ds: queue, tt: procedure };
  return (
    <>
      <h1>{t.queues[queue]}</h1>
      <p class="work-ways">
        <SignManyLink visitor={visitor} language={language} />
        {unitsHeadedBy(visitor, deps.organisation()).length > 0 && (
          <a href={worklistPaths.load()}>{loadTexts(language).link}</a>
        )}
      </p>
      <SavedViews views={views} language={language} queue={queue} procedure={procedure} />
      <Queues
        label={t.queuesLabel}
        queues={queues.map((name) => ({
          text: t.queues[name],
          href: worklistPaths.work(undefined, { ds: name, tt: procedure }),
          isCurrent: name === queue,
        }))}
      />
      <FilterBar
        language={language}
        action={worklistPaths.work()}
        label={t.filterLabel}
        hidden={[{ name: "ds", value: queue }]}
      >
        <FilterSelect
          name="tt"
          label={t.procedure}
          value={procedure}
          options={[{ value: "", text: t.all }, ...procedureOptions(deps, language)]}
        />
      </FilterBar>
      <div class="work-tools">
        <SaveView language={language} queue={queue} procedure={procedure} />
        {rows.length > 0 && <Shortcuts of="list" language={language} />}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t.empty[queue]} />
      ) : (
        <RowsWithMoves
          deps={deps}
          visitor={visitor}
          language={language}
          caption={t.queues[queue]}
          rows={rows}
          now={now}
        />
      )}
      <Pagination
        language={language}
        nextHref={nextCursor === null ? undefined : worklistPaths.work(undefined, { ...query, sau: nextCursor })}
      />
    </>
  );
}
