import { directionLists, type ListedDossier } from "#features/dossiers/index.ts";
import { type Unit, unitName } from "#features/organisation/index.ts";
import type { Language } from "#foundation/i18n/index.ts";
import { DossierList } from "#ui/dossier-list/dossier-list.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { FilterBar, FilterSelect } from "#ui/filter-bar/filter-bar.tsx";
import { Pagination } from "#ui/pagination/pagination.tsx";
import type { SupervisionDeps } from "../deps.ts";
import { supervisionPaths } from "../paths.ts";
import { supervisionTexts } from "../texts/index.ts";
import { type AskedFilter, laidToWhich, listHref } from "./asked-list.ts";
import { listedItem } from "./listed-item.ts";

export type DossiersMainProps = {
  readonly asked: AskedFilter;
  readonly rows: readonly ListedDossier[];
  readonly hasMore: boolean;
  /** The bodies a number can be laid to. */
  readonly units: readonly Unit[];
  /** As of when the list is. */
  readonly now: Date;
  readonly deps: SupervisionDeps;
  readonly language: Language;
};

/** The dossiers behind a number, under the same conditions as it was counted. */
export function DossiersMain({ asked, rows, hasMore, units, now, deps, language }: DossiersMainProps) {
  const t = supervisionTexts(language);
  const { list, unit, channel, hour, laidTo } = asked;
  const last = rows.at(-1);
  const title = t.lists[list];
  const unitLabel = t.laidTo[laidToWhich(list)];
  return (
    <>
      <h1>{hour === undefined ? title : `${title}, ${t.hourSpan(hour)}`}</h1>
      <FilterBar
        language={language}
        label={t.filter}
        action={supervisionPaths.dossiers()}
        hidden={hour === undefined ? [] : [{ name: "gio", value: String(hour) }]}
        active={[
          ...(laidTo === undefined
            ? []
            : [{ name: unitLabel, value: unitName(laidTo, language), removeHref: listHref({ list, channel, hour }) }]),
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
          label={unitLabel}
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
        <DossierList
          caption={title}
          heads={{ standing: t.due, dossier: t.dossier, holder: t.holder }}
          items={rows.map((row) => listedItem(row, { deps, language, list, now }))}
        />
      )}
      <Pagination language={language} nextHref={hasMore && last ? listHref(asked, last) : undefined} />
    </>
  );
}
