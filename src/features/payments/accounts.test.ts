import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BanksObject } from "vietnam-qr-pay";
import { afterAll, describe, expect, it } from "vitest";
import { sampleCityFolder } from "#features/catalogue/testing.ts";
import { createOrganisation, readUnits } from "#features/organisation/index.ts";
import { checkAccounts, readAccounts } from "./accounts.ts";
import { transferOffer } from "./transfer-offer.ts";

const folder = mkdtempSync(join(tmpdir(), "accounts-"));
afterAll(() => rmSync(folder, { recursive: true }));

const account = {
  unit: "14773",
  bankBin: "970999",
  bankName: "Ngân hàng",
  bankNameEn: "Bank",
  accountNumber: "123",
  accountName: "UBND",
  isSample: true,
};

function aCityWith(...accounts: readonly object[]): string {
  writeFileSync(join(folder, "accounts.json"), JSON.stringify({ note: "x", accounts }));
  return folder;
}

describe("the accounts of the sample city", () => {
  const accounts = readAccounts(sampleCityFolder);
  const { units } = readUnits(sampleCityFolder);
  const receiving = units.filter(
    ({ kind, level }) => kind === "ward" || kind === "commune" || (kind === "one_stop" && level === "city"),
  );

  it("are there for every unit that receives, and plainly invented: no bank has that number", () => {
    const real = new Set(Object.values(BanksObject).map(({ bin }) => bin));

    expect(receiving).toHaveLength(35);
    for (const { code } of receiving) {
      expect(accounts(code)).toMatchObject({ isSample: true });
      expect(real.has(accounts(code)?.bankBin ?? "")).toBe(false);
    }
    expect(real.size).toBeGreaterThan(30);
  });
});

describe("a city's file of accounts", () => {
  const organisation = createOrganisation([]);

  it("is refused with every fault named: a unit it does not have, a second account, a number no bank gives", () => {
    expect(() => checkAccounts(aCityWith(account, account), organisation)).toThrow(
      /14773 is not a unit[\s\S]*14773 has two accounts/,
    );
    expect(() => readAccounts(aCityWith({ ...account, bankBin: "97", accountNumber: "1 2" }))).toThrow(
      /bankBin[\s\S]*accountNumber/,
    );
  });

  it("may leave a unit out: it takes money at its counter only", () => {
    const accounts = readAccounts(aCityWith(account));
    const dossier = { code: "H56.27.03-261124-0001", acceptedAt: new Date(0) };

    expect(transferOffer(dossier, { outstanding: 8000 }, "14774", accounts)).toBeNull();
    expect(transferOffer(dossier, { outstanding: 8000 }, "14773", accounts)).toMatchObject({ amount: 8000 });
    expect(transferOffer(dossier, { outstanding: 0 }, "14773", accounts)).toBeNull();
    expect(transferOffer({ ...dossier, acceptedAt: null }, { outstanding: 8000 }, "14773", accounts)).toBeNull();
    expect(transferOffer(dossier, { outstanding: 15_000_000_000_000 }, "14773", accounts)).toBeNull();
  });
});
