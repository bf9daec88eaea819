/** The bell of a page: told by events, to those whom they concern, and to nobody for longer than needed. */
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration } from "./support/submission.ts";

let program: TestProgram;
beforeAll(async () => {
  program = await testProgram({ now: "2026-11-24T02:00:00Z" });
});

const open: AbortController[] = [];
afterEach(async () => {
  for (const ending of open.splice(0)) ending.abort();
  for (let n = 0; n < 100 && program.deps.bell.connections() > 0; n++) await wait(5);
});

async function submit(): Promise<string> {
  const body = await aBirthRegistration(program, "citizen");
  const sent = await program.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
  return sent.json.code;
}
const move = (who: string, code: string, name: string, said: object = {}) =>
  program.ask(who, "POST", `/api/v1/dossiers/${code}/moves/${name}`, said);
/** A moment later: two events of one instant cannot be told apart by when they were read. */
const later = () => program.clock.set(new Date(program.clock.now().getTime() + 1000));
const unread = async (who: string) => (await program.ask(who, "GET", "/tai-khoan/su-kien")).json.unread;

async function listenAs(who: string) {
  const token = await program.app.request("/api/v1/sessions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login: `${who}@demo`, password: "motcua-demo" }),
  });
  const answer = await program.app.request("/tai-khoan/su-kien", {
    headers: { accept: "text/event-stream", authorization: `Bearer ${(await token.json()).token}` },
  });
  const reader = answer.body?.getReader();
  if (reader === undefined) throw new Error("No stream");
  let heard = "";
  let isOver = false;
  const ending = new AbortController();
  open.push(ending);
  ending.signal.addEventListener("abort", () => void reader.cancel());
  (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      heard += new TextDecoder().decode(value);
    }
    isOver = true;
  })().catch(() => {});
  return {
    status: answer.status,
    headers: answer.headers,
    leave: () => ending.abort(),
    isOver: () => isOver,
    heard: () => heard,
    counts: () => [...heard.matchAll(/event: unread\ndata: (\d+)\n\n/g)].map(([, count]) => Number(count)),
    async until(count: number, withinMs = 2000): Promise<number> {
      const startedAt = performance.now();
      while (performance.now() - startedAt < withinMs) {
        if (this.counts().at(-1) === count) return performance.now() - startedAt;
        await wait(10);
      }
      throw new Error(`Heard ${this.counts()} and not ${count} within ${withinMs} ms`);
    },
  };
}

describe("a citizen's bell", () => {
  it("rings within two seconds of a move, and not for another's dossier or their own submission", async () => {
    const code = await submit();
    await program.ask("citizen", "GET", "/tai-khoan/thong-bao");
    later();
    const citizen = await listenAs("citizen");
    const business = await listenAs("business");
    await citizen.until(0);

    await submit();
    later();
    await move("reception-ward", code, "accept");

    await citizen.until(1);
    expect(citizen.headers.get("content-type")).toContain("text/event-stream");
    expect(citizen.headers.get("cache-control")).toContain("no-store");
    expect(citizen.counts()).toEqual([0, 1]);
    expect(business.counts()).toEqual([0]);
    expect(await unread("citizen")).toBe(1);
  });

  it("says the same as the page, counts nothing twice, and is quiet when all is read", async () => {
    const first = await listenAs("citizen");
    const code = await submit();
    later();
    const before = await unread("citizen");
    // The second listener comes when the event is there and the reader of the first has not read it yet.
    await move("reception-ward", code, "accept");
    const second = await listenAs("citizen");
    await second.until(before + 1);
    await first.until(before + 1);
    await wait(1200);

    expect(second.counts()).toEqual([before + 1]);
    const page = (await program.ask("citizen", "GET", "/tai-khoan")).bytes.toString();
    expect(page).toContain(`Thông báo (${before + 1} mới)`);
    later();
    await program.ask("citizen", "GET", "/tai-khoan/thong-bao");
    expect(await unread("citizen")).toBe(0);
  });
});

describe("an official's bell", () => {
  it("rings for what comes to their desk, and not for what they or a colleague have in hand", async () => {
    await program.ask("reception-ward", "GET", "/can-bo/viec-moi");
    await program.ask("specialist", "GET", "/can-bo/viec-moi");
    later();
    const reception = await listenAs("reception-ward");
    const specialist = await listenAs("specialist");
    await reception.until(0);

    const code = await submit();
    await reception.until(1);
    await move("reception-ward", code, "accept");
    await move("reception-ward", code, "handOver");
    await specialist.until(1);
    await reception.until(0);

    const page = (await program.ask("specialist", "GET", "/can-bo/viec-moi")).bytes.toString();
    expect(page).toContain(code);
    expect(page).toContain("Mới");
    later();
    expect(await unread("specialist")).toBe(0);
  });
});

describe("listening", () => {
  it("is for people with an account", async () => {
    const { status } = await program.ask(null, "GET", "/tai-khoan/su-kien", undefined, { accept: "text/event-stream" });

    expect(status).toBe(401);
  });

  it("in a fifth window ends the first, which is told so that it does not come back by itself", async () => {
    const windows = [];
    for (let n = 0; n < 5; n++) windows.push(await listenAs("citizen"));
    await windows[4]?.until(await unread("citizen"));

    expect(windows[0]?.heard()).toContain("event: bye");
    expect(windows[0]?.isOver()).toBe(true);
    expect(program.deps.bell.connections()).toBe(4);
  });

  it("ends with the page", async () => {
    const citizen = await listenAs("citizen");
    expect(program.deps.bell.connections()).toBe(1);

    citizen.leave();

    for (let n = 0; n < 100 && program.deps.bell.connections() > 0; n++) await wait(5);
    expect(program.deps.bell.connections()).toBe(0);
  });

  it("misses nothing and counts nothing twice while others come and go amid a crowd of moves", async () => {
    const codes = await Promise.all(Array.from({ length: 6 }, submit));
    later();
    await program.ask("citizen", "GET", "/tai-khoan/thong-bao");
    later();
    const listeners: Awaited<ReturnType<typeof listenAs>>[] = [];
    for (const code of codes) {
      const [listener] = await Promise.all([listenAs("citizen"), move("reception-ward", code, "accept")]);
      listeners.push(listener);
      later();
    }

    for (const listener of listeners.slice(-4)) await listener.until(6);
    await wait(1200);
    for (const listener of listeners.slice(-4)) expect(listener.counts().at(-1)).toBe(6);
  });

  it("ends for everybody when the program does", async () => {
    const citizen = await listenAs("citizen");

    program.deps.bell.close();

    await wait(20);
    expect(citizen.heard()).toContain("event: bye");
    expect(citizen.isOver()).toBe(true);
    const { status } = await program.ask("citizen", "GET", "/tai-khoan/su-kien", undefined, {
      accept: "text/event-stream",
    });
    expect(status).toBe(503);
  });
});
