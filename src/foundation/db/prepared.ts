/**
 * Statements that are asked again and again are prepared: parsed once per connection, and planned once where PostgreSQL finds
 * that one plan serves all values. Planning a list of work took a third of its time. The text is the key, so whoever
 * writes a query writes nothing more.
 */
import type pg from "pg";

/** A text that was asked this often will be asked again. */
const askedOften = 3;
/** A connection never forgets what it has prepared; texts that differ by the length of a list must not fill it. */
const mostPrepared = 400;
const mostCounted = 2000;

/** Not what the statement was prepared on any more (its tables were changed meanwhile), or not there. */
const outdated = new Set(["0A000", "26000"]);

type Preparing = {
  /** The name to prepare a text by; undefined as long as it is not asked often, or when there is no room. */
  readonly nameOf: (text: string) => string | undefined;
  readonly forget: (text: string) => void;
};

function preparing(): Preparing {
  const asked = new Map<string, number>();
  const names = new Map<string, string>();
  let named = 0;
  return {
    nameOf(text) {
      const known = names.get(text);
      if (known !== undefined || named >= mostPrepared) return known;
      const times = (asked.get(text) ?? 0) + 1;
      if (times < askedOften) {
        if (asked.size >= mostCounted) asked.clear();
        asked.set(text, times);
        return undefined;
      }
      asked.delete(text);
      named++;
      const name = `s${named}`;
      names.set(text, name);
      return name;
    },
    forget(text) {
      names.delete(text);
    },
  };
}

type Connecting = Pick<pg.Pool, "connect" | "end" | "options">;

/** The same connections; what is asked through them with values is prepared. */
export function preparingPool(pool: pg.Pool): Connecting {
  const { nameOf, forget } = preparing();
  const seen = new WeakMap<pg.PoolClient, pg.PoolClient>();
  const clientOf = (client: pg.PoolClient): pg.PoolClient => {
    const query = async (text: string, values: unknown[]) => {
      // Without values it is a word like `begin`, or several statements, which cannot be prepared together.
      const name = values.length === 0 ? undefined : nameOf(text);
      if (name === undefined) return client.query(text, values);
      try {
        return await client.query({ name, text, values });
      } catch (error) {
        if (error instanceof Error && "code" in error && outdated.has(String(error.code))) forget(text);
        throw error;
      }
    };
    return new Proxy(client, { get: (of, key) => (key === "query" ? query : Reflect.get(of, key)) });
  };
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
