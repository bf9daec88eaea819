import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { LaterChange, TransactionPoint, UnitKind, UnitLevel, UnitName } from "./organisation.ts";

export type UnitRow = {
  readonly id: number;
  readonly code: string;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly parentId: number | null;
  readonly agencyId: string | null;
  readonly agencyRole: string | null;
  readonly verified: boolean;
  readonly source: string | null;
  readonly laterChanges: readonly LaterChange[];
};

/** Every unit, parents before children where they were made in that order, in the order of their lists. */
export async function listUnits(db: Db): Promise<readonly UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    select id, code, kind, level, parent_id, agency_id, agency_role, verified, source, later_changes
    from unit order by position, id`.execute(db);
  return rows;
}

export async function listUnitNames(db: Db): Promise<readonly (UnitName & { readonly unitId: number })[]> {
  const { rows } = await sql<UnitName & { readonly unitId: number }>`
    select unit_id, name, name_en, short_name, to_char(valid_from, 'YYYY-MM-DD') as valid_from,
           to_char(valid_to, 'YYYY-MM-DD') as valid_to, decision
    from unit_name order by unit_id, valid_from`.execute(db);
  return rows;
}

export async function listTransactionPoints(db: Db): Promise<readonly TransactionPoint[]> {
  const { rows } = await sql<TransactionPoint>`
    select id, code, kind, unit_id, location, location_en, verified from transaction_point order by code`.execute(db);
  return rows;
}

export type NewUnit = {
  readonly code: string;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly parentCode: string | null;
  readonly agencyId: string | null;
  readonly agencyRole: string | null;
  readonly position: number;
  readonly verified: boolean;
  readonly source: string | null;
  readonly laterChanges: readonly LaterChange[];
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly validFrom: string;
};

/** Adds the units whose code is not there yet, with their first name. A unit already known is left as it is. */
export async function insertUnits(db: Db, units: readonly NewUnit[]): Promise<number> {
  const rows = JSON.stringify(units);
  const { rows: added } = await sql<{ id: number }>`
    with given as (
      select * from jsonb_to_recordset(${rows}::jsonb) as g(
        code text, kind text, level text, "agencyId" text, "agencyRole" text, position smallint,
        verified boolean, source text, "laterChanges" jsonb, name text, "nameEn" text, "shortName" text, "validFrom" date)
    ), added as (
      insert into unit (code, kind, level, agency_id, agency_role, position, verified, source, later_changes)
      select code, kind, level, "agencyId", "agencyRole", position, verified, source, "laterChanges" from given
      on conflict (code) do nothing
      returning id, code
    )
    insert into unit_name (unit_id, valid_from, name, name_en, short_name)
    select a.id, g."validFrom", g.name, g."nameEn", g."shortName" from added a join given g on g.code = a.code
    returning unit_id as id`.execute(db);
  if (added.length > 0) {
    // A second step, since a parent may be added by the same statement as its child.
    await sql`
      update unit set parent_id = parent.id
      from jsonb_to_recordset(${rows}::jsonb) as g(code text, "parentCode" text) join unit parent on parent.code = g."parentCode"
      where unit.code = g.code and unit.parent_id is null`.execute(db);
  }
  return added.length;
}

export type NewTransactionPoint = {
  readonly code: string;
  readonly kind: TransactionPoint["kind"];
  readonly unitCode: string;
  readonly location: string;
  readonly locationEn: string;
  readonly verified: boolean;
};

export async function insertTransactionPoints(db: Db, points: readonly NewTransactionPoint[]): Promise<void> {
  await sql`
    insert into transaction_point (code, kind, unit_id, location, location_en, verified)
    select g.code, g.kind, u.id, g.location, g."locationEn", g.verified
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb)
      as g(code text, kind text, "unitCode" text, location text, "locationEn" text, verified boolean)
    join unit u on u.code = g."unitCode"
    on conflict (code) do nothing`.execute(db);
}

/** Ends the name of today and starts the next one on `from`; past papers keep the name of their day. */
export async function insertUnitName(
  db: Db,
  unitId: number,
  next: { name: string; nameEn: string; shortName: string; from: string; decision: string | null },
): Promise<void> {
  await sql`
    update unit_name set valid_to = ${next.from}::date - 1
    where unit_id = ${unitId} and valid_to is null and valid_from < ${next.from}::date`.execute(db);
  await sql`
    insert into unit_name (unit_id, valid_from, name, name_en, short_name, decision)
    values (${unitId}, ${next.from}::date, ${next.name}, ${next.nameEn}, ${next.shortName}, ${next.decision})`.execute(
    db,
  );
}
