/** A result goes home by public post, and results change hands by lists (QĐ 45/2016/QĐ-TTg; 61/2018/NĐ-CP art. 20). */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { hasPoppler, textOf } from "#features/documents/papers/testing-pdf.ts";
import { verify } from "../src/verify.ts";
import { desk } from "./support/desk.ts";
import { type TestProgram, testProgram } from "./support/program.ts";
import { aSubmission } from "./support/submission.ts";

let program: TestProgram;
let at: ReturnType<typeof desk>;

beforeAll(async () => {
  program = await testProgram();
  at = desk(program);
});

async function finished(resultChannel: "post" | "counter" = "post"): Promise<string> {
  const body = { ...(await aSubmission(program, "citizen", "1.001193")), resultChannel };
  const answer = await program.ask("citizen", "POST", "/api/v1/dossiers", body, { "idempotency-key": randomUUID() });
  const { code } = answer.json;
  await at.walk(
    code,
    ["reception-ward", "accept"],
    ["reception-ward", "handOver"],
    ["specialist", "proposeResult", { proposal: "Đủ điều kiện." }],
    ["leader-ward", "approve"],
  );
  return code;
}

const form = (who: string, path: string, fields: Record<string, string>) =>
  program.ask(who, "POST", path, new URLSearchParams(fields).toString(), {
    "content-type": "application/x-www-form-urlencoded",
  });
const pack = (code: string, trackingNumber: string, who = "reception-ward") =>
  form(who, `/can-bo/ho-so/${code}/buu-gui`, { trackingNumber });
const postPage = async (query = "") =>
  (await program.ask("reception-ward", "GET", `/can-bo/buu-chinh${query}`)).bytes.toString();
const parcelOf = async (code: string) => (await at.read(code)).parcels.at(-1);

/** Where the form of the page leads: the desk and the parcels have addresses of their own. */
async function actionOn(pattern: RegExp): Promise<string> {
  const action = pattern.exec(await postPage())?.[0];
  if (action === undefined) throw new Error(`The page has no form for ${pattern}`);
  return action;
}
const handOver = async (clerk: string) =>
  form("reception-ward", await actionOn(/\/can-bo\/buu-chinh\/[^"]+\/ban-giao/), { clerk });
const news = async (code: string, fields: Record<string, string>) =>
  form("reception-ward", await actionOn(new RegExp(`/can-bo/ho-so/${code}/buu-gui/[0-9a-f-]+`)), fields);

describe("a result that goes home by post", () => {
  it("is packed under a number, handed over on a signed list, delivered, and then it is returned", async () => {
    const code = await finished();
    expect(await postPage()).toContain(code);

    const packed = await pack(code, "ee 123 456 785 vn");
    const slip = await program.ask("citizen", "GET", `/api/v1/dossiers/${code}/papers/parcelSlip`);
    const handed = await handOver("Phạm Văn Bưu");
    const list = /\/can-bo\/phieu-ban-giao\/[0-9a-f-]+/.exec(await postPage())?.[0] ?? "";
    const minutes = await program.ask("reception-ward", "GET", list);
    program.clock.set(new Date("2026-11-25T02:00:00Z"));
    const under = await at.read(code, "citizen");
    const delivered = await news(code, { state: "delivered", on: "24/11/2026", cause: "" });

    expect([packed.status, slip.status, handed.status, minutes.status, delivered.status]).toEqual([
      303, 200, 303, 200, 303,
    ]);
    expect(under).toMatchObject({
      state: "finished",
      parcels: [
        { trackingNumber: "EE123456785VN", state: "handedOver", news: [{ state: "handedOver", on: "2026-11-23" }] },
      ],
    });
    expect(await at.read(code, "citizen")).toMatchObject({
      state: "returned",
      parcels: [{ state: "delivered", news: [{}, { state: "delivered", on: "2026-11-24", cause: null }] }],
    });
    const page = await program.ask("citizen", "GET", `/tai-khoan/ho-so/${code}`);
    expect(page.bytes.toString()).toContain("Đã phát đến người nhận");
    if (hasPoppler) {
      expect(textOf(slip.bytes)).toContain("EE123456785VN");
      expect(textOf(minutes.bytes)).toContain("Phạm Văn Bưu");
      const receipt = await program.ask("citizen", "GET", `/api/v1/dossiers/${code}/papers/resultReceipt`);
      expect(textOf(receipt.bytes)).toContain("EE123456785VN");
    }
    program.clock.set(new Date("2026-11-23T02:00:00Z"));
  });

  it("that comes back lies at the desk again, and may be sent once more", async () => {
    const code = await finished();
    await pack(code, "VNPOST0001");
    await handOver("Phạm Văn Bưu");

    const without = await news(code, { state: "cameBack", on: "23/11/2026", cause: "" });
    const back = await news(code, { state: "cameBack", on: "23/11/2026", cause: "wrongAddress" });
    const again = await pack(code, "VNPOST0002");

    expect([without.status, back.status, again.status]).toEqual([422, 303, 303]);
    expect((await at.read(code)).state).toBe("finished");
    expect((await at.read(code)).parcels.map(({ state }: { state: string }) => state)).toEqual([
      "cameBack",
      "prepared",
    ]);
    await handOver("Phạm Văn Bưu");
  });

  it("is in one parcel, under a number of its own, from its own return desk", async () => {
    const [one, other] = [await finished(), await finished()];

    const wrong = await pack(one, "EE123456786VN");
    const nothing = await pack(one, "  ");
    const twice = await Promise.all([pack(one, "VNPOST0003"), pack(one, "VNPOST0004")]);
    const taken = await pack(other, "VNPOST0001");
    const elsewhere = await pack(other, "VNPOST0005", "reception");
    const noDesk = await pack(other, "VNPOST0005", "specialist");

    expect([wrong.status, nothing.status]).toEqual([422, 422]);
    expect(wrong.bytes.toString()).toContain("chữ số kiểm tra");
    expect(twice.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect([taken.status, elsewhere.status, noDesk.status]).toEqual([409, 404, 403]);
    expect(await parcelOf(other)).toBeUndefined();
    await handOver("Phạm Văn Bưu");
  });

  it("is not packed before it is signed, nor when it is fetched at the counter", async () => {
    const [signed, byHand] = [await at.send(), await finished("counter")];

    expect((await pack(signed, "VNPOST0006")).status).toBe(409);
    expect((await pack(byHand, "VNPOST0007")).status).toBe(409);
  });

  it("arrives neither before it was handed over nor tomorrow, and only once", async () => {
    const code = await finished();
    await pack(code, "VNPOST0008");
    await handOver("Phạm Văn Bưu");
    const action = await actionOn(new RegExp(`/can-bo/ho-so/${code}/buu-gui/[0-9a-f-]+`));

    const early = await news(code, { state: "delivered", on: "22/11/2026" });
    const tomorrow = await news(code, { state: "delivered", on: "24/11/2026" });
    const unread = await news(code, { state: "delivered", on: "hôm qua" });
    const first = await news(code, { state: "delivered", on: "23/11/2026" });
    const second = await form("reception-ward", action, { state: "cameBack", on: "23/11/2026", cause: "notMet" });

    expect([early.status, tomorrow.status, unread.status, first.status, second.status]).toEqual([
      422, 422, 422, 303, 409,
    ]);
  });
});

describe("a list by which results change hands", () => {
  it("needs the name of the clerk and something to hand over", async () => {
    const code = await finished();
    await pack(code, "VNPOST0009");
    const action = await actionOn(/\/can-bo\/buu-chinh\/[^"]+\/ban-giao/);

    const unnamed = await form("reception-ward", action, { clerk: " " });
    const both = await Promise.all([
      form("reception-ward", action, { clerk: "Phạm Văn Bưu" }),
      form("reception-ward", action, { clerk: "Phạm Văn Bưu" }),
    ]);

    expect(unnamed.status).toBe(422);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
  });

  it("from an agency to the return desk names each result once, and the desk signs it", async () => {
    const code = await finished("counter");
    const page = () => program.ask("reception-ward", "GET", "/can-bo/nhan-ket-qua");
    const before = (await page()).bytes.toString();
    const action = /\/can-bo\/nhan-ket-qua\/[^"]+\/tu\/[^"]+/.exec(before)?.[0] ?? "";

    const made = await form("reception-ward", action, { giver: "Lê Thị Văn Thư" });
    const again = await form("reception-ward", action, { giver: "Lê Thị Văn Thư" });

    expect(before).toContain(code);
    expect([made.status, again.status]).toEqual([303, 409]);
    const after = (await page()).bytes.toString();
    expect(after).not.toContain(code);
    const list = /\/can-bo\/phieu-ban-giao\/[0-9a-f-]+/.exec(after)?.[0] ?? "";
    const minutes = await program.ask("reception-ward", "GET", list);
    if (hasPoppler) expect(textOf(minutes.bytes).replaceAll(" ", "")).toContain(code);
    expect((await program.ask("reception", "GET", list)).status).toBe(404);
    expect((await program.ask("citizen", "GET", list)).status).toBe(403);
  });
});

it("leaves nothing for verify to find", async () => {
  let said = "";
  await verify(program.deps, { write: (text) => (said += text) });

  expect(said).toContain(" 0 faults");
});
