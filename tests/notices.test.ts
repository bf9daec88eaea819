/** What people are told outside the program, from a move to a mail server, and everything that may go wrong between. */
import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Carrier, openDelivery, queueNotices } from "#features/notifications/index.ts";
import type { Handover } from "#foundation/outbound/index.ts";
import { openSmtp } from "#integrations/smtp/index.ts";
import { openTestMailServer, type TestMailServer } from "#integrations/smtp/testing.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration } from "./support/submission.ts";

let program: TestProgram;
let owner: pg.Pool;
let server: TestMailServer;

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-24T02:00:00Z" });
  owner = new pg.Pool({ connectionString: program.database.ownerUrl, max: 2 });
  server = await openTestMailServer();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});
beforeEach(async () => {
  program.clock.set("2026-11-24T02:00:00Z");
  await queue();
  await owner.query("delete from notice");
  server.taken.length = 0;
  server.badDays.length = 0;
  server.always = null;
});

const email = "nguoi.dan@example.vn";

async function submit(owner: Record<string, string> = {}): Promise<string> {
  const body = await aBirthRegistration(program, "citizen");
  const sent = await program.ask(
    "citizen",
    "POST",
    "/api/v1/dossiers",
    { ...body, owner: { ...body.owner, email, ...owner } },
    { "idempotency-key": randomUUID() },
  );
  if (sent.status !== 201) throw new Error(sent.bytes.toString());
  return sent.json.code;
}

const move = async (who: string, code: string, name: string, said: object = {}) => {
  const answer = await program.ask(who, "POST", `/api/v1/dossiers/${code}/moves/${name}`, said);
  if (answer.status !== 200) throw new Error(answer.bytes.toString());
};

/** Databases of one cluster share the order of transactions: a neighbour's open one holds back ours for a moment. */
async function queue(on: readonly ("email" | "sms" | "zalo")[] = ["email", "sms", "zalo"]): Promise<number> {
  const { deps } = program;
  let queued = 0;
  for (;;) {
    queued += await queueNotices({
      ...deps,
      log,
      templates: deps.notices.templates,
      quiet: deps.config.notices.quiet,
      on,
    });
    const { rows } = await owner.query(`select exists (select from dossier_event e, notice_place p
      where (e.era, e.tx, e.dossier_id, e.number) > (p.era, p.tx, p.dossier_id, p.number)) as waiting`);
    if (!rows[0].waiting) return queued;
    await wait(2);
  }
}

const told = async () =>
  (await owner.query("select told, channel, state, fault, attempts, due_at from notice order by id")).rows;

describe("a move of a dossier", () => {
  it("is told once to the contact written in it, by e-mail and text message, and queued with nothing plain", async () => {
    await submit();

    expect(await queue()).toBe(2);
    expect(await queue()).toBe(0);
    expect(await told()).toMatchObject([
      { told: "submit", channel: "email", state: "queued" },
      { told: "submit", channel: "sms", state: "queued" },
    ]);
    const { rows } = await owner.query("select to_jsonb(n)::text as row from notice n");
    expect(rows.map(({ row }) => row).join()).not.toMatch(/0912345678|example\.vn|Tuyết/);
  });

  it("within the office is nobody's business outside", async () => {
    const code = await submit();
    await move("reception-ward", code, "accept");
    await queue();
    await owner.query("delete from notice");
    await move("reception-ward", code, "handOver");
    await move("specialist", code, "proposeResult", { proposal: "Đủ điều kiện." });

    expect(await queue()).toBe(0);

    await move("leader-ward", code, "approve");
    expect(await queue()).toBe(2);
    expect((await told()).map(({ told }) => told)).toEqual(["approve", "approve"]);
  });

  it("is told to nobody whose number or address is none", async () => {
    await submit({ phone: "0237385212", email: "khong.co.dau@" }).catch(() => {});
    const body = await aBirthRegistration(program, "citizen");
    const { phone: _, ...nobody } = body.owner;
    await program.ask(
      "citizen",
      "POST",
      "/api/v1/dossiers",
      { ...body, owner: nobody },
      { "idempotency-key": randomUUID() },
    );

    expect(await queue()).toBe(0);
  });

  it("is told by the channels there are, and what passed before a channel was there is not told late", async () => {
    await submit();
    expect(await queue([])).toBe(0);
    await submit();

    expect(await queue(["sms"])).toBe(1);
  });

  it("at night is told in the morning, unless the applicant made it", async () => {
    program.clock.set("2026-11-24T15:00:00Z"); // 22:00 in the city
    const code = await submit();
    await queue(["email"]);
    await move("reception-ward", code, "accept");
    await queue(["email"]);

    const [sent, accepted] = await told();
    expect(sent.due_at).toEqual(new Date("2026-11-24T15:00:00Z"));
    expect(accepted.due_at).toEqual(new Date("2026-11-24T23:30:00Z"));
  });

  it("read by two workers at once is queued once", async () => {
    await Promise.all([submit(), submit(), submit()]);
    await Promise.all([queue(), queue(), queue()]);

    expect(await told()).toHaveLength(6);
  });

  it("of a dossier whose content does not open is a fault for the log, and holds up nobody", async () => {
    const code = await submit();
    await owner.query(
      `update dossier_key set wrapped = (select wrapped from dossier_key where dossier_id <> d.id limit 1)
       from dossier d where d.code = $1 and dossier_key.dossier_id = d.id`,
      [code],
    );
    await submit();

    expect(await queue(["sms"])).toBe(1);
  });
});

function carrierOf(carry: Carrier["carry"], channel: Carrier["channel"] = "email", width = 3): Carrier {
  return { channel, width, isPretended: false, carry, async close() {} };
}

function mailCarrier(): Carrier {
  const smtp = openSmtp(
    {
      host: "127.0.0.1",
      port: server.port,
      secure: false,
      user: null,
      password: null,
      from: { name: "Một cửa", address: "motcua@example.gov.vn" },
    },
    { width: 3, timeoutMs: 500 },
  );
  return {
    ...carrierOf(async (to, message, key) => {
      if (message.channel !== "email") throw new Error("not an e-mail");
      const { subject, text, html, language, stopLink } = message;
      return smtp.send({
        to,
        subject,
        text,
        html,
        language,
        stopAddress: stopLink,
        messageId: `${key}@example.gov.vn`,
      });
    }),
    close: () => smtp.close(),
  };
}

/** Everything that delivery and listener wrote into the log. */
const logged: string[] = [];
const listening = new Writable({
  write(chunk, _, done) {
    logged.push(String(chunk));
    done();
  },
});
const log = pino({ level: "trace" }, listening);

async function deliveringWith(carrier: Carrier, until: () => Promise<boolean>): Promise<void> {
  const { deps } = program;
  const delivery = openDelivery(
    {
      ...deps,
      log,
      templates: deps.notices.templates,
      links: deps.notices.links,
      origin: deps.config.origin,
      pollMs: 20,
      random: () => 0,
    },
    [carrier],
  );
  for (const end = Date.now() + 10_000; Date.now() < end && !(await until()); ) await wait(15);
  await delivery.stop();
}
const inState =
  (state: string, count = 1) =>
  async () =>
    (await owner.query("select count(*)::int as n from notice where state = $1", [state])).rows[0].n >= count;
const inHand = async () => expect(await inState("sending")()).toBe(true);
const later = (ms: number) => program.clock.set(new Date(program.clock.now().getTime() + ms));

describe("a notice", () => {
  it("arrives at a mail server once, with what its reader needs, and is noted as sent", async () => {
    const code = await submit();
    await move("reception-ward", code, "requestSupplement", {
      faults: [{ componentKey: "giay-chung-sinh", message: "Bản chụp bị mờ <b>." }],
    });
    await queue(["email"]);

    await deliveringWith(mailCarrier(), inState("sent", 2));

    expect(server.taken).toHaveLength(2);
    const [, mail] = server.taken;
    expect(mail?.to).toEqual([email]);
    const text = Buffer.from(/base64\r\n\r\n([\s\S]*?)\r\n\r\n/.exec(mail?.raw ?? "")?.[1] ?? "", "base64").toString();
    expect(text === "" ? mail?.raw : text).toContain(code);
    expect((await told()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ["sent", 1],
      ["sent", 1],
    ]);
  });

  it("that the server will not take is given up, one that it cannot take now waits and is tried again", async () => {
    await submit();
    await submit();
    await queue(["email"]);
    server.badDays.push({ at: "message", code: 554 }, { at: "message", code: 451 });

    await deliveringWith({ ...mailCarrier(), width: 1 }, inState("queued"));
    await deliveringWith(
      { ...mailCarrier(), width: 1 },
      async () => (await inState("givenUp")()) && (await inState("queued")()),
    );
    expect(await told()).toMatchObject([
      { state: "givenUp", fault: "smtp-554" },
      { state: "queued", fault: "smtp-451", attempts: 1 },
    ]);

    later(15_000);
    await deliveringWith(mailCarrier(), inState("sent"));
    expect(server.taken).toHaveLength(1);
  });

  it("that a server took before it died comes again under the same Message-ID, so that a mailbox shows it once", async () => {
    await submit();
    await queue(["email"]);
    server.badDays.push({ at: "accepted-and-died" });

    await deliveringWith(mailCarrier(), async () => (await told())[0]?.fault !== null);
    later(15_000);
    await deliveringWith(mailCarrier(), inState("sent"));

    expect(server.taken).toHaveLength(2);
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it("in the hands of a worker that was killed is taken up after its lease, by e-mail again, by Zalo no more", async () => {
    await submit();
    await queue(["email"]);
    await owner.query(
      "insert into notice_choice select id, 'zalo', ''::bytea, decode(repeat('00', 16), 'hex'), 'vi', now() from account where login = 'citizen@demo'",
    );
    await submit();
    await queue(["zalo"]);
    await owner.query("delete from notice_choice");
    await owner.query("update notice set state = 'sending', attempts = 1, due_at = $1", [
      new Date(program.clock.now().getTime() + 40_000),
    ]);
    const carried: string[] = [];
    const carry: Carrier["carry"] = async (_to, message) => {
      carried.push(message.channel);
      return { outcome: "accepted", reference: "x" };
    };

    await deliveringWith(carrierOf(carry), () => wait(100, true));
    expect(carried).toEqual([]);
    later(41_000);
    await deliveringWith(carrierOf(carry), inState("sent"));
    await deliveringWith(carrierOf(carry, "zalo"), inState("givenUp"));

    expect(carried).toEqual(["email"]);
    expect((await told()).map(({ state, fault }) => [state, fault])).toEqual([
      ["sent", null],
      ["givenUp", "unknown-after-crash"],
    ]);
  });

  it("whose fate nobody knows is given up where the provider would send it twice", async () => {
    await owner.query(
      "insert into notice_choice select id, 'zalo', ''::bytea, decode(repeat('00', 16), 'hex'), 'vi', now() from account where login = 'citizen@demo'",
    );
    await submit();
    await queue(["zalo"]);
    const { deps } = program;
    const { rows } = await owner.query("select id from account where login = 'citizen@demo'");
    const key = deps.sealing.standingKey("notice addresses");
    await owner.query("update notice_choice set sealed_address = $1", [
      deps.sealing.seal(key, `notice-choice:${rows[0].id}:zalo`, "0912345678"),
    ]);
    let asked = 0;
    const carry = async (): Promise<Handover> => {
      asked++;
      return { outcome: "unknown", reason: "timeout" };
    };

    await deliveringWith(carrierOf(carry, "zalo"), inState("givenUp"));
    await owner.query("delete from notice_choice");

    expect(asked).toBe(1);
    expect((await told())[0]).toMatchObject({ fault: "unknown-timeout" });
  });

  it("of a person who was erased, or who wants no more, is given up", async () => {
    const erased = await submit();
    const stopping = await submit();
    await queue(["email"]);
    const idOf = async (code: string) =>
      (await owner.query("select id from dossier where code = $1", [code])).rows[0].id;
    await owner.query("delete from dossier_key where dossier_id = $1", [await idOf(erased)]);
    await owner.query("insert into notice_stop select dossier_id, recipient, now() from notice where dossier_id = $1", [
      await idOf(stopping),
    ]);

    await deliveringWith(mailCarrier(), inState("givenUp", 2));

    expect(server.taken).toEqual([]);
    expect((await told()).map(({ fault }) => fault).sort()).toEqual(["erased", "stopped"]);
    await move("reception-ward", stopping, "accept");
    expect(await queue(["email"])).toBe(0);
  });

  it("whose worker was taken for dead stays what the next worker made of it, when the first one speaks after all", async () => {
    await submit();
    await queue(["email"]);
    let speak: (handover: Handover) => void = () => {};
    const silent = carrierOf(() => new Promise<Handover>((done) => (speak = done)));
    const first = deliveringWith(silent, inState("sent"));
    await vi.waitFor(inHand);

    later(41_000);
    await deliveringWith(mailCarrier(), inState("sent"));
    speak({ outcome: "refused", reason: "smtp-550" });
    await first;

    expect(server.taken).toHaveLength(1);
    expect(await told()).toMatchObject([{ state: "sent", fault: null, attempts: 2 }]);
  });

  it("waits while the provider rests, and the provider is asked with one message whether it is well", async () => {
    for (let n = 0; n < 8; n++) await submit();
    await queue(["email"]);
    let asked = 0;
    const carry = async (): Promise<Handover> => {
      asked++;
      return { outcome: "later", reason: "smtp-421" };
    };

    await deliveringWith(carrierOf(carry, "email", 1), () => wait(400, true));

    expect(asked).toBe(5);
    expect((await told()).filter(({ attempts }) => attempts === 0)).toHaveLength(3);
  });

  it("goes out once when two workers deliver", async () => {
    for (let n = 0; n < 6; n++) await submit();
    await queue(["email"]);

    await Promise.all([
      deliveringWith(mailCarrier(), inState("sent", 6)),
      deliveringWith(mailCarrier(), inState("sent", 6)),
    ]);

    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(6);
    expect(server.taken).toHaveLength(6);
  });
});

describe("the log of all this", () => {
  it("tells what went wrong by number and code, and no address, number or name", () => {
    const text = logged.join("");

    expect(text).toContain("A notice was given up");
    expect(text).toContain("does not answer");
    expect(text).not.toMatch(/nguoi\.dan|example\.vn|0912345678|Tuyết/);
  });
});
