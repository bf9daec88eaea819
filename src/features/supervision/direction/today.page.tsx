import type { DirectionList, ListedDossier } from "#features/dossiers/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { formatInstantWithWeekday, formatNumber, type Language } from "#foundation/i18n/index.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { BarChart } from "#ui/bar-chart/bar-chart.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Figure, Figures } from "#ui/figure/figure.tsx";
import { Table } from "#ui/table/table.tsx";
import type { SupervisionDeps } from "../deps.ts";
import type { Today } from "../figures.ts";
import type { Counts } from "../queries.ts";
import { supervisionTexts } from "../texts/index.ts";
import { type Filter, listHref } from "./asked-list.ts";
import { DossierTable } from "./dossier-table.tsx";

export type TodayMainProps = {
  readonly today: Today;
  readonly late: readonly ListedDossier[];
  readonly deps: SupervisionDeps;
  readonly language: Language;
  readonly now: Date;
};

const officeHours = [7, 8, 9, 10, 11, 13, 14, 15, 16] as const;

/** How the city stands today. Each number opens to the dossiers it counts. */
export function TodayMain({ today, late, deps, language, now }: TodayMainProps) {
  const t = supervisionTexts(language);
  const { counts, open } = today;
  const number = (value: number) => formatNumber(value, language);
  const href = (list: DirectionList) => listHref({ list });
  return (
    <>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead(formatInstantWithWeekday(now))}</p>
      <Figures>
        <Figure name={t.received} value={number(counts.received)} href={href("received")} />
        <Figure name={t.accepted} value={number(counts.accepted)} href={href("accepted")} />
        <Figure name={t.early} value={number(counts.early)} href={href("early")} tone="good" />
        <Figure name={t.onTime} value={number(counts.onTime)} href={href("onTime")} tone="good" />
        <Figure name={t.late} value={number(counts.late)} href={href("late")} tone={lateTone(counts.late)} />
      </Figures>
      <h2>{t.now}</h2>
      <Figures>
        <Figure name={t.within} value={number(open.within)} href={href("within")} />
        <Figure name={t.overdue} value={number(open.overdue)} href={href("overdue")} tone={lateTone(open.overdue)} />
        <Figure name={t.waitingForAnswer} value={number(open.waitingForAnswer)} href={href("waiting")} />
        <Figure name={t.waitingForCitizen} value={number(open.waitingForCitizen)} href={href("supplement")} />
        <Figure name={t.toReturn} value={number(open.toReturn)} href={href("toReturn")} />
      </Figures>
      <h2>{t.mostLate}</h2>
      {late.length === 0 ? (
        <EmptyState title={t.noneLate} />
      ) : (
        <>
          <DossierTable rows={late} deps={deps} language={language} caption={t.mostLate} />
          <p>
            <a href={href("overdue")}>{t.allOverdue}</a>
          </p>
        </>
      )}
      <HoursChart today={today} language={language} />
      <UnitsTable today={today} deps={deps} language={language} />
      <ChannelsTable today={today} language={language} />
    </>
  );
}

type PartProps = { readonly today: Today; readonly language: Language };

function HoursChart({ today, language }: PartProps) {
  const t = supervisionTexts(language);
  const at = new Map(today.byHour.map((row) => [row.hour, row]));
  // Office hours always, and whatever else something happened in.
  const hours = [...new Set([...officeHours, ...at.keys()])].sort((a, b) => a - b);
  const settled = (row: Counts | undefined) => (row === undefined ? 0 : row.early + row.onTime + row.late);
  return (
    <BarChart
      language={language}
      title={t.byHour}
      labelHead={t.hour}
      labels={hours.map((hour) => `${hour}h`)}
      series={[
        {
          name: t.submitted,
          values: hours.map((hour) => at.get(hour)?.received ?? 0),
          hrefs: hours.map((hour) => listHref({ list: "received", hour })),
        },
        {
          name: t.settled,
          values: hours.map((hour) => settled(at.get(hour))),
          hrefs: hours.map((hour) => listHref({ list: "settled", hour })),
        },
      ]}
    />
  );
}

const happenings = ["received", "accepted", "early", "onTime", "late"] as const;
const standing = ["within", "overdue"] as const;

function UnitsTable({ today, deps, language }: PartProps & { readonly deps: SupervisionDeps }) {
  const t = supervisionTexts(language);
  const columns = [...happenings, ...standing];
  const units = today.byUnit.toSorted((a, b) => b.overdue - a.overdue || b.received - a.received);
  return (
    <>
      <h2>{t.byUnit}</h2>
      <Table
        caption={t.byUnit}
        hideCaption
        columns={[{ head: t.unit }, ...columns.map((name) => ({ head: t[name], isFigure: true }))]}
        rows={units.map((row) => {
          const unit = deps.organisation().getById(row.unitId);
          return [
            unitName(unit, language),
            ...columns.map((list) => opening(row[list], { list, unit: unit.code }, language)),
          ];
        })}
      />
    </>
  );
}

function ChannelsTable({ today, language }: PartProps) {
  const t = supervisionTexts(language);
  return (
    <>
      <h2>{t.byChannel}</h2>
      <Table
        caption={t.byChannel}
        hideCaption
        columns={[{ head: t.channel }, ...happenings.map((name) => ({ head: t[name], isFigure: true }))]}
        rows={today.byChannel.map((row) => [
          t.channels[row.key] ?? row.key,
          ...happenings.map((list) => opening(row[list], { list, channel: row.key }, language)),
        ])}
      />
    </>
  );
}

/** Nought opens nothing; a table full of such links would only be in the way. */
function opening(value: number, filter: Filter, language: Language): Child {
  const shown = formatNumber(value, language);
  return value === 0 ? shown : <a href={listHref(filter)}>{shown}</a>;
}

function lateTone(count: number): "late" | undefined {
  return count > 0 ? "late" : undefined;
}
