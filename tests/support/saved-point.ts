/** A dossier as it lies in every table, to be compared with later and to be put back: what a game calls a saved point. */
import pg from "pg";

type Table = { readonly name: string; readonly key: "id" | "dossier_id" };

export type SavedPoint = { readonly dossierId: string; readonly rows: Readonly<Record<string, unknown>> };

export async function savedPoints(ownerUrl: string) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows: hanging } = await owner.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'dossier_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
  const tables: readonly Table[] = [
    { name: "dossier", key: "id" },
    ...hanging.map(({ name }): Table => ({ name, key: "dossier_id" })),
  ];
  const all = tables.map(
    ({ name, key }) =>
      `'${name}', (select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') from ${name} t where t.${key} = $1)`,
  );

  async function save(dossierId: string): Promise<SavedPoint> {
    const { rows } = await owner.query<{ saved: Record<string, unknown> }>(
      `select jsonb_build_object(${all.join(", ")}) as saved`,
      [dossierId],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`Dossier ${dossierId} cannot be read`);
    return { dossierId, rows: row.saved };
  }

  return {
    save,
    /** What a program may not do, for a test alone: the owner of the database, with the triggers that guard history off. */
    async putBack({ dossierId, rows }: SavedPoint): Promise<void> {
      await owner.query("begin");
      await owner.query("set local session_replication_role = replica");
      const now = await save(dossierId);
      for (const { name, key } of tables) {
        if (JSON.stringify(now.rows[name]) === JSON.stringify(rows[name])) continue;
        await owner.query(`delete from ${name} where ${key} = $1`, [dossierId]);
        await owner.query(
          `insert into ${name} overriding system value select * from jsonb_populate_recordset(null::${name}, $1)`,
          [JSON.stringify(rows[name])],
        );
      }
      await owner.query("commit");
    },
    close: () => owner.end(),
  };
}

export type SavedPoints = Awaited<ReturnType<typeof savedPoints>>;
