import {
  type DirectionList,
  directionLists,
  dossierPaths,
  dossierTexts,
  isDossierState,
  type ListedDossier,
  listForDirection,
  stateTone,
} from "#features/dossiers/index.ts";
import type { Page, Role, Routes } from "#features/identity/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { BadInputError } from "#foundation/errors/index.ts";
import { formatInstant, formatInstantWithWeekday, formatNumber, type Language } from "#foundation/i18n/index.ts";
import type { Html } from "#foundation/jsx/html.ts";
import { BarChart } from "#ui/bar-chart/bar-chart.tsx";
import { BackLink } from "#ui/breadcrumb/breadcrumb.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Figure, Figures } from "#ui/figure/figure.tsx";
import { Pagination } from "#ui/pagination/pagination.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { Table } from "#ui/table/table.tsx";
import { official } from "../api/routes.ts";
import type { SupervisionDeps } from "../deps.ts";
import { figuresToday, startOfDay, type Today } from "../figures.ts";
import { supervisionPaths } from "../paths.ts";
import { unitsInView } from "../scope.ts";
import { directionTexts } from "./texts.ts";

export const directionReaders: readonly Role[] = ["director", "leader", "inspector", "quality", "admin"];

type ShowPage = (
  c: Page,
  page: {
    readonly title: string;
    readonly main: Html | null;
    readonly isPrivate?: boolean;
    readonly before?: Html | null;
  },
) => Response;
const pageSize = 50;
const mostLateShown = 8;

export function declareDirectionPages(routes: Routes, deps: SupervisionDeps, show: ShowPage): void {
  routes.get(supervisionPaths.today.pattern, { allow: directionReaders, record: "direction.today" }, async (c) => {
    const language = c.get("language");
    const now = deps.clock.now();
    const unitIds = unitsInView(official(c), deps.organisation());
    const today = await figuresToday(deps.db, now, unitIds);
    const late = await listForDirection(deps.db, {
      list: "overdue",
      now,
      from: startOfDay(today.day),
      unitIds,
      after: null,
      limit: mostLateShown,
    });
    return show(c, {
      title: directionTexts(language).title,
      isPrivate: true,
      main: <TodayMain today={today} late={late} deps={deps} language={language} now={now} />,
    });
  });

  routes.get(
    supervisionPaths.dossiers.pattern,
    { allow: directionReaders, record: "direction.dossiers" },
    async (c) => {
      const language = c.get("language");
      const t = directionTexts(language);
      const now = deps.clock.now();
      const list = directionLists.find((one) => one === (c.req.query("ds") ?? "overdue"));
      const unitCode = c.req.query("dv");
      const unit = unitCode === undefined ? undefined : deps.organisation().byCode(unitCode);
      if (list === undefined || (unitCode !== undefined && unit === undefined)) {
        throw new BadInputError(
          "badQuery",
          [{ path: list === undefined ? "ds" : "dv", code: "unknown", message: "" }],
          400,
        );
      }
      const inView = unitsInView(official(c), deps.organisation());
      const unitIds = unit === undefined ? inView : inView === null || inView.includes(unit.id) ? [unit.id] : [];
      const today = dayStart(now);
      const rows = await listForDirection(deps.db, {
        list,
        now,
        from: today,
        unitIds,
        after: readPlace(c.req.query("sau")),
        limit: pageSize + 1,
      });
      const shown = rows.slice(0, pageSize);
      const last = shown.at(-1);
      const query = { ds: list, dv: unitCode };
      return show(c, {
        title: t.lists[list] ?? t.title,
        isPrivate: true,
        before: <BackLink href={supervisionPaths.today()} language={language} />,
        main: (
          <>
            <h1>{t.lists[list]}</h1>
            {unit !== undefined && <p class="lead">{unitName(unit, language)}</p>}
            {shown.length === 0 ? (
              <EmptyState title={t.none} />
            ) : (
              <DossierTable rows={shown} deps={deps} language={language} caption={t.lists[list] ?? ""} />
            )}
            <Pagination
              language={language}
              nextHref={
                rows.length > pageSize && last !== undefined
                  ? supervisionPaths.dossiers(undefined, { ...query, sau: `${last.at.toISOString()}_${last.id}` })
                  : undefined
              }
            />
          </>
        ),
      });
    },
  );
}

function TodayMain({
  today,
  late,
  deps,
  language,
  now,
}: {
  today: Today;
  late: readonly ListedDossier[];
  deps: SupervisionDeps;
  language: Language;
  now: Date;
}) {
  const t = directionTexts(language);
  const { counts, open } = today;
  const organisation = deps.organisation();
  const number = (value: number) => formatNumber(value, language);
  const list = (ds: DirectionList, dv?: string) => supervisionPaths.dossiers(undefined, { ds, dv });
  // Office hours always, and whatever else something happened in.
  const hours = [...new Set([7, 8, 9, 10, 11, 13, 14, 15, 16, ...today.byHour.map(({ hour }) => hour)])].sort(
    (a, b) => a - b,
  );
  const at = new Map(today.byHour.map((row) => [row.hour, row]));
  const units = today.byUnit.toSorted((a, b) => b.overdue - a.overdue || b.received - a.received).slice(0, 45);
  return (
    <>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead(formatInstantWithWeekday(now))}</p>
      <Figures>
        <Figure name={t.received} value={number(counts.received)} href={list("received")} />
        <Figure name={t.accepted} value={number(counts.accepted)} href={list("accepted")} />
        <Figure name={t.early} value={number(counts.early)} href={list("settled")} tone="good" />
        <Figure name={t.onTime} value={number(counts.onTime)} href={list("settled")} tone="good" />
        <Figure
          name={t.late}
          value={number(counts.late)}
          href={list("settled")}
          tone={counts.late > 0 ? "late" : undefined}
        />
      </Figures>
      <h2>{t.now}</h2>
      <Figures>
        <Figure name={t.within} value={number(open.within)} href={list("within")} />
        <Figure
          name={t.overdue}
          value={number(open.overdue)}
          href={list("overdue")}
          tone={open.overdue > 0 ? "late" : undefined}
        />
        <Figure name={t.waitingForAnswer} value={number(open.waitingForAnswer)} href={list("waiting")} />
        <Figure name={t.waitingForCitizen} value={number(open.waitingForCitizen)} href={list("supplement")} />
        <Figure name={t.toReturn} value={number(open.toReturn)} href={list("toReturn")} />
      </Figures>
      <h2>{t.mostLate}</h2>
      {late.length === 0 ? (
        <EmptyState title={t.noneLate} />
      ) : (
        <>
          <DossierTable rows={late} deps={deps} language={language} caption={t.mostLate} />
          <p>
            <a href={list("overdue")}>{t.allOverdue}</a>
          </p>
        </>
      )}
      <BarChart
        language={language}
        title={t.byHour}
        labelHead={t.hour}
        labels={hours.map((hour) => `${hour}h`)}
        series={[
          { name: t.submitted, values: hours.map((hour) => at.get(hour)?.received ?? 0) },
          { name: t.settled, values: hours.map((hour) => settled(at.get(hour))) },
        ]}
      />
      <h2>{t.byUnit}</h2>
      <Table
        caption={t.byUnit}
        hideCaption
        columns={[
          { head: t.unit },
          ...[t.received, t.accepted, t.settled, t.within, t.overdue].map((head) => ({ head, isFigure: true })),
        ]}
        rows={units.map((unit) => {
          const { code } = organisation.getById(unit.unitId);
          return [
            unitName(organisation.getById(unit.unitId), language),
            <a href={list("received", code)}>{number(unit.received)}</a>,
            <a href={list("accepted", code)}>{number(unit.accepted)}</a>,
            <a href={list("settled", code)}>{number(settled(unit))}</a>,
            <a href={list("within", code)}>{number(unit.within)}</a>,
            <a href={list("overdue", code)}>{number(unit.overdue)}</a>,
          ];
        })}
      />
      <h2>{t.byChannel}</h2>
      <Table
        caption={t.byChannel}
        hideCaption
        columns={[{ head: t.channel }, { head: t.received, isFigure: true }, { head: t.settled, isFigure: true }]}
        rows={today.byChannel.map((channel) => [
          t.channels[channel.key] ?? channel.key,
          number(channel.received),
          number(settled(channel)),
        ])}
      />
    </>
  );
}

function settled(row: { readonly early: number; readonly onTime: number; readonly late: number } | undefined): number {
  return row === undefined ? 0 : row.early + row.onTime + row.late;
}

function DossierTable({
  rows,
  deps,
  language,
  caption,
}: {
  rows: readonly ListedDossier[];
  deps: SupervisionDeps;
  language: Language;
  caption: string;
}) {
  const t = directionTexts(language);
  const words = dossierTexts(language);
  const organisation = deps.organisation();
  return (
    <Table
      caption={caption}
      hideCaption
      columns={[{ head: t.dossier }, { head: t.procedure }, { head: t.due }, { head: t.holder }, { head: t.state }]}
      rows={rows.map((row) => {
        const { definition } = deps.catalogue().getById(row.procedureVersionId);
        return [
          <a class="code" href={dossierPaths.staff({ code: row.code })}>
            {row.code}
          </a>,
          language === "vi" ? definition.name : definition.nameEn,
          row.dueAt === null ? "–" : formatInstant(row.dueAt),
          row.holderUnitId === null ? "–" : unitName(organisation.getById(row.holderUnitId), language),
          isDossierState(row.state) && <StatusTag tone={stateTone(row.state)}>{words.states[row.state]}</StatusTag>,
        ];
      })}
    />
  );
}

function dayStart(now: Date): Date {
  return startOfDay(new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10));
}

/** A place somebody cut short starts the list from its beginning. */
function readPlace(text: string | undefined): { at: Date; id: string } | null {
  const [instant, id] = (text ?? "").split("_");
  const at = new Date(instant ?? "");
  return Number.isNaN(at.getTime()) || id === undefined || !/^[0-9a-f-]{36}$/.test(id) ? null : { at, id };
}
