/** What is late, first of all: how much, who has it, and which have been waiting the longest. */
import type { ListedDossier } from "#features/dossiers/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { formatNumber } from "#foundation/i18n/index.ts";
import { RankedBars } from "#ui/bar-chart/bar-chart.tsx";
import { DossierList } from "#ui/dossier-list/dossier-list.tsx";
import { Figure, Figures } from "#ui/figure/figure.tsx";
import type { OpenCounts } from "../queries.ts";
import { supervisionTexts } from "../texts/index.ts";
import { listHref } from "./asked-list.ts";
import { listedItem } from "./listed-item.ts";
import type { TodayProps } from "./today.page.tsx";
import { isOfOneBody, unitsTableId } from "./units-table.tsx";

const mostBars = 5;

export function LateNow({ today, own, deps, language }: TodayProps) {
  const t = supervisionTexts(language);
  const { open } = today;
  const number = (value: number) => formatNumber(value, language);
  // A reader with units of their own also wants to know how much of it lies with them.
  const note = (whole: string, here: number, count: number) =>
    own === null || here === count ? whole : `${whole}; ${t.heldHere(number(here))}`;
  const isLate = open.overdue + open.unanswered > 0;
  return (
    <>
      <h2>{isLate ? t.lateNow : t.nothingLate}</h2>
      <div class="columns">
        <Figures isLarge>
          <Figure
            name={t.overdue}
            value={number(open.overdue)}
            href={listHref({ list: "overdue" })}
            tone={open.overdue > 0 ? "late" : undefined}
            note={note(t.ofInProcess(number(open.within + open.overdue)), own?.overdue ?? 0, open.overdue)}
          />
        </Figures>
        <Figures isLarge>
          <Figure
            name={t.unanswered}
            value={number(open.unanswered)}
            href={listHref({ list: "unanswered" })}
            tone={open.unanswered > 0 ? "late" : undefined}
            note={note(t.ofWaiting(number(open.waitingForAnswer)), own?.unanswered ?? 0, open.unanswered)}
          />
        </Figures>
      </div>
      {isLate && (
        <div class="columns">
          <div>
            <Holders
              title={t.whoIsLate}
              list="overdue"
              late={({ overdue }) => overdue}
              note={({ within, overdue }) => t.ofInProcess(number(within + overdue))}
              {...{ today, deps, language }}
            />
          </div>
          <div>
            <Holders
              title={t.whoHasNotAnswered}
              list="unanswered"
              late={({ unanswered }) => unanswered}
              note={({ waitingForAnswer }) => t.ofWaiting(number(waitingForAnswer))}
              {...{ today, deps, language }}
            />
          </div>
        </div>
      )}
    </>
  );
}

type HoldersProps = Pick<TodayProps, "today" | "deps" | "language"> & {
  readonly title: string;
  readonly list: "overdue" | "unanswered";
  readonly late: (row: OpenCounts) => number;
  readonly note: (row: OpenCounts) => string;
};

/** By body; where only one has to do with anything, by its desks. */
function Holders({ today, deps, language, title, list, late, note }: HoldersProps) {
  const t = supervisionTexts(language);
  const organisation = deps.organisation();
  const rows = (isOfOneBody(today) ? today.byHolder : today.byUnit)
    .filter((row) => late(row) > 0)
    .sort((a, b) => late(b) - late(a));
  if (rows.length === 0) return null;
  const others = rows.length - mostBars;
  return (
    <>
      <RankedBars
        language={language}
        title={title}
        isLate
        rows={rows.slice(0, mostBars).map((row) => {
          const unit = organisation.getById(row.unitId);
          return {
            name: unitName(unit, language),
            value: late(row),
            href: listHref({ list, unit: unit.code }),
            note: note(row),
          };
        })}
      />
      {others > 0 && (
        <p>
          <a href={`#${unitsTableId}`}>{t.otherUnits(others)}</a>
        </p>
      )}
    </>
  );
}

export function MostLate({ today, mostLate, deps, language }: TodayProps) {
  const t = supervisionTexts(language);
  if (mostLate.length === 0) return null;
  const list = (row: ListedDossier) => (row.state === "submitted" ? "unanswered" : "overdue");
  return (
    <>
      <h2 class="part">{t.mostLate}</h2>
      <DossierList
        caption={t.mostLate}
        heads={{ standing: t.due, dossier: t.dossier, holder: t.holder }}
        items={mostLate.map((row) => listedItem(row, { deps, language, list: list(row), now: today.at }))}
      />
      <p>
        {today.open.overdue > 0 && <a href={listHref({ list: "overdue" })}>{t.allOverdue}</a>}
        {today.open.overdue > 0 && today.open.unanswered > 0 && " · "}
        {today.open.unanswered > 0 && <a href={listHref({ list: "unanswered" })}>{t.allUnanswered}</a>}
      </p>
    </>
  );
}
