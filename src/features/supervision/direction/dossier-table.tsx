import { dossierPaths, dossierTexts, isDossierState, type ListedDossier, stateTone } from "#features/dossiers/index.ts";
import { unitName } from "#features/organisation/index.ts";
import { formatInstant, type Language } from "#foundation/i18n/index.ts";
import { StatusTag } from "#ui/status-tag/status-tag.tsx";
import { Table } from "#ui/table/table.tsx";
import type { SupervisionDeps } from "../deps.ts";
import { supervisionTexts } from "../texts/index.ts";

export type DossierTableProps = {
  readonly rows: readonly ListedDossier[];
  readonly deps: SupervisionDeps;
  readonly language: Language;
  readonly caption: string;
};

export function DossierTable({ rows, deps, language, caption }: DossierTableProps) {
  const t = supervisionTexts(language);
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
