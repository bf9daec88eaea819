import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Fee } from "#features/catalogue/index.ts";
import {
  type ChargeInput,
  checkCharge,
  grantsExemption,
  impliedFee,
  kindOfFee,
  needsSetting,
  standingCharges,
} from "./charge.ts";
import { aCharge } from "./testing.ts";

const folder = resolve(import.meta.dirname, "../../../cities/thanh-hoa-2020/procedures");
const published: ReadonlyMap<string, readonly Fee[]> = new Map(
  globSync("*.json", { cwd: folder }).map((file) => {
    const { code, fees } = JSON.parse(readFileSync(resolve(folder, file), "utf8"));
    return [code, fees];
  }),
);
const feesOf = (code: string): readonly Fee[] => published.get(code) ?? [];

const business = feesOf("1.001612"); // one fee of 100.000
const birth = feesOf("1.001193"); // nought in time, 8.000 later
const parent = feesOf("1.001022"); // 15.000, free for some
const copies = feesOf("2.000635"); // 8.000 each
const land = feesOf("1.000798"); // two of no fixed amount
const nothing = feesOf("1.001266");

const input: ChargeInput = {
  feeIndex: 0,
  name: null,
  kind: null,
  legalBasis: null,
  unitAmount: null,
  quantity: 1,
  timing: "advance",
  relief: null,
  reason: null,
  replaces: null,
  withdraw: false,
};
const check = (said: Partial<ChargeInput>, fees: readonly Fee[], charges = [] as ReturnType<typeof aCharge>[]) =>
  checkCharge({ ...input, ...said }, { fees, legalBasis: ["226/2016/TT-BTC"], charges });
const faultsOf = (result: ReturnType<typeof check>) =>
  result.ok ? [] : result.refusal.map(({ path, code }) => `${path} ${code}`);

describe("the fees of the 75 published procedures", () => {
  it.each([
    ["1.001612", 0],
    ["1.001193", undefined],
    ["1.000894", undefined],
    ["1.001266", undefined],
    ["1.000798", undefined],
    ["2.000150", undefined],
    ["1.001695", undefined],
  ])("of %s the one owed without a choice is %s", (code, index) => {
    expect(impliedFee(feesOf(code))).toBe(index);
  });

  it.each([
    ["a single fixed fee", business, false],
    ["nothing to pay", nothing, false],
    ["nought or something", birth, true],
    ["amounts that are not fixed", land, true],
  ])("with %s need an official to set them: %#", (_, fees, needs) => {
    expect(needsSetting(fees, [])).toBe(needs);
  });

  it("are each a phí, a lệ phí, or named as something else", () => {
    const others = [...published.values()].flat().filter(({ name }) => kindOfFee(name) === "obligation");

    expect(others.map(({ name }) => name)).toEqual(["Tiền sử dụng đất (chênh lệch)"]);
    expect(kindOfFee("Lệ phí đăng ký hộ kinh doanh")).toBe("charge");
    expect(kindOfFee("Phí thẩm định (01-03 phòng)")).toBe("fee");
  });

  it("free somebody where their note says for whom", () => {
    expect(parent.map(grantsExemption)).toEqual([true]);
    expect(business.map(grantsExemption)).toEqual([false]);
    expect(grantsExemption({ note: "Miễn" })).toBe(true);
    expect(grantsExemption({ note: null })).toBe(false);
  });

  it("can each be set as they are published, with an amount where none is fixed", () => {
    const refused = [...published].flatMap(([code, fees]) =>
      fees.flatMap((fee, feeIndex) => {
        const open = fee.amountVnd === null ? { unitAmount: 5_000_000, reason: "Theo thông báo của cơ quan thuế" } : {};
        const result = check({ feeIndex, ...open }, fees);
        return result.ok ? [] : [{ code, feeIndex, faults: faultsOf(result) }];
      }),
    );

    expect(refused).toEqual([]);
  });
});

describe("what counts now", () => {
  it("is the version's own single fee before anybody has set anything", () => {
    expect(standingCharges(business, [])).toMatchObject([{ id: null, feeIndex: 0, due: 100_000, kind: "charge" }]);
    expect(standingCharges(birth, [])).toEqual([]);
    expect(standingCharges(nothing, [])).toEqual([]);
  });

  it("is the correction instead of what it corrects, and nothing of what was withdrawn", () => {
    const first = aCharge({ id: "a", feeIndex: 0, unitAmount: 8000, quantity: 1 });
    const second = aCharge({ id: "b", feeIndex: 0, unitAmount: 8000, quantity: 3, replaces: "a" });
    const extra = aCharge({ id: "c", feeIndex: null, unitAmount: 5000, quantity: 1 });
    const gone = aCharge({ id: "d", feeIndex: null, unitAmount: 5000, replaces: "c", isWithdrawn: true });

    expect(standingCharges(copies, [first, second, extra, gone])).toMatchObject([{ id: "b", due: 24_000 }]);
    expect(standingCharges(copies, [extra])).toMatchObject([
      { id: null, due: 8000 },
      { id: "c", due: 5000 },
    ]);
  });

  it.each([
    ["granted by the version", false, undefined, "granted", 0],
    ["waiting for a leader", true, undefined, "awaiting", 15_000],
    ["approved", true, true, "granted", 0],
    ["declined", true, false, "declined", 15_000],
  ])("takes a relief off when it is granted: %s", (_, reliefNeedsApproval, said, state, due) => {
    const approval =
      said === undefined ? null : { isApproved: said, decidedBy: "l", unitId: 1, decidedAt: new Date(0), reason: null };
    const charge = aCharge({
      unitAmount: 15_000,
      relief: "exempt",
      reliefAmount: 15_000,
      reliefNeedsApproval,
      approval,
    });

    expect(standingCharges(parent, [charge])).toMatchObject([{ due, relief: { state } }]);
  });
});

describe("setting a charge", () => {
  it("takes amount, name and kind from the version, and the number from the official", () => {
    const result = check({ feeIndex: 0, quantity: 3 }, copies);

    expect(result).toMatchObject({
      ok: true,
      value: { name: "Phí cấp bản sao trích lục hộ tịch", kind: "fee", unitAmount: 8000, quantity: 3, relief: null },
    });
  });

  it.each<readonly [string, Partial<ChargeInput>, readonly Fee[], readonly string[]]>([
    ["an amount other than the published one", { unitAmount: 9000 }, business, ["unitAmount amountFixed"]],
    ["a fee that the version does not have", { feeIndex: 4 }, business, ["feeIndex unknownFee"]],
    ["no amount where none is fixed", {}, land, ["unitAmount missing", "reason missing"]],
    ["an amount without a reason", { unitAmount: 1000 }, land, ["reason missing"]],
    ["a negative amount", { unitAmount: -1, reason: "x" }, land, ["unitAmount amount"]],
    ["half a đồng", { unitAmount: 0.5, reason: "x" }, land, ["unitAmount amount"]],
    ["fourteen digits", { unitAmount: 10_000_000_000_000, reason: "x" }, land, ["unitAmount amount"]],
    ["too much in all", { unitAmount: 5_000_000_000_000, quantity: 2, reason: "x" }, land, ["quantity tooMuch"]],
    ["none of it", { quantity: 0 }, copies, ["quantity quantity"]],
    ["two and a half of it", { quantity: 2.5 }, copies, ["quantity quantity"]],
    ["more than ten thousand of it", { quantity: 10_001 }, copies, ["quantity quantity"]],
    [
      "a relief of nothing",
      { relief: { kind: "exempt", amount: null }, reason: "x" },
      birth,
      ["relief nothingToRelieve"],
    ],
    ["a relief without a reason", { relief: { kind: "exempt", amount: null } }, business, ["reason missing"]],
    [
      "a reduction of no amount",
      { relief: { kind: "reduced", amount: null }, reason: "x" },
      business,
      ["reliefAmount missing"],
    ],
    [
      "a reduction of everything",
      { relief: { kind: "reduced", amount: 100_000 }, reason: "x" },
      business,
      ["reliefAmount reliefTooMuch"],
    ],
    [
      "a reduction beyond",
      { relief: { kind: "reduced", amount: 200_000 }, reason: "x" },
      business,
      ["reliefAmount reliefTooMuch"],
    ],
    [
      "an essay as the reason",
      { relief: { kind: "exempt", amount: null }, reason: "x".repeat(1001) },
      business,
      ["reason tooLong"],
    ],
    ["a correction of nothing known", { replaces: "z", reason: "x" }, business, ["replaces unknownCharge"]],
    ["withdrawing nothing", { withdraw: true }, business, ["replaces missing", "reason missing"]],
    [
      "a sum of its own without anything",
      { feeIndex: null },
      business,
      ["name missing", "kind missing", "legalBasis missing", "unitAmount missing"],
    ],
    [
      "a sum on a text the procedure does not rest on",
      { feeIndex: null, name: "Phí khác", kind: "fee", legalBasis: "1/2099/QĐ", unitAmount: 5000 },
      business,
      ["legalBasis unknownLegalBasis"],
    ],
    [
      "a sum of its own of nought",
      { feeIndex: null, name: "Phí khác", kind: "fee", legalBasis: "226/2016/TT-BTC", unitAmount: 0 },
      business,
      ["unitAmount nothing"],
    ],
  ])("refuses %s", (_, said, fees, faults) => {
    expect(faultsOf(check(said, fees))).toEqual(faults);
  });

  it("takes twelve billion for a levy on land", () => {
    const levy = { feeIndex: 1, unitAmount: 12_345_678_901, reason: "Thông báo thuế 12/TB" };

    expect(check(levy, land)).toMatchObject({ ok: true, value: { kind: "obligation", unitAmount: 12_345_678_901 } });
  });

  it("does not set the same fee twice; a correction names what it corrects and says why", () => {
    const first = aCharge({ id: "a", feeIndex: 0, unitAmount: 8000 });

    expect(faultsOf(check({ quantity: 3 }, copies, [first]))).toEqual(["feeIndex alreadySet"]);
    expect(faultsOf(check({ quantity: 3, replaces: "a" }, copies, [first]))).toEqual(["reason missing"]);
    expect(check({ quantity: 3, replaces: "a", reason: "Đếm lại" }, copies, [first]).ok).toBe(true);
  });

  it("changes the choice between alternatives by a correction", () => {
    const inTime = aCharge({ id: "a", feeIndex: 0, unitAmount: 0 });

    const late = check({ feeIndex: 1, replaces: "a", reason: "Quá 60 ngày" }, birth, [inTime]);

    expect(late).toMatchObject({ ok: true, value: { feeIndex: 1, unitAmount: 8000, replaces: "a" } });
  });

  it("asks a leader for every relief but the exemption the version grants", () => {
    const exempt = { relief: { kind: "exempt", amount: null }, reason: "Hộ nghèo" } as const;
    const reduced = { relief: { kind: "reduced", amount: 5000 }, reason: "Hộ cận nghèo" } as const;

    expect(check(exempt, parent)).toMatchObject({
      ok: true,
      value: { reliefNeedsApproval: false, reliefAmount: 15_000 },
    });
    expect(check(reduced, parent)).toMatchObject({
      ok: true,
      value: { reliefNeedsApproval: true, reliefAmount: 5000 },
    });
    expect(check(exempt, business)).toMatchObject({ ok: true, value: { reliefNeedsApproval: true } });
  });

  it("cannot take a published fee away by withdrawing it; that is a relief", () => {
    const only = aCharge({ id: "a", feeIndex: 0, unitAmount: 100_000 });
    const own = aCharge({ id: "b", feeIndex: null, unitAmount: 5000 });
    const withdraw = (replaces: string) =>
      check({ withdraw: true, replaces, reason: "Ghi nhầm" }, business, [only, own]);

    expect(faultsOf(withdraw("a"))).toEqual(["withdraw lastPublished"]);
    expect(withdraw("b")).toMatchObject({ ok: true, value: { isWithdrawn: true, replaces: "b" } });
  });
});
