/**
 * `npm run bench -- worklist`: every queue of an official, its first and its hundredth page, on a million dossiers; alone,
 * and with 300 submissions a second beside it. Through the program's own use case, and over HTTP as a second figure.
 *
 * The officials are those of the demo, who sit at the desks of the whole city: no real one has longer lists. A queue that has
 * no hundred pages is measured on its last one; which page that was is told.
 */

import { type Queue, queues, readCursor } from "#features/worklists/queue.ts";
import { workOf } from "#features/worklists/worklist.ts";
import { besideSubmissions } from "./_beside.ts";
import { type DemoOfficial, type Measuring, onMadeCity, type SignedIn, timesOf } from "./_city.ts";
import { Connection } from "./_connection.ts";
import { type Figure, percentile, report, rounded, say } from "./_report.ts";

const officials: readonly DemoOfficial[] = ["reception", "reception-ward", "specialist", "leader", "leader-ward"];
const deepest = 100;
const runs = 40;
const mostMs = 10;
const beside = { perSecond: 300, mostSeconds: 90 } as const;

type Place = {
  readonly who: SignedIn;
  readonly queue: Queue;
  /** Of the deepest page; null when there is only one. */
  readonly cursor: string | null;
  readonly page: number;
};
/** p95 of each queue's worst list: its first and its deepest page. */
type Round = { readonly [queue in Queue]: { readonly first: number; readonly deep: number } };

await onMadeCity(async (measuring) => {
  const places = await findPlaces(measuring);
  const alone = { own: await ownRound(measuring, places), http: await httpRound(measuring, places) };
  const { answer: busy, load } = await besideSubmissions(measuring, beside, async () => ({
    own: await ownRound(measuring, places),
    http: await httpRound(measuring, places),
  }));
  const figures: Record<string, Figure> = {};
  for (const [name, rounds] of Object.entries({ alone, beside: busy })) {
    for (const queue of queues) {
      for (const page of ["first", "deep"] as const) {
        figures[`${queue} ${page} ${name}`] = {
          value: rounded(rounds.own[queue][page], 2),
          unit: "ms p95",
          wanted: { most: mostMs },
        };
      }
    }
    const http = queues.flatMap((queue) => [rounds.http.times[queue].first, rounds.http.times[queue].deep]);
    figures[`HTTP ${name}, worst of the queues`] = {
      value: rounded(Math.max(...http), 2),
      unit: "ms p95",
      wanted: null,
    };
    figures[`CPU ${name}, program`] = { value: rounds.http.cpu.program, unit: "µs a page", wanted: null };
    figures[`CPU ${name}, database`] = { value: rounds.http.cpu.database, unit: "µs a page", wanted: null };
  }
  const pages = Object.fromEntries(
    queues.map((queue) => [queue, Math.max(...places.filter((one) => one.queue === queue).map((one) => one.page))]),
  );
  report(
    "worklist",
    { dossiers: measuring.city.dossiers, deepestPages: pages, submissionsPerSecond: Math.round(load.perSecond) },
    figures,
  );
});

/** Walks each list to its hundredth page, or to its end. */
async function findPlaces({ city, signIn }: Measuring): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const name of officials) {
    const who = await signIn(name);
    for (const queue of queues) {
      let cursor: string | null = null;
      let page = 1;
      while (page < deepest) {
        const { nextCursor } = await pageOf(city.deps, { who, queue, cursor });
        if (nextCursor === null) break;
        cursor = nextCursor;
        page++;
      }
      places.push({ who, queue, cursor, page });
    }
    const deep = places.filter((place) => place.who === who).map(({ queue, page }) => `${queue} ${page}`);
    say(`${name}, pages: ${deep.join(", ")}`);
  }
  return places;
}

function pageOf(deps: Measuring["city"]["deps"], { who, queue, cursor }: Omit<Place, "page">) {
  const after = cursor === null ? null : (readCursor(cursor) ?? null);
  return workOf(deps.database.db, who.official, deps.organisation(), { queue, now: deps.clock.now(), after });
}

async function ownRound({ city }: Measuring, places: readonly Place[]): Promise<Round> {
  return roundOf(places, (place) => timesOf(runs, () => pageOf(city.deps, place)));
}

async function httpRound({ program, cpuOf }: Measuring, places: readonly Place[]) {
  const connection = new Connection(program.port);
  let times: Round | null = null;
  const cpu = await cpuOf(async () => {
    let asked = 0;
    times = await roundOf(places, ({ who, queue, cursor }) => {
      const path = `/api/v1/worklist?queue=${queue}${cursor === null ? "" : `&cursor=${cursor}`}`;
      return timesOf(runs, async () => {
        const answer = await connection.get(path, { authorization: `Bearer ${who.token}` });
        if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
        asked++;
      });
    });
    return asked;
  });
  connection.end();
  if (times === null) throw new Error("Nothing was measured");
  return { times: times as Round, cpu };
}

async function roundOf(places: readonly Place[], measure: (place: Place) => Promise<number[]>): Promise<Round> {
  const worst = new Map(queues.map((queue) => [queue, { first: 0, deep: 0 }]));
  for (const place of places) {
    const known = worst.get(place.queue) ?? { first: 0, deep: 0 };
    const first = percentile(await measure({ ...place, cursor: null }), 0.95);
    const deep = percentile(await measure(place), 0.95);
    worst.set(place.queue, { first: Math.max(known.first, first), deep: Math.max(known.deep, deep) });
  }
  return Object.fromEntries(worst) as Round;
}
