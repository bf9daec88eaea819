/** Parcels with results, their news, and the lists by which results change hands. */
import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { ParcelEvent, ReturnCause } from "./parcel.ts";

export type Waiting = {
  readonly dossierId: string;
  readonly code: string;
  readonly ownerName: string;
  readonly procedureVersionId: number;
  readonly finishedAt: Date;
  readonly holderUnitId: number;
};

const atReturnDesk = sql`d.state = 'finished' and d.holder_role = 'return'`;
const waitingColumns = sql`d.id as dossier_id, d.code, p.owner_name, d.procedure_version_id, d.finished_at, d.holder_unit_id`;
const underWay = sql`exists (select from parcel a where a.dossier_id = d.id
  and not exists (select from parcel_event e where e.parcel_id = a.id and e.state = 'cameBack'))`;

/** Signed, to go home by post, and not in a parcel yet. */
export async function listToSend(db: Db, unitIds: readonly number[], limit: number): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select ${waitingColumns} from dossier d join dossier_party p on p.dossier_id = d.id
    where ${atReturnDesk} and d.holder_unit_id = any(${unitIds}::smallint[]) and d.result_channel = 3 and not ${underWay}
    order by d.act_by, d.id limit ${limit}`.execute(db);
  return rows;
}

export type ListedParcel = {
  readonly id: string;
  readonly dossierId: string;
  readonly code: string;
  readonly ownerName: string | null;
  readonly procedureVersionId: number;
  readonly unitId: number;
  readonly trackingNumber: string;
  readonly preparedAt: Date;
  readonly handedOverOn: string | null;
};

const parcelColumns = sql`a.id, a.dossier_id, d.code, p.owner_name, d.procedure_version_id, a.unit_id, a.tracking_number,
  a.prepared_at, h.happened_on::text as handed_over_on`;
const parcelsFrom = sql`from parcel a join dossier d on d.id = a.dossier_id left join dossier_party p on p.dossier_id = d.id
  left join parcel_event h on h.parcel_id = a.id and h.state = 'handedOver'`;
const arrived = sql`exists (select from parcel_event e where e.parcel_id = a.id and e.state in ('delivered', 'cameBack'))`;

/** Counted and sealed, to be handed to the post; or with the post, and nothing was heard yet. */
export async function listParcels(
  db: Db,
  unitIds: readonly number[],
  where: "atDesk" | "withPost",
  limit: number,
): Promise<readonly ListedParcel[]> {
  const { rows } = await sql<ListedParcel>`
    select ${parcelColumns} ${parcelsFrom}
    where a.unit_id = any(${unitIds}::smallint[]) and ${where === "atDesk" ? sql`h.parcel_id is null` : sql`h.parcel_id is not null`}
      and not ${arrived}
    order by a.prepared_at, a.id limit ${limit}`.execute(db);
  return rows;
}

/** Locks the parcels, so that none is put on two lists or told two ends. */
export async function lockParcels(db: Db, ids: readonly string[]): Promise<readonly ListedParcel[]> {
  for (const id of [...ids].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`parcel:${id}`}, 0))`.execute(db);
  }
  const { rows } = await sql<ListedParcel>`
    select ${parcelColumns} ${parcelsFrom} where a.id = any(${ids}::uuid[]) and not ${arrived}
    order by a.prepared_at, a.id`.execute(db);
  return rows;
}

export type ParcelRow = {
  readonly id: string;
  readonly dossierId: string;
  readonly unitId: number;
  readonly trackingNumber: string;
  readonly preparedAt: Date;
  readonly preparedBy: string;
};

/** False when another parcel has that number. */
export async function insertParcel(db: Db, parcel: ParcelRow): Promise<boolean> {
  const done = await db
    .insertInto("parcel")
    .values(parcel)
    .onConflict((conflict) => conflict.column("trackingNumber").doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Waits for whoever prepares a parcel of the same dossier, and says whether one is under way. */
export async function hasParcelUnderWay(db: Db, dossierId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`parcel of:${dossierId}`}, 0))`.execute(db);
  const { rows } = await sql<{ has: boolean }>`
    select ${underWay} as has from (select ${dossierId}::uuid as id) d`.execute(db);
  return rows[0]?.has === true;
}

export async function insertParcelEvent(
  db: Db,
  event: {
    readonly parcelId: string;
    readonly state: ParcelEvent["state"];
    readonly happenedOn: string;
    readonly recordedAt: Date;
    readonly recordedBy: string;
    readonly cause: ReturnCause | null;
  },
): Promise<void> {
  await db.insertInto("parcelEvent").values(event).execute();
}

export type TrackedParcel = {
  readonly id: string;
  readonly trackingNumber: string;
  readonly unitId: number;
  readonly preparedAt: Date;
  readonly events: readonly (ParcelEvent & { readonly recordedAt: Date; readonly cause: ReturnCause | null })[];
};

/** Every parcel of a dossier with its news, oldest first. */
export async function listParcelsOf(db: Db, dossierId: string): Promise<readonly TrackedParcel[]> {
  const parcels = await db
    .selectFrom("parcel")
    .select(["id", "trackingNumber", "unitId", "preparedAt"])
    .where("dossierId", "=", dossierId)
    .orderBy("preparedAt")
    .execute();
  if (parcels.length === 0) return [];
  const { rows } = await sql<TrackedParcel["events"][number] & { parcelId: string }>`
    select parcel_id, state, happened_on::text as happened_on, recorded_at, cause from parcel_event
    where parcel_id = any(${parcels.map(({ id }) => id)}::uuid[]) order by recorded_at`.execute(db);
  return parcels.map((parcel) => ({ ...parcel, events: rows.filter(({ parcelId }) => parcelId === parcel.id) }));
}

/** The number of the parcel a result is in, or went home in. */
export async function findTrackingNumber(db: Db, dossierId: string): Promise<string | null> {
  const { rows } = await sql<{ trackingNumber: string }>`
    select a.tracking_number from parcel a where a.dossier_id = ${dossierId}::uuid
      and not exists (select from parcel_event e where e.parcel_id = a.id and e.state = 'cameBack')
    order by a.prepared_at desc limit 1`.execute(db);
  return rows[0]?.trackingNumber ?? null;
}

export type WaitingFrom = Waiting & { readonly fromUnitId: number };

/** Signed results that came to a return desk from another unit and are on no list yet, by the unit that gave them. */
export async function listNotTakenOver(
  db: Db,
  unitIds: readonly number[],
  limit: number,
): Promise<readonly WaitingFrom[]> {
  const { rows } = await sql<WaitingFrom>`
    select ${waitingColumns}, g.from_unit_id from dossier d join dossier_party p on p.dossier_id = d.id
    cross join lateral (
      select e.from_unit_id from dossier_event e
      where e.dossier_id = d.id and e.type in ('approve', 'handOver') and e.state = 'finished' and e.from_unit_id is not null
      order by e.number desc limit 1) g
    where ${atReturnDesk} and d.holder_unit_id = any(${unitIds}::smallint[]) and g.from_unit_id <> d.holder_unit_id
      and not exists (select from hand_over_item i where i.dossier_id = d.id and i.parcel_id is null)
    order by g.from_unit_id, d.finished_at, d.id limit ${limit}`.execute(db);
  return rows;
}

/** One list at a time at a desk: what is on it is decided once. */
export async function lockDesk(db: Db, unitId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hand-over list:${unitId}`}, 0))`.execute(db);
}

export type HandOverList = {
  readonly id: string;
  readonly kind: "post" | "desk";
  readonly unitId: number;
  readonly fromUnitId: number | null;
  readonly series: string;
  readonly seriesYear: number;
  readonly number: number;
  readonly numberText: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly giverName: string;
  readonly receiverName: string;
  readonly itemCount: number;
  readonly fileSha256: string;
  readonly templateVersion: number;
  readonly citation: string;
};

export async function insertList(
  db: Db,
  list: HandOverList,
  items: readonly { readonly dossierId: string; readonly parcelId: string | null }[],
): Promise<void> {
  await db
    .insertInto("handOverList")
    .values({ ...list, fileSha256: Buffer.from(list.fileSha256, "hex") })
    .execute();
  await db
    .insertInto("handOverItem")
    .values(items.map((item, at) => ({ ...item, listId: list.id, place: at + 1 })))
    .execute();
}

export type ListedList = Omit<HandOverList, "fileSha256">;

/** Newest first. */
export async function listLists(
  db: Db,
  unitIds: readonly number[],
  kind: HandOverList["kind"],
  limit: number,
): Promise<readonly ListedList[]> {
  const { rows } = await sql<ListedList>`
    select id, kind, unit_id, from_unit_id, series, series_year, number, number_text, made_at, made_by, giver_name,
           receiver_name, item_count, template_version, citation
    from hand_over_list where unit_id = any(${unitIds}::smallint[]) and kind = ${kind}
    order by made_at desc, number desc limit ${limit}`.execute(db);
  return rows;
}

export async function findListFile(db: Db, id: string) {
  const row = await db
    .selectFrom("handOverList")
    .select(["unitId", "numberText", "fileSha256"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { ...row, fileSha256: row.fileSha256.toString("hex") };
}

/** Dossiers that parcels or lists name and that are not there: what a foreign key would refuse (docs/adr/0004). */
export async function listParcelsWithoutDossier(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct m.dossier_id as id
    from (select dossier_id from parcel union all select dossier_id from hand_over_item) m
    where not exists (select from dossier d where d.id = m.dossier_id) order by 1 limit 1000`.execute(db);
  return rows.map(({ id }) => id);
}
