import { directionLists, type ListedDossier } from "#features/dossiers/index.ts";
import { type Unit, unitName } from "#features/organisation/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { FilterBar, FilterSelect } from "#ui/filter-bar/filter-bar.tsx";
import { Pagination } from "#ui/pagination/pagination.tsx";
import type { SupervisionDeps } from "../deps.ts";
import { supervisionPaths } from "../paths.ts";
import { supervisionTexts } from "../texts/index.ts";
import { type AskedFilter, listHref } from "./asked-list.ts";
import { DossierTable } from "./dossier-table.tsx";

export type DossiersMainProps = {
  readonly asked: AskedFilter;
  readonly rows: readonly ListedDossier[];
  readonly hasMore: boolean;
  /** The receiving units whose dossiers this official may list. */
  readonly units: readonly Unit[];
  readonly deps: SupervisionDeps;
  readonly language: Language;
};

/** The dossiers behind a number, under the same conditions as it was counted. */
export function DossiersMain({ asked, rows, hasMore, units, deps, language }: DossiersMainProps) {
  const t = supervisionTexts(language);
  const { list, unit, channel, hour, receivedBy } = asked;
  const last = rows.at(-1);
  const title = t.lists[list];
  return (
    <>
      <h1>{hour === undefined ? title : `${title}, ${t.hourSpan(hour)}`}</h1>
      <FilterBar
        language={language}
        label={t.filter}
        action={supervisionPaths.dossiers()}
        hidden={hour === undefined ? [] : [{ name: "gio", value: String(hour) }]}
        active={[
          ...(receivedBy === undefined
            ? []
            : [{ name: t.unit, value: unitName(receivedBy, language), removeHref: listHref({ list, channel, hour }) }]),
          ...(channel === undefined
            ? []
            : [{ name: t.channel, value: t.channels[channel] ?? channel, removeHref: listHref({ list, unit, hour }) }]),
          ...(hour === undefined
            ? []
            : [{ name: t.hour, value: t.hourSpan(hour), removeHref: listHref({ list, unit, channel }) }]),
        ]}
      >
        <FilterSelect
          name="ds"
          label={t.list}
          value={list}
          options={directionLists.map((value) => ({ value, text: t.lists[value] }))}
        />
        <FilterSelect
          name="dv"
          label={t.unit}
          value={unit}
          options={[
            { value: "", text: t.all },
            ...units.map((one) => ({ value: one.code, text: unitName(one, language) })),
          ]}
        />
        <FilterSelect
          name="kenh"
          label={t.channel}
          value={channel}
          options={[
            { value: "", text: t.all },
            ...Object.entries(t.channels).map(([value, text]) => ({ value, text })),
          ]}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DossierTable rows={rows} deps={deps} language={language} caption={title} />
      )}
      <Pagination language={language} nextHref={hasMore && last ? listHref(asked, last) : undefined} />
    </>
  );
}
