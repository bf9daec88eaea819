/** The embedded database as a city meets it: started twice, killed, restarted, under a closed folder, by an ordinary user. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openDatabase } from "#foundation/db/index.ts";
import { openLog } from "#foundation/log/index.ts";
import { type EmbeddedDatabase, joinEmbedded, startEmbedded } from "./index.ts";
import { exists } from "./process.ts";

// Each test makes a whole database, some restart it twice; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const log = openLog("silent");
const isRoot = process.getuid?.() === 0;
const folders: string[] = [];

/** A folder that the database's own user can walk through, gone when the file ends. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "motcua-embedded-"));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function ask<Row extends pg.QueryResultRow>(url: string, query: string): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows[0];
  } finally {
    await client.end();
  }
}

const serverOf = (cluster: string) => Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);

describe("an embedded database that runs", () => {
  const data = join(openFolder(), "data");
  const cluster = join(data, "postgres/cluster");
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    database = await startEmbedded({ dataFolder: data, log });
    return () => database.stop();
  });

  it("keeps what it acknowledged, even through a power cut, and notices a flipped bit", async () => {
    const settings = await ask(
      database.url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
         current_setting('full_page_writes') as full_page_writes, current_setting('data_checksums') as checksums`,
    );

    expect(settings).toEqual({ fsync: "on", synchronous_commit: "on", full_page_writes: "on", checksums: "on" });
  });

  it("writes no value of a person into its log, not even when a row is refused", async () => {
    await ask(database.url, "create table person (id_number text primary key)");
    await ask(database.url, "insert into person values ('038190001234')");

    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await expect(client.query("insert into person values ($1)", ["038190001234"])).rejects.toThrow(/duplicate key/);
    await client.end();

    const told = readFileSync(join(data, "postgres/postgres.log"), "utf8");
    expect(told).toContain("duplicate key");
    expect(told).not.toContain("038190001234");
  });

  it("listens to nobody but this machine, and asks for a password there too", async () => {
    expect(await ask(database.url, "select current_setting('listen_addresses') as at")).toEqual({ at: "" });

    const url = new URL(database.url);
    url.password = "wrong";
    await expect(ask(url.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
  });

  it("shows its data and its secret to nobody else", () => {
    expect(statSync(join(data, "postgres")).mode & 0o077).toBe(0);
    expect(statSync(join(data, "keys")).mode & 0o077).toBe(0);
    expect(statSync(join(data, "keys/postgres.secret")).mode & 0o077).toBe(0);
  });

  it("refuses a second start on the same data, from this process and from another, and says so", async () => {
    const refusal = `motcua already runs on ${data} (process ${process.pid}). Stop it first, or name another folder in MOTCUA_DATA.`;

    await expect(startEmbedded({ dataFolder: data, log })).rejects.toThrow(refusal);
    const other = await runToEnd(data);

    expect(other).toEqual({ status: 1, output: `${refusal}\n` });
    expect(await ask(database.url, "select 1 as one")).toEqual({ one: 1 });
  });

  it("can be joined by a command beside the program", async () => {
    const url = await joinEmbedded(data);

    expect(url).toBe(database.url);
    expect(await joinEmbedded(openFolder())).toBeNull();
  });

  it("is started again when its server is killed, and the program's connections work again", async () => {
    const { pool, close } = openDatabase({ url: database.url, role: null, max: 2 });
    await pool.query("create table kept (id int)");
    await pool.query("insert into kept values (1)");
    const killed = serverOf(cluster);

    process.kill(killed, "SIGKILL");
    await eventually(async () => expect(serverOf(cluster)).not.toBe(killed));

    const answer = await eventually(() => pool.query("select id from kept"));
    expect(answer.rows).toEqual([{ id: 1 }]);
    await close();
  });

  it("is started again a second time too", async () => {
    const killed = serverOf(cluster);

    process.kill(killed, "SIGKILL");
    await eventually(async () => expect(serverOf(cluster)).not.toBe(killed));

    expect(await eventually(() => ask(database.url, "select count(*)::int as kept from kept"))).toEqual({ kept: 1 });
  });
});

describe("a program that was killed", () => {
  let program: Program | null = null;
  afterEach(async () => {
    await program?.stop();
    program = null;
  });

  it("leaves its server running; the next start stops that in order and finds everything", async () => {
    const data = join(openFolder(), "data");
    program = await startProgram(data);
    await ask(program.url, "create table kept as select 1 as id");
    const orphan = serverOf(join(data, "postgres/cluster"));

    await program.kill();
    expect(exists(orphan)).toBe(true);
    program = await startProgram(data);

    expect(exists(orphan)).toBe(false);
    expect(await ask(program.url, "select id from kept")).toEqual({ id: 1 });
  });

  it("and its server with it: the next start recovers by itself", async () => {
    const data = join(openFolder(), "data");
    program = await startProgram(data);
    await ask(program.url, "create table kept as select 1 as id");
    const server = serverOf(join(data, "postgres/cluster"));

    await program.kill();
    process.kill(server, "SIGKILL");
    program = await startProgram(data);

    expect(await ask(program.url, "select id from kept")).toEqual({ id: 1 });
  });

  it("leaves a mark whose number now belongs to someone else: nobody is refused, nobody is stopped", async () => {
    const data = join(openFolder(), "data");
    program = await startProgram(data);
    await program.stop();
    const stranger = spawn("sleep", ["60"]);
    const { pid = 0 } = stranger;
    execFileSync(
      "sh",
      ["-c", `echo '{"pid":${pid},"startedAt":"1"}' > program.pid; echo ${pid} > postgres/cluster/postmaster.pid`],
      {
        cwd: data,
      },
    );

    program = await startProgram(data);

    expect(await ask(program.url, "select 1 as one")).toEqual({ one: 1 });
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
  });
});

describe.runIf(isRoot)("started as root", () => {
  it("works with a data folder that is closed to all others, and finds the database again", async () => {
    const data = join(openFolder(), "data");
    mkdirSync(data, { mode: 0o700 });
    const first = await startEmbedded({ dataFolder: data, log });
    await ask(first.url, "create table kept as select 1 as id");
    await first.stop();
    const place = readFileSync(join(data, "postgres-lies-at"), "utf8").trim();
    folders.push(place);

    // Opening the folder later must not make a new, empty database in it.
    chmodSync(data, 0o755);
    const second = await startEmbedded({ dataFolder: data, log });

    expect(await ask(second.url, "select id from kept")).toEqual({ id: 1 });
    await second.stop();
    rmSync(place, { recursive: true });
    await expect(startEmbedded({ dataFolder: data, log })).rejects.toThrow(/lies at .* and it is not there/);
    expect(existsSync(place)).toBe(false);
  });

  it("begins with an empty database where a closed folder was removed and made again", async () => {
    const data = join(openFolder(), "data");
    mkdirSync(data, { mode: 0o700 });
    const first = await startEmbedded({ dataFolder: data, log });
    await first.stop();
    const firstPlace = readFileSync(join(data, "postgres-lies-at"), "utf8").trim();
    folders.push(firstPlace);
    rmSync(data, { recursive: true });
    mkdirSync(data, { mode: 0o700 });

    const second = await startEmbedded({ dataFolder: data, log });

    expect(await ask(second.url, "select count(*)::int as n from pg_tables where schemaname = 'public'")).toEqual({
      n: 0,
    });
    await second.stop();
    const secondPlace = readFileSync(join(data, "postgres-lies-at"), "utf8").trim();
    folders.push(secondPlace);
    expect(secondPlace).not.toBe(firstPlace);
  });

  it("does not begin anew when a folder with a database is closed later; it says what to open", async () => {
    const parent = openFolder();
    const data = join(parent, "data");
    await (await startEmbedded({ dataFolder: data, log })).stop();

    chmodSync(parent, 0o700);

    await expect(startEmbedded({ dataFolder: data, log })).rejects.toThrow(/can no longer reach .*chmod o\+x/);
  });

  it("takes data that root brought back from a backup", async () => {
    const data = join(openFolder(), "data");
    await (await startEmbedded({ dataFolder: data, log })).stop();
    execFileSync("chown", ["-R", "0:0", data]);

    const again = await startEmbedded({ dataFolder: data, log });

    expect(await ask(again.url, "select 1 as one")).toEqual({ one: 1 });
    await again.stop();
  });

  const tester = isRoot ? ordinaryUser() : null;
  it.runIf(tester !== null)("is not needed: an ordinary user starts, stops and starts again", async () => {
    const home = openFolder();
    chownSync(home, tester?.uid ?? 0, tester?.gid ?? 0);
    const data = join(home, "data");
    const first = await startProgram(data, tester ?? undefined);
    await ask(first.url, "create table kept as select 1 as id");
    await first.stop();

    const second = await startProgram(data, tester ?? undefined);

    expect(await ask(second.url, "select id from kept")).toEqual({ id: 1 });
    expect(statSync(join(data, "postgres/cluster")).uid).toBe(tester?.uid);
    await second.stop();
  });
});

type Ids = { readonly uid: number; readonly gid: number };

/** An ordinary user who can run this program where it lies; null when there is none to be had. */
function ordinaryUser(): Ids | null {
  const ids = spawnSync("id", ["-u", "nobody"], { encoding: "utf8" });
  if (ids.status !== 0) return null;
  const user = { uid: Number(ids.stdout), gid: Number(spawnSync("id", ["-g", "nobody"], { encoding: "utf8" }).stdout) };
  const sees = spawnSync(process.execPath, ["-e", `require("fs").readFileSync(${JSON.stringify(script)})`], {
    ...user,
    cwd: "/",
  });
  return sees.status === 0 ? user : null;
}

const script = join(import.meta.dirname, "testing-program.ts");

type Program = { readonly url: string; readonly stop: () => Promise<void>; readonly kill: () => Promise<void> };

function spawnProgram(dataFolder: string, as?: Ids): ChildProcess {
  return spawn(process.execPath, [script, dataFolder], { ...as, cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
}

async function startProgram(dataFolder: string, as?: Ids): Promise<Program> {
  const child = spawnProgram(dataFolder, as);
  const url = await new Promise<string>((done, fail) => {
    let told = "";
    child.stdout?.once("data", (chunk) => done(String(chunk).trim()));
    child.stderr?.on("data", (chunk) => {
      told += chunk;
    });
    child.once("exit", () => fail(new Error(`The program ended: ${told}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill(signal);
    await ended;
  };
  return { url, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

function runToEnd(dataFolder: string): Promise<{ status: number | null; output: string }> {
  const child = spawnProgram(dataFolder);
  return new Promise((done) => {
    let output = "";
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    child.once("close", (status) => done({ status, output }));
  });
}

async function eventually<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 200) throw error;
      await sleep(50);
    }
  }
}
