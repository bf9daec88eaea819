import type { DirectionList, ListedDossier, UncollectedAt } from "#features/dossiers/index.ts";
import { formatInstantWithWeekday, formatNumber, type Language } from "#foundation/i18n/index.ts";
import { BarChart } from "#ui/bar-chart/bar-chart.tsx";
import { Figure, Figures } from "#ui/figure/figure.tsx";
import type { Tone } from "#ui/status-tag/status-tag.tsx";
import { Table } from "#ui/table/table.tsx";
import type { SupervisionDeps } from "../deps.ts";
import { digitisationFigureTexts } from "../digitisation/texts.ts";
import type { Open, Today } from "../figures.ts";
import { supervisionPaths } from "../paths.ts";
import type { Counts } from "../queries.ts";
import { supervisionTexts } from "../texts/index.ts";
import { listHref } from "./asked-list.ts";
import { LateNow, MostLate } from "./late-now.tsx";
import { opening, UnitsTable } from "./units-table.tsx";

export type TodayProps = {
  readonly today: Today;
  /** Whose figures these are; null for the whole city. */
  readonly whose: string | null;
  /** What of the open dossiers lies with the reader's own units; null where these are all units. */
  readonly own: Open | null;
  readonly mostLate: readonly ListedDossier[];
  /** Results nobody came for though they were reminded, by the unit where they lie. */
  readonly uncollected: readonly UncollectedAt[];
  readonly deps: SupervisionDeps;
  readonly language: Language;
};

/** How the city stands today. Each number opens to the dossiers it counts; what is late, and with whom, comes first. */
export function TodayMain(props: TodayProps) {
  const { today, whose, language } = props;
  const t = supervisionTexts(language);
  return (
    <>
      <h1>{whose ?? t.wholeCity}</h1>
      <p class="lead">{t.lead(formatInstantWithWeekday(today.at, language))}</p>
      {whose !== null && <p class="quiet">{t.ofUnit}</p>}
      <LateNow {...props} />
      <MostLate {...props} />
      <Flow today={today} uncollected={props.uncollected} language={language} />
      <UnitsTable {...props} />
      <ChannelsTable today={today} language={language} />
      <p>
        <a href={supervisionPaths.digitisation()}>{digitisationFigureTexts(language).link}</a>
      </p>
    </>
  );
}

type PartProps = { readonly today: Today; readonly language: Language };

function Flow({ today, uncollected, language }: PartProps & Pick<TodayProps, "uncollected">) {
  const t = supervisionTexts(language);
  const { counts, open } = today;
  const number = (value: number) => formatNumber(value, language);
  const href = (list: DirectionList) => listHref({ list });
  const lying = uncollected.reduce((sum, { count }) => sum + count, 0);
  const toned = (tone: Tone, value: number) => (value > 0 ? tone : undefined);
  return (
    <>
      <h2 class="part">{t.today}</h2>
      <Figures>
        <Figure name={t.received} value={number(counts.received)} href={href("received")} />
        <Figure name={t.accepted} value={number(counts.accepted)} href={href("accepted")} />
        <Figure name={t.early} value={number(counts.early)} href={href("early")} tone={toned("good", counts.early)} />
        <Figure
          name={t.onTime}
          value={number(counts.onTime)}
          href={href("onTime")}
          tone={toned("good", counts.onTime)}
        />
        <Figure name={t.late} value={number(counts.late)} href={href("late")} tone={toned("late", counts.late)} />
      </Figures>
      <div class="page-columns">
        <HoursChart today={today} language={language} />
        <div>
          <h3>{t.standing}</h3>
          <Figures>
            <Figure name={t.within} value={number(open.within)} href={href("within")} />
            <Figure name={t.waitingForAnswer} value={number(open.waitingForAnswer)} href={href("waiting")} />
            <Figure name={t.waitingForCitizen} value={number(open.waitingForCitizen)} href={href("supplement")} />
            <Figure name={t.toReturn} value={number(open.toReturn)} href={href("toReturn")} />
            <Figure
              name={t.uncollected}
              value={number(lying)}
              href={href("uncollected")}
              tone={toned("soon", lying)}
              note={t.uncollectedNote}
            />
          </Figures>
        </div>
      </div>
    </>
  );
}

const officeHours = [7, 8, 9, 10, 11, 13, 14, 15, 16] as const;

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

function ChannelsTable({ today, language }: PartProps) {
  const t = supervisionTexts(language);
  if (today.byChannel.length === 0) return null;
  return (
    <>
      <h2 class="part">{t.byChannel}</h2>
      <Table
        caption={t.byChannel}
        hideCaption
        isWide
        columns={[{ head: t.channel }, ...happenings.map((name) => ({ head: t.columns[name], isFigure: true }))]}
        rows={today.byChannel.map((row) => [
          t.channels[row.key] ?? row.key,
          ...happenings.map((list) => opening(row[list], { list, channel: row.key }, language, list === "late")),
        ])}
      />
    </>
  );
}
