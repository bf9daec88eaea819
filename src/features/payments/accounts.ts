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

export function readAccounts(cityFolder: string): Accounts {
  const { accounts } = readFile(cityFolder, "accounts.json");
  const byUnit = new Map(accounts.map((account) => [account.unit, account]));
  return (unitCode) => byUnit.get(unitCode);
}

/** Refuses a city whose accounts are of units it does not have, or two of one. */
export function checkAccounts(cityFolder: string, organisation: Organisation): void {
  const { accounts } = readFile(cityFolder, "accounts.json");
  const units = accounts.map(({ unit }) => unit);
  const faults = [
    ...units.filter((unit) => organisation.byCode(unit) === undefined).map((unit) => `${unit} is not a unit`),
    ...units.filter((unit, at) => units.indexOf(unit) < at).map((unit) => `${unit} has two accounts`),
  ];
  if (faults.length > 0) throw new CityFileError(join(cityFolder, "accounts.json"), faults);
}
