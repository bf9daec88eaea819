/** Signing in with a second factor: set up once, asked each time, worth nothing to whoever looks over a shoulder. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Browser, browser } from "./support/browser.ts";
import {
  appOf,
  ownAccount,
  type Person,
  password,
  recoveryCodesIn,
  setUpAt,
  signedIn,
  typed,
} from "./support/code-app.ts";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

const minute = 60_000;
let program: TestProgram;

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-24T02:00:00Z", staffSecondFactor: "required" });
});
beforeEach(() => program.clock.set("2026-11-24T02:00:00Z"));

const later = (ms: number) => program.clock.set(new Date(program.clock.now().getTime() + ms));
const isIn = async (by: Browser) => (await by.get("/tai-khoan/phien")).status === 200;

const setUp = (code: string) => ({ ...typed(code), "mat-khau-dang-dung": password });

async function withFactor(kind: "citizen" | "official" = "citizen") {
  const who = await ownAccount(program, kind);
  const by = await signedIn(program, who);
  const code = appOf(program, (await by.get(setUpAt)).html);
  const { html, status } = await by.post(setUpAt, setUp(code()));
  expect(status).toBe(200);
  const recovery = recoveryCodesIn(html);
  expect(new Set(recovery).size).toBe(10);
  later(minute);
  return { who, by, code, recovery };
}

async function firstStep({ login }: Person): Promise<Browser> {
  const by = browser(program);
  const answer = await by.post("/dang-nhap", { login, password });
  expect(answer.location).toBe("/dang-nhap/ma");
  return by;
}

describe("setting up a second factor", () => {
  it("shows the same secret until it is confirmed, ends other sessions, and shows the recovery codes once", async () => {
    const who = await ownAccount(program);
    const by = await signedIn(program, who);
    const elsewhere = await signedIn(program, who);
    const first = appOf(program, (await by.get(setUpAt)).html);
    const code = appOf(program, (await by.get(setUpAt)).html);
    expect(code()).toBe(first());

    const wrong = await by.post(setUpAt, setUp("000000"));
    expect(wrong.status).toBe(422);
    expect(await isIn(elsewhere)).toBe(true);

    const done = await by.post(setUpAt, setUp(code().replace(/(...)/, "$1 ")));
    expect(recoveryCodesIn(done.html)).toHaveLength(10);
    expect(await isIn(elsewhere)).toBe(false);
    const page = await by.get("/tai-khoan/xac-thuc");
    expect(page.html).toContain("Đã bật từ 24/11/2026");
    expect(page.html).toContain("Còn 10 mã chưa dùng");
    expect(recoveryCodesIn(page.html)).toEqual([]);
  });

  it("asks for the password too, so that an open browser is no way in for another telephone", async () => {
    const by = await signedIn(program, await ownAccount(program));
    const code = appOf(program, (await by.get(setUpAt)).html);
    const without = await by.post(setUpAt, typed(code()));
    expect(without.status).toBe(422);
    expect(without.html).toContain("Hãy nhập mật khẩu đang dùng.");
    const wrong = await by.post(setUpAt, { ...typed(code()), "mat-khau-dang-dung": "không phải mật khẩu này" });
    expect(wrong.html).toContain("Mật khẩu đang dùng chưa đúng.");
    expect((await by.get("/tai-khoan/xac-thuc")).html).toContain("Bật xác thực hai bước");
  });

  it("keeps neither the secret nor a recovery code where a dump of the database shows it", async () => {
    const { who, code, recovery } = await withFactor();
    const { rows } = await program.deps.database.pool.query(
      "select row_to_json(a)::text as app, (select json_agg(r)::text from recovery_code r where r.account_id = a.account_id) as codes from code_app a where account_id = $1",
      [who.id],
    );
    const dump = JSON.stringify(rows);
    expect(dump).toContain("sealed_secret");
    for (const one of [...recovery, code()]) expect(dump).not.toContain(one);
    for (const one of recovery) expect(dump).not.toContain(Buffer.from(one).toString("hex"));
  });

  it("is not for the shared accounts of the demonstration, and not for strangers", async () => {
    const shared = browser(program);
    await shared.post("/dang-nhap", { login: "citizen@demo", password: "motcua-demo" });
    expect((await shared.get("/tai-khoan/xac-thuc")).html).toContain("tài khoản mẫu dùng chung");
    expect((await shared.get(setUpAt)).location).toBe("/tai-khoan/xac-thuc");
    expect((await shared.post(setUpAt, setUp("123456"))).status).toBe(403);
    expect((await shared.post("/tai-khoan/xac-thuc/tat", {})).status).toBe(403);
    expect((await browser(program).get("/tai-khoan/xac-thuc")).location).toContain("/dang-nhap");
  });
});

describe("signing in with a second factor", () => {
  it("opens nothing before the code, and goes on to where the person was going after it", async () => {
    const { who, code } = await withFactor();
    const by = browser(program);
    const first = await by.post("/dang-nhap", { login: who.login, password, ve: "/tai-khoan/phien" });
    expect(first.location).toBe("/dang-nhap/ma?ve=%2Ftai-khoan%2Fphien");
    expect(await isIn(by)).toBe(false);
    expect((await by.get("/dang-nhap/ma")).status).toBe(200);
    const second = await by.post("/dang-nhap/ma", { ...typed(code()), ve: "/tai-khoan/phien" });
    expect(second).toMatchObject({ status: 303, location: "/tai-khoan/phien" });
    expect(await isIn(by)).toBe(true);
  });

  it("takes a code once, also when it is sent twice at the same moment", async () => {
    const { who, code } = await withFactor();
    const [one, other] = [await firstStep(who), await firstStep(who)];
    const shown = code();
    const answers = await Promise.all([one, other].map((by) => by.post("/dang-nhap/ma", typed(shown))));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const third = await firstStep(who);
    expect((await third.post("/dang-nhap/ma", typed(shown))).status).toBe(422);
    later(30_000);
    expect((await third.post("/dang-nhap/ma", typed(code()))).status).toBe(303);
  });

  it("forgives a telephone that is half a minute off, and no more", async () => {
    const { who, code } = await withFactor();
    const early = code();
    later(30_000);
    expect((await (await firstStep(who)).post("/dang-nhap/ma", typed(early))).status).toBe(303);
    later(30_000);
    const stale = code();
    later(90_000);
    expect((await (await firstStep(who)).post("/dang-nhap/ma", typed(stale))).status).toBe(422);
  });

  it("rests after five wrong codes, however many are sent at once, and then takes the right one", async () => {
    const { who, code } = await withFactor();
    const by = await firstStep(who);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => by.post("/dang-nhap/ma", typed(String(100_000 + at)))),
    );
    expect(answers.filter(({ html }) => html.includes("Mã chưa đúng"))).toHaveLength(5);
    expect(answers.filter(({ html }) => html.includes("sai quá nhiều"))).toHaveLength(15);
    expect((await by.post("/dang-nhap/ma", typed(code()))).status).toBe(422);
    later(15 * minute);
    expect((await (await firstStep(who)).post("/dang-nhap/ma", typed(code()))).status).toBe(303);
  });

  it("takes each recovery code once, in any case and without its dash", async () => {
    const { who, recovery } = await withFactor();
    const [code = ""] = recovery;
    expect(
      (await (await firstStep(who)).post("/dang-nhap/ma", typed(code.replace("-", " ").toLowerCase()))).status,
    ).toBe(303);
    const again = await firstStep(who);
    expect((await again.post("/dang-nhap/ma", typed(code))).status).toBe(422);
    expect((await again.post("/dang-nhap/ma", typed(recovery[1] ?? ""))).status).toBe(303);
    expect((await again.get("/tai-khoan/xac-thuc")).html).toContain("Còn 8 mã chưa dùng");
  });

  it("waits ten minutes for the code, and not for a stranger's", async () => {
    const { who, code } = await withFactor();
    const by = await firstStep(who);
    later(11 * minute);
    const late = await by.post("/dang-nhap/ma", typed(code()));
    expect(late.status).toBe(422);
    expect(late.html).toContain("quá 10 phút");
    expect((await browser(program).post("/dang-nhap/ma", typed(code()))).status).toBe(422);
    expect((await browser(program).get("/dang-nhap/ma")).location).toContain("/dang-nhap");
  });

  it("asks a program for the code in the same request", async () => {
    const { who, code } = await withFactor();
    const open = (body: object) => program.ask(null, "POST", "/api/v1/sessions", body);
    const without = await open({ login: who.login, password });
    expect([without.status, without.json.type]).toEqual([401, "/problems/code-needed"]);
    const wrong = await open({ login: who.login, password: "sai rồi nhé", code: code() });
    expect(wrong.json.type).toBe("/problems/unknown-login-or-password");
    expect((await open({ login: who.login, password, code: "123 456" })).json.type).toBe("/problems/wrong-code");
    const right = await open({ login: who.login, password, code: code() });
    expect(right.status).toBe(201);
    expect(right.json.actor.login).toBe(who.login);
  });
});

describe("what needs a fresh proof", () => {
  it("waits for a code once the last one is a quarter of an hour old, and is done after it", async () => {
    const { by, code } = await withFactor();
    later(16 * minute);
    const asked = await by.post("/tai-khoan/xac-thuc/ma-du-phong", { "de-giu": "nguyên văn “có dấu”" });
    expect(asked.status).toBe(403);
    expect(asked.html).toContain('value="nguyên văn “có dấu”"');
    const action = /action="(\/tai-khoan\/xac-nhan[^"]*)"/.exec(asked.html)?.[1] ?? "";
    const wrong = await by.post(action, { ...typed("000000"), "de-giu": "còn đây" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="còn đây"');
    const onward = await by.post(action, typed(code()));
    expect(onward).toMatchObject({ status: 307, location: "/tai-khoan/xac-thuc/ma-du-phong" });
    const done = await by.post("/tai-khoan/xac-thuc/ma-du-phong", {});
    expect(recoveryCodesIn(done.html)).toHaveLength(10);
  });

  it("sends nobody to another site", async () => {
    const { by, code } = await withFactor();
    const onward = await by.post("/tai-khoan/xac-nhan?ve=https%3A%2F%2Fke-gian.example", typed(code()));
    expect(onward).toMatchObject({ status: 307, location: "/" });
  });

  it("takes the second factor away, after which the password alone is enough", async () => {
    const { who, by } = await withFactor();
    expect((await by.post("/tai-khoan/xac-thuc/tat", {})).location).toBe("/tai-khoan/xac-thuc?da=tat");
    expect(await isIn(by)).toBe(true);
    expect(await isIn(await signedIn(program, who))).toBe(true);
  });
});

describe("an official", () => {
  async function anOfficial(role: string) {
    const who = await ownAccount(program, "official");
    await program.deps.database.pool.query(
      "insert into posting (account_id, unit_id, role, valid_from) select $1, unit_id, role, '2020-01-01' from posting p join account a on a.id = p.account_id where a.login = 'leader-ward@demo' and role = $2",
      [who.id, role],
    );
    return who;
  }

  it("can do nothing in the office before there is a second factor, and everything right after it", async () => {
    const who = await anOfficial("leader");
    const by = browser(program);
    const first = await by.post("/dang-nhap", { login: who.login, password, ve: "/can-bo" });
    expect(first.location).toBe("/tai-khoan/xac-thuc");
    expect((await by.get("/can-bo")).location).toBe("/tai-khoan/xac-thuc");
    expect((await by.get("/tai-khoan/xac-thuc")).html).toContain("phải có xác thực hai bước");
    const post = await by.post("/can-bo/cung-lam/approve", {});
    expect(post.status).toBe(403);
    expect(post.html).toContain("Cần xác thực hai bước");

    const token = (await program.ask(null, "POST", "/api/v1/sessions", { login: who.login, password })).json.token;
    const byProgram = await program.app.request("/api/v1/worklist", { headers: { authorization: `Bearer ${token}` } });
    expect(byProgram.status).toBe(403);

    const code = appOf(program, (await by.get(setUpAt)).html);
    const { html } = await by.post(setUpAt, setUp(code()));
    expect(html).toContain('href="/can-bo"');
    expect((await by.get("/can-bo")).status).toBe(200);
    // The program's session was open with the password alone.
    const after = await program.app.request("/api/v1/sessions", { headers: { authorization: `Bearer ${token}` } });
    expect(after.status).toBe(401);
    expect((await by.post("/tai-khoan/xac-thuc/tat", {})).status).toBe(403);
  });

  it("signs only with a fresh proof, and what was sent is signed once it is given", async () => {
    const at = desk(program);
    const codes = [await at.send(), await at.send(), await at.send()];
    for (const one of codes) {
      await at.walk(
        one,
        ["reception-ward", "accept"],
        ["reception-ward", "handOver"],
        ["specialist", "proposeResult", { proposal: "Đủ điều kiện đăng ký." }],
      );
    }
    const [single = "", ...several] = codes;
    const who = await anOfficial("leader");
    const by = await signedIn(program, who);
    const code = appOf(program, (await by.get(setUpAt)).html);
    await by.post(setUpAt, setUp(code()));
    const state = async (one: string) => (await at.read(one)).state;

    later(16 * minute);
    const asked = await by.post(`/can-bo/ho-so/${single}/viec/approve`, { note: "Đồng ý, cấp ngay." });
    expect(asked.status).toBe(403);
    expect(asked.html).toContain('value="Đồng ý, cấp ngay."');
    expect(await state(single)).toBe("inProgress");
    const onward = await by.post(`/tai-khoan/xac-nhan?ve=/can-bo/ho-so/${single}/viec/approve`, typed(code()));
    expect(onward).toMatchObject({ status: 307, location: `/can-bo/ho-so/${single}/viec/approve` });
    expect((await by.post(onward.location, { note: "Đồng ý, cấp ngay." })).status).toBe(303);
    expect(await state(single)).toBe("finished");

    later(16 * minute);
    const many = await by.post("/can-bo/cung-lam/approve", { hoSo: several[0] ?? "" });
    expect(many.status).toBe(403);
    expect(many.html).toContain("Xác nhận lại là bạn");

    const credentials = { login: who.login, password, code: code() };
    const { token } = (await program.ask(null, "POST", "/api/v1/sessions", credentials)).json;
    const ask = (path: string, body: object = {}) =>
      program.app.request(path, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    later(16 * minute);
    const [next = "", last = ""] = several;
    const stale = await ask(`/api/v1/dossiers/${next}/moves/approve`);
    expect([stale.status, (await stale.json()).type]).toEqual([403, "/problems/proofNeeded"]);
    const items = await (await ask("/api/v1/moves/approve", { codes: [last] })).json();
    expect(items.items[0]).toMatchObject({ outcome: "refused", reason: "proof-needed" });
    expect((await ask("/api/v1/sessions/current/proof", { code: "000000" })).status).toBe(401);
    expect((await ask("/api/v1/sessions/current/proof", { code: code() })).status).toBe(204);
    expect((await ask(`/api/v1/dossiers/${next}/moves/approve`)).status).toBe(200);
    expect(await state(last)).toBe("inProgress");
  });

  it("of the demonstration works without, since their accounts are everybody's", async () => {
    const by = browser(program);
    await by.signIn("leader-ward");
    expect((await by.get("/can-bo")).status).toBe(200);
  });
});
