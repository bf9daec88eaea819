/** Fees on the pages of officials and citizens: what is said, offered and refused, with the forms as a browser sends them. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { aDossierOf, moneyDesk } from "./support/money.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let desk: ReturnType<typeof moneyDesk>;
const business = "1.001612";
const birth = "1.001193";

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-16T01:30:00Z" });
  desk = moneyDesk(program);
});

const html = { accept: "text/html" };
async function open(who: string | null, path: string): Promise<string> {
  return (await program.ask(who, "GET", path, undefined, html)).bytes.toString();
}

function send(who: string, path: string, fields: Record<string, string>) {
  const body = new URLSearchParams({ id: randomUUID(), ...fields }).toString();
  return program.ask(who, "POST", path, body, { ...html, "content-type": "application/x-www-form-urlencoded" });
}

async function accepted(procedure = business, who = "reception"): Promise<string> {
  const code = await aDossierOf(program, procedure);
  await desk.move(who, code, "accept");
  return code;
}

describe("the fee page at the desk", () => {
  it("takes money, says so, and prints a slip", async () => {
    const code = await accepted();
    const page = `/can-bo/ho-so/${code}/phi`;
    expect(await open("reception", page)).toContain("Còn phải nộp");

    const sent = await send("reception", `${page}/thu`, { amount: "100.000", method: "cash", payer: "Lê Văn Tám" });

    expect(sent.headers.get("location")).toBe(`${page}?xong=payment`);
    const after = await open("reception", `${page}?xong=payment`);
    expect(after).toContain("Đã ghi nhận tiền thu.");
    expect(after).toContain("Đã nộp đủ");
    const slip = /href="([^"]*bien-lai[^"]*)"/.exec(after)?.[1] ?? "";
    expect(await open("reception", slip)).toMatch(/Lê Văn Tám[\s\S]*Nguyễn Thu Hằng/);
  });

  it("is pressed twice with one effect", async () => {
    const code = await accepted();
    const id = randomUUID();
    const press = () => send("reception", `/can-bo/ho-so/${code}/phi/thu`, { id, amount: "40000", method: "cash" });

    const answers = await Promise.all([press(), press()]);

    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await desk.read(code)).finance.paid).toBe(40_000);
  });

  it("keeps what was typed and leads to each box that is wrong", async () => {
    const code = await accepted();

    const answer = await send("reception", `/can-bo/ho-so/${code}/phi/thu`, {
      amount: "mười nghìn",
      method: "transfer",
      paidAt: "31/02/2026",
      reference: "FT 1",
    });
    const day = answer.bytes.toString();
    const amount = await send("reception", `/can-bo/ho-so/${code}/phi/thu`, { amount: "mười nghìn", method: "cash" });
    const shown = amount.bytes.toString();

    expect([answer.status, amount.status]).toEqual([422, 422]);
    expect(day).toContain('href="#thu-paidAt"');
    expect(shown).toContain('href="#thu-amount"');
    expect(shown).toContain('value="mười nghìn"');
    expect(shown).toContain("<title>Lỗi:");
    expect((await desk.read(code)).payments).toEqual([]);
  });

  it("asks to choose where a procedure has several fees, and shows the choice", async () => {
    const code = await accepted(birth, "reception-ward");
    const page = `/can-bo/ho-so/${code}/phi`;
    expect(await open("reception-ward", page)).toContain("Chọn mức thu áp dụng");
    expect((await send("reception-ward", `${page}/khoan-thu`, { form: "charge" })).status).toBe(422);

    await send("reception-ward", `${page}/khoan-thu`, { form: "charge", feeIndex: "1", quantity: "1", relief: "none" });

    expect((await desk.read(code)).finance.due).toBe(8000);
    expect(await open("reception-ward", page)).toContain("Lệ phí đăng ký khai sinh không đúng hạn");
  });

  it("leads a leader to what waits, and offers nothing to those who only look on", async () => {
    const code = await accepted();
    const page = `/can-bo/ho-so/${code}/phi`;
    const exempt = { form: "charge:phi-0", feeIndex: "0", quantity: "1", relief: "exempt", reason: "Thiên tai" };
    await send("reception", `${page}/khoan-thu`, exempt);

    const seen = await open("leader", page);
    expect(seen).toContain("Chờ bạn duyệt");
    expect(await open("reception", `/can-bo/ho-so/${code}`)).toContain("Chờ lãnh đạo duyệt");
    const subject = /duyet\/([0-9a-f-]{36})/.exec(seen)?.[1] ?? "";
    expect((await send("leader", `${page}/duyet/${subject}`, { approve: "no" })).status).toBe(422);
    await send("leader", `${page}/duyet/${subject}`, { approve: "yes" });

    expect((await desk.read(code)).finance.status).toBe("exempt");
    const watching = await open("inspector", page);
    expect(watching).toContain("không thu, sửa hay duyệt");
    expect(watching).not.toContain("<textarea");
    expect((await send("specialist", `${page}/thu`, { amount: "1", method: "cash" })).status).toBe(403);
    expect((await send("reception-ward", `${page}/thu`, { amount: "1", method: "cash" })).status).toBe(404);
  });

  it("gives back what is over in three steps, each by the one whose it is", async () => {
    const code = await accepted();
    const page = `/can-bo/ho-so/${code}/phi`;
    await send("reception", `${page}/thu`, { amount: "150000", method: "transfer", reference: "FT99001" });

    await send("reception", `${page}/hoan`, { amount: "50.000", method: "cash", reason: "Nộp thừa" });
    const [{ id }] = (await desk.read(code)).refunds;
    await send("leader", `${page}/duyet/${id}`, { approve: "yes" });
    await send("reception", `${page}/hoan/${id}/tra`, {});

    expect((await desk.read(code)).finance).toMatchObject({ status: "paid", refunded: 50_000, over: 0 });
    expect(await open("reception", page)).toContain("Đã hoàn trả");
  });
});

describe("for the applicant", () => {
  it("the dossier says what is owed; its fee page how to pay it, by a code with the dossier's own code", async () => {
    const code = await accepted();

    const dossier = await open("citizen", `/tai-khoan/ho-so/${code}`);
    const fees = await open("citizen", `/tai-khoan/ho-so/${code}/phi`);

    expect(dossier).toMatch(/Phí, lệ phí[\s\S]*Chưa nộp[\s\S]*100\.000/);
    expect(fees).toContain('aria-label="Mã QR: chuyển khoản phí, lệ phí"');
    expect(fees).toContain("Tài khoản mẫu, không có thật");
    expect(fees).toContain(`>${code}</span>`);
  });

  it("no money is asked before the dossier was accepted", async () => {
    const code = await aDossierOf(program, business);

    const fees = await open("citizen", `/tai-khoan/ho-so/${code}/phi`);

    expect(fees).toContain("Bạn nộp sau khi hồ sơ được tiếp nhận");
    expect(fees).not.toContain("Số tài khoản");
  });

  it("the history tells of payments, with the unit and without an official's name", async () => {
    const code = await accepted();
    await desk.pay("reception", code, { method: "cash", amount: 100_000 });

    const dossier = await open("citizen", `/tai-khoan/ho-so/${code}`);

    expect(dossier).toContain("Đã nộp 100.000\u00a0₫, tiền mặt tại quầy");
    expect(dossier).not.toContain("Nguyễn Thu Hằng");
    expect(await open("reception", `/can-bo/ho-so/${code}`)).toContain("Nguyễn Thu Hằng · ");
    const slip = /href="([^"]*bien-lai[^"]*)"/.exec(await open("citizen", `/tai-khoan/ho-so/${code}/phi`))?.[1] ?? "";
    expect(await open("citizen", slip)).toContain("Phiếu xác nhận đã nộp");
    expect((await program.ask("business", "GET", slip, undefined, html)).status).toBe(404);
  });

  it("whoever holds the lookup secret sees it too, and is sent to no page that is not theirs", async () => {
    const code = await accepted();
    const receipt = await open("citizen", `/da-nop/${code}`);
    const secret = /Mã bí mật[\s\S]*?class="code">([^<]+)</.exec(receipt)?.[1] ?? "";

    const body = new URLSearchParams({ ma: code, "bi-mat": secret }).toString();
    const found = await program.ask(null, "POST", "/tra-cuu", body, {
      ...html,
      "content-type": "application/x-www-form-urlencoded",
    });

    expect(found.bytes.toString()).toContain("Chưa nộp");
    expect(found.bytes.toString()).not.toContain(`/tai-khoan/ho-so/${code}/phi`);
  });

  it("nothing is asked where nothing is owed", async () => {
    const code = await aDossierOf(program, "1.001266");

    expect(await open("citizen", `/tai-khoan/ho-so/${code}`)).toContain("Không phải nộp");
  });
});
