/** What we rely on, of a real mail server through the client, and of the mailbox that stands in for it in the demo. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isMailAddress, type Mail, type MailServer, openFakeMail, openSmtp } from "./index.ts";
import { openTestMailServer, type TestMailServer } from "./testing.ts";

let server: TestMailServer;
let real: MailServer;
const from = { name: "Một cửa Thanh Hóa", address: "motcua@example.gov.vn" };
const clientOf = (port: number) =>
  openSmtp({ host: "127.0.0.1", port, secure: false, user: null, password: null, from }, { width: 3, timeoutMs: 600 });

beforeAll(async () => {
  server = await openTestMailServer();
  real = clientOf(server.port);
});
afterAll(async () => {
  await real.close();
  await server.close();
});
beforeEach(() => {
  server.taken.length = 0;
  server.badDays.length = 0;
  server.always = null;
});

let serial = 0;
const aMail = (changed: Partial<Mail> = {}): Mail => ({
  to: "nguoidan@example.vn",
  subject: "Hồ sơ đã được tiếp nhận",
  text: "Hồ sơ của bạn đã được tiếp nhận.",
  html: "<p>Hồ sơ của bạn đã được tiếp nhận.</p>",
  messageId: `${++serial}@example.gov.vn`,
  stopAddress: "https://example.gov.vn/ngung/x",
  language: "vi",
  ...changed,
});

describe.each([
  ["a mail server", () => real],
  ["the mailbox of the demo", () => openFakeMail()],
])("%s", (_, open) => {
  it("takes a mail and says under which name", async () => {
    const mail = aMail();

    expect(await open().send(mail)).toEqual({ outcome: "accepted", reference: mail.messageId });
  });

  it.each([
    "",
    "khong phai dia chi",
    "a@b",
    "a@example.vn\r\nBcc: all@example.vn",
    "a@example.vn\n",
    "a@example.vn, b@example.vn",
    "<a@example.vn>",
    '"x y"@example.vn',
    `${"a".repeat(65)}@example.vn`,
    `a@${"b.".repeat(130)}vn`,
  ])("refuses %j for good, without asking anybody", async (to) => {
    expect(await open().send(aMail({ to }))).toEqual({ outcome: "refused", reason: "not-an-address" });
    expect(server.taken).toEqual([]);
  });
});

describe("a mail server", () => {
  it("gets headers that a machine's mail should have, and no line that somebody smuggled into a subject", async () => {
    await real.send(aMail({ subject: "Mời họp\r\nBcc: all@example.vn", to: "A.B+c@example.vn" }));

    const { raw = "", to } = server.taken[0] ?? {};
    expect(to).toEqual(["A.B+c@example.vn"]);
    const head = raw.slice(0, raw.indexOf("\r\n\r\n"));
    expect(head).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(head).not.toMatch(/^Bcc:/im);
  });

  it.each([
    ["the message for good", { at: "message", code: 554 }, "refused"],
    ["the recipient for good", { at: "recipient", code: 550 }, "refused"],
    ["the message for now", { at: "message", code: 451 }, "later"],
    ["the recipient for now", { at: "recipient", code: 450 }, "later"],
  ] as const)("may refuse %s", async (_, badDay, outcome) => {
    server.badDays.push(badDay);

    expect(await real.send(aMail())).toEqual({ outcome, reason: `smtp-${badDay.code}` });
  });

  it("that takes a message and dies leaves us not knowing, and is not sent it again behind our back", async () => {
    server.badDays.push({ at: "accepted-and-died" });

    expect((await real.send(aMail())).outcome).toBe("unknown");
    expect(server.taken).toHaveLength(1);
  });

  it("that stalls is left within the time, and the next mail goes through", async () => {
    server.badDays.push({ at: "message", stallMs: 30_000 });
    const startedAt = performance.now();

    expect((await real.send(aMail())).outcome).toBe("unknown");
    expect(performance.now() - startedAt).toBeLessThan(1500);
    expect((await real.send(aMail())).outcome).toBe("accepted");
  });

  it("that is not there, or takes nobody in today, is asked again later", async () => {
    server.badDays.push({ at: "connect", code: 554 });
    for (const client of [clientOf(1), clientOf(server.port)]) {
      expect((await client.send(aMail())).outcome).toBe("later");
      await client.close();
    }
  });
});

describe("the mailbox of the demo", () => {
  it("keeps one of a repeat, and the newest hundred", async () => {
    const fake = openFakeMail({ most: 3 });
    const mail = aMail();
    for (const one of [mail, mail, aMail(), aMail(), aMail()]) await fake.send(one);

    expect(fake.kept()).toHaveLength(3);
    expect(fake.kept()[0]?.messageId).toBe(`${serial}@example.gov.vn`);
  });
});

describe("a mail address", () => {
  it.each(["a@example.vn", "Nguyen.Van-A+motcua@mail.example.gov.vn", "x_1@xn--ngn-yna.vn"])("may be %s", (text) => {
    expect(isMailAddress(text)).toBe(true);
  });
});
