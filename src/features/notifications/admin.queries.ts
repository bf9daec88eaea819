import { sql } from "kysely";
import type { Db } from "#foundation/db/index.ts";
import type { Channel } from "./channels.ts";
import type { NoticeState } from "./delivery.queries.ts";

export type StateCount = { readonly channel: Channel; readonly state: NoticeState; readonly count: number };

/** What waits, however old, and what became of those queued since. */
export async function countNotices(db: Db, since: Date): Promise<readonly StateCount[]> {
  const { rows } = await sql<StateCount>`
    select channel, state, count(*)::integer as count from notice
    where queued_at >= ${since} and state not in ('queued', 'sending') group by channel, state
    union all
    select channel, state, count(*)::integer from notice where state in ('queued', 'sending') group by channel, state`.execute(
    db,
  );
  return rows;
}

export type RecentNotice = {
  readonly id: number;
  readonly code: string | null;
  readonly told: string;
  readonly channel: Channel;
  readonly state: NoticeState;
  readonly attempts: number;
  readonly fault: string | null;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
};

export async function listRecentNotices(db: Db, limit: number): Promise<readonly RecentNotice[]> {
  const { rows } = await sql<RecentNotice>`
    select n.id, d.code, n.told, n.channel, n.state, n.attempts, n.fault, n.queued_at, n.sent_at
    from (select * from notice order by queued_at desc, id desc limit ${limit}) n
    left join dossier d on d.id = n.dossier_id
    order by n.queued_at desc, n.id desc`.execute(db);
  return rows;
}
