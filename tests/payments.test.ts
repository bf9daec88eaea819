/** The money of a dossier from the published fee to the refund, by the right people only, twice at once, and too late. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { QRPay } from "vietnam-qr-pay";
import { beforeAll, describe, expect, it } from "vitest";
import { verify } from "../src/verify.ts";
import { aDossierOf, moneyDesk } from "./support/money.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let desk: ReturnType<typeof moneyDesk>;
const monday = "2026-11-16T01:30:00Z";

beforeAll(async () => {
  program = await testProgram({ now: monday });
  desk = moneyDesk(program);
});

/** One fixed fee of 100.000 ₫, at the city's one-stop unit. */
const business = "1.001612";
/** 15.000 ₫, free for some, in a ward. */
const parent = "1.001022";
/** 8.000 ₫ for each copy, in a ward. */
const copies = "2.000635";
/** Nought or 8.000 ₫, in a ward. */
const birth = "1.001193";
/** No fixed amounts. */
const land = "1.000798";

async function accepted(procedure: string, who = "reception"): Promise<string> {
  const code = await aDossierOf(program, procedure);
  const answer = await desk.move(who, code, "accept");
  if (answer.status !== 200) throw new Error(answer.bytes.toString());
  return code;
}

const cash = (amount: number) => ({ method: "cash", amount });
const reference = () => `FT${randomUUID().slice(0, 8).toUpperCase()}`;
const transfer = (amount: number, said: object = {}) => ({
  method: "transfer",
  amount,
  reference: reference(),
  ...said,
});

/** Asked for by the applicant and granted by the leader: closed without a result. */
async function withdrawn(code: string): Promise<void> {
  await desk.move("citizen", code, "withdraw");
  const settlement = { paid: 0, refundable: 0, papers: "" };
  await desk.move("leader", code, "stop", { note: "Theo đề nghị của người nộp.", settlement });
}

describe("what is owed", () => {
  it("is the one fixed fee of the pinned version, without anybody setting it", async () => {
    const code = await aDossierOf(program, business);

    const { finance, charges, payments, transfer: offer, state } = await desk.read(code);

    expect(state).toBe("submitted");
    expect(finance).toEqual({ status: "due", due: 100_000, paid: 0, refunded: 0, outstanding: 100_000, over: 0 });
    expect(charges).toMatchObject([{ id: null, kind: "charge", due: 100_000, name: "Lệ phí đăng ký hộ kinh doanh" }]);
    expect(payments).toEqual([]);
    expect(offer).toBeNull();
  });

  it("is chosen by an official where the version names several, and the choice is kept", async () => {
    const code = await accepted(birth, "reception-ward");
    expect((await desk.read(code)).finance.status).toBe("notSet");

    const inTime = await desk.charge("reception-ward", code, { feeIndex: 0 });
    expect(inTime.json.finance.status).toBe("nothingDue");
    const chosen = inTime.json.charges[0].id;
    const late = await desk.charge("reception-ward", code, { feeIndex: 1, replaces: chosen, reason: "Quá 60 ngày" });

    expect(late.json.finance).toMatchObject({ status: "due", due: 8000 });
    expect(late.json.charges).toMatchObject([
      { feeIndex: 1, reason: "Quá 60 ngày", replaces: chosen, setBy: "Lê Ngọc Ánh" },
    ]);
    const seenByOwner = await desk.read(code);
    expect(seenByOwner.charges[0]).not.toHaveProperty("setBy");
  });

  it("is counted by copies, and set with a reason where no amount is fixed", async () => {
    const code = await accepted(copies, "reception-ward");
    const counted = await desk.charge("reception-ward", code, { feeIndex: 0, quantity: 5 });
    expect(counted.json.finance.due).toBe(40_000);

    const plot = await accepted(land);
    const without = await desk.charge("reception", plot, { feeIndex: 1, unitAmount: 12_345_678_901 });
    const levy = await desk.charge("reception", plot, {
      feeIndex: 1,
      unitAmount: 12_345_678_901,
      reason: "Thông báo 12/TB-CCT của cơ quan thuế",
    });

    expect(without.status).toBe(422);
    expect(without.json.errors).toMatchObject([{ path: "/reason", code: "missing" }]);
    expect(levy.json.finance).toMatchObject({ status: "due", due: 12_345_678_901 });
    expect(levy.json.charges[0].kind).toBe("obligation");
  });

  it("is freed by the official where the version frees, and by a leader beyond it", async () => {
    const poor = await accepted(parent, "reception-ward");
    const exempt = { feeIndex: 0, relief: { kind: "exempt" }, reason: "Hộ nghèo, giấy chứng nhận 12/2026" };
    expect((await desk.charge("reception-ward", poor, exempt)).json.finance.status).toBe("exempt");

    const shop = await accepted(business);
    const asked = await desk.charge("reception", shop, { ...exempt, reason: "Khó khăn do lũ" });
    expect(asked.json.finance.status).toBe("due");
    expect(asked.json.charges[0].relief).toMatchObject({ kind: "exempt", state: "awaiting" });
    const { id } = asked.json.charges[0];
    expect((await desk.decide("reception", shop, id, true)).status).toBe(403);
    expect((await desk.decide("leader-ward", shop, id, true)).status).toBe(404);
    const given = await desk.decide("leader", shop, id, true);

    expect(given.status).toBe(201);
    expect(given.json.finance.status).toBe("exempt");
    expect((await desk.decide("leader", shop, id, true)).status).toBe(200);
    expect((await desk.decide("leader", shop, id, false, "đổi ý")).json.type).toBe("/problems/already-decided");
  });

  it("stays when a leader says no, for a reason", async () => {
    const code = await accepted(business);
    const asked = await desk.charge("reception", code, {
      feeIndex: 0,
      relief: { kind: "reduced", amount: 40_000 },
      reason: "Đề nghị giảm",
    });
    const { id } = asked.json.charges[0];

    expect((await desk.decide("leader", code, id, false)).status).toBe(422);
    const declined = await desk.decide("leader", code, id, false, "Không thuộc diện");

    expect(declined.json.finance).toMatchObject({ status: "due", due: 100_000 });
    expect(declined.json.charges[0]).toMatchObject({
      relief: { state: "declined" },
      approval: { reason: "Không thuộc diện" },
    });
  });

  it("cannot be added beside the published fees without a text the procedure rests on", async () => {
    const code = await accepted(copies, "reception-ward");
    const extra = { name: "Phí gửi qua bưu chính", kind: "fee", unitAmount: 30_000 };
    const { legalBasis } = (await program.ask(null, "GET", `/api/v1/procedures/${copies}`)).json;

    const without = await desk.charge("reception-ward", code, extra);
    const invented = await desk.charge("reception-ward", code, { ...extra, legalBasis: "1/2099/QĐ" });
    const lawful = await desk.charge("reception-ward", code, { ...extra, legalBasis: legalBasis[0].number });

    expect(without.json.errors).toMatchObject([{ path: "/legalBasis", code: "missing" }]);
    expect(invented.json.errors).toMatchObject([{ code: "unknownLegalBasis" }]);
    expect(lawful.json.finance.due).toBe(38_000);
  });
});

describe("a payment", () => {
  it("at the counter makes the dossier paid, and leaves its own state alone", async () => {
    const code = await accepted(business);

    const part = await desk.pay("reception", code, cash(40_000));
    const rest = await desk.pay("reception", code, cash(60_000));

    expect([part.json.finance.status, rest.json.finance.status]).toEqual(["partlyPaid", "paid"]);
    const dossier = await desk.read(code);
    expect(dossier.state).toBe("accepted");
    expect(dossier.timeline).toHaveLength(2);
    const amounts = dossier.payments.map(({ amount }: { amount: number }) => amount);
    expect(amounts.sort()).toEqual([40_000, 60_000]);
    expect(dossier.payments[0]).toMatchObject({
      method: "cash",
      recordedAt: "2026-11-16T08:30:00.000+07:00",
      reverses: null,
    });
  });

  it("by transfer is offered by a code that an outside decoder reads: account, amount, dossier code", async () => {
    const code = await accepted(business);

    const { transfer: offer } = await desk.read(code);

    const read = new QRPay(offer.vietQr);
    expect(read.isValid).toBe(true);
    expect(read.consumer).toEqual({ bankBin: offer.bankBin, bankNumber: offer.accountNumber });
    expect(read.amount).toBe("100000");
    expect(read.additionalData.purpose).toBe(code);
    expect(offer.isSample).toBe(true);
    await desk.pay("reception", code, transfer(30_000));
    expect(new QRPay((await desk.read(code)).transfer.vietQr).amount).toBe("70000");
  });

  it("sent again with its id is one payment; with other content it is refused", async () => {
    const code = await accepted(business);
    const key = randomUUID();

    const answers = [
      await desk.pay("reception", code, cash(50_000), key),
      await desk.pay("reception", code, cash(50_000), key),
      await desk.pay("reception", code, cash(40_000), key),
    ];

    expect(answers.map(({ status }) => status)).toEqual([201, 200, 422]);
    expect(answers[2]?.json.type).toBe("/problems/otherBody");
    const elsewhere = await desk.pay("reception", await accepted(business), cash(50_000), key);
    expect(elsewhere.json.type).toBe("/problems/otherBody");
    expect((await desk.read(code)).finance.paid).toBe(50_000);
    expect((await program.ask("reception", "POST", `/api/v1/dossiers/${code}/payments`, cash(1))).status).toBe(400);
  });

  it("taken by two officials at once is taken once, twenty times", async () => {
    const code = await accepted(business);

    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.pay("reception", code, cash(100_000))));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 201);
    expect(new Set(others.map(({ json }) => json.type))).toEqual(new Set(["/problems/nothing-outstanding"]));
    expect((await desk.read(code)).finance).toMatchObject({ status: "paid", paid: 100_000 });
  });

  it("of the same transfer is not taken for two dossiers, also at once", async () => {
    const [one, other] = [await accepted(business), await accepted(business)];
    const same = transfer(100_000);

    const answers = await Promise.all([desk.pay("reception", one, same), desk.pay("reception", other, same)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.json).toMatchObject({ type: "/problems/transfer-taken", code: expect.stringMatching(/^H56/) });
  });

  it("of a transfer is written down as it came: too much, for a closed dossier, with its day", async () => {
    const code = await accepted(business);
    program.clock.set("2026-11-18T03:00:00Z");

    const more = await desk.pay("reception", code, transfer(150_000, { paidAt: "2026-11-17T16:00:00+07:00" }));
    await withdrawn(code);
    const later = await desk.pay("reception", code, transfer(10_000));

    program.clock.set(monday);
    expect(more.json.finance).toMatchObject({ status: "paid", over: 50_000 });
    expect(more.json.payments[0].paidAt).toBe("2026-11-17T16:00:00.000+07:00");
    expect(later.json.finance).toMatchObject({ status: "paid", due: 0, over: 160_000 });
  });

  it.each<readonly [string, object, number, string]>([
    ["nought", cash(0), 422, "/amount nothing"],
    ["less than nought", cash(-5000), 422, "/amount amount"],
    ["half a đồng", cash(0.5), 400, "/amount type"],
    ["more than thirteen digits", cash(10_000_000_000_000), 422, "/amount amount"],
    ["text", { method: "cash", amount: "100000" }, 400, "/amount type"],
    ["a way that is not known", { method: "card", amount: 1 }, 400, "/method anyOf"],
    ["an unknown field", { ...cash(1), more: 1 }, 400, "/more unknownField"],
    ["a transfer without its number", { method: "transfer", amount: 1 }, 422, "/reference missing"],
    ["a transfer with a number of marks", { ...transfer(1), reference: "Số một" }, 422, "/reference reference"],
    ["cash with a bank's number", { ...cash(1), reference: "FT1234" }, 422, "/reference notForCash"],
    ["a transfer of tomorrow", transfer(1, { paidAt: "2026-11-17T08:00:00+07:00" }), 422, "/paidAt inTheFuture"],
    [
      "a transfer from before the dossier",
      transfer(1, { paidAt: "2026-11-01T08:00:00+07:00" }),
      422,
      "/paidAt beforeSubmission",
    ],
    ["a day there is not", transfer(1, { paidAt: "2026-13-45T08:00:00+07:00" }), 400, "/paidAt instant"],
    ["a payer of 400 signs", { ...cash(1), payer: "ả".repeat(400) }, 422, "/payer tooLong"],
  ])("of %s is refused with every fault named", async (_, body, status, fault) => {
    const code = await accepted(business);

    const answer = await desk.pay("reception", code, body);

    expect({ status: answer.status, json: answer.json }).toMatchObject({ status });
    const faults = answer.json.errors.map((one: { path: string; code: string }) => `${one.path} ${one.code}`);
    expect(faults.some((one: string) => one.startsWith(fault))).toBe(true);
    expect((await desk.read(code)).payments).toEqual([]);
  });

  it("in cash is taken for what is owed only, after acceptance, and not for a closed dossier", async () => {
    const fresh = await aDossierOf(program, business);
    const tooMuch = await desk.pay("reception", await accepted(business), cash(100_001));
    const notSet = await desk.pay("reception-ward", await accepted(birth, "reception-ward"), cash(8000));
    const early = await desk.pay("reception", fresh, cash(100_000));
    await desk.move("reception", fresh, "refuse", { note: "Không thuộc thẩm quyền" });
    const late = await desk.pay("reception", fresh, cash(100_000));

    expect(tooMuch).toMatchObject({
      status: 409,
      json: { type: "/problems/more-than-outstanding", outstanding: 100_000 },
    });
    expect(notSet).toMatchObject({ status: 409, json: { type: "/problems/nothing-outstanding" } });
    expect(early).toMatchObject({ status: 409, json: { type: "/problems/not-accepted" } });
    expect(late).toMatchObject({ status: 409, json: { type: "/problems/closed" } });
    expect((await desk.charge("reception", fresh, { feeIndex: 0 })).json.type).toBe("/problems/closed");
  });

  it("is taken back as a whole, on its day by its recorder, later by a leader, and once only", async () => {
    const code = await accepted(business);
    const key = randomUUID();
    await desk.pay("reception", code, cash(100_000), key);
    const reversal = randomUUID();

    const back = await desk.reverse("reception", code, key, "Ghi nhầm hồ sơ", reversal);
    expect(back).toMatchObject({ status: 201, json: { finance: { status: "due", paid: 0 } } });
    expect(back.json.payments).toMatchObject([{ id: key }, { reverses: key, reason: "Ghi nhầm hồ sơ" }]);
    expect((await desk.reverse("reception", code, key, "Ghi nhầm hồ sơ", reversal)).status).toBe(200);
    expect((await desk.reverse("reception", code, key)).json.type).toBe("/problems/already-reversed");
    expect((await desk.reverse("reception", code, reversal)).status).toBe(404);

    const second = randomUUID();
    await desk.pay("reception", code, cash(100_000), second);
    program.clock.set("2026-11-17T01:30:00Z");
    const nextDay = await desk.reverse("reception", code, second);
    const byLeader = await desk.reverse("leader", code, second);
    program.clock.set(monday);

    expect(nextDay).toMatchObject({ status: 403, json: { type: "/problems/needs-leader" } });
    expect(byLeader.status).toBe(201);
  });

  it("of a transfer that was taken back may be written down again, for the right dossier", async () => {
    const [wrong, right] = [await accepted(business), await accepted(business)];
    const same = transfer(100_000);
    const key = randomUUID();
    await desk.pay("reception", wrong, same, key);

    await desk.reverse("reception", wrong, key);

    expect((await desk.pay("reception", right, same)).json.finance.status).toBe("paid");
  });
});

describe("a refund", () => {
  async function overpaid(): Promise<string> {
    const code = await accepted(business);
    await desk.pay("reception", code, transfer(150_000));
    return code;
  }
  const ask = (amount: number) => ({ amount, method: "cash", reason: "Nộp thừa" });

  it("is asked for at the counter, approved by a leader, paid out at the counter", async () => {
    const code = await overpaid();
    const key = randomUUID();

    const asked = await desk.refund("reception", code, ask(50_000), key);
    expect(asked).toMatchObject({ status: 201, json: { refunds: [{ state: "asked", amount: 50_000 }] } });
    expect((await desk.payOut("reception", code, key)).json.type).toBe("/problems/not-approved");
    expect((await desk.decide("leader", code, key, true)).json.refunds).toMatchObject([{ state: "approved" }]);
    const paid = await desk.payOut("reception", code, key);

    expect(paid.json).toMatchObject({
      finance: { status: "paid", paid: 150_000, refunded: 50_000, over: 0, outstanding: 0 },
      refunds: [{ state: "paidOut" }],
    });
    expect((await desk.payOut("reception", code, key)).status).toBe(200);
    expect((await desk.read(code)).finance.refunded).toBe(50_000);
  });

  it("is never more than was kept beyond what is owed, also when asked for ten times at once", async () => {
    const code = await overpaid();

    expect(await desk.refund("reception", code, ask(50_001))).toMatchObject({
      status: 409,
      json: { type: "/problems/more-than-over", refundable: 50_000 },
    });
    expect((await desk.refund("reception", code, ask(150_001))).status).toBe(409);
    expect((await desk.refund("reception", code, ask(0))).status).toBe(422);
    expect((await desk.refund("reception", code, ask(-1))).status).toBe(422);
    expect((await desk.refund("reception", code, { ...ask(1), reason: "  " })).status).toBe(422);
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.refund("reception", code, ask(20_000))));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
  });

  it("of everything closes the money of a withdrawn dossier", async () => {
    const code = await accepted(business);
    await desk.pay("reception", code, cash(100_000));
    expect((await desk.refund("reception", code, ask(100_000))).status).toBe(409);
    await withdrawn(code);
    const key = randomUUID();

    await desk.refund("reception", code, { ...ask(100_000), method: "transfer", reason: "Rút hồ sơ" }, key);
    await desk.decide("leader", code, key, true);
    expect((await desk.payOut("reception", code, key)).json.errors).toMatchObject([
      { path: "/reference", code: "missing" },
    ]);
    const done = await desk.payOut("reception", code, key, { reference: "ft 2611 17" });

    expect(done.json.finance.status).toBe("refunded");
    expect(done.json.refunds).toMatchObject([{ reference: "FT261117" }]);
    expect((await desk.read(code)).state).toBe("stopped");
  });

  it("that a leader declined frees the sum again; money that is promised is not taken back", async () => {
    const code = await overpaid();
    const first = randomUUID();
    await desk.refund("reception", code, ask(50_000), first);
    const { payments } = await desk.read(code);
    expect((await desk.reverse("reception", code, payments[0].id)).json.type).toBe("/problems/given-back");

    await desk.decide("leader", code, first, false, "Chưa đủ hồ sơ");
    expect((await desk.payOut("reception", code, first)).status).toBe(409);

    expect((await desk.refund("reception", code, ask(50_000))).status).toBe(201);
  });

  it("is not paid out when more has come to be owed since it was approved", async () => {
    const code = await overpaid();
    const key = randomUUID();
    await desk.refund("reception", code, ask(50_000), key);
    await desk.decide("leader", code, key, true);
    await desk.charge("reception", code, { feeIndex: 0, quantity: 2 });

    expect((await desk.payOut("reception", code, key)).json.type).toBe("/problems/more-than-over");
  });
});

describe("the wrong person", () => {
  it("changes nothing and learns nothing", async () => {
    const city = await accepted(business);
    const ward = await accepted(parent, "reception-ward");
    const id = randomUUID();
    const acts = [
      ["charges", { feeIndex: 0 }],
      ["payments", cash(1)],
      [`payments/${id}/reversal`, { reason: "x" }],
      ["refunds", { amount: 1, method: "cash", reason: "x" }],
      [`refunds/${id}/payout`, {}],
      [`approvals/${id}`, { approve: true }],
    ] as const;
    const met: Record<string, number[]> = {};
    for (const who of ["citizen", "business", "specialist", "director", "inspector", "quality", "admin", null]) {
      met[String(who)] = [];
      for (const [path, body] of acts) met[String(who)]?.push((await desk.post(who, city, path, body)).status);
    }
    const otherUnit: number[] = [];
    for (const [path, body] of acts.slice(0, 5))
      otherUnit.push((await desk.post("reception-ward", city, path, body)).status);

    expect(met).toEqual({
      citizen: Array(6).fill(403),
      business: Array(6).fill(403),
      specialist: Array(6).fill(403),
      director: Array(6).fill(403),
      inspector: Array(6).fill(403),
      quality: Array(6).fill(403),
      admin: Array(6).fill(403),
      null: Array(6).fill(401),
    });
    expect(otherUnit).toEqual(Array(5).fill(404));
    expect((await desk.post("reception", ward, "payments", cash(1))).status).toBe(404);
    expect((await desk.post("leader", city, "charges", { feeIndex: 0 })).status).toBe(403);
    for (const path of ["/phi", `/phi/bien-lai/${id}`])
      expect((await program.ask("business", "GET", `/tai-khoan/ho-so/${city}${path}`)).status).toBe(404);
    expect((await desk.read(city)).payments).toEqual([]);
  });

  it("is also who asked: nobody approves their own request", async () => {
    const code = await accepted(business);
    const asked = await desk.charge("reception", code, { feeIndex: 0, relief: { kind: "exempt" }, reason: "x" });
    const { accountId } = (await signIn("reception")).actor;
    const owner = new pg.Client({ connectionString: program.database.ownerUrl });
    await owner.connect();
    await owner.query(
      `insert into posting (account_id, unit_id, role, valid_from)
       select $1, id, 'leader', '2026-01-01' from unit where code = 'TP-MOTCUA'`,
      [accountId],
    );

    const { token } = await signIn("reception");
    const path = `/api/v1/dossiers/${code}/approvals/${asked.json.charges[0].id}`;
    const own = await program.ask(null, "POST", path, { approve: true }, { authorization: `Bearer ${token}` });

    await owner.query("update posting set valid_to = '2026-01-02' where account_id = $1 and role = 'leader'", [
      accountId,
    ]);
    await owner.end();
    expect(own).toMatchObject({ status: 403, json: { type: "/problems/own-request" } });
  });

  async function signIn(who: string) {
    const answer = await program.ask(null, "POST", "/api/v1/sessions", {
      login: `${who}@demo`,
      password: "motcua-demo",
    });
    return answer.json;
  }
});

describe("what happened with money", () => {
  it("cannot be changed or deleted, neither by the application nor by a hand in the database", async () => {
    const code = await accepted(business);
    await desk.pay("reception", code, cash(100_000));
    const owner = new pg.Client({ connectionString: program.database.ownerUrl });
    await owner.connect();

    for (const table of ["charge", "payment", "refund", "fee_approval", "refund_payout"]) {
      for (const statement of [
        `update ${table} set unit_id = unit_id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(program.database.pool.query(statement), statement).rejects.toMatchObject({ code: "42501" });
        await expect(owner.query(statement), statement).rejects.toThrow(/history is never rewritten/);
      }
    }

    await owner.end();
  });

  it("keeps no reason and no name in plain text", async () => {
    const code = await accepted(parent, "reception-ward");
    const secret = "người khuyết tật nặng";
    await desk.charge("reception-ward", code, { feeIndex: 0, relief: { kind: "exempt" }, reason: secret });
    await desk.pay("reception-ward", code, { ...transfer(15_000), payer: "Trần Văn Bí Mật" });
    const owner = new pg.Client({ connectionString: program.database.ownerUrl });
    await owner.connect();

    const { rows } = await owner.query("select c::text as text from charge c union all select p::text from payment p");

    await owner.end();
    const text = rows.map((row) => row.text + Buffer.from(row.text.replaceAll(/\\x/g, ""), "hex").toString()).join();
    expect(text).not.toContain(secret);
    expect(text).not.toContain("Bí Mật");
    expect((await desk.read(code)).charges[0].reason).toBe(secret);
  });

  it("leaves verify clean; and verify tells what a hand in the database did", async () => {
    const lines: string[] = [];
    expect(await verify(program.deps, { write: (line: string) => lines.push(line) })).toBe(0);
    expect(lines.join("")).toContain(" 0 faults");

    const code = await accepted(business);
    const { id } = await desk.read(code);
    const owner = new pg.Client({ connectionString: program.database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query("select id from unit where code = 'TP-MOTCUA'");
    await owner.query(
      `insert into charge (id, dossier_id, fee_index, kind, name, unit_amount, quantity, timing, set_by, unit_id, set_at)
       values ($1, $2, 0, 'charge', 'Lệ phí đăng ký hộ kinh doanh', 1000, 1, 'advance', $1, $3, now()),
              ($4, $1, 0, 'charge', 'Lệ phí đăng ký hộ kinh doanh', 1000, 1, 'advance', $1, $3, now())`,
      [randomUUID(), id, rows[0].id, randomUUID()],
    );
    await owner.end();

    const told: string[] = [];
    expect(await verify(program.deps, { write: (line: string) => told.push(line) })).toBe(1);
    expect(told.join("")).toMatch(new RegExp(`${code}: charge .* asks 1000, its version 100000`));
    expect(told.join("")).toMatch(/money names dossier .* which is not there/);
  });
});
