/** A city under TT 03/2025/TT-VPCP: its seven forms, with the notice that handling stops, issued by the same moves. */
import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { hasPoppler, textOf } from "#features/documents/papers/testing-pdf.ts";
import { verify } from "../src/verify.ts";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;

beforeAll(async () => {
  program = await testProgram({ now: "2026-11-16T01:30:00Z", ruleProfile: "vn-2025" });
  at = desk(program);
});

const paper = (who: string, code: string, kind: string) =>
  program.ask(who, "GET", `/api/v1/dossiers/${code}/papers/${kind}`);

it("stops a dossier at its owner's wish, and the signed notice says what becomes of money and papers", async () => {
  const code = await at.send("1.004873");
  await at.walk(
    code,
    ["reception-ward", "accept"],
    ["reception-ward", "handOver"],
    ["citizen", "withdraw", { note: "Tôi chuyển nơi ở." }],
    [
      "leader-ward",
      "stop",
      { note: "Theo đơn của người nộp.", settlement: { paid: 8000, refundable: 8000, papers: "Bản chụp giấy tờ" } },
    ],
  );

  const notice = await paper("citizen", code, "stopNotice");

  expect(notice.status).toBe(200);
  const { papers, state } = await at.read(code, "citizen");
  const issued = papers.find(({ kind }: { kind: string }) => kind === "stopNotice");
  expect(state).toBe("stopped");
  const checked = await program.ask(null, "GET", `/api/v1/verifications/${issued.id}`);
  expect(checked.json).toMatchObject({ status: "valid", kind: "stopNotice", title: "Thông báo dừng giải quyết hồ sơ" });
  expect(checked.json.signatures).toHaveLength(2);
  if (hasPoppler) {
    const text = textOf(notice.bytes);
    expect(text).toContain("Tám nghìn đồng");
    expect(text).toContain("Bản chụp giấy tờ");
    expect(text).toContain(issued.number);
  }
});

it("issues receipt, supplement request, refusal and control slip as forms of 2025", async () => {
  const asked = await at.send("1.004873");
  await at.walk(
    asked,
    ["reception-ward", "accept"],
    [
      "reception-ward",
      "requestSupplement",
      { faults: [{ legalBasis: "60/2014/QH13", message: "Cần văn bản ủy quyền." }] },
    ],
  );
  const refused = await at.send("1.004873");
  await at.walk(refused, ["reception-ward", "refuse", { note: "Đã được giải quyết ở nơi khác." }]);
  const { json: ordered } = await program.ask(
    "reception-ward",
    "POST",
    `/api/v1/dossiers/${asked}/papers/controlSlip`,
    {},
    { "idempotency-key": randomUUID() },
  );

  const kinds = [
    [asked, "receipt"],
    [asked, "supplementRequest"],
    [refused, "refusal"],
    [asked, ordered.id],
  ] as const;
  for (const [code, kind] of kinds) {
    const answer = await paper("reception-ward", code, kind);
    expect([kind, answer.status]).toEqual([kind, 200]);
    if (hasPoppler) expect(textOf(answer.bytes)).toContain("03/2025/TT-VPCP");
  }
});

it("leaves nothing for verify to find", async () => {
  let said = "";
  await verify(program.deps, { write: (text) => (said += text) });

  expect(said).toContain(" 0 faults");
});
