/** The cash book of a day and a quarter, by the people who keep it, as a page, a file and for programs. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { aDossierOf, moneyDesk } from "./support/money.ts";
import { type TestProgram, testProgram } from "./support/program.ts";

let program: TestProgram;
let desk: ReturnType<typeof moneyDesk>;
const business = "1.001612";
const tobacco = "2.000150";

const book = async (who: string, query = "") => (await program.ask(who, "GET", `/api/v1/cash-book${query}`)).json;

/** Monday: 100.000 in cash, 150.000 by transfer of which 50.000 is given back in cash, 1.200.000 wrongly and taken back. */
beforeAll(async () => {
  program = await testProgram({ now: "2026-11-16T01:30:00Z" });
  desk = moneyDesk(program);
  const [one, other, third] = [
    await aDossierOf(program, business),
    await aDossierOf(program, business),
    await aDossierOf(program, tobacco),
  ];
  for (const code of [one, other, third]) await desk.move("reception", code, "accept");
  await desk.pay("reception", one, { method: "cash", amount: 100_000 });
  await desk.pay("reception", other, { method: "transfer", amount: 150_000, reference: "FT26320001" });
  const refund = randomUUID();
  await desk.refund("reception", other, { amount: 50_000, method: "cash", reason: "Nộp thừa" }, refund);
  await desk.decide("leader", other, refund, true);
  await desk.payOut("reception", other, refund);
  await desk.charge("reception", third, { feeIndex: 0 });
  const wrong = randomUUID();
  await desk.pay("reception", third, { method: "cash", amount: 1_200_000 }, wrong);
  await desk.reverse("reception", third, wrong);
  program.clock.set("2026-11-17T01:30:00Z");
  await desk.pay("reception", third, { method: "cash", amount: 1_200_000 });
});

describe("the book of a day", () => {
  it("adds up by method and official, and says how much cash has to be handed over", async () => {
    const day = await book("reception", "?from=2026-11-16");

    expect(day).toMatchObject({
      unitCode: "TP-MOTCUA",
      sums: { received: 1_450_000, reversed: -1_200_000, refunded: -50_000, net: 200_000, count: 5 },
      byMethod: [
        { method: "cash", received: 1_300_000, reversed: -1_200_000, refunded: -50_000, net: 50_000 },
        { method: "transfer", received: 150_000, net: 150_000 },
      ],
      byOfficial: [{ name: "Nguyễn Thu Hằng", net: 200_000, netCash: 50_000 }],
    });
    expect(day.items).toHaveLength(5);
    expect(day.items.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0)).toBe(200_000);
  });

  it("does not change when the next day takes money", async () => {
    expect((await book("reception")).sums).toMatchObject({ net: 1_200_000, count: 1 });
    expect((await book("reception", "?from=2026-11-15")).sums.count).toBe(0);
  });

  it("is a page that adds up, opens to the dossiers and speaks both languages", async () => {
    const page = (await program.ask("reception", "GET", "/can-bo/thu-phi?ngay=16/11/2026")).bytes.toString();
    const english = await program.ask("reception", "GET", "/can-bo/thu-phi?ngay=2026-11-16", undefined, {
      cookie: "preferences=en",
    });

    expect(page).toContain("Tiền mặt phải có");
    expect(page).toContain("1.450.000");
    expect(page).toContain("/phi");
    expect(english.status).toBe(200);
  });

  it("is a file for spreadsheets in which nothing is a formula", async () => {
    const answer = await program.ask("reception", "GET", "/can-bo/thu-phi/so-quy.csv?ngay=2026-11-16");

    const lines = answer.bytes.toString().trim().split("\r\n");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toContain("so-quy-TP-MOTCUA-2026-11-16.csv");
    expect(lines).toHaveLength(6);
    expect(lines.filter((line) => line.includes(",-1200000,"))).toHaveLength(1);
    expect(
      lines
        .join("\n")
        .split(/[,\n]/)
        .filter((cell) => /^[=+@]/.test(cell)),
    ).toEqual([]);
  });
});

describe("the book of a quarter", () => {
  it("adds up by the agency that is settled with", async () => {
    const quarter = await book("leader", "?from=2026-10-01&to=2026-12-31");

    expect(quarter.byAgency).toMatchObject([
      { agency: "TP-KINHTE", net: 1_200_000 },
      { agency: "TP-TCKH", net: 200_000 },
    ]);
    expect(quarter.sums.net).toBe(1_400_000);
  });

  it.each(["?from=2026-10-01&to=2027-01-31", "?from=2026-11-17&to=2026-11-16", "?from=hôm%20qua", "?cursor=x"])(
    "refuses %s",
    async (query) => {
      expect((await program.ask("reception", "GET", `/api/v1/cash-book${query}`)).status).toBe(400);
    },
  );

  it("says on the page what is wrong with the days that were typed", async () => {
    const answer = await program.ask("reception", "GET", "/can-bo/thu-phi?ngay=31/02/2026");

    expect(answer.status).toBe(422);
    expect(answer.bytes.toString()).toContain("Hãy chọn ngày đúng");
  });
});

describe("who reads which book", () => {
  it("reception, return and leaders their unit's, director and inspector every unit's, nobody else", async () => {
    const read = async (who: string | null, unit: string) =>
      (await program.ask(who, "GET", `/api/v1/cash-book?unit=${unit}`)).status;

    expect([await read("reception", "TP-MOTCUA"), await read("reception", "14773")]).toEqual([200, 400]);
    expect([await read("reception-ward", "14773"), await read("reception-ward", "TP-MOTCUA")]).toEqual([200, 400]);
    expect([await read("leader", "TP-MOTCUA"), await read("leader", "14773")]).toEqual([200, 400]);
    expect([await read("director", "TP-MOTCUA"), await read("inspector", "14773")]).toEqual([200, 200]);
    for (const who of ["citizen", "specialist", "quality", "admin"]) expect(await read(who, "TP-MOTCUA")).toBe(403);
    expect(await read(null, "TP-MOTCUA")).toBe(401);
    const file = await program.ask("reception-ward", "GET", "/can-bo/thu-phi/so-quy.csv?don-vi=TP-MOTCUA");
    expect(file.status).toBe(404);
  });
});
