/**
 * A certificate for each official and each authority they sign for, made when they are entered and not while a citizen waits
 * for the first paper. Done by the worker; what exists already is left as it is, so the job may run twice.
 */
import { listOfficials } from "#features/identity/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Deps } from "./deps.ts";
import { identitiesOf } from "./paper-issuer.ts";

export async function prepareCertificates(deps: Deps, payload: unknown): Promise<void> {
  const { papers, database, clock } = deps;
  const officials = await listOfficials(database.db, accountIdsIn(payload), dayOf(clock.now()));
  const identities = officials.flatMap((official) =>
    [...new Set(official.postings.map(({ unitId }) => papers.setter.authorityName(unitId)))].flatMap((authority) => {
      const by = identitiesOf(official, authority);
      return [by.official, by.unit];
    }),
  );
  // Two at a time: making keys fills a core, and somebody else wants the other.
  const left = identities[Symbol.iterator]();
  const work = async () => {
    for (const identity of left) await papers.certificateOf(identity);
  };
  await Promise.all([work(), work()]);
}

function accountIdsIn(payload: unknown): readonly string[] {
  const given = typeof payload === "object" && payload !== null && "accountIds" in payload ? payload.accountIds : null;
  if (!Array.isArray(given) || !given.every((id) => typeof id === "string")) {
    throw new Error("prepareCertificates needs accountIds");
  }
  return given;
}
