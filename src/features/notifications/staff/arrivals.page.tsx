import { dossierPaths, dossierTexts } from "#features/dossiers/index.ts";
import { formatInstantWithWeekday, type Language } from "#foundation/i18n/index.ts";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { Timeline } from "#ui/timeline/timeline.tsx";
import { notificationPaths } from "../paths.ts";
import { notificationTexts } from "../texts/index.ts";

export type ArrivalRow = {
  readonly code: string;
  readonly title: string;
  readonly event: string;
  readonly at: Date;
  readonly actBy: Date;
  readonly isNew: boolean;
};

export function ArrivalsMain({ rows, language }: { rows: readonly ArrivalRow[]; language: Language }) {
  const t = notificationTexts(language);
  const names: Readonly<Record<string, string>> = dossierTexts(language).events;
  return (
    <>
      <h1>{t.arrivals.title}</h1>
      <p class="lead">{t.arrivals.lead}</p>
      <p>
        <a href={notificationPaths.choices()}>{t.choices.link}</a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t.arrivals.none} />
      ) : (
        <Timeline
          label={t.arrivals.title}
          moments={rows.map((row) => ({
            at: row.at,
            title: (
              <>
                <a href={dossierPaths.staff({ code: row.code })}>{row.title}</a>
                {row.isNew && (
                  <>
                    {" "}
                    <StatusTag tone="calm">{t.arrivals.new}</StatusTag>
                  </>
                )}
              </>
            ),
            by: names[row.event] ?? row.event,
            detail: (
              <>
                <span class="code">{row.code}</span> · {t.arrivals.actBy(formatInstantWithWeekday(row.actBy, language))}
              </>
            ),
          }))}
        />
      )}
    </>
  );
}
