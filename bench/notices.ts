/**
 * `npm run bench -- notices`: how soon after a move a notice is queued; 10,000 notices to a real mail server with the program
 * killed (`kill -9`) in the middle, each in its mailbox once; and what a mail server that stalls costs those who send dossiers.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { joinEmbedded } from "../src/foundation/db/embedded/index.ts";
import { openTestMailServer, type TestMailServer } from "../src/integrations/smtp/testing.ts";
import { childProgram } from "../tests/support/child-program.ts";

const wanted = 10_000;
const perSecond = 50;
const probeSeconds = 4;
const rounds = 4;

// One white pixel: small, and a real picture.
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AwAI/AL+p5qgoAAAAABJRU5ErkJggg==",
  "base64",
);

// The port is kept while the server is away and comes back.
const first = await openTestMailServer();
const mailPort = first.port;
await first.close();

const program = childProgram({
  MOTCUA_SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
  MOTCUA_SMTP_FROM: "Một cửa <motcua@example.gov.vn>",
  MOTCUA_QUIET_HOURS: "none",
});
const { base } = program;

type Sender = { readonly submit: () => Promise<number> };

async function makeSender(pool: pg.Pool): Promise<Sender> {
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
  const headers = { authorization: `Bearer ${token}` };
  const uploaded = await fetch(`${base}/api/v1/uploads`, { method: "POST", headers, body: form });
  const { uploadId } = (await uploaded.json()) as { uploadId: string };
  const { rows } = await pool.query<{ id: string }>(
    `insert into upload (id, sha256, size, media_type, sealed_name, account_id, session_hash, created_at)
     select gen_random_uuid(), sha256, size, media_type, sealed_name, account_id, session_hash, created_at
     from upload, generate_series(1, $2) where id = $1 returning id`,
    [uploadId, (wanted + (2 * rounds + 1) * perSecond * probeSeconds) * keys.length],
  );
  const units: string[] = procedure.units.map((unit: { code: string }) => unit.code);
  let next = 0;
  return {
    async submit() {
      const at = next++;
      const body = {
        procedureCode: "1.001193",
        unitCode: units[at % units.length],
        owner: {
          kind: "citizen",
          name: "Nguyễn Thị Ánh Tuyết",
          idNumber: "038190001234",
          email: `nguoi.dan.${at}@example.vn`,
        },
        answers: procedure.formSchema.examples[0],
        components: keys.map((componentKey, index) => ({
          componentKey,
          uploadIds: [rows[at * keys.length + index]?.id],
        })),
        resultChannel: "online",
      };
      const startedAt = performance.now();
      const answer = await fetch(`${base}/api/v1/dossiers`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json", "idempotency-key": randomUUID() },
        body: JSON.stringify(body),
      });
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
      return performance.now() - startedAt;
    },
  };
}

/** Submissions at a steady pace, as trust.md measures them; the p95 of their times in ms. */
async function probe(sender: Sender): Promise<number> {
  const times: Promise<number>[] = [];
  for (let n = 0; n < perSecond * probeSeconds; n++) {
    times.push(sender.submit());
    await sleep(1000 / perSecond);
  }
  const sorted = (await Promise.all(times)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

const count = async (pool: pg.Pool, where: string) =>
  (await pool.query<{ n: number }>(`select count(*)::int as n from notice where channel = 'email' and ${where}`))
    .rows[0]?.n ?? 0;

async function until(what: () => Promise<boolean>, mostMs: number): Promise<void> {
  for (const end = Date.now() + mostMs; Date.now() < end; await sleep(100)) if (await what()) return;
  throw new Error(`Not within ${mostMs / 1000} s`);
}

async function bench(): Promise<void> {
  const url = await joinEmbedded(program.folder);
  if (url === null) throw new Error("The program's database is not there");
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on("error", () => {});
  const sender = await makeSender(pool);
  let server: TestMailServer = await openTestMailServer({ port: mailPort });

  process.stdout.write(
    `Submissions at ${perSecond} a second, by turns with a mail server that works and one that stalls\n`,
  );
  await probe(sender);
  const well: number[] = [];
  const stalling: number[] = [];
  for (let round = 0; round < rounds; round++) {
    server.always = null;
    well.push(await probe(sender));
    server.always = { at: "message", stallMs: 30_000 };
    stalling.push(await probe(sender));
  }
  const queueing = await pool.query<{ p50: number; p99: number; most: number }>(`
    select percentile_cont(0.5) within group (order by ms)::float8 as p50,
      percentile_cont(0.99) within group (order by ms)::float8 as p99, max(ms)::float8 as most
    from (select extract(epoch from n.queued_at - e.at) * 1000 as ms from notice n
      join dossier_event e on e.dossier_id = n.dossier_id and e.number = n.event_number where n.channel = 'email') waits`);
  server.always = null;
  await server.close();
  await pool.query("delete from notice");

  process.stdout.write(`A backlog of ${wanted} while the mail server is away …\n`);
  let left = wanted;
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (left-- > 0) await sender.submit();
    }),
  );
  await until(async () => (await count(pool, "true")) >= wanted, 60_000);

  server = await openTestMailServer({ port: mailPort });
  const startedAt = performance.now();
  const mailbox = () => new Set(server.taken.map(({ messageId }) => messageId)).size;
  await until(async () => mailbox() >= wanted / 2, 120_000);
  await program.kill();
  const killedAt = mailbox();
  const readyMs = await program.start();
  await until(async () => mailbox() >= wanted, 180_000);
  const tookMs = performance.now() - startedAt;
  await until(async () => (await count(pool, "state not in ('sent', 'delivered')")) === 0, 120_000);
  const perAddress = new Map<string, Set<string>>();
  for (const { to, messageId } of server.taken) {
    for (const address of to) perAddress.set(address, (perAddress.get(address) ?? new Set()).add(messageId));
  }
  const { p50 = 0, p99 = 0, most = 0 } = queueing.rows[0] ?? {};
  const figures = {
    bench: "notices",
    queuedP50Ms: Math.round(p50),
    queuedP99Ms: Math.round(p99),
    queuedMostMs: Math.round(most),
    notices: wanted,
    drainedSeconds: Math.round(tookMs / 100) / 10,
    killedAfter: killedAt,
    readyAgainMs: Math.round(readyMs),
    inMailboxes: mailbox(),
    addressesToldTwice: [...perAddress.values()].filter((ids) => ids.size > 1).length,
    handedOverAgain: server.taken.length - mailbox(),
    submitP95WellMs: Math.round(median(well) * 10) / 10,
    submitP95StallingMs: Math.round(median(stalling) * 10) / 10,
  };
  await pool.end();
  await server.close();
  process.stdout.write(
    `queued p99 ${figures.queuedP99Ms} ms (wanted ≤ 1000), ${wanted} in ${figures.drainedSeconds} s over a kill -9 (wanted ≤ 120), ${figures.inMailboxes} mailboxes, ${figures.handedOverAgain} handed over again under the same Message-ID; submissions p95 ${figures.submitP95WellMs} ms, ${figures.submitP95StallingMs} ms while it stalls\n`,
  );
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

try {
  await program.start();
  await bench();
} finally {
  await program.remove();
}
