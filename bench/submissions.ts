/**
 * `npm run bench -- submissions`: the whole HTTP route of a submission at 64 connections, against the same rows written by
 * `pg` without HTTP as three statements in a transaction on 16 connections. Interleaved rounds in one run, medians.
 *
 * An upload belongs to one dossier, so each submission needs upload rows of its own. They are inserted before the clock
 * starts, all naming one really stored file; everything else goes through the program. `--slow-disk 2`: every fsync takes
 * 2 ms longer.
 */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import pg from "pg";
import { joinEmbedded } from "../src/foundation/db/embedded/index.ts";
import { childProgram } from "../tests/support/child-program.ts";
import { Connection } from "./_connection.ts";
import { cpuOfAll } from "./_cpu.ts";
import { slowDisk } from "./_slow-disk.ts";

const connections = 64;
const referenceConnections = 16;
const rounds = 3;
const secondsPerRound = 4;
const needed = 40_000;

// One white pixel: small, and a real picture.
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AwAI/AL+p5qgoAAAAABJRU5ErkJggg==",
  "base64",
);
/** Taken by the next submission, and by the next code of the reference. */
let next = 0;
let number = 0;

const { values } = parseArgs({ options: { "slow-disk": { type: "string" }, profile: { type: "string" } } });
const slow = values["slow-disk"] === undefined ? null : slowDisk(Number(values["slow-disk"]));
if (values["slow-disk"] !== undefined && slow === null) {
  process.stdout.write("A slow disk is not available here: it needs Linux and gcc.\n");
  process.exit(1);
}
const program = childProgram({
  ...slow?.settings,
  ...(values.profile === undefined ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${values.profile}` }),
});
const { folder, port } = program;

async function bench(): Promise<void> {
  const base = `http://127.0.0.1:${port}`;
  const session = await fetch(`${base}/api/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login: "citizen@demo", password: "motcua-demo" }),
  });
  const { token } = (await session.json()) as { token: string };
  const procedure = await (await fetch(`${base}/api/v1/procedures/1.001193`)).json();
  const keys: string[] = procedure.components
    .filter((one: { kind: string; required: boolean }) => one.kind === "document" && one.required)
    .map((one: { componentKey: string }) => one.componentKey);
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(png)], { type: "image/png" }), "giay.png");
  const uploaded = await fetch(`${base}/api/v1/uploads`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  if (uploaded.status !== 201) throw new Error(`The upload was refused: ${await uploaded.text()}`);
  const { uploadId } = (await uploaded.json()) as { uploadId: string };

  const url = await joinEmbedded(folder);
  if (url === null) throw new Error("The program's database is not there");
  const pool = new pg.Pool({ connectionString: url, max: referenceConnections });
  // When the bench fails the program ends first; its database going away then is not the fault to show.
  pool.on("error", () => {});
  process.stdout.write(`Preparing ${needed * keys.length} uploads …\n`);
  const { rows } = await pool.query<{ id: string }>(
    `insert into upload (id, sha256, size, media_type, sealed_name, account_id, session_hash, created_at)
     select gen_random_uuid(), sha256, size, media_type, sealed_name, account_id, session_hash, created_at
     from upload, generate_series(1, $2) where id = $1 returning id`,
    [uploadId, needed * keys.length],
  );
  const units: string[] = procedure.units.map((unit: { code: string }) => unit.code);
  const answers = JSON.stringify(procedure.formSchema.examples[0]);
  const body = () => {
    const at = next++;
    const components = keys.map(
      (key, index) => `{"componentKey":"${key}","uploadIds":["${rows[at * keys.length + index]?.id}"]}`,
    );
    return `{"procedureCode":"1.001193","unitCode":"${units[at % units.length]}","owner":{"kind":"citizen","name":"Nguyễn Thị Ánh Tuyết","idNumber":"038190001234","phone":"0912345678"},"answers":${answers},"components":[${components.join(",")}],"resultChannel":"online"}`;
  };
  const sockets = Array.from({ length: connections }, () => new Connection(port));
  const submit = async (lane: number) => {
    const answer = await sockets[lane]?.post("/api/v1/dossiers", token, body(), randomUUID());
    if (answer?.status !== 201) throw new Error(`${answer?.status} ${answer?.text}`);
  };

  await measure(connections, 1.5, submit);
  const stored = await makeReference(pool);
  await measure(referenceConnections, 1, () => reference(pool, stored));
  const ours: Measured[] = [];
  const bare: Measured[] = [];
  for (let round = 1; round <= rounds; round++) {
    ours.push(await measure(connections, secondsPerRound, submit));
    bare.push(await measure(referenceConnections, secondsPerRound, () => reference(pool, stored)));
    const [a, b] = [ours.at(-1), bare.at(-1)];
    process.stdout.write(
      `round ${round}: ${a?.perSecond.toFixed(0)}/s p50 ${a?.p50.toFixed(1)} p99 ${a?.p99.toFixed(1)} ms; bare ${b?.perSecond.toFixed(0)}/s\n`,
    );
  }
  const size = await pool.query<{ bytes: number; dossiers: number }>(`
    select (select sum(pg_total_relation_size(c.oid)) from pg_class c where c.relname like 'dossier%' and c.relkind = 'r'
      and c.relnamespace = 'public'::regnamespace and c.relname <> 'dossier_upload')::bigint as bytes, (select count(*) from dossier)::int as dossiers`);
  for (const socket of sockets) socket.end();
  await pool.end();
  const submissions = median(ours.map((one) => one.perSecond));
  const referencePerSecond = median(bare.map((one) => one.perSecond));
  const figures = {
    bench: "submissions",
    slowDiskMs: Number(values["slow-disk"] ?? 0),
    submissionsPerSecond: Math.round(submissions),
    p50Ms: round1(median(ours.map((one) => one.p50))),
    p99Ms: round1(median(ours.map((one) => one.p99))),
    referencePerSecond: Math.round(referencePerSecond),
    ratio: Math.round((submissions / referencePerSecond) * 100) / 100,
    cpuMicros: middleRun(ours).cpu,
    referenceCpuMicros: middleRun(bare).cpu,
    bytesPerDossier: Math.round(Number(size.rows[0]?.bytes ?? 0) / (size.rows[0]?.dossiers ?? 1)),
    dossiers: size.rows[0]?.dossiers,
  };
  process.stdout.write(
    `ratio ${figures.ratio} (wanted ≥ 1.5), p99 ${figures.p99Ms} ms (wanted ≤ 40), ${figures.bytesPerDossier} bytes a dossier (wanted ≤ 4096)\n`,
  );
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** One stored submission, whole: what the reference writes again and again under new ids and codes. */
type Stored = {
  readonly dossier: Readonly<Record<string, unknown>>;
  readonly content: Buffer;
  readonly wrapped: Buffer;
  readonly party: Readonly<Record<string, unknown>>;
  readonly words: string;
  readonly uploads: number;
  readonly commitment: Buffer;
  readonly payload: Buffer;
};

/** The same tables with their indexes and checks, in a schema of their own, and a submission of the program to copy. */
async function makeReference(pool: pg.Pool): Promise<Stored> {
  const tables = ["", "_key", "_content", "_party", "_upload", "_event", "_event_payload"];
  await pool.query(`
    create schema bare;
    ${tables.map((name) => `create table bare.dossier${name} (like public.dossier${name} including all);`).join("\n")}
    create table bare.job (id bigint generated always as identity primary key, payload json, created_at timestamptz default now())`);
  const { rows } = await pool.query(`
    select to_jsonb(d) as dossier, to_jsonb(p) - 'words' as party, c.sealed as content, k.wrapped, e.commitment,
      ep.sealed as payload, array_to_string(tsvector_to_array(p.words), ' ') as words,
      (select count(*)::int from dossier_upload u where u.dossier_id = d.id) as uploads
    from dossier d join dossier_content c on c.dossier_id = d.id join dossier_key k on k.dossier_id = d.id
      join dossier_party p on p.dossier_id = d.id join dossier_event e on e.dossier_id = d.id
      join dossier_event_payload ep on ep.dossier_id = d.id
    limit 1`);
  if (rows[0] === undefined) throw new Error("The program stored nothing to copy");
  return rows[0];
}

/** Every row of a submission, as three statements: the dossier with all that hangs on it, its event, its job. */
async function reference(pool: pg.Pool, stored: Stored): Promise<void> {
  const { dossier, party } = stored;
  const client = await pool.connect();
  try {
    const id = randomUUID();
    const at = new Date();
    await client.query("begin");
    await client.query({
      name: "d",
      text: `
        with d as (
          insert into bare.dossier (id, code, procedure_version_id, receiving_unit_id, channel, result_channel, submitted_by, state,
            step, holder_unit_id, holder_role, event_count, submitted_at, act_by, request_hash)
          values ($1, $2, $3, $4, $5, $6, $7, 'submitted', 0, $8, $9, 1, $10, $11, $12)
        ), k as (
          insert into bare.dossier_key (dossier_id, wrapped) values ($1, $13)
        ), c as (
          insert into bare.dossier_content (dossier_id, version, sealed) values ($1, 1, $14)
        ), p as (
          insert into bare.dossier_party (dossier_id, unit_id, owner_name, words, id_index, phone_index)
          values ($1, $4, $15, to_tsvector('simple', $16), $17, $18)
        )
        insert into bare.dossier_upload (upload_id, dossier_id) select unnest($19::uuid[]), $1`,
      values: [
        id,
        `X-${number++}`,
        dossier.procedure_version_id,
        dossier.receiving_unit_id,
        dossier.channel,
        dossier.result_channel,
        dossier.submitted_by,
        dossier.holder_unit_id,
        dossier.holder_role,
        at,
        dossier.act_by,
        stored.commitment,
        stored.wrapped,
        stored.content,
        party.owner_name,
        stored.words,
        stored.commitment.subarray(0, 16),
        stored.commitment.subarray(16),
        Array.from({ length: stored.uploads }, () => randomUUID()),
      ],
    });
    await client.query({
      name: "e",
      text: `
        with e as (
          insert into bare.dossier_event (dossier_id, number, type, at, actor_id, role, state, commitment)
          values ($1, 1, 'submit', $2, $3, 'applicant', 'submitted', $4)
        )
        insert into bare.dossier_event_payload (dossier_id, number, sealed) values ($1, 1, $5)`,
      values: [id, at, dossier.submitted_by, stored.commitment, stored.payload],
    });
    await client.query({
      name: "j",
      text: "insert into bare.job (payload) values ($1)",
      values: [JSON.stringify({ id })],
    });
    await client.query("commit");
  } finally {
    client.release();
  }
}

type Measured = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** µs of CPU for each piece of work, by whose they were. */
  readonly cpu: { readonly program: number; readonly database: number; readonly load: number };
};

function cpuNow() {
  const { program: pid, database } = program.pids();
  const { user, system } = process.cpuUsage();
  return { program: cpuOfAll(pid === undefined ? [] : [pid]), database: cpuOfAll(database), load: user + system };
}

/** Keeps `width` pieces of work under way for so long. */
async function measure(width: number, seconds: number, work: (lane: number) => Promise<void>): Promise<Measured> {
  const times: number[] = [];
  const before = cpuNow();
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  await Promise.all(
    Array.from({ length: width }, async (_, lane) => {
      while (performance.now() < until && next < needed) {
        const from = performance.now();
        await work(lane);
        times.push(performance.now() - from);
      }
    }),
  );
  const took = (performance.now() - startedAt) / 1000;
  const after = cpuNow();
  const each = (who: keyof Measured["cpu"]) => Math.round((after[who] - before[who]) / times.length);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    perSecond: times.length / took,
    p50: at(0.5),
    p99: at(0.99),
    cpu: { program: each("program"), database: each("database"), load: each("load") },
  };
}

function middleRun(runs: readonly Measured[]): Measured {
  const middle = runs.toSorted((a, b) => a.perSecond - b.perSecond)[runs.length >> 1];
  if (middle === undefined) throw new Error("Nothing was measured");
  return middle;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

try {
  await program.start();
  await bench();
} finally {
  await program.remove();
  slow?.remove();
}
