/** Choosing where notices go, turning them off, what providers report, what the admin sees, and the morning's list. */
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { digestQueue, openDelivery, queueNotices, type SignedLinks } from "#features/notifications/index.ts";
import { openFakeZalo } from "#integrations/zalo/fake.ts";
import { createApp } from "../src/app.ts";
import { errorPages } from "../src/error-page.tsx";
import { declareFeatures } from "../src/features.ts";
import { openSite } from "../src/site/site.tsx";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aBirthRegistration } from "./support/submission.ts";

let program: TestProgram;
let owner: pg.Client;
const html = { accept: "text/html" };
const form = { accept: "text/html", "content-type": "application/x-www-form-urlencoded" };

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-24T02:00:00Z" });
  owner = new pg.Client({ connectionString: program.database.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());
beforeEach(async () => {
  program.clock.set("2026-11-24T02:00:00Z");
  await queue();
  await owner.query("delete from notice");
});

const choices = "/tai-khoan/thong-bao/kenh";
const choose = (who: string, fields: string) => program.ask(who, "POST", choices, fields, form);
const consents = async () =>
  (await owner.query("select channel, given from notice_consent order by id")).rows.map(
    ({ channel, given }) => `${channel} ${given}`,
  );

async function submit(more: Record<string, string> = {}): Promise<string> {
  const body = await aBirthRegistration(program, "citizen");
  const sent = await program.ask(
    "citizen",
    "POST",
    "/api/v1/dossiers",
    { ...body, owner: { ...body.owner, ...more } },
    { "idempotency-key": randomUUID() },
  );
  return sent.json.code;
}

/** Databases of one cluster share the order of transactions: a neighbour's open one holds back ours for a moment. */
async function queue(): Promise<void> {
  const { deps } = program;
  for (;;) {
    await queueNotices({ ...deps, templates: deps.notices.templates, quiet: null, on: ["email", "sms", "zalo"] });
    const { rows } = await owner.query(`select exists (select from dossier_event e, notice_place p
      where (e.era, e.tx, e.dossier_id, e.number) > (p.era, p.tx, p.dossier_id, p.number)) as waiting`);
    if (!rows[0].waiting) return;
    await wait(2);
  }
}

const notices = async () => (await owner.query("select * from notice order by channel, id")).rows;

/** Sends everything that waits to the pretended providers of the demo. */
async function deliver(): Promise<void> {
  const { deps } = program;
  const delivery = openDelivery(
    {
      ...deps,
      templates: deps.notices.templates,
      links: deps.notices.links,
      origin: deps.config.origin,
      pollMs: 20,
      random: () => 0,
    },
    deps.notices.carriers,
  );
  for (let n = 0; n < 200; n++) {
    const { rows } = await owner.query("select count(*)::int as n from notice where state in ('queued', 'sending')");
    if (rows[0].n === 0) break;
    await wait(20);
  }
  await delivery.stop();
}

describe("choosing where notices go", () => {
  it("begins with nothing, keeps what was chosen sealed, and records each yes and each no", async () => {
    const fresh = (await program.ask("citizen", "GET", choices, undefined, html)).bytes.toString();
    expect(fresh).not.toMatch(/type="checkbox"[^>]* checked/);

    const saved = await choose(
      "citizen",
      "kenh=email&kenh=sms&dia-chi-email=hoa.le%40example.vn&dia-chi-sms=%2B84+912+345+670&ngon-ngu=en",
    );
    expect([saved.status, saved.headers.get("location")]).toEqual([303, `${choices}?da-luu=1`]);
    const page = (await program.ask("citizen", "GET", `${choices}?da-luu=1`, undefined, html)).bytes.toString();
    expect(page).toContain("hoa.le@example.vn");
    expect(page).toContain("0912345670");
    const { rows } = await owner.query(
      "select string_agg(to_jsonb(c)::text, '') || (select string_agg(to_jsonb(n)::text, '') from notice_consent n) as all from notice_choice c",
    );
    expect(rows[0].all).not.toMatch(/hoa\.le|0912345670/);

    await choose("citizen", "kenh=email&dia-chi-email=hoa.le%40example.vn&ngon-ngu=vi");
    await choose("citizen", "ngon-ngu=vi");
    expect(await consents()).toEqual(["email true", "sms true", "sms false", "email false"]);
    expect((await owner.query("select from notice_choice")).rowCount).toBe(0);
  });

  it("names every address that is none and keeps nothing", async () => {
    const answer = await choose(
      "citizen",
      `kenh=email&kenh=zalo&dia-chi-email=${encodeURIComponent("a@b.vn\r\nBcc: x@y.vn")}&dia-chi-zalo=0237385212`,
    );

    expect(answer.status).toBe(422);
    const page = answer.bytes.toString();
    expect(page).toContain("<title>Lỗi: ");
    expect(page).toContain('href="#dia-chi-email"');
    expect(page).toContain('href="#dia-chi-zalo"');
    expect((await owner.query("select from notice_choice")).rowCount).toBe(0);
  });

  it("is one's own: what somebody else sends with it, or chooses for another kind of account, changes nothing", async () => {
    await choose("citizen", "kenh=digest&dia-chi-digest=a%40example.vn&accountId=x");
    await choose("reception-ward", "kenh=sms&dia-chi-sms=0912345678");

    expect((await owner.query("select from notice_choice")).rowCount).toBe(0);
    expect((await program.ask(null, "GET", choices, undefined, html)).headers.get("location")).toContain("/dang-nhap");
  });

  it("makes a move told there too, in the language chosen, and once where both are the same address", async () => {
    await choose(
      "citizen",
      "kenh=email&kenh=zalo&dia-chi-email=Hoa.Le%40Example.vn&dia-chi-zalo=0912345670&ngon-ngu=en",
    );
    await submit({ email: "hoa.le@example.vn" });
    await queue();

    expect((await notices()).map((one) => [one.channel, one.language, one.account_id !== null])).toEqual([
      ["email", "en", true],
      ["sms", "vi", false],
      ["zalo", "en", true],
    ]);

    await choose("citizen", "");
    await deliver();
    expect((await notices()).map((one) => [one.channel, one.state, one.fault])).toEqual([
      ["email", "givenUp", "no-longer-chosen"],
      ["sms", "sent", null],
      ["zalo", "givenUp", "no-longer-chosen"],
    ]);
  });
});

describe("whoever is told by the contact of a dossier", () => {
  it("turns it off by the address in the e-mail, also at one click of their mail program, without an account", async () => {
    const code = await submit({ email: "ba@example.vn" });
    await queue();
    await deliver();
    const [mail] = program.deps.notices.pretended().filter(({ channel }) => channel === "email");
    const address = /http:\/\/localhost:3000(\/ngung-thong-bao\/\S+)/.exec(mail?.text ?? "")?.[1] ?? "";

    const page = await program.ask(null, "GET", address, undefined, html);
    expect([page.status, page.bytes.toString().includes(code)]).toEqual([200, false]);
    await program.ask("reception-ward", "POST", `/api/v1/dossiers/${code}/moves/accept`, {});
    const stopped = await program.ask(null, "POST", address, "List-Unsubscribe=One-Click", form);
    expect(stopped.status).toBe(200);

    await queue();
    expect((await notices()).filter(({ told }) => told === "accept").map(({ channel }) => channel)).toEqual(["sms"]);
    for (const wrong of [`${address.slice(0, -1)}x`, "/ngung-thong-bao/x", `${address}A`]) {
      expect((await program.ask(null, "POST", wrong, "", form)).status).toBe(404);
    }
  });
});

describe("a report", () => {
  async function aSentSms() {
    await submit();
    await queue();
    await deliver();
    const [notice] = (await notices()).filter(({ channel }) => channel === "sms");
    const links: SignedLinks = program.deps.notices.links;
    return { notice, address: `/goi-lai/tin-nhan/${links.reportToken(notice.key)}` };
  }
  const report = (address: string, delivered: boolean) =>
    program.ask(
      null,
      "GET",
      `${address}?SMSID=abc&SendStatus=5&SendSuccess=${delivered ? 1 : 0}&SendFailed=${delivered ? 0 : 1}&phonenumber=0912345678`,
    );
  const stateOf = async (id: number) =>
    (await owner.query("select state from notice where id = $1", [id])).rows[0].state;

  it("of the SMS provider is known by its address, and one that comes twice or late changes nothing", async () => {
    const { notice, address } = await aSentSms();
    expect(notice.state).toBe("sent");

    expect((await report(`${address.slice(0, -2)}xx`, true)).status).toBe(404);
    expect(await stateOf(notice.id)).toBe("sent");
    expect((await report(address, false)).status).toBe(200);
    expect(await stateOf(notice.id)).toBe("failed");
    await report(address, true);
    await report(address, true);
    await report(address, false);
    expect(await stateOf(notice.id)).toBe("delivered");
  });

  it("that comes before we noted that it was sent stands", async () => {
    const { notice, address } = await aSentSms();
    await owner.query("update notice set state = 'queued', sent_at = null, due_at = $2 where id = $1", [
      notice.id,
      new Date("2026-11-24T03:00:00Z"),
    ]);

    await report(address, true);
    program.clock.set("2026-11-24T04:00:00Z");
    await deliver();

    expect(await stateOf(notice.id)).toBe("delivered");
  });

  it("of Zalo is believed when Zalo signed it", async () => {
    const zalo = { appId: "1", appSecret: "2", refreshToken: "3", oaSecret: "4" };
    const deps = { ...program.deps, notices: { ...program.deps.notices, zalo } };
    const site = openSite({ city: deps.city, config: deps.config, assetPath: (name) => name });
    const { app } = createApp(deps, declareFeatures(deps, site), errorPages(site.citizen));
    const tell = async (body: string, signature: string) =>
      (await app.request("/goi-lai/zalo", { method: "POST", body, headers: { "x-zevent-signature": signature } }))
        .status;
    await choose("citizen", "kenh=zalo&dia-chi-zalo=0912345670");
    await submit();
    await queue();
    await choose("citizen", "");
    const [notice] = (await notices()).filter(({ channel }) => channel === "zalo");
    // Given up because nobody knew; Zalo does.
    await owner.query("update notice set state = 'givenUp' where id = $1", [notice?.id]);
    const { body, signature } = openFakeZalo({ ...zalo, templates: [] }).reportOn({
      to: "84912345670",
      templateId: "",
      parameters: {},
      key: notice?.key,
      reference: "zalo-1",
      keptAt: new Date(),
    });

    expect(await tell(body, "mac=00")).toBe(403);
    expect(await stateOf(notice?.id)).toBe("givenUp");
    expect(await tell(body, signature)).toBe(200);
    expect(await tell(body, signature)).toBe(200);
    expect(await stateOf(notice?.id)).toBe("delivered");
  });
});

describe("the admin", () => {
  it("sees every text with sample data, what was sent without addresses, and that the demo sends nothing", async () => {
    await submit({ email: "ba.tuyet@example.vn" });
    await queue();
    await deliver();

    for (const [query, words] of [
      ["", "Hồ sơ H56"],
      ["?kenh=sms&ngon-ngu=en", "Thanh Hoa City"],
      ["?kenh=zalo", "ma_ho_so"],
      ["?kenh=x&ngon-ngu=y", "Hồ sơ H56"],
    ]) {
      const page = (await program.ask("admin", "GET", `/quan-tri/thong-bao${query}`, undefined, html)).bytes.toString();
      expect(page).toContain(words);
      expect(page).toContain("Bản chạy thử không gửi gì ra ngoài");
      expect(page).toContain("b•••@example.vn");
      expect(page).not.toMatch(/ba\.tuyet|0912345678/);
    }
    for (const who of ["citizen", "director", "reception-ward"]) {
      expect((await program.ask(who, "GET", "/quan-tri/thong-bao")).status).toBe(403);
    }
  });
});

describe("the morning's list", () => {
  const digests = () => {
    const { deps } = program;
    return digestQueue({ ...deps, db: deps.database.db });
  };

  it("comes on working mornings, once, to those who want it, with what is overdue, due, sent back and waiting", async () => {
    await choose("reception-ward", "kenh=digest&dia-chi-digest=anh.le%40example.gov.vn&ngon-ngu=vi");
    const code = await submit();
    const at = (instant: string) => program.clock.set(instant);

    at("2026-11-27T23:59:00Z"); // Saturday 06:59 in the city
    expect(await digests()()).toBe(0);
    at("2026-11-28T00:30:00Z");
    expect(await digests()()).toBe(0);
    at("2026-11-29T23:59:00Z"); // Monday 06:59
    expect(await digests()()).toBe(0);
    at("2026-11-30T00:00:00Z");
    expect(await digests()()).toBe(1);
    const twice = digests();
    expect([await twice(), await twice(), await digests()()]).toEqual([0, 0, 0]);
    await deliver();

    const mail = program.deps.notices.pretended().find(({ to }) => to === "anh.le@example.gov.vn");
    expect(mail?.subject).toMatch(/^Việc hôm nay thứ Hai, 30\/11: \d+ quá hạn, \d+ đến hạn$/);
    expect(mail?.text).toContain(`/can-bo/ho-so/${code}`);
    expect(mail?.text).not.toMatch(/Tuyết/);
    at("2026-11-30T06:00:00Z");
    expect(await digests()()).toBe(0);
  });

  it("does not come to somebody whose posting ended", async () => {
    await choose("leader-ward", "kenh=digest&dia-chi-digest=yen%40example.gov.vn");
    await owner.query(
      "update posting set valid_to = '2026-11-30' where account_id = (select id from account where login = 'leader-ward@demo')",
    );

    program.clock.set("2026-12-01T00:30:00Z");
    await owner.query(
      "delete from notice_choice c using account a where a.id = c.account_id and a.login <> 'leader-ward@demo'",
    );

    expect(await digests()()).toBe(0);
  });
});
