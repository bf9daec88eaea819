/**
 * `npm run bench -- dashboard` (or `figures`): the first direction screen on a million dossiers, alone and with 300
 * submissions a second beside it; and how long after its answer a submission is counted on that screen.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { listForDirection } from "#features/dossiers/index.ts";
import { figuresToday } from "#features/supervision/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { besideSubmissions } from "./_beside.ts";
import { type Measuring, onMadeCity, type SignedIn, timesOf } from "./_city.ts";
import { Connection } from "./_connection.ts";
import { type Figure, percentile, report, rounded, say } from "./_report.ts";

const runs = 300;
const probes = 20;
const most = { screenMs: 10, visibleMs: 2000 } as const;
const beside = { perSecond: 300, mostSeconds: 90 } as const;
const pollMs = 20;

await onMadeCity(async (measuring) => {
  const { city, signIn } = measuring;
  const director = await signIn("director");
  const alone = await screens(measuring, director);
  const probed = probedUnit(measuring);
  const { answer: busy, load } = await besideSubmissions(
    measuring,
    beside,
    async ({ bodies }) => {
      const here = await bodies(probes, ({ unitId }) => unitId === probed.id);
      return { ...(await screens(measuring, director)), visible: await waits(measuring, director, probed.code, here) };
    },
    ({ unitId }) => unitId !== probed.id,
  );
  const figures: Record<string, Figure> = {};
  for (const [name, round] of Object.entries({ alone, beside: busy })) {
    figures[`first screen ${name}`] = {
      value: rounded(percentile(round.own, 0.95), 2),
      unit: "ms p95",
      wanted: { most: most.screenMs },
    };
    figures[`HTTP page ${name}`] = { value: rounded(percentile(round.http, 0.95), 2), unit: "ms p95", wanted: null };
  }
  figures["CPU of that page, program"] = { value: alone.cpu.program, unit: "µs", wanted: null };
  figures["CPU of that page, database"] = { value: alone.cpu.database, unit: "µs", wanted: null };
  figures["a submission is counted after, at most"] = {
    value: Math.round(Math.max(...busy.visible)),
    unit: "ms",
    wanted: { most: most.visibleMs },
  };
  figures["a submission is counted after"] = {
    value: Math.round(percentile(busy.visible, 0.5)),
    unit: "ms p50",
    wanted: null,
  };
  report("dashboard", { dossiers: city.dossiers, submissionsPerSecond: Math.round(load.perSecond) }, figures);
});

/** What the screen reads, by the use cases of its route, and the whole page over HTTP. */
async function screens({ city: { deps }, program, cpuOf }: Measuring, { token }: SignedIn) {
  const { db } = deps.database;
  const own = await timesOf(runs, async () => {
    const now = deps.clock.now();
    const from = new Date(`${dayOf(now)}T00:00:00+07:00`);
    await figuresToday(db, now, null, deps.organisation());
    await listForDirection(db, {
      list: "overdue",
      now,
      from,
      to: now,
      scope: null,
      unitIds: null,
      channel: null,
      after: null,
      limit: 8,
    });
  });
  const connection = new Connection(program.port);
  const http: number[] = [];
  const cpu = await cpuOf(async () => {
    http.push(
      ...(await timesOf(runs, async () => {
        const answer = await connection.get("/dieu-hanh", { authorization: `Bearer ${token}` });
        if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text.slice(0, 500)}`);
      })),
    );
    return runs;
  });
  connection.end();
  return { own, http, cpu };
}

/** A ward that gets nothing but the submissions that are waited for, so that each is seen by its count. */
function probedUnit({ city: { deps } }: Measuring) {
  const ward = deps.organisation().units.findLast(({ kind }) => kind === "ward" || kind === "commune");
  if (ward === undefined) throw new Error("The city has no ward");
  return ward;
}

/** From the answer of a submission to its first being counted. */
async function waits(
  { program, citizenToken }: Measuring,
  { token }: SignedIn,
  unitCode: string,
  bodies: readonly string[],
): Promise<readonly number[]> {
  const connection = new Connection(program.port);
  const received = async () => {
    const answer = await connection.get("/api/v1/figures/today", { authorization: `Bearer ${token}` });
    const { byUnit } = JSON.parse(answer.text) as { byUnit: { unitCode: string; received: number }[] };
    return byUnit.find((unit) => unit.unitCode === unitCode)?.received ?? 0;
  };
  const citizen = await citizenToken();
  let counted = await received();
  const times: number[] = [];
  for (const body of bodies) {
    const answer = await connection.post("/api/v1/dossiers", citizen, body, randomUUID());
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    const from = performance.now();
    while ((await received()) <= counted) await sleep(pollMs);
    times.push(performance.now() - from);
    counted++;
    // Not in step with the listener's own beat.
    await sleep(200 + Math.random() * 800);
  }
  connection.end();
  say(`counted after ${times.map((ms) => Math.round(ms)).join(", ")} ms`);
  return times;
}
