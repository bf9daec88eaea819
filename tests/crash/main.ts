/**
 * `npm run crash-test -- --cycles 20`: people submit and officials decide while the program, its PostgreSQL, or both at
 * once are killed with `kill -9`, again and again. In the end everything anybody was promised must be there once, with
 * all its events, and `motcua verify` must find nothing (trust.md, R1–R3).
 */
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { joinEmbedded } from "#foundation/db/embedded/index.ts";
import { childProgram } from "../support/child-program.ts";
import { type Ask, emptyLedger, moveOne, type Promised, patientAsk, readForm, submitOne } from "./people.ts";

const { values } = parseArgs({
  options: {
    cycles: { type: "string", default: "20" },
    submitters: { type: "string", default: "16" },
    officials: { type: "string", default: "2" },
    keep: { type: "boolean", default: false },
  },
});
const cycles = Number(values.cycles);
const kinds = ["program", "postgresql", "both"] as const;
const loadMs = { least: 1000, most: 3500 } as const;

const say = (line: string) => process.stdout.write(`${line}\n`);
const program = childProgram();
const ledger = emptyLedger();
// Ctrl-C leaves nothing behind either.
process.once("SIGINT", () => program.remove().finally(() => process.exit(130)));

try {
  say(`Starting on ${program.folder} …`);
  await program.start();
  process.exitCode = (await drill()) ? 0 : 1;
} finally {
  if (values.keep) await program.stop();
  else await program.remove();
}

async function drill(): Promise<boolean> {
  const ask = patientAsk(program.base, ledger);
  const form = await readForm(program.base);
  let isLoad = true;
  const people = [
    ...many(Number(values.submitters), async () => {
      while (isLoad) await submitOne(ask, form, ledger);
    }),
    ...many(Number(values.officials), async (at, of) => {
      // Each official has dossiers of their own: what a second one did could not be told from a doubled move.
      for (let next = at; isLoad; ) {
        const dossier = ledger.promised[next];
        if (dossier === undefined) await sleep(20);
        else {
          await walk(ask, dossier, () => isLoad);
          next += of;
        }
      }
    }),
  ];
  const load = Promise.all(people);
  const recoveries: Record<(typeof kinds)[number], number[]> = { program: [], postgresql: [], both: [] };

  for (let cycle = 1; cycle <= cycles; cycle++) {
    await sleep(loadMs.least + Math.random() * (loadMs.most - loadMs.least));
    const kind = kinds[(cycle - 1) % kinds.length] ?? "program";
    const from = performance.now();
    if (kind !== "program" && program.killDatabase() === 0) throw new Error("There was no PostgreSQL to kill");
    if (kind === "postgresql") await program.untilReady();
    else {
      await program.kill();
      await program.start();
    }
    const took = performance.now() - from;
    recoveries[kind].push(took);
    say(
      `cycle ${cycle}: killed ${kind}, ready after ${(took / 1000).toFixed(2)} s; acknowledged ${ledger.promised.length}, moves ${ledger.moves}, asked again ${ledger.retries}`,
    );
  }
  await sleep(loadMs.most);
  isLoad = false;
  await load;

  const found = await holdAgainst(ask);
  await program.stop();
  const verified = program.run("verify");
  say(verified.output.trim());
  for (const line of ledger.broken.slice(0, 20)) say(`! ${line}`);
  const figures = {
    test: "crash",
    cycles,
    acknowledged: ledger.promised.length,
    moves: ledger.moves,
    ...found,
    broken: ledger.broken.length,
    askedAgain: ledger.retries,
    longestWaitMs: Math.round(ledger.longestWait),
    recoveryMs: Object.fromEntries(
      Object.entries(recoveries).map(([kind, times]) => [kind, { median: middle(times), worst: worst(times) }]),
    ),
    verifyExit: verified.status,
  };
  const isGood = found.lost + found.doubled + ledger.broken.length === 0 && verified.status === 0;
  say(isGood ? "Nothing was lost, nothing was doubled." : "NOT GOOD: see above.");
  say(JSON.stringify(figures));
  return isGood;
}

/** A random part of the way, as far as the load lasts. */
async function walk(ask: Ask, dossier: Promised, goesOn: () => boolean): Promise<void> {
  for (let steps = Math.floor(Math.random() * 6); steps > 0 && goesOn(); steps--) await moveOne(ask, dossier, ledger);
}

/** Every code is read with its secret and has exactly the events its people were told of; every key still has its one answer. */
async function holdAgainst(ask: Ask): Promise<{ lost: number; doubled: number }> {
  let lost = 0;
  let doubled = new Set(ledger.promised.map(({ code }) => code)).size === ledger.promised.length ? 0 : 1;
  for (const [at, { code, lookupSecret, events, key, body }] of ledger.promised.entries()) {
    const { status, json } = await ask(null, "GET", `/api/v1/lookups/${code}`, undefined, {
      "lookup-secret": lookupSecret,
    });
    const timeline = Array.isArray(json.timeline) ? json.timeline.length : 0;
    if (status !== 200 || timeline < events) {
      lost++;
      say(`! ${code}: ${status}, ${timeline} events where ${events} were acknowledged`);
    } else if (timeline > events) {
      doubled++;
      say(`! ${code}: ${timeline} events where ${events} were made`);
    }
    if (at % 10 !== 0) continue;
    const again = await ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": key });
    if (again.status !== 200 || again.json.code !== code) {
      doubled++;
      say(`! ${code}: sent again it was answered ${again.status} ${JSON.stringify(again.json)}`);
    }
  }
  // Everybody asked until they were answered, so the database holds no dossier that nobody was promised.
  const held = await countDossiers();
  doubled += Math.max(0, held - ledger.promised.length);
  lost += Math.max(0, ledger.promised.length - held);
  if (held !== ledger.promised.length) say(`! ${held} dossiers are held, ${ledger.promised.length} were acknowledged`);
  return { lost, doubled };
}

async function countDossiers(): Promise<number> {
  const url = await joinEmbedded(program.folder);
  if (url === null) throw new Error("The program does not run");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>("select count(*)::int as count from dossier");
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

function many(count: number, work: (at: number, of: number) => Promise<void>): Promise<void>[] {
  return Array.from({ length: count }, (_, at) => work(at, count));
}

function middle(times: readonly number[]): number {
  return Math.round(times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0);
}

function worst(times: readonly number[]): number {
  return Math.round(Math.max(0, ...times));
}
