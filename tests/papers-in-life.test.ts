/** Papers in the life of a dossier, through the whole program: ordered or issued at their moment, once, and for whom they are. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { amountInWords } from "#features/documents/index.ts";
import { hasPoppler, textOf } from "#features/documents/papers/testing-pdf.ts";
import { verify } from "../src/verify.ts";
import { desk } from "./support/desk.ts";
import { aDossierOf, moneyDesk } from "./support/money.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aSubmission } from "./support/submission.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;
/** A certificate of marital status: by a ward, due three working days after acceptance. */
const marriageStatus = "1.004873";
/** By a ward; the leader signs and the result lies at its return desk. */
const birth = "1.001193";

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-16T01:30:00Z" });
  at = desk(program);
});

async function send(resultChannel: "online" | "counter" = "online", procedure = marriageStatus): Promise<string> {
  const body = { ...(await aSubmission(program, "citizen", procedure)), resultChannel };
  const answer = await program.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
  if (answer.status !== 201) throw new Error(answer.bytes.toString());
  return answer.json.code;
}

async function inProgress(): Promise<string> {
  const code = await send();
  await at.walk(code, ["reception-ward", "accept"], ["reception-ward", "handOver"]);
  return code;
}

const paper = (who: string | null, code: string, kind: string) =>
  program.ask(who, "GET", `/api/v1/dossiers/${code}/papers/${kind}`);
const order = (who: string, code: string, kind: string) =>
  program.ask(who, "POST", `/api/v1/dossiers/${code}/papers/${kind}`);

describe("the control slip", () => {
  it("tells at any time who gave the dossier to whom; the applicant sees offices and no names of officials", async () => {
    const code = await inProgress();

    const forOfficial = await paper("specialist", code, "controlSlip");
    const forApplicant = await paper("citizen", code, "controlSlip");
    const forStranger = await paper(null, code, "controlSlip");

    expect([forOfficial.status, forApplicant.status, forStranger.status]).toEqual([200, 200, 404]);
    if (!hasPoppler) return;
    const [told, seen] = [textOf(forOfficial.bytes), textOf(forApplicant.bytes)];
    const { json: session } = await program.ask(null, "POST", "/api/v1/sessions", {
      login: "reception-ward@demo",
      password: "motcua-demo",
    });
    expect(told).toContain(session.actor.name);
    expect(seen).not.toContain(session.actor.name);
    expect(seen).toContain("Các lần giao, nhận ghi đến 08 giờ 30 phút");
  });

  it("is numbered once for each stand of the history, also when two order it at once", async () => {
    const code = await inProgress();

    const both = await Promise.all([
      order("specialist", code, "controlSlip"),
      order("specialist", code, "controlSlip"),
    ]);
    await at.walk(code, ["specialist", "proposeResult", { proposal: "Đủ." }]);
    const later = await order("specialist", code, "controlSlip");

    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(new Set(both.map(({ json }) => json.id)).size).toBe(1);
    expect(later.status).toBe(201);
    expect(later.json.number).not.toBe(both[0]?.json.number);
    const issued = await paper("specialist", code, later.json.id);
    expect(issued.status).toBe(200);
    expect((await paper("citizen", code, later.json.id)).status).toBe(404);
  });

  it("is ordered by those who work on the dossier, and by nobody else", async () => {
    const code = await inProgress();

    expect((await order("citizen", code, "controlSlip")).status).toBe(403);
    expect((await order("reception", code, "controlSlip")).status).toBe(404);
    expect((await order("director", code, "controlSlip")).status).toBe(403);
    expect((await order("specialist", code, "receipt")).status).toBe(404);
  });
});

describe("a transfer slip", () => {
  it("goes with the last hand-over between units, once, from whoever made it", async () => {
    const code = await inProgress();

    const notTheirs = await order("specialist", code, "transferSlip");
    const [first, again] = [
      await order("reception-ward", code, "transferSlip"),
      await order("reception-ward", code, "transferSlip"),
    ];

    expect(notTheirs.status).toBe(403);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.json.number).toBe(first.json.number);
    expect(first.json.number).toMatch(/^\d+\/PCXL$/);
    expect((await paper("specialist", code, first.json.id)).status).toBe(200);
    expect((await paper("citizen", code, "transferSlip")).status).toBe(404);
  });

  it("is not written for a hand-over that was taken back, nor before there is one", async () => {
    const code = await send();
    await at.walk(code, ["reception-ward", "accept"]);
    const before = await order("reception-ward", code, "transferSlip");
    await at.walk(code, ["reception-ward", "handOver"], ["reception-ward", "undoHandOver"]);

    const after = await order("reception-ward", code, "transferSlip");

    expect([before.status, after.status]).toEqual([409, 409]);
    expect(after.json.type).toBe("/problems/no-occasion");
  });
});

describe("a request for an opinion", () => {
  it("is a numbered, signed paper that the body asked and the desk can open, and the applicant cannot", async () => {
    const code = await inProgress();
    const question = "Người này có đang kết hôn không?";

    await at.walk(code, [
      "specialist",
      "consult",
      { note: question, unitCodes: ["TP-TUPHAP"], answerBy: "2026-11-17" },
    ]);

    const { papers } = await at.read(code);
    const issued = papers.find(({ kind }: { kind: string }) => kind === "consultRequest");
    expect(issued.number).toMatch(/^\d+\/LYK$/);
    const opened = await paper("reception-ward", code, "consultRequest");
    expect(opened.status).toBe(200);
    if (hasPoppler) expect(textOf(opened.bytes)).toContain(question);
    expect((await paper("citizen", code, "consultRequest")).status).toBe(404);
    expect((await paper("citizen", code, issued.id)).status).toBe(404);
    const own = await at.read(code, "citizen");
    expect(own.papers.map(({ kind }: { kind: string }) => kind)).not.toContain("consultRequest");
    expect(own.timeline.find(({ type }: { type: string }) => type === "consult").paper).toBeNull();
    const checked = await program.ask(null, "GET", `/api/v1/verifications/${issued.id}`);
    expect(checked.json).toMatchObject({ status: "valid", kind: "consultRequest" });
    expect(checked.json.signatures).toHaveLength(2);
  });
});

describe("the receipt of a result", () => {
  it("says who took which result at the counter; what is downloaded needs none", async () => {
    const [byHand, online] = [await send("counter", birth), await send("online", birth)];
    for (const code of [byHand, online]) {
      await at.walk(
        code,
        ["reception-ward", "accept"],
        ["reception-ward", "handOver"],
        ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }],
        ["leader-ward", "approve"],
      );
    }
    await at.walk(byHand, ["reception-ward", "returnResult", { handedTo: "Lê Thị Út" }]);
    await at.walk(online, ["reception-ward", "returnResult"]);

    const receipt = await paper("citizen", byHand, "resultReceipt");

    expect(receipt.status).toBe(200);
    if (hasPoppler) {
      const { papers } = await at.read(byHand);
      const result = papers.find(({ kind }: { kind: string }) => kind === "result");
      expect(textOf(receipt.bytes)).toContain("Lê Thị Út");
      expect(textOf(receipt.bytes)).toContain(result.number);
      // The number of the owner's card is not printed beside somebody else's name.
      expect(textOf(receipt.bytes)).not.toContain("038190001234");
    }
    expect((await paper("citizen", online, "resultReceipt")).status).toBe(404);
  });
});

describe("the receipt of fees", () => {
  const money = () => moneyDesk(program);
  const cash = (amount: number) => ({ method: "cash", amount });
  /** Obligations of any amount can be set on a legal basis. */
  async function owing(amount: number): Promise<string> {
    const code = await aDossierOf(program, marriageStatus);
    const { legalBasis } = (await program.ask(null, "GET", `/api/v1/procedures/${marriageStatus}`)).json;
    await at.walk(code, ["reception-ward", "accept"]);
    const set = await money().charge("reception-ward", code, {
      name: "Tiền sử dụng đất",
      kind: "obligation",
      legalBasis: legalBasis[0].number,
      unitAmount: amount,
      quantity: 1,
      timing: "advance",
      reason: "Theo thông báo của cơ quan thuế",
    });
    if (set.status !== 201) throw new Error(set.bytes.toString());
    return code;
  }

  it("comes with each payment, in figures and in words, beyond a billion too", async () => {
    const code = await owing(1_234_567_890_123);

    const paid = await money().pay("reception-ward", code, cash(1_234_567_890_123));

    expect(paid.status).toBe(201);
    const receipt = await paper("citizen", code, "feeReceipt");
    expect(receipt.status).toBe(200);
    if (hasPoppler) {
      const text = textOf(receipt.bytes);
      expect(text).toContain("1.234.567.890.123");
      expect(text).toContain("Một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu");
    }
  });

  it("is issued once, however often the request is repeated", async () => {
    const code = await owing(50_000);
    const key = randomUUID();

    await money().pay("reception-ward", code, cash(50_000), key);
    await money().pay("reception-ward", code, cash(50_000), key);

    const page = await program.ask("reception-ward", "GET", `/can-bo/ho-so/${code}`);
    expect(page.bytes.toString().match(/\d+\/BL/g)).toHaveLength(1);
  });

  it("is cancelled when the payment was a mistake, and whoever checks it is told", async () => {
    const code = await owing(50_000);
    const paid = await money().pay("reception-ward", code, cash(50_000));
    const [row] = paid.json.payments;

    await money().reverse("reception-ward", code, row.id);

    const book = await program.ask("reception-ward", "GET", "/can-bo/thu-phi");
    expect(book.bytes.toString()).toContain("Đã hủy");
    const { id } = await at.read(code);
    const issued = (await program.deps.payments.receipts.of(program.deps.database.db, [id])).get(row.id);
    expect(issued?.isCancelled).toBe(true);
    const checked = await program.ask(null, "GET", `/api/v1/verifications/${issued?.id}`);
    expect(checked.json.status).toBe("cancelled");
  });

  it("is replaced by one for the rest when a part of the money is given back", async () => {
    const code = await owing(50_000);
    await money().pay("reception-ward", code, cash(50_000));
    const { id, charges, payments } = await at.read(code);
    const obligation = charges.find(({ kind }: { kind: string }) => kind === "obligation");
    const changed = await money().charge("reception-ward", code, {
      name: "Tiền sử dụng đất",
      kind: "obligation",
      legalBasis: obligation.legalBasis,
      unitAmount: 20_000,
      quantity: 1,
      timing: "advance",
      reason: "Cơ quan thuế tính lại",
      replaces: obligation.id,
    });
    expect(changed.status).toBe(201);
    const { over } = (await at.read(code)).finance;
    const asked = await money().refund("reception-ward", code, {
      amount: over,
      method: "cash",
      reason: "Thu thừa",
    });
    const refund = asked.json.refunds[0].id;
    await money().decide("leader-ward", code, refund, true);
    const first = (await program.deps.payments.receipts.of(program.deps.database.db, [id])).get(payments[0].id);

    const out = await money().payOut("reception-ward", code, refund);

    expect(out.status).toBeLessThan(300);
    const now = (await program.deps.payments.receipts.of(program.deps.database.db, [id])).get(payments[0].id);
    expect(now?.id).not.toBe(first?.id);
    const checked = await program.ask(null, "GET", `/api/v1/verifications/${first?.id}`);
    expect(checked.json).toMatchObject({ status: "replaced", replacedBy: now?.id });
    if (hasPoppler) {
      expect(textOf((await paper("citizen", code, "feeReceipt")).bytes)).toContain(amountInWords(50_000 - over));
    }
  });
});

it("leaves nothing for verify to find", async () => {
  let said = "";
  const exit = await verify(program.deps, { write: (text) => (said += text) });

  expect([exit, said]).toEqual([0, expect.stringContaining("0 faults")]);
});
