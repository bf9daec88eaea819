/** What people say of how their dossier was handled: once, for good, and without anybody being told who (61/2018 arts 27, 31). */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasPoppler, textOf } from "#features/documents/papers/testing-pdf.ts";
import { verify } from "../src/verify.ts";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let owner: pg.Pool;
let at: ReturnType<typeof desk>;

beforeAll(async () => {
  program = await testProgram();
  owner = new pg.Pool({ connectionString: program.database.ownerUrl, max: 2 });
  at = desk(program);
});
afterAll(() => owner.end());

async function finished(): Promise<string> {
  const code = await at.send();
  await at.walk(
    code,
    ["reception-ward", "accept"],
    ["reception-ward", "handOver"],
    ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }],
    ["leader-ward", "approve"],
  );
  return code;
}

const page = async (who: string | null, path: string) => {
  const { status, bytes } = await program.ask(who, "GET", path);
  return { status, text: bytes.toString() };
};
const form = (who: string | null, path: string, fields: Record<string, string>) =>
  program.ask(who, "POST", path, new URLSearchParams(fields).toString(), {
    "content-type": "application/x-www-form-urlencoded",
  });
const ownPage = (code: string) => page("citizen", `/tai-khoan/ho-so/${code}`);
/** Where the link of the slip leads, as the applicant finds it. */
const linkOf = async (code: string) => /\/danh-gia\/[^"]+/.exec((await ownPage(code)).text)?.[0] ?? "";
const rate = (code: string, body: object, who = "citizen") =>
  program.ask(who, "POST", `/api/v1/dossiers/${code}/evaluation`, body);
const answersOf = async (code: string) => {
  const { rows } = await owner.query(
    `select question, answer from evaluation_answer a join dossier d on d.id = a.dossier_id where d.code = $1 order by 1`,
    [code],
  );
  return Object.fromEntries(rows.map(({ question, answer }) => [question, answer]));
};

describe("whoever follows a dossier", () => {
  it("is invited once it is finished, answers by the link of the slip without signing in, and is thanked", async () => {
    const code = await finished();
    const link = await linkOf(code);

    const asked = await page(null, link);
    const sent = await form(null, link, { "cau.time": "2", "cau.attitude": "0", "y-kien": "Phải chờ lâu ở quầy." });
    const afterwards = await page(null, link);

    expect(asked.text).toContain("Thái độ của cán bộ, công chức");
    // The link shows no more than the slip it is printed on.
    expect(asked.text).not.toContain("Nguyễn Thị Ánh Tuyết");
    expect(sent.status).toBe(303);
    expect(await answersOf(code)).toEqual({ time: 2, attitude: 0 });
    expect(afterwards.text).toContain("Cảm ơn bạn đã đánh giá");
    expect(afterwards.text).not.toContain('<form method="post" action="/danh-gia');
    expect((await ownPage(code)).text).toContain("Bạn đã đánh giá hồ sơ này");
  });

  it("says the same of everything with one press", async () => {
    const code = await finished();

    expect((await form(null, await linkOf(code), { "tat-ca": "1" })).status).toBe(303);

    expect(Object.values(await answersOf(code))).toEqual(Array.from({ length: 9 }, () => 1));
  });

  it("cannot before there is a result, and neither after taking the dossier back", async () => {
    const [open, recalled] = [await at.send(), await at.send()];
    await at.walk(recalled, ["citizen", "recall"]);

    expect((await ownPage(open)).text).not.toContain("Đánh giá hồ sơ này");
    for (const code of [open, recalled]) {
      expect((await rate(code, { answers: { time: 2 } })).json).toMatchObject({
        status: 409,
        type: "/problems/not-finished",
      });
    }
  });

  it("is told at the box what is wrong, keeps what was typed, and nothing is kept of it", async () => {
    const code = await finished();
    const link = await linkOf(code);

    const nothing = await form(null, link, { "y-kien": "Chỉ có lời này." });
    const tooLong = await form(null, link, { "cau.time": "2", "y-kien": "ấ".repeat(2001) });
    const odd = await form(null, link, { "cau.time": "3", "tat-ca": "-1" });

    expect([nothing.status, tooLong.status, odd.status]).toEqual([422, 422, 422]);
    expect(nothing.bytes.toString()).toContain("Chỉ có lời này.");
    expect(nothing.bytes.toString()).toContain("Hãy chọn câu trả lời cho ít nhất một câu.");
    expect(await answersOf(code)).toEqual({});
  });

  it("rates once, however it is tried: twice at once, by the account and by the link", async () => {
    const code = await finished();
    const link = await linkOf(code);

    const both = await Promise.all([rate(code, { answers: { time: 0 } }), rate(code, { answers: { time: 2 } })]);
    const byLink = await form(null, link, { "tat-ca": "2" });

    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(byLink.status).toBe(409);
    expect(Object.keys(await answersOf(code))).toEqual(["time"]);
  });

  it("is nobody else: not another account, not a guessed key, not an official", async () => {
    const code = await finished();
    const link = await linkOf(code);
    const guessed = link.replace(/[^/]+$/, "AAAA-AAAA-AAAA");

    const others = await Promise.all([
      rate(code, { answers: { time: 2 } }, "business"),
      rate(code, { answers: { time: 2 } }, "leader-ward"),
      form(null, guessed, { "tat-ca": "2" }),
      program.ask(null, "GET", guessed),
    ]);

    expect(others.map(({ status }) => status)).toEqual([404, 403, 404, 404]);
    for (const body of [{ answers: { time: 3 } }, { answers: { khac: 1 } }, { answers: {}, ten: "A" }, {}]) {
      expect((await rate(code, body)).status).toBe(400);
    }
    expect((await rate(code, { answers: {} })).status).toBe(422);
    expect(await answersOf(code)).toEqual({});
  });
});

describe("what was said", () => {
  it("can be changed or taken away by nobody", async () => {
    const code = await finished();
    await rate(code, { answers: { time: 2 }, remark: "Tốt." });

    for (const statement of [
      "update evaluation_answer set answer = 0",
      "update evaluation set given_on = given_on + 1",
      "delete from evaluation_answer",
      "truncate evaluation cascade",
    ]) {
      await expect(owner.query(statement)).rejects.toThrow();
    }
  });

  it("lies sealed and with no account", async () => {
    const code = await finished();
    await rate(code, { answers: { time: 2 }, remark: "Cô Hoa ở quầy 3 rất tận tình." });

    const { rows } = await owner.query(
      "select to_jsonb(e)::text as row from evaluation e join dossier d on d.id = e.dossier_id where d.code = $1",
      [code],
    );

    expect(rows[0].row).not.toContain("Hoa");
    expect(JSON.parse(rows[0].row)).toMatchObject({ way: "account", copied_by: null });
  });
});

describe("a slip of paper", () => {
  it("is printed for whoever may see the dossier, without a name, and its code opens the questions", async () => {
    const code = await finished();
    const key = (await linkOf(code)).split("/").at(-1) ?? "";

    const [own, atDesk, other, stranger] = await Promise.all(
      ["citizen", "reception-ward", "business", null].map((who) =>
        program.ask(who, "GET", `/ho-so/${code}/phieu-danh-gia`),
      ),
    );

    expect([own, atDesk, other, stranger].map((answer) => answer?.status)).toEqual([200, 200, 404, 401]);
    expect(own?.headers.get("content-type")).toBe("application/pdf");
    if (hasPoppler && own !== undefined) {
      const text = textOf(own.bytes);
      expect(text.replaceAll(/\s/g, "")).toContain(code);
      expect(text.replaceAll(/\s/g, "")).toContain(key);
      expect(text).not.toContain("Nguyễn Thị Ánh Tuyết");
    }
  });

  it("is copied at the desk of the unit that handed it out, under the name of whoever copies it, once", async () => {
    const code = await finished();
    const path = `/can-bo/ho-so/${code}/danh-gia`;

    const elsewhere = await Promise.all(
      ["reception", "specialist", "leader-ward", "citizen"].map((who) => form(who, path, { "cau.time": "1" })),
    );
    const nothing = await form("reception-ward", path, {});
    const copied = await form("reception-ward", path, { "cau.time": "1", "cau.costs": "2" });
    const again = await form("reception-ward", path, { "cau.time": "0" });

    for (const { status } of elsewhere) expect([403, 404]).toContain(status);
    expect([nothing.status, copied.status, again.status]).toEqual([422, 303, 409]);
    expect(await answersOf(code)).toEqual({ costs: 2, time: 1 });
    const { rows } = await owner.query(
      `select e.way, a.login from evaluation e join dossier d on d.id = e.dossier_id join account a on a.id = e.copied_by
       where d.code = $1`,
      [code],
    );
    expect(rows).toEqual([{ way: "paper", login: "reception-ward@demo" }]);
    expect((await rate(code, { answers: { time: 2 } })).status).toBe(409);
  });

  it("of a dossier that is not finished has no page to be copied on", async () => {
    expect((await page("reception-ward", `/can-bo/ho-so/${await at.send()}/danh-gia`)).status).toBe(409);
  });
});

describe("a unit", () => {
  it("reads sums and words by fives, and nothing that says who wrote them", async () => {
    // A quarter of its own, so that what came before does not count.
    program.clock.set(new Date("2026-11-23T02:00:00Z"));
    const codes: string[] = [];
    for (let no = 0; no < 6; no++) codes.push(await finished());
    const unit = `/can-bo/danh-gia?quy=2027-1&dv=${(await at.read(codes[0] ?? "")).unitCode}`;
    const day = "2027-01-05";
    const say = async (code: string, remark: string) => {
      // The handling was in November; what was said of it came in January.
      const answer = await rate(code, { answers: { attitude: 2, time: 1 }, remark });
      expect(answer.status).toBe(201);
    };
    await owner.query("alter table evaluation disable trigger evaluation_is_never_rewritten");
    const move = () =>
      owner.query(
        `update evaluation e set given_on = $2 from dossier d where d.id = e.dossier_id and d.code = any($1)`,
        [codes, day],
      );
    for (const code of codes.slice(0, 4)) await say(code, `Lời của ${code.slice(-4)}`);
    await move();
    program.clock.set(new Date("2027-01-06T02:00:00Z"));

    const four = await pageAsOf(unit);
    program.clock.set(new Date("2026-11-23T02:00:00Z"));
    for (const code of codes.slice(4)) await say(code, `Lời của ${code.slice(-4)}`);
    await move();
    const six = await pageAsOf(unit);
    await owner.query("alter table evaluation enable trigger evaluation_is_never_rewritten");

    expect(four.text).toContain("Hiện 0 trên 4 đánh giá");
    expect(four.text).not.toContain("Lời của");
    expect(six.text).toContain("Hiện 5 trên 6 đánh giá");
    const shown = codes.filter((code) => six.text.includes(`Lời của ${code.slice(-4)}`));
    expect(shown).toEqual(codes.slice(0, 5));
    for (const code of codes) expect(six.text).not.toContain(code);
    expect(six.text).toContain("100,0");
  });

  /** In the quarter in which it is read; sessions do not last into it. */
  async function pageAsOf(path: string) {
    program.clock.set(new Date("2027-01-06T02:00:00Z"));
    const signedIn = await program.ask(null, "POST", "/api/v1/sessions", {
      login: "leader-ward@demo",
      password: "motcua-demo",
    });
    const answer = await program.ask(null, "GET", path, undefined, { authorization: `Bearer ${signedIn.json.token}` });
    program.clock.set(new Date("2026-11-23T02:00:00Z"));
    return { status: answer.status, text: answer.bytes.toString() };
  }

  it("reads of itself, and overseers of those below them; others and other quarters are not there", async () => {
    const { unitCode } = await at.read(await at.send());
    const asked = await Promise.all([
      page("director", `/can-bo/danh-gia?dv=${unitCode}`),
      page("leader-ward", `/can-bo/danh-gia?dv=${unitCode}`),
      page("reception", `/can-bo/danh-gia?dv=${unitCode}`),
      page("citizen", "/can-bo/danh-gia"),
      page("leader-ward", "/can-bo/danh-gia?dv=khong-co"),
      page("leader-ward", "/can-bo/danh-gia?quy=1999-1"),
    ]);

    expect(asked.map(({ status }) => status)).toEqual([200, 200, 400, 403, 400, 400]);
  });
});

it("leaves nothing for verify to find", async () => {
  let said = "";
  await verify(program.deps, { write: (text) => (said += text) });

  expect(said).toContain(" 0 faults");
});
