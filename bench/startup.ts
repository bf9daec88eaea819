/**
 * `npm run bench -- startup`: from the command to the first ready answer, on an empty folder and on existing data; what
 * program and PostgreSQL hold in memory when idle; with `--install`, what a production install brings.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { childProgram } from "../tests/support/child-program.ts";

const { values } = parseArgs({ options: { install: { type: "boolean", default: false } } });
const project = resolve(import.meta.dirname, "../..");
const times = { empty: 3, existing: 5 } as const;
const idleMs = 8000;
const say = (line: string) => process.stdout.write(`${line}\n`);

const empty: number[] = [];
const existing: number[] = [];
let memory = { program: 0, database: 0 };
for (let time = 1; time <= times.empty; time++) {
  const program = childProgram();
  try {
    empty.push(await program.start());
    say(`ready on an empty folder after ${seconds(empty.at(-1))}`);
    if (time < times.empty) continue;
    await sleep(idleMs);
    const { program: pid, database } = program.pids();
    memory = {
      program: pid === undefined ? 0 : shareOf(pid),
      database: database.reduce((sum, one) => sum + shareOf(one), 0),
    };
    for (let again = 1; again <= times.existing; again++) {
      await program.stop();
      existing.push(await program.start());
      say(`ready on existing data after ${seconds(existing.at(-1))}`);
    }
  } finally {
    await program.remove();
  }
}
const install = values.install ? await installed() : null;
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
say(
  `empty ${seconds(median(empty))} (wanted ≤ 8), existing ${seconds(median(existing))} (wanted ≤ 2), idle ${megabytes(memory.program + memory.database)} MB (wanted ≤ 200)`,
);
say(
  JSON.stringify({
    bench: "startup",
    emptyMs: Math.round(median(empty)),
    existingMs: Math.round(median(existing)),
    idleProgramMB: megabytes(memory.program),
    idleDatabaseMB: megabytes(memory.database),
    ...(install === null ? {} : { installMB: megabytes(install.bytes), packages: install.packages }),
  }),
);

/** A process's share of the machine's memory (PSS): what several map is counted once among them. */
function shareOf(pid: number): number {
  const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1];
  return Number(pss ?? 0) * 1024;
}

async function installed(): Promise<{ bytes: number; packages: number }> {
  const folder = mkdtempSync(join(tmpdir(), "motcua-install-"));
  try {
    for (const name of ["package.json", "package-lock.json", "scripts", "vendor"]) {
      cpSync(join(project, name), join(folder, name), { recursive: true });
    }
    const done = spawnSync("npm", ["ci", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: folder,
      encoding: "utf8",
    });
    if (done.status !== 0) throw new Error(done.stderr);
    const size = spawnSync("du", ["-sk", join(folder, "node_modules")], { encoding: "utf8" }).stdout;
    const record = JSON.parse(readFileSync(join(folder, "node_modules/.package-lock.json"), "utf8"));
    const packages = Object.keys(record.packages).filter((path) => path.startsWith("node_modules/")).length;
    say(`install: ${readdirSync(join(folder, "node_modules")).length} folders, ${packages} packages`);
    return { bytes: Number.parseInt(size, 10) * 1024, packages };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0;
}

function seconds(ms = 0): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
