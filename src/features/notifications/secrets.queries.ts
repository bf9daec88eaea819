import type { Db } from "#foundation/db/index.ts";

/** Locks what is kept under a name until the transaction ends; null when nothing is. */
export async function takeSecret(tx: Db, name: string): Promise<Buffer | null> {
  // The row is made first, so that two processes that both find nothing still wait for each other.
  await tx
    .insertInto("noticeSecret")
    .values({ name, sealed: Buffer.alloc(0) })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const row = await tx
    .selectFrom("noticeSecret")
    .select("sealed")
    .where("name", "=", name)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.sealed.length === 0 ? null : row.sealed;
}

export async function keepSecret(tx: Db, name: string, sealed: Buffer): Promise<void> {
  await tx.updateTable("noticeSecret").set({ sealed }).where("name", "=", name).execute();
}
