/**
 * Statements that say so are prepared: parsed once per connection, and planned once where PostgreSQL finds that one plan
 * serves all values. Only for what is asked at every page and whose shape, not its values, decides how it is best read: the
 * names of people are not spread evenly, and one plan for all of them made the search four times slower (docs/adr/0016).
 */
import { sql } from "kysely";
import type pg from "pg";

const mark = "/* prepared */";
/** Stands at the beginning of a statement that is to be prepared; of one that is built, by `modifyFront`. */
export const prepared = sql.raw(mark);
const isMarked = (text: string) => text.startsWith(mark) || text.startsWith(`select ${mark}`);

/** A connection never forgets what it has prepared. */
const mostPrepared = 100;
/** Not what the statement was prepared on any more (its tables were changed meanwhile), or not there. */
const outdated = new Set(["0A000", "26000"]);

type Connecting = Pick<pg.Pool, "connect" | "end" | "options">;

/** The same connections; through them a marked statement is asked by the name of its text. */
export function preparingPool(pool: pg.Pool): Connecting {
  const names = new Map<string, string>();
  let named = 0;
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || named >= mostPrepared || !isMarked(text)) return known;
    named++;
    names.set(text, `s${named}`);
    return `s${named}`;
  };
  const clientOf = (client: pg.PoolClient): pg.PoolClient => {
    const query = async (text: string, values: unknown[]) => {
      const name = nameOf(text);
      if (name === undefined) return client.query(text, values);
      try {
        return await client.query({ name, text, values });
      } catch (error) {
        if (error instanceof Error && "code" in error && outdated.has(String(error.code))) names.delete(text);
        throw error;
      }
    };
    return new Proxy(client, { get: (of, key) => (key === "query" ? query : Reflect.get(of, key)) });
  };
  const seen = new WeakMap<pg.PoolClient, pg.PoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const known = seen.get(client) ?? clientOf(client);
      seen.set(client, known);
      return known;
    },
  };
}
