/** What we rely on, through a real socket and in this process alike. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serveOnSocket } from "#foundation/outbound/testing.ts";
import {
  isSignedByZalo,
  keepTokensInMemory,
  openFakeZalo,
  openZalo,
  readZaloReport,
  type ZaloMessage,
} from "./index.ts";

const account = { appId: "4321", appSecret: "bi-mat", refreshToken: "dau-tien", oaSecret: "ky" };
const templates = [{ id: "410001", parameters: { ma_ho_so: 30, trang_thai: 40 } }];

const served: Served[] = [];
afterAll(() => Promise.all(served.map((one) => one.close())));
let socketFake: ReturnType<typeof openFakeZalo>;
beforeAll(async () => {
  socketFake = openFakeZalo({ ...account, templates });
  served.push(await serveOnSocket(socketFake.fetch));
});

const direct = { url: "https://business.example", oauthUrl: "https://oauth.example" };
const socketKeeper = keepTokensInMemory();
const kinds = [
  [
    "Zalo behind a socket",
    () => {
      const base = served[0]?.base ?? "";
      const settings = { ...account, url: base, oauthUrl: base };
      return { fake: socketFake, zalo: openZalo(settings, { keeper: socketKeeper, timeoutMs: 400 }) };
    },
  ],
  [
    "Zalo in this process",
    () => {
      const fake = openFakeZalo({ ...account, templates });
      return {
        fake,
        zalo: openZalo({ ...account, ...direct }, { keeper: keepTokensInMemory(), fetch: fake.fetch, timeoutMs: 200 }),
      };
    },
  ],
] as const;

let serial = 0;
const aMessage = (changed: Partial<ZaloMessage> = {}): ZaloMessage => ({
  to: "0912345678",
  templateId: "410001",
  parameters: { ma_ho_so: "H56.27.03-261124-0001", trang_thai: "Đã tiếp nhận" },
  key: `key-${++serial}`,
  ...changed,
});

describe.each(kinds)("%s", (_, open) => {
  it("takes a message by its template and gives it a name", async () => {
    const { fake, zalo } = open();
    const message = aMessage();

    const handover = await zalo.send(message);

    const [kept] = fake.kept();
    expect(handover).toEqual({ outcome: "accepted", reference: kept?.reference });
    expect(kept).toMatchObject({ to: "84912345678", parameters: message.parameters, key: message.key });
  });

  it.each(["500-after", "reset-after", "silence"] as const)("leaves us not knowing after %s", async (fault) => {
    const { fake, zalo } = open();
    fake.faults.push(fault);

    expect((await zalo.send(aMessage())).outcome).toBe("unknown");
  });

  it("sends twice what comes twice: it promises nothing by the key", async () => {
    const { fake, zalo } = open();
    const message = aMessage();
    await zalo.send(message);
    await zalo.send(message);

    expect(fake.kept().filter(({ key }) => key === message.key)).toHaveLength(2);
  });

  it("without quota is asked again later", async () => {
    const { fake, zalo } = open();
    fake.faults.push("quota");

    expect(await zalo.send(aMessage())).toEqual({ outcome: "later", reason: "zalo-144" });
  });

  it("refuses for good a phone without an account, a number that is none, an unknown template and wrong parameters", async () => {
    const { zalo } = open();
    const outcomes = [
      await zalo.send(aMessage({ to: "0900000000" })),
      await zalo.send(aMessage({ to: "0237385212" })),
      await zalo.send(aMessage({ templateId: "1" })),
      await zalo.send(aMessage({ parameters: { ma_ho_so: "x" } })),
      await zalo.send(aMessage({ parameters: { ma_ho_so: "x".repeat(31), trang_thai: "x" } })),
    ];

    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array.from(outcomes, () => "refused"));
  });

  it("that turns our token away is asked once more with a new one, and gets one message", async () => {
    const { fake, zalo } = open();
    await zalo.send(aMessage());
    const before = fake.refreshes();
    fake.faults.push("token-dead");
    const message = aMessage();

    expect((await zalo.send(message)).outcome).toBe("accepted");
    expect(fake.refreshes()).toBe(before + 1);
    expect(fake.kept().filter(({ key }) => key === message.key)).toHaveLength(1);
  });
});

describe("the tokens", () => {
  it("are renewed before they end, once for two processes that ask at the same moment", async () => {
    let now = new Date("2026-11-25T02:00:00Z");
    const fake = openFakeZalo({ ...account, templates, now: () => now, tokenSeconds: 3600 });
    const keeper = keepTokensInMemory();
    const [one, two] = [1, 2].map(() =>
      openZalo({ ...account, ...direct }, { keeper, fetch: fake.fetch, now: () => now }),
    );
    await Promise.all([one?.send(aMessage()), two?.send(aMessage())]);
    expect(fake.refreshes()).toBe(1);

    now = new Date("2026-11-25T02:55:00Z");
    await Promise.all([one?.send(aMessage()), two?.send(aMessage())]);

    expect(fake.refreshes()).toBe(2);
    expect(fake.kept()).toHaveLength(4);
  });

  it("that cannot be renewed leave messages for later, until a new one is entered by hand", async () => {
    const fake = openFakeZalo({ ...account, templates });
    const keeper = keepTokensInMemory();
    const of = (refreshToken: string) =>
      openZalo({ ...account, ...direct, refreshToken }, { keeper, fetch: fake.fetch });

    expect(await of("cu-roi").send(aMessage())).toEqual({ outcome: "later", reason: "zalo-token" });
    expect((await of(account.refreshToken).send(aMessage())).outcome).toBe("accepted");
  });
});

describe("a report", () => {
  it("is believed when Zalo signed these very bytes", async () => {
    const fake = openFakeZalo({ ...account, templates });
    await openZalo({ ...account, ...direct }, { keeper: keepTokensInMemory(), fetch: fake.fetch }).send(aMessage());
    const [kept] = fake.kept();
    if (kept === undefined) throw new Error("Nothing was kept");
    const { body, signature } = fake.reportOn(kept);

    expect(isSignedByZalo(body, signature, account)).toBe(true);
    expect(readZaloReport(body)).toEqual({ reference: kept.reference, key: kept.key, isDelivered: true });
    for (const [text, mac] of [
      [`${body} `, signature],
      [body.replace(kept.reference, "other"), signature],
      [body, ""],
      [body, "mac=00"],
      [body, `mac=${"0".repeat(64)}`],
      ["null", signature],
      ["{", signature],
    ] as const) {
      expect(isSignedByZalo(text, mac, account)).toBe(false);
    }
  });

  it("of something else is none", () => {
    for (const body of ["{}", "[]", "null", '{"event_name":"follow"}', '{"event_name":"user_received_message"}', "x"]) {
      expect(readZaloReport(body)).toBeNull();
    }
  });
});
