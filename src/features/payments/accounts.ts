/** `accounts.json` of a city: to which account fees of a receiving unit are transferred. */
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { CityFileError, cityFileReader, type Organisation } from "#features/organisation/index.ts";

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });

const accountShape = Type.Object(
  {
    unit: text,
    bankBin: Type.String({ pattern: "^\\d{6}$" }),
    bankName: text,
    bankNameEn: text,
    accountNumber: Type.String({ pattern: "^[0-9A-Za-z]{1,19}$" }),
    /** As the bank writes it: capitals without marks. */
    accountName: Type.String({ pattern: "^[ -~]{1,70}$" }),
    /** Invented: pages say so, and nobody is asked to send money there. */
    isSample: Type.Boolean(),
  },
  closed,
);

export type BankAccount = Static<typeof accountShape>;

/** The account of a receiving unit; undefined where a unit has none and takes money at its counter only. */
export type Accounts = (unitCode: string) => BankAccount | undefined;

const readFile = cityFileReader(Type.Object({ note: text, accounts: Type.Array(accountShape) }, closed));

export function readAccounts(cityFolder: string, organisation: Organisation): Accounts {
  const { accounts } = readFile(cityFolder, "accounts.json");
  const byUnit = new Map<string, BankAccount>();
  const faults: string[] = [];
  for (const account of accounts) {
    if (organisation.byCode(account.unit) === undefined) faults.push(`${account.unit} is not a unit`);
    if (byUnit.has(account.unit)) faults.push(`${account.unit} has two accounts`);
    byUnit.set(account.unit, account);
  }
  if (faults.length > 0) throw new CityFileError(join(cityFolder, "accounts.json"), faults);
  return (unitCode) => byUnit.get(unitCode);
}
