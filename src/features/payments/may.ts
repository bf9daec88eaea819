/**
 * Who may do what with the money of a dossier. One policy for pages, programs and tests; default deny. Those who receive
 * and return at the unit of record take the money; a leader of that unit approves what goes beyond the published fee, and
 * never what they asked for themselves (two-person approval). Nobody else, also not who handles or decides the dossier.
 */
import { covers } from "#features/dossiers/index.ts";
import type { Official, Posting, Role, Visitor } from "#features/identity/index.ts";
import type { Organisation, Unit } from "#features/organisation/index.ts";

const counter: readonly Role[] = ["reception", "return"];

export const moneyActs = {
  /** Sets, corrects and relieves what is owed. */
  setCharge: counter,
  recordPayment: counter,
  /** One's own payment of the same day; a leader any. */
  reversePayment: [...counter, "leader"],
  askRefund: counter,
  payOut: counter,
  approve: ["leader"],
} as const satisfies Record<string, readonly Role[]>;

export type MoneyAct = keyof typeof moneyActs;

export function mayHandle(
  visitor: Visitor,
  act: MoneyAct,
  receivingUnitId: number,
  organisation: Organisation,
): visitor is Official {
  const roles: readonly Role[] = moneyActs[act];
  return (
    visitor.kind === "official" &&
    visitor.postings.some((posting) => roles.includes(posting.role) && isOfUnit(posting, receivingUnitId, organisation))
  );
}

/** Posted at the unit, above it at the same level, or in a part of it: the one-stop desk and the leaders of a ward. */
function isOfUnit(posting: Posting, unitId: number, organisation: Organisation): boolean {
  return covers(organisation, posting, unitId) || organisation.isWithin(posting.unitId, unitId);
}

/** Roles that read the cash book of their units; overseers that of every unit below theirs. */
const bookKeepers: readonly Role[] = ["reception", "return", "leader"];
const bookOverseers: readonly Role[] = ["director", "inspector"];
export const bookReaders: readonly Role[] = [...bookKeepers, ...bookOverseers];

/** The receiving units whose cash book an official may read, in the order of the organisation. */
export function unitsOfBook(official: Official, organisation: Organisation): readonly Unit[] {
  return organisation.units.filter(
    (unit) =>
      takesMoney(unit) &&
      official.postings.some((posting) =>
        bookOverseers.includes(posting.role)
          ? organisation.isWithin(unit.id, posting.unitId)
          : bookKeepers.includes(posting.role) && isOfUnit(posting, unit.id, organisation),
      ),
  );
}

/** Those that receive dossiers: the city's one-stop unit, and wards as a whole. */
function takesMoney({ kind, level }: Unit): boolean {
  return kind === "ward" || kind === "commune" || (kind === "one_stop" && level === "city");
}
