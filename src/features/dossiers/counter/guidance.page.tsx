import type { Catalogue } from "#features/catalogue/index.ts";
import { type Organisation, unitName } from "#features/organisation/index.ts";
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Table } from "#ui/table/table.tsx";
import type { DeskGuidance } from "./guidance.queries.ts";
import { counterTexts } from "./texts/index.ts";

/** What colleagues at the same desks told people lately: the same question gets the same answer. */
export function GuidancePage({
  language,
  given,
  nameOf,
  organisation,
}: {
  readonly language: Language;
  readonly given: readonly DeskGuidance[];
  readonly nameOf: (procedureId: number) => string;
  readonly organisation: Organisation;
}) {
  const t = counterTexts(language).guidance;
  return (
    <>
      <h1>{t.title}</h1>
      {given.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <Table
          caption={t.latest}
          columns={[
            { head: t.heads.at },
            { head: t.heads.procedure },
            { head: t.heads.said },
            { head: t.heads.unit },
            { head: t.heads.by },
          ]}
          rows={given.map((one) => [
            formatInstant(one.givenAt),
            nameOf(one.procedureId),
            one.said,
            unitName(organisation.getById(one.unitId), language),
            one.officialName,
          ])}
        />
      )}
    </>
  );
}

export function procedureNames(catalogue: Catalogue, day: string, language: Language): (procedureId: number) => string {
  const names = new Map(
    catalogue
      .inForceOn(day)
      .map(({ procedureId, definition }) => [procedureId, language === "vi" ? definition.name : definition.nameEn]),
  );
  return (procedureId) => names.get(procedureId) ?? "";
}
