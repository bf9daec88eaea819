/** An official's list of work: which queue, of which procedure, and the rows by due time. */
import { dossierPaths, dossierTexts, stepsOf } from "#features/dossiers/index.ts";
import type { Official } from "#features/identity/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import { Button } from "#ui/button/button.tsx";
import { Select } from "#ui/choices/choices.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { FilterBar, FilterSelect } from "#ui/filter-bar/filter-bar.tsx";
import { Pagination } from "#ui/pagination/pagination.tsx";
import { Queues, type WorkItem, Worklist } from "#ui/worklist/worklist.tsx";
import type { WorklistDeps } from "../deps.ts";
import { worklistPaths } from "../paths.ts";
import { codesName, kindName, kindOptions } from "../print/print.page.tsx";
import { printTexts } from "../print/texts.ts";
import type { WorkRow } from "../queries.ts";
import { type Queue, queues, urgencyOf } from "../queue.ts";
import { SignManyLink, TogetherButtons } from "../together/together-buttons.tsx";
import { whyOf } from "../why.ts";
import { procedureOptions } from "./procedure-options.ts";
import { workTexts } from "./texts.ts";
import { timeWords, whyTexts } from "./why-texts.ts";

type WorkMainProps = {
  readonly visitor: Official;
  readonly deps: WorklistDeps;
  readonly language: Language;
  readonly queue: Queue;
  /** The code of the procedure the list is narrowed to; empty for all. */
  readonly procedure: string;
  readonly rows: readonly WorkRow[];
  readonly nextCursor: string | null;
  readonly now: Date;
};

export function WorkMain({ deps, visitor, language, queue, procedure, rows, nextCursor, now }: WorkMainProps) {
  const t = workTexts(language);
  const query = { ds: queue, tt: procedure };
  return (
    <>
      <h1>{t.queues[queue]}</h1>
      <SignManyLink visitor={visitor} language={language} />
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
      {rows.length === 0 ? (
        <EmptyState title={t.empty[queue]} />
      ) : (
        <form method="post" action={worklistPaths.print()}>
          <Worklist
            language={language}
            caption={t.queues[queue]}
            heads={t.heads}
            items={rows.map((row) => workItem(deps, row, language, now))}
            chooseName={codesName}
            chooseLabel={({ code }) => printTexts(language).choose(code)}
          />
          <TogetherButtons visitor={visitor} language={language} />
          <div class="work-chosen">
            <Select
              name={kindName}
              language={language}
              label={printTexts(language).kind}
              value="all"
              empty={false}
              options={kindOptions(language)}
            />
            <Button kind="secondary">{printTexts(language).printChosen}</Button>
            <a href={worklistPaths.print()}>{printTexts(language).byCode}</a>
          </div>
        </form>
      )}
      <Pagination
        language={language}
        nextHref={nextCursor === null ? undefined : worklistPaths.work(undefined, { ...query, sau: nextCursor })}
      />
    </>
  );
}

const tones = { overdue: "late", "due-soon": "soon", waiting: "soon", "in-time": "good" } as const;

export function workItem(deps: WorklistDeps, row: WorkRow, language: Language, now: Date): WorkItem {
  const t = workTexts(language);
  const words = dossierTexts(language);
  const organisation = deps.organisation();
  const steps = stepsOf(deps.catalogue().getById(row.procedureVersionId), row.receivingUnitId, organisation);
  const step = steps[row.step];
  const href = dossierPaths.staff({ code: row.code });
  const why = whyOf(row, now);
  return {
    code: row.code,
    href,
    tone: tones[urgencyOf(row, now)],
    timeLeft: timeWords(why.time, language),
    due: formatInstant(row.actBy),
    person: row.ownerName,
    procedure: procedureName(deps, row.procedureVersionId, language),
    step: `${t.step(row.step + 1, steps.length)}: ${step?.name ?? ""}`,
    holder:
      why.happened === null ? (
        unitName(organisation.getById(row.holderUnitId), language)
      ) : (
        <strong>{whyTexts(language).happened[why.happened]}</strong>
      ),
    action: { text: actionOf(row, words.moves, t.open), href: `${href}#xu-ly` },
  };
}

/** The one move by which this row goes on, read from its state and role. */
function actionOf(row: WorkRow, moves: ReturnType<typeof dossierTexts>["moves"], open: string): string {
  if (row.state === "submitted") return moves.accept;
  if (row.state === "awaitingSupplement") return open;
  switch (row.holderRole) {
    case "specialist":
      return moves.proposeResult;
    case "leader":
      return moves.approve;
    case "return":
      return moves.returnResult;
    case "head_of_office":
      return moves.assign;
    default:
      return moves.handOver;
  }
}

export function procedureName(deps: WorklistDeps, versionId: number, language: Language): string {
  const { definition } = deps.catalogue().getById(versionId);
  return language === "vi" ? definition.name : definition.nameEn;
}
