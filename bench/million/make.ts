/**
 * Makes a city with as many dossiers as wanted, thirty months of them.
 *
 * As the program does it: each dossier is submitted through the use case (`submitDossiers`: its checks, codes, keys, sealed
 * content, first event and search words, in batches) on a clock that is moved; each later move is decided by `decide` on the
 * calendar of its unit; each event has its commitment and its payload sealed under the dossier's own key; the figures are
 * counted by `rebuildFigures`. `motcua verify` finds nothing wrong with the result.
 *
 * By the bench's own hand, since a million lives move by move would take a day: the moves of a dossier are written together,
 * row and events, by set-based statements of the owner with triggers set aside (`queries.ts`), so the events of a life share a
 * transaction. All uploads name one stored file. Missing altogether: papers, of which a million would have to be set and
 * signed (the events say nothing of them); sessions, drafts, and the jobs that only wake listeners.
 */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { queueNotices } from "#features/notifications/index.ts";
import { rebuildFigures } from "#features/supervision/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Deps } from "../../src/deps.ts";
import type { Arrival } from "./hand.ts";
import { ownerOf } from "./owner.ts";
import { hurry, hurryNoMore, keepFigures, tidy } from "./queries.ts";
import { type Random, randomFrom } from "./random.ts";
import { settleIn } from "./residents.ts";
import { instantsOfArrival } from "./when.ts";

/** As many arrive at one moment as a batch may hold half of; a million then arrives at ten thousand moments. */
const together = 100;
const seed = 20_261_118;
const hands = 2;

export type HandOrder = {
  readonly settings: Readonly<Record<string, string>>;
  readonly arrivals: readonly Arrival[];
  readonly seed: number;
};

/** `deps` are of an empty, seeded city whose clock stands at its end, on the database of `url`, the owner's. */
export async function makeDossiers(
  deps: Deps,
  url: string,
  settings: HandOrder["settings"],
  count: number,
  say: (line: string) => void,
): Promise<void> {
  const random = randomFrom(seed);
  const owner = ownerOf(url);
  await hurry(owner);
  try {
    await settleIn(deps, owner, count, random);
    const days = daysOfArrival(deps, count, random);
    const done = progress(count, say);
    // A hand has its own days, so that the numbers of a day are taken by one. Sealing is most of the work: each has a thread.
    await Promise.all(
      Array.from({ length: hands }, (_, hand) => {
        const arrivals = days.filter((_day, at) => at % hands === hand).flat();
        return handAtWork({ settings, arrivals, seed: seed + 1 + hand }, done);
      }),
    );
    say("Counting the figures …");
    const told = await rebuildFigures({ ...deps, db: deps.database.db });
    // What happened in the years that were made is told to nobody.
    await queueNotices({ ...deps, on: [], templates: deps.notices.templates, quiet: null });
    say(`${told} events are counted; tidying up …`);
    await keepFigures(owner);
    await hurryNoMore(owner);
    await tidy(owner);
  } finally {
    await owner.end();
  }
}

function daysOfArrival({ calendars }: Deps, count: number, random: Random): readonly (readonly Arrival[])[] {
  const instants = instantsOfArrival(calendars.forUnit(), Math.ceil(count / together), random);
  const arrivals = instants.map((at, index) => ({ at, count: Math.min(together, count - index * together) }));
  return [...Map.groupBy(arrivals, ({ at }) => dayOf(at)).values()];
}

/** Resolves when all its dossiers are written. */
function handAtWork(order: HandOrder, done: (dossiers: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, "_hand.mjs"), {
      workerData: order,
      // Young values are many and die at once: with room for them they are thrown away more seldom.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    worker.on("message", done);
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`A hand ended with ${code}`))));
  });
}

function progress(count: number, say: (line: string) => void): (dossiers: number) => void {
  const begunAt = performance.now();
  const every = Math.max(1000, Math.round(count / 20));
  let made = 0;
  return (dossiers) => {
    const before = made;
    made += dossiers;
    if (Math.floor(before / every) === Math.floor(made / every)) return;
    const perSecond = made / ((performance.now() - begunAt) / 1000);
    say(`${made} of ${count} dossiers, ${Math.round(perSecond)} a second`);
  };
}
