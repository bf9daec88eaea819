/** What a list of officials would change, or why it cannot: laid beside the accounts and postings there are. Pure. */
import type { Role } from "../visitor.ts";
import type { OfficialRow } from "./officials-file.ts";

export type KnownAccount = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly kind: string;
  readonly isDemo: boolean;
  readonly isClosed: boolean;
};
export type KnownPosting = {
  readonly accountId: string;
  readonly unitId: number;
  readonly role: Role;
  readonly from: string;
  readonly to: string | null;
};

export type PlannedPosting = Omit<KnownPosting, "accountId">;
export type PlannedPerson = {
  readonly login: string;
  readonly name: string;
  /** Null: the account is new. */
  readonly accountId: string | null;
  readonly postings: readonly PlannedPosting[];
  /** Lines that say what is so already. */
  readonly unchanged: number;
};

export type PlanFault = {
  readonly line: number;
  readonly code: "unitUnknown" | "loginTaken" | "loginClosed" | "otherName" | "twoNames" | "overlaps";
  readonly detail: string;
};

export type Plan = { readonly people: readonly PlannedPerson[]; readonly faults: readonly PlanFault[] };

export function planOfficials(
  rows: readonly OfficialRow[],
  known: {
    readonly accounts: readonly KnownAccount[];
    readonly postings: readonly KnownPosting[];
    readonly unitIdOf: (code: string) => number | undefined;
  },
): Plan {
  const faults: PlanFault[] = [];
  const people = new Map<string, { person: Omit<PlannedPerson, "postings" | "unchanged">; rows: OfficialRow[] }>();
  const accounts = new Map(known.accounts.map((account) => [account.login, account]));
  for (const row of rows) {
    const account = accounts.get(row.login);
    const first = people.get(row.login)?.person;
    if (account !== undefined && (account.kind !== "official" || account.isDemo)) {
      faults.push({ line: row.line, code: "loginTaken", detail: row.login });
    } else if (account?.isClosed) faults.push({ line: row.line, code: "loginClosed", detail: row.login });
    else if (account !== undefined && account.name !== row.name) {
      faults.push({ line: row.line, code: "otherName", detail: account.name });
    } else if (first !== undefined && first.name !== row.name) {
      faults.push({ line: row.line, code: "twoNames", detail: `${first.name}, ${row.name}` });
    }
    const entry = people.get(row.login) ?? {
      person: { login: row.login, name: row.name, accountId: account?.id ?? null },
      rows: [],
    };
    entry.rows.push(row);
    people.set(row.login, entry);
  }
  const planned = [...people.values()].map(({ person, rows: own }) => {
    const held: (PlannedPosting & { readonly isNew?: true })[] = known.postings.filter(
      ({ accountId }) => accountId === person.accountId,
    );
    let unchanged = 0;
    for (const row of own) {
      const unitId = known.unitIdOf(row.unitCode);
      if (unitId === undefined) {
        faults.push({ line: row.line, code: "unitUnknown", detail: row.unitCode });
        continue;
      }
      const posting = { unitId, role: row.role, from: row.from, to: row.to };
      const [other] = held.filter((one) => one.unitId === unitId && one.role === row.role && overlap(one, posting));
      if (other === undefined) held.push({ ...posting, isNew: true });
      else if (other.isNew === undefined && covers(other, posting)) unchanged++;
      else faults.push({ line: row.line, code: "overlaps", detail: `${other.from} – ${other.to ?? "…"}` });
    }
    const postings = held.flatMap(({ isNew, ...posting }) => (isNew === true ? [posting] : []));
    return { ...person, postings, unchanged };
  });
  return { people: planned, faults: faults.sort((a, b) => a.line - b.line) };
}

const endless = "9999-12-31";
type Period = { readonly from: string; readonly to: string | null };

function overlap(a: Period, b: Period): boolean {
  return a.from <= (b.to ?? endless) && b.from <= (a.to ?? endless);
}

/** The place is held already for all of that time: the same list read twice changes nothing. */
function covers(held: Period, asked: Period): boolean {
  return held.from <= asked.from && (held.to ?? endless) >= (asked.to ?? endless);
}
