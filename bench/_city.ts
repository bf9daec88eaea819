/** What benches on many dossiers share: the made city, the program running on it beside them, and its demo people signed in. */
import { parseArgs } from "node:util";
import pg from "pg";
import { demoPassword, type Official } from "#features/identity/index.ts";
import { type Child, startChild } from "./_child.ts";
import { processesOf, watchCpu } from "./_cpu.ts";
import { say } from "./_report.ts";
import { type MadeCity, openMadeCity } from "./million/index.ts";

export type Measuring = {
  readonly city: MadeCity;
  readonly program: Child;
  readonly signIn: (name: DemoOfficial) => Promise<SignedIn>;
  /** The demo citizen's, for programs. */
  readonly citizenToken: () => Promise<string>;
  /** What a piece of work costs, whoever else is busy on the machine. */
  readonly cpuOf: (work: () => Promise<number>) => Promise<Cpu>;
};

export type DemoOfficial = "reception" | "reception-ward" | "specialist" | "leader" | "leader-ward" | "director";
export type SignedIn = { readonly official: Official; readonly token: string };

/** µs of CPU for each of the pieces that `work` says it did. */
export type Cpu = { readonly program: number; readonly database: number };

export async function onMadeCity(measure: (measuring: Measuring) => Promise<void>): Promise<void> {
  const { values } = parseArgs({ options: { dossiers: { type: "string", default: "1000000" } } });
  const city = await openMadeCity(Number(values.dossiers), say);
  try {
    const now = city.deps.clock.now().toISOString();
    const program = await startChild("_program", { ...city.settings, PORT: "0", BENCH_NOW: now });
    const watcher = new pg.Pool({ connectionString: city.url, max: 1 });
    // The database may end before this connection has heard that it is to close.
    watcher.on("error", () => {});
    try {
      await measure(measuringOn(city, program, watcher));
    } finally {
      await watcher.end();
      await program.stop();
    }
  } finally {
    await city.close();
  }
}

function measuringOn(city: MadeCity, program: Child, watcher: pg.Pool): Measuring {
  const { sessions } = city.deps;
  const open = async (name: string) => {
    const credentials = { login: `${name}@demo`, password: demoPassword, code: null };
    const opened = await sessions.openForProgram(credentials, "");
    if (!opened.ok) throw new Error(`${name} cannot sign in: ${opened.refusal.reason}`);
    return opened.value;
  };
  return {
    city,
    program,
    async signIn(name) {
      const { visitor, token } = await open(name);
      if (visitor.kind !== "official") throw new Error(`${name} is no official`);
      return { official: visitor, token };
    },
    citizenToken: async () => (await open("citizen")).token,
    async cpuOf(work) {
      const used = { program: watchCpu([program.pid]), database: watchCpu(await processesOf(watcher)) };
      const pieces = await work();
      return { program: Math.round(used.program() / pieces), database: Math.round(used.database() / pieces) };
    },
  };
}

/** Milliseconds that each of so many runs took, one after another. */
export async function timesOf(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    await work(run);
    times.push(performance.now() - from);
  }
  return times;
}
