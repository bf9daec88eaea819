/** What we rely on, through a real socket and in this process alike. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serveOnSocket } from "#foundation/outbound/testing.ts";
import { type FakeSms, openFakeSms, openSms, readSmsReport, type SmsProvider, type TextMessage } from "./index.ts";

const account = { key: "khoa", secret: "bi-mat", brand: "MOTCUA TH" };
const approved = /^Ho so [A-Z0-9.-]+ da duoc tiep nhan\.$/;
const aFake = (now?: () => Date) =>
  openFakeSms({ ...account, isApproved: (text) => approved.test(text), ...(now ? { now } : {}) });

let server: Served;
let behindSocket: FakeSms;

beforeAll(async () => {
  behindSocket = aFake();
  server = await serveOnSocket(behindSocket.fetch);
});
afterAll(() => server.close());

const kinds: readonly (readonly [string, () => { fake: FakeSms; sms: SmsProvider }])[] = [
  [
    "a provider behind a socket",
    () => ({
      fake: behindSocket,
      sms: openSms({ ...account, url: `${server.base}/MainService.svc/json` }, { timeoutMs: 400 }),
    }),
  ],
  [
    "a provider in this process",
    () => {
      const fake = aFake();
      const settings = { ...account, url: "https://rest.example.vn/MainService.svc/json" };
      return { fake, sms: openSms(settings, { timeoutMs: 200, fetch: fake.fetch }) };
    },
  ],
];

let serial = 0;
const aMessage = (changed: Partial<TextMessage> = {}): TextMessage => ({
  to: "0912345678",
  text: "Ho so H56.27.03-261124-0001 da duoc tiep nhan.",
  templateId: "MC-02",
  key: `00000000-0000-4000-8000-${String(++serial).padStart(12, "0")}`,
  reportAddress: "https://example.gov.vn/goi-lai/tin-nhan/x",
  ...changed,
});

describe.each(kinds)("%s", (_, open) => {
  it("takes a message and gives it a name", async () => {
    const { fake, sms } = open();
    const message = aMessage();

    const handover = await sms.send(message);

    const [kept] = fake.kept();
    expect(handover).toEqual({ outcome: "accepted", reference: kept?.reference });
    expect(kept).toMatchObject({ to: message.to, text: message.text, key: message.key });
  });

  it("takes one of each key: asked again it says that it had it", async () => {
    const { fake, sms } = open();
    const before = fake.kept().length;
    const message = aMessage();

    await sms.send(message);

    expect(await sms.send(message)).toEqual({ outcome: "accepted", reference: null });
    expect(fake.kept().length).toBe(before + 1);
  });

  it.each(["500-after", "reset-after", "silence", "not-json"] as const)(
    "leaves us not knowing after %s, and the same again is not a second message",
    async (fault) => {
      const { fake, sms } = open();
      const before = fake.kept().length;
      const message = aMessage();
      fake.faults.push(fault);

      expect((await sms.send(message)).outcome).toBe("unknown");
      expect((await sms.send(message)).outcome).toBe("accepted");
      expect(fake.kept().length).toBe(before + 1);
    },
  );

  it("that has no balance left is asked again later", async () => {
    const { fake, sms } = open();
    fake.faults.push("no-balance");

    expect(await sms.send(aMessage())).toEqual({ outcome: "later", reason: "sms-103" });
  });

  it("refuses for good a text that was not approved, one with marks, one too long and a number that is none", async () => {
    const { fake, sms } = open();
    const before = fake.kept().length;
    const long = `Ho so ${"A".repeat(140)} da duoc tiep nhan.`;

    for (const text of ["Trung thuong 1 ty dong!", "Hồ sơ A đã được tiếp nhận.", long]) {
      expect(await sms.send(aMessage({ text }))).toEqual({ outcome: "refused", reason: "sms-146" });
    }
    for (const to of ["", "0237385212", "091234567", "+84912345678", "0912345678\n", "khong co"]) {
      expect(await sms.send(aMessage({ to }))).toEqual({ outcome: "refused", reason: "not-a-mobile-number" });
    }
    expect(fake.kept().length).toBe(before);
  });

  it("turns away a stranger with our name", async () => {
    const { fake } = open();
    const sms = openSms({ ...account, secret: "khac", url: "https://rest.example.vn/json" }, { fetch: fake.fetch });

    expect(await sms.send(aMessage())).toEqual({ outcome: "later", reason: "sms-101" });
  });
});

describe("a key", () => {
  it("is known again for a day, and no longer", async () => {
    let now = new Date("2026-11-25T02:00:00Z");
    const fake = aFake(() => now);
    const sms = openSms({ ...account, url: "https://rest.example.vn/json" }, { fetch: fake.fetch });
    const message = aMessage();
    await sms.send(message);

    now = new Date("2026-11-26T02:00:00Z");
    await sms.send(message);

    expect(fake.kept()).toHaveLength(2);
  });
});

describe("a report", () => {
  it("tells delivered from failed, and from what is still on its way", async () => {
    const fake = aFake();
    await openSms({ ...account, url: "https://rest.example.vn/json" }, { fetch: fake.fetch }).send(aMessage());
    const [kept] = fake.kept();
    if (kept === undefined) throw new Error("Nothing was kept");

    expect(readSmsReport(new URLSearchParams(fake.reportOn(kept, true)))).toEqual({
      reference: kept.reference,
      isDelivered: true,
    });
    expect(readSmsReport(new URLSearchParams(fake.reportOn(kept, false)))?.isDelivered).toBe(false);
    expect(readSmsReport(new URLSearchParams("SMSID=x&SendStatus=7"))?.isDelivered).toBeNull();
    expect(readSmsReport(new URLSearchParams("SMSID=x&SendStatus=4"))?.isDelivered).toBe(false);
    for (const none of [
      "",
      "SMSID=x",
      "SendStatus=5",
      "SMSID=x&SendStatus=five",
      `SMSID=${"x".repeat(101)}&SendStatus=5`,
    ]) {
      expect(readSmsReport(new URLSearchParams(none))).toBeNull();
    }
  });
});
