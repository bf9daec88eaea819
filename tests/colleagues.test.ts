/** Officials on one dossier: their notes, who else is there, words that nobody overwrites, phrases, and a supplement compared. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findDossierByCode } from "#features/dossiers/index.ts";
import { looksAs } from "../src/features/dossiers/access.ts";
import { verify } from "../src/verify.ts";
import { type Browser, browser } from "./support/browser.ts";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { anUpload, aPdf } from "./support/submission.ts";

const morning = "2026-11-16T01:30:00Z";
let program: TestProgram;
let at: ReturnType<typeof desk>;
let reception: Browser;
let leader: Browser;
let citizen: Browser;

beforeAll(async () => {
  program = await testProgram({ now: morning });
  at = desk(program);
  [reception, leader, citizen] = [browser(program), browser(program), browser(program)];
  await reception.signIn("reception-ward");
  await leader.signIn("leader-ward");
  await citizen.signIn("citizen");
});
beforeEach(() => program.clock.set(morning));

const page = (code: string) => `/can-bo/ho-so/${code}`;
const idOn = (html: string) => /name="noteId" value="([^"]+)"/.exec(html)?.[1] ?? "";
const secret = "Người nộp hay gọi điện, nhờ anh Bình xem kỹ hộ khẩu Đặng Thị Ỷ";

async function leave(by: Browser, code: string, text: string, id: string = randomUUID()) {
  return by.post(`${page(code)}/ghi-chu`, { noteId: id, "ghi-chu": text });
}

describe("a note between colleagues", () => {
  it("is left without scripts, and read by the next official with author, unit and time", async () => {
    const code = await at.send();
    const { html } = await reception.get(page(code));
    expect(html).toContain('accesskey="n"');

    const left = await leave(reception, code, secret, idOn(html));
    expect(left).toMatchObject({ status: 303, location: expect.stringContaining("#ghi-chu") });

    const read = (await leader.get(page(code))).html;
    expect(read).toMatch(/class="note-by">[\s\S]*?08:30, 16\/11\/2026[\s\S]*?class="note-text">/);
    expect(read).toContain(secret);
    expect(read).toContain("Bộ phận");
  });

  it("is never on the applicant's side, nor a stranger's", async () => {
    const code = await at.send();
    await leave(reception, code, secret);
    await at.walk(code, ["reception-ward", "accept"]);
    await leave(leader, code, secret);

    const { lookupSecret } = (await program.ask("citizen", "GET", `/api/v1/dossiers/${code}`)).json;
    const answers = await Promise.all([
      program.ask("citizen", "GET", `/api/v1/dossiers/${code}`),
      program.ask("citizen", "GET", `/tai-khoan/ho-so/${code}`),
      program.ask("citizen", "GET", "/tai-khoan"),
      program.ask("citizen", "GET", "/tai-khoan/thong-bao"),
      program.ask("citizen", "GET", `/ho-so/${code}/giay-to/receipt`),
      program.ask(null, "GET", `/api/v1/lookups/${code}`),
      program.ask(null, "GET", `/api/v1/lookups/${code}?secret=${lookupSecret ?? ""}`),
      program.ask(null, "GET", `/tra-cuu/${code}`),
    ]);
    for (const answer of answers) {
      const text = answer.bytes.toString();
      expect(text).not.toContain("gọi điện");
      expect(text).not.toContain("Ghi chú giữa đồng nghiệp");
    }
    const opened = await citizen.post("/tra-cuu", { ma: code, "bi-mat": lookupSecret ?? "" });
    expect(opened.html).not.toContain("gọi điện");
    const { db } = program.deps.database;
    const dossier = await db
      .selectFrom("dossier")
      .select(["id", "eventCount"])
      .where("code", "=", code)
      .executeTakeFirstOrThrow();
    expect(dossier.eventCount).toBe(2);
    const told = await db.selectFrom("notice").selectAll().execute();
    expect(JSON.stringify(told)).not.toContain("gọi điện");
  });

  it("is refused from an applicant, a stranger and an official of another ward", async () => {
    const code = await at.send();
    const path = `${page(code)}/ghi-chu`;
    const asForm = { "content-type": "application/x-www-form-urlencoded" };
    const statusOf = async (who: string | null) => (await program.ask(who, "POST", path, "ghi-chu=x", asForm)).status;

    expect(await statusOf(null)).toBe(401);
    expect(await statusOf("citizen")).toBe(403);
    expect((await leave(reception, "H56.27.99-201001-0001", "x")).status).toBe(404);
  });

  it("sent twice is there once; other words under the same page are one more; empty and endless ones are refused", async () => {
    const code = await at.send();
    const id = randomUUID();
    await Promise.all([leave(reception, code, "một", id), leave(reception, code, "một", id)]);
    await leave(reception, code, "hai", id);
    const empty = await leave(reception, code, "  \n ");
    const long = await leave(reception, code, "ă".repeat(4001));

    expect(empty).toMatchObject({ status: 422, html: expect.stringContaining("Nhập nội dung ghi chú.") });
    expect(long.status).toBe(422);
    expect(long.html).toContain("ă".repeat(4001));
    const { html } = await reception.get(page(code));
    const notes = [...html.matchAll(/class="note-text">([^<]*)/g)].map(([, text]) => text);
    expect(notes.sort()).toEqual(["hai", "một"]);
  });

  it("lies sealed in the database, which refuses to rewrite it", async () => {
    const code = await at.send();
    await leave(reception, code, secret);
    const owner = new pg.Client({ connectionString: program.database.ownerUrl });
    await owner.connect();
    try {
      for (const rewriting of [
        "update dossier_note set at = now()",
        "delete from dossier_note",
        "truncate dossier_note",
      ]) {
        await expect(owner.query(rewriting)).rejects.toThrow(/never rewritten/);
      }
      const { rows } = await owner.query("select sealed from dossier_note");
      expect(rows.some(({ sealed }) => sealed.toString("utf8").includes("gọi"))).toBe(false);
    } finally {
      await owner.end();
    }
    let said = "";
    expect(await verify(program.deps, { write: (text: string) => (said += text) }), said).toBe(0);
  });
});

describe("two people on one dossier", () => {
  it("see each other by name and place, also without scripts, and no longer once one has left", async () => {
    const code = await at.send();
    await reception.get(page(code));
    program.clock.set("2026-11-16T01:33:00Z");

    const { html } = await leader.get(page(code));
    expect(html).toContain("Cũng đang mở hồ sơ này:");
    expect(html).toMatch(/<li>[^<]+ – [^<]+, từ 08:30<\/li>/);
    const beat = await reception.post(`${page(code)}/dang-mo`, { sign: "beat", seen: "1" });
    expect(JSON.parse(beat.html)).toEqual({ others: [expect.stringContaining("từ 08:33")], isOutOfDate: false });

    await reception.post(`${page(code)}/dang-mo`, { sign: "leave" });
    program.clock.set("2026-11-16T01:34:00Z");
    const after = await leader.post(`${page(code)}/dang-mo`, { sign: "beat", seen: "1" });
    expect(JSON.parse(after.html).others).toEqual([]);
  });

  it("are told when the dossier moves on, and an old visit is forgotten", async () => {
    const code = await at.send();
    await leader.get(page(code));
    await at.walk(code, ["reception-ward", "accept"]);

    const beat = await leader.post(`${page(code)}/dang-mo`, { sign: "beat", seen: "1" });
    expect(JSON.parse(beat.html).isOutOfDate).toBe(true);
    program.clock.set("2026-11-16T03:00:00Z");
    expect((await reception.get(page(code))).html).toContain('class="presence-others" hidden');
    await leader.get(page(await at.send()));
    const { db } = program.deps.database;
    const old = await db
      .selectFrom("dossierPresence as p")
      .innerJoin("account as a", "a.id", "p.accountId")
      .select("p.until")
      .where("a.login", "=", "leader-ward@demo")
      .where("p.until", "<", program.clock.now())
      .execute();
    expect(old).toEqual([]);
  });

  it("are nobody's business but officials' who may see it", async () => {
    const code = await at.send();
    const asForm = { "content-type": "application/x-www-form-urlencoded" };

    expect((await program.ask("citizen", "POST", `${page(code)}/dang-mo`, "sign=beat", asForm)).status).toBe(403);
    await reception.get(page(code));
    const own = (await program.ask("citizen", "GET", `/tai-khoan/ho-so/${code}`)).bytes.toString();
    expect(own).not.toContain("đang mở hồ sơ");
  });

  it("never overwrite: the second is told, with the own words and what the colleague did side by side", async () => {
    const code = await at.send();
    await at.walk(code, ["reception-ward", "accept"]);
    const typed = "Đề nghị trả lại vì bản chụp giấy chứng sinh bị mờ";
    const late = await reception.post(`${page(code)}/viec/refuse`, { seenEvent: "1", note: typed });

    expect(late.status).toBe(409);
    expect(late.html).toContain("Việc của bạn chưa được ghi nhận");
    expect(late.html).toContain(`<blockquote>${typed}</blockquote>`);
    expect(late.html).toMatch(/Trong lúc đó đã có[\s\S]*?Tiếp nhận/);
    expect((await at.read(code)).state).toBe("accepted");
  });

  it("look as the one at whose desk it is when they hold several places", async () => {
    const code = await at.send();
    const dossier = await findDossierByCode(program.deps.database.db, code);
    if (dossier === undefined) throw new Error(code);
    const unitId = dossier.receivingUnitId;
    const official = {
      kind: "official" as const,
      accountId: randomUUID(),
      login: "x",
      name: "x",
      isDemo: false,
      postings: [
        { unitId, role: "leader" as const },
        { unitId, role: "reception" as const },
      ],
    };

    expect(looksAs(official, dossier, [], program.deps.organisation())?.role).toBe("reception");
    expect(looksAs({ ...official, postings: [] }, dossier, [], program.deps.organisation())).toBeUndefined();
  });
});

describe("a phrase", () => {
  it("is put by the server into its paper's box, with its legal basis, after what stands there", async () => {
    const code = await at.send();
    const { html } = await reception.get(page(code));
    expect(html).toContain("Câu mẫu kèm căn cứ pháp lý");

    const filled = await reception.post(`${page(code)}/cau-mau/requestSupplement`, {
      seenEvent: "1",
      "loi.giay-chung-sinh": "Trang 2 bị mất.",
      "cau-mau": "khai-sinh-khong-co-giay-chung-sinh",
    });

    expect(filled.status).toBe(200);
    expect(filled.html).toMatch(
      /id="loi-giay-chung-sinh"[^>]*>Trang 2 bị mất\.\nChưa có giấy chứng sinh\.[^<]*\(Căn cứ: Điều 16 Luật Hộ tịch số 60\/2014\/QH13\.\)/,
    );
    expect((await at.read(code)).state).toBe("submitted");
  });

  it("goes into the box that was chosen, and an unknown one nowhere", async () => {
    const code = await at.send();
    const put = (key: string) =>
      reception.post(`${page(code)}/cau-mau/requestSupplement`, {
        "cau-mau": key,
        "cau-mau-o": "loi.giay-to-tuy-than",
      });

    expect((await put("ban-chup-mo")).html).toMatch(/id="loi-giay-to-tuy-than"[^>]*>Bản chụp bị mờ/);
    expect((await put("khong-co")).status).toBe(404);
    expect((await reception.post(`${page(code)}/cau-mau/accept`, { "cau-mau": "ban-chup-mo" })).status).toBe(404);
  });
});

describe("a supplement on the desk", () => {
  it("stands beside what was asked: the new file, the one sent again, and what nobody touched", async () => {
    const code = await at.send();
    const faults = [
      { componentKey: "giay-chung-sinh", message: "Bản chụp bị mờ." },
      { componentKey: "giay-to-tuy-than", message: "Thiếu mặt sau." },
      { legalBasis: "60/2014/QH13", message: "Sửa họ tên mẹ." },
      { componentKey: "to-khai-dang-ky-khai-sinh", message: "Kiểm tra lại." },
    ];
    await at.walk(code, ["reception-ward", "requestSupplement", { faults }]);
    const before = await at.read(code, "citizen");
    const uploadId = await anUpload(program, "citizen", aPdf(`rõ ${code}`), "giấy chứng sinh rõ.pdf");
    await at.walk(code, [
      "citizen",
      "supplement",
      {
        answers: { ...before.answers, motherFullName: "Nguyễn Thị Ân" },
        components: [{ componentKey: "giay-chung-sinh", uploadIds: [uploadId] }],
      },
    ]);

    const { html } = await reception.get(page(code));
    expect(html).toContain("So với yêu cầu bổ sung: 4 mục, 1 mục chưa thay đổi");
    const [, birth = "", identity = "", law = ""] = html.split('class="compared"');
    expect(birth).toMatch(/Bản chụp bị mờ\.[\s\S]*đã bỏ[\s\S]*giấy chứng sinh rõ\.pdf[\s\S]*tệp mới, nội dung khác/);
    expect(identity).toMatch(/Chưa thay đổi[\s\S]*giữ nguyên/);
    expect(law).toMatch(/<del>Nguyễn Thị An<\/del>[\s\S]*<ins>Nguyễn Thị Ân<\/ins>/);
    const own = (await program.ask("citizen", "GET", `/tai-khoan/ho-so/${code}`)).bytes.toString();
    expect(own).not.toContain("So với yêu cầu bổ sung");
  });
});
