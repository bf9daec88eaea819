import { describe, expect, it } from "vitest";
import type { OfficialRow } from "./officials-file.ts";
import { type KnownAccount, type KnownPosting, planOfficials } from "./plan-officials.ts";

const units: Readonly<Record<string, number>> = { "14773": 3, "TP-TUPHAP": 5 };
const row = (over: Partial<OfficialRow> = {}): OfficialRow => ({
  line: 2,
  name: "Lê Thị Hoa",
  login: "le.hoa",
  unitCode: "14773",
  role: "reception",
  from: "2026-11-24",
  to: null,
  ...over,
});
const account: KnownAccount = {
  id: "a",
  login: "le.hoa",
  name: "Lê Thị Hoa",
  kind: "official",
  isDemo: false,
  isClosed: false,
};
const held: KnownPosting = { accountId: "a", unitId: 3, role: "reception", from: "2020-01-01", to: null };
const plan = (
  rows: readonly OfficialRow[],
  accounts: readonly KnownAccount[] = [],
  postings: readonly KnownPosting[] = [],
) => planOfficials(rows, { accounts, postings, unitIdOf: (code) => units[code] });
const codes = (...given: Parameters<typeof plan>) => plan(...given).faults.map(({ line, code }) => [line, code]);

describe("what a list of officials would change", () => {
  it("is one new account for several lines of one person", () => {
    expect(plan([row(), row({ line: 3, unitCode: "TP-TUPHAP", role: "clerk" })])).toEqual({
      people: [
        {
          login: "le.hoa",
          name: "Lê Thị Hoa",
          accountId: null,
          unchanged: 0,
          postings: [
            { unitId: 3, role: "reception", from: "2026-11-24", to: null },
            { unitId: 5, role: "clerk", from: "2026-11-24", to: null },
          ],
        },
      ],
      faults: [],
    });
  });

  it("is nothing when the list is read a second time", () => {
    const { people, faults } = plan([row()], [account], [held]);
    expect(faults).toEqual([]);
    expect(people).toMatchObject([{ accountId: "a", unchanged: 1, postings: [] }]);
  });

  it("is refused where it contradicts what is known, or itself", () => {
    expect(codes([row({ unitCode: "99999" })])).toEqual([[2, "unitUnknown"]]);
    expect(codes([row()], [{ ...account, kind: "citizen" }])).toEqual([[2, "loginTaken"]]);
    expect(codes([row()], [{ ...account, isDemo: true }])).toEqual([[2, "loginTaken"]]);
    expect(codes([row()], [{ ...account, isClosed: true }])).toEqual([[2, "loginClosed"]]);
    expect(codes([row({ name: "Lê Thị Huệ" })], [account])).toEqual([[2, "otherName"]]);
    expect(codes([row(), row({ line: 3, name: "Lê Thị Huệ", role: "clerk" })])).toEqual([[3, "twoNames"]]);
  });

  it("leaves no two postings of one place in force at once", () => {
    const ended = { ...held, to: "2026-12-31" };
    expect(codes([row()], [account], [ended])).toEqual([[2, "overlaps"]]);
    expect(codes([row({ from: "2027-01-01" })], [account], [ended])).toEqual([]);
    expect(codes([row(), row({ line: 3 })])).toEqual([[3, "overlaps"]]);
    expect(codes([row({ to: "2026-11-30" }), row({ line: 3, from: "2026-12-01" })])).toEqual([]);
    expect(codes([row({ role: "leader" })], [account], [held])).toEqual([]);
  });
});
