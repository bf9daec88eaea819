import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { ProcedureDefinition, ProcedureVersion, RuleProfile, SupplementPolicy } from "./procedure.ts";

const versionColumns = sql`
  v.id, v.procedure_id, p.code, v.number, to_char(v.effective_from, 'YYYY-MM-DD') as effective_from,
  to_char(v.effective_to, 'YYYY-MM-DD') as effective_to, v.rule_profile, v.supplement_policy, v.announced_by,
  v.process_approved_by, v.definition`;

export async function listPublishedVersions(db: Db): Promise<readonly ProcedureVersion[]> {
  const { rows } = await sql<ProcedureVersion>`
    select ${versionColumns} from procedure_version v join procedure p on p.id = v.procedure_id
    where v.published_at is not null order by p.code, v.effective_from`.execute(db);
  return rows;
}

export type ReceivingUnit = {
  readonly procedureId: number;
  readonly unitId: number;
  readonly validFrom: string;
  readonly validTo: string | null;
};

export async function listReceivingUnits(db: Db): Promise<readonly ReceivingUnit[]> {
  const { rows } = await sql<ReceivingUnit>`
    select procedure_id, unit_id, to_char(valid_from, 'YYYY-MM-DD') as valid_from,
           to_char(valid_to, 'YYYY-MM-DD') as valid_to
    from procedure_unit order by procedure_id, unit_id`.execute(db);
  return rows;
}

export type NewProcedure = {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly ruleProfile: RuleProfile;
  readonly supplementPolicy: SupplementPolicy;
  readonly announcedBy: string;
  readonly processApprovedBy: string;
  readonly definition: ProcedureDefinition;
  readonly unitCodes: readonly string[];
};

/** Adds procedures whose code is new, each with its first version in force and the units that receive it. */
export async function insertProcedures(db: Db, procedures: readonly NewProcedure[], at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(procedures)}::jsonb) as g(
        code text, "effectiveFrom" date, "ruleProfile" text, "supplementPolicy" text, "announcedBy" text,
        "processApprovedBy" text, definition jsonb, "unitCodes" jsonb)
    ), added as (
      insert into procedure (code, field, level, agency_code)
      select code, definition->>'field', definition->>'authorityLevel', definition->>'agency' from given
      on conflict (code) do nothing
      returning id, code
    ), versions as (
      insert into procedure_version (procedure_id, number, effective_from, definition, rule_profile, supplement_policy,
                                     announced_by, process_approved_by, published_at)
      select a.id, 1, g."effectiveFrom", g.definition, g."ruleProfile", g."supplementPolicy", g."announcedBy",
             g."processApprovedBy", ${at}
      from added a join given g on g.code = a.code
      returning procedure_id
    ), receivers as (
      insert into procedure_unit (procedure_id, unit_id, valid_from)
      select a.id, u.id, g."effectiveFrom"
      from added a join given g on g.code = a.code
      cross join lateral jsonb_array_elements_text(g."unitCodes") as c(code) join unit u on u.code = c.code
      returning procedure_id
    )
    select procedure_id as id from versions`.execute(db);
  return rows.length;
}

/** Stores the next version of a procedure as a draft; nobody sees it before `publishVersion`. */
export async function insertDraftVersion(
  db: Db,
  draft: {
    readonly code: string;
    readonly effectiveFrom: string;
    readonly definition: ProcedureDefinition;
    readonly ruleProfile: RuleProfile;
    readonly supplementPolicy: SupplementPolicy;
    readonly announcedBy: string;
    readonly processApprovedBy: string;
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into procedure_version (procedure_id, number, effective_from, definition, rule_profile, supplement_policy,
                                   announced_by, process_approved_by)
    select p.id, 1 + coalesce((select max(number) from procedure_version v where v.procedure_id = p.id), 0),
           ${draft.effectiveFrom}::date, ${JSON.stringify(draft.definition)}::jsonb, ${draft.ruleProfile},
           ${draft.supplementPolicy}, ${draft.announcedBy}, ${draft.processApprovedBy}
    from procedure p where p.code = ${draft.code}
    returning id`.execute(db);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`There is no procedure ${draft.code}`);
  return id;
}

/** Puts a draft in force: the version before it ends on the day before. Past days keep the version they had. */
export async function publishVersion(db: Db, versionId: number, at: Date): Promise<void> {
  await sql`
    update procedure_version before set effective_to = next.effective_from - 1
    from procedure_version next
    where next.id = ${versionId} and before.procedure_id = next.procedure_id and before.published_at is not null
      and before.effective_from < next.effective_from
      and (before.effective_to is null or before.effective_to >= next.effective_from)`.execute(db);
  await sql`update procedure_version set published_at = ${at} where id = ${versionId} and published_at is null`.execute(
    db,
  );
}
