import { dossierPaths, dossierTexts, isDossierState, stateTone, stepsOf } from "#features/dossiers/index.ts";
import type { Official, Page, Routes } from "#features/identity/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { ForbiddenError } from "#foundation/errors/index.ts";
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import { Button } from "#ui/button/button.tsx";
import { Select } from "#ui/choices/choices.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { FilterBar, FilterSelect } from "#ui/filter-bar/filter-bar.tsx";
import { Pagination } from "#ui/pagination/pagination.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { Queues, type WorkItem, Worklist } from "#ui/worklist/worklist.tsx";
import type { WorklistDeps } from "../deps.ts";
import { worklistPaths } from "../paths.ts";
import { codesName, kindName, kindOptions } from "../print/print.page.tsx";
import { printTexts } from "../print/texts.ts";
import type { WorkRow } from "../queries.ts";
import { isQueue, type Queue, queues, readCursor, urgencyOf } from "../queue.ts";
import { findDossiers, workOf } from "../worklist.ts";
import { workTexts } from "./texts.ts";

type ShowPage = (
  c: Page,
  page: { readonly title: string; readonly main: Html | null; readonly isPrivate?: boolean },
) => Response;

export function declareWorklistPages(routes: Routes, deps: WorklistDeps, show: ShowPage): void {
  routes.get(worklistPaths.work.pattern, { allow: "official", record: "worklist.read" }, async (c) => {
    const language = c.get("language");
    const t = workTexts(language);
    const asked = c.req.query("ds") ?? "mine";
    const queue: Queue = isQueue(asked) ? asked : "mine";
    const procedure = c.req.query("tt") ?? "";
    const typedCursor = c.req.query("sau");
    const versions =
      procedure === ""
        ? undefined
        : deps
            .catalogue()
            .versionsOf(procedure)
            .map((version) => version.id);
    const { items, nextCursor } = await workOf(deps.db, official(c), deps.organisation(), {
      queue,
      now: deps.clock.now(),
      // A cursor that somebody cut short starts the list from its beginning.
      after: typedCursor === undefined ? null : (readCursor(typedCursor) ?? null),
      procedureVersionIds: versions,
    });
    const query = { ds: queue, tt: procedure };
    return show(c, {
      title: t.queues[queue],
      isPrivate: true,
      main: (
        <>
          <h1>{t.queues[queue]}</h1>
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
          {items.length === 0 ? (
            <EmptyState title={t.empty[queue]} />
          ) : (
            <form method="post" action={worklistPaths.print()}>
              <Worklist
                language={language}
                caption={t.queues[queue]}
                heads={t.heads}
                items={items.map((row) => workItem(deps, row, language, deps.clock.now()))}
                chooseName={codesName}
                chooseLabel={({ code }) => printTexts(language).choose(code)}
              />
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
      ),
    });
  });

  routes.get(worklistPaths.find.pattern, { allow: "official", record: "dossier.find" }, async (c) => {
    const language = c.get("language");
    const t = workTexts(language);
    const typed = (c.req.query("q") ?? "").trim().slice(0, 200);
    const { by, rows } =
      typed === ""
        ? { by: "name" as const, rows: [] }
        : await findDossiers(
            { db: deps.db, sealing: deps.sealing, organisation: deps.organisation(), catalogue: deps.catalogue() },
            official(c),
            typed,
          );
    const only = rows[0];
    // A code names one dossier: the official wants the dossier, not a list of one.
    if (by === "code" && only !== undefined) return c.redirect(dossierPaths.staff({ code: only.code }), 303);
    const words = dossierTexts(language);
    return show(c, {
      title: t.findTitle,
      isPrivate: true,
      main: (
        <>
          <h1>{t.findTitle}</h1>
          <p>{t.findHint}</p>
          {typed !== "" && <p role="status">{t.found(rows.length, typed)}</p>}
          {rows.length > 0 && (
            <ul class="dossier-list">
              {rows.map((row) => (
                <li class="dossier-item">
                  <p class="dossier-item-title">
                    <a class="name" href={dossierPaths.staff({ code: row.code })}>
                      {row.ownerName}
                    </a>
                  </p>
                  <p class="dossier-item-facts">
                    {isDossierState(row.state) && (
                      <StatusTag tone={stateTone(row.state)}>{words.states[row.state]}</StatusTag>
                    )}{" "}
                    <span class="code">{row.code}</span> · {procedureName(deps, row.procedureVersionId, language)}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    });
  });
}

function workItem(deps: WorklistDeps, row: WorkRow, language: Language, now: Date): WorkItem {
  const t = workTexts(language);
  const words = dossierTexts(language);
  const organisation = deps.organisation();
  const urgency = urgencyOf(row, now);
  const steps = stepsOf(deps.catalogue().getById(row.procedureVersionId), row.receivingUnitId, organisation);
  const step = steps[row.step];
  const href = dossierPaths.staff({ code: row.code });
  const shown = {
    overdue: { tone: "late", text: t.overdue },
    "due-soon": { tone: "soon", text: t.dueSoon },
    waiting: { tone: "soon", text: t.waiting },
    "in-time": { tone: "good", text: row.state === "finished" ? t.settled : t.inTime },
  } as const;
  return {
    code: row.code,
    href,
    tone: shown[urgency].tone,
    timeLeft: shown[urgency].text,
    due: formatInstant(row.actBy),
    person: row.ownerName,
    procedure: procedureName(deps, row.procedureVersionId, language),
    step: `${t.step(row.step + 1, steps.length)}: ${step?.name ?? ""}`,
    holder: unitName(organisation.getById(row.holderUnitId), language),
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

function procedureName(deps: WorklistDeps, versionId: number, language: Language): string {
  const { definition } = deps.catalogue().getById(versionId);
  return language === "vi" ? definition.name : definition.nameEn;
}

function procedureOptions(deps: WorklistDeps, language: Language) {
  return deps
    .catalogue()
    .inForceOn(deps.today())
    .map(({ code, definition }) => ({ value: code, text: language === "vi" ? definition.name : definition.nameEn }))
    .sort((a, b) => a.text.localeCompare(b.text, "vi"));
}

function official(c: Page): Official {
  const visitor = c.get("visitor");
  if (visitor.kind !== "official") throw new ForbiddenError("Only officials have a worklist");
  return visitor;
}
