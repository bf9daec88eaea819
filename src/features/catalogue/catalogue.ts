/**
 * Every procedure and its versions as one value in memory. A city publishes dozens to a few thousand of them and each
 * page asks, so they are read once and replaced as a whole when something is published. Pure.
 */
import type { Guidance } from "./guidance.ts";
import type { AuthorityLevel, OnlineLevel, ProcedureVersion } from "./procedure.ts";
import { isInForce } from "./procedure.ts";
import type { ReceivingUnit } from "./queries.ts";
import { createProcedureSearch, type ProcedureSearch } from "./search/procedure-search.ts";

export type ProcedureFilter = {
  readonly q?: string | undefined;
  readonly field?: string | undefined;
  readonly level?: AuthorityLevel | undefined;
  readonly onlineLevel?: OnlineLevel | undefined;
  /** A unit that receives it. */
  readonly unitId?: number | undefined;
  readonly limit?: number | undefined;
  /** The code of the last item of the page before. */
  readonly cursor?: string | undefined;
};

export type ProcedurePage = {
  readonly items: readonly ProcedureVersion[];
  readonly nextCursor: string | null;
  readonly total: number;
};

export type Catalogue = {
  readonly guidance: Guidance;
  /** The version in force on that day. */
  versionOn(code: string, day: string): ProcedureVersion | undefined;
  byId(versionId: number): ProcedureVersion | undefined;
  /** Throws: for ids on a dossier, which always name a published version. */
  getById(versionId: number): ProcedureVersion;
  versionsOf(code: string): readonly ProcedureVersion[];
  inForceOn(day: string): readonly ProcedureVersion[];
  /** Best matches first when there is a query, by code otherwise. */
  list(day: string, filter: ProcedureFilter): ProcedurePage;
  receivingUnitIds(code: string, day: string): readonly number[];
  isReceivedBy(code: string, unitId: number, day: string): boolean;
};

const defaultLimit = 50;
export const maxPageSize = 200;

/** A procedure that ended between two pages ends the list: better than showing its beginning again. */
function placeAfter(versions: readonly ProcedureVersion[], code: string): number {
  const at = versions.findIndex((version) => version.code === code);
  return at < 0 ? versions.length : at + 1;
}

export function createCatalogue(
  versions: readonly ProcedureVersion[],
  receivers: readonly ReceivingUnit[],
  guidance: Guidance,
): Catalogue {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const byCode = Map.groupBy(versions, (version) => version.code);
  const receiversOf = Map.groupBy(receivers, (receiver) => receiver.procedureId);

  const versionOn = (code: string, day: string) => byCode.get(code)?.find((version) => isInForce(version, day));

  // What is in force changes at midnight only, so a day's list and its search index are made once.
  let madeFor = "";
  let inForce: readonly ProcedureVersion[] = [];
  let search: ProcedureSearch = createProcedureSearch([], guidance);
  const prepare = (day: string) => {
    if (day === madeFor) return;
    inForce = [...byCode.keys()]
      .sort()
      .map((code) => versionOn(code, day))
      .filter((version) => version !== undefined);
    search = createProcedureSearch(inForce, guidance);
    madeFor = day;
  };

  const receivingUnitIds = (code: string, day: string) => {
    const procedureId = byCode.get(code)?.[0]?.procedureId;
    if (procedureId === undefined) return [];
    return (receiversOf.get(procedureId) ?? [])
      .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day))
      .map(({ unitId }) => unitId);
  };
  const isReceivedBy = (code: string, unitId: number, day: string) => receivingUnitIds(code, day).includes(unitId);

  return {
    guidance,
    versionOn,
    byId: (versionId) => byId.get(versionId),
    getById(versionId) {
      const version = byId.get(versionId);
      if (version === undefined) throw new Error(`There is no published procedure version ${versionId}`);
      return version;
    },
    versionsOf: (code) => byCode.get(code) ?? [],
    inForceOn(day) {
      prepare(day);
      return inForce;
    },
    list(day, { q, field, level, onlineLevel, unitId, limit = defaultLimit, cursor }) {
      prepare(day);
      const candidates = q === undefined || q.trim() === "" ? inForce : search.find(q);
      const matching = candidates.filter(
        ({ code, definition }) =>
          (field === undefined || definition.field === field) &&
          (level === undefined || definition.authorityLevel === level) &&
          (onlineLevel === undefined || definition.onlineLevel === onlineLevel) &&
          (unitId === undefined || isReceivedBy(code, unitId, day)),
      );
      const from = cursor === undefined ? 0 : placeAfter(matching, cursor);
      const items = matching.slice(from, from + Math.min(limit, maxPageSize));
      const isLast = from + items.length >= matching.length;
      return { items, nextCursor: isLast ? null : (items.at(-1)?.code ?? null), total: matching.length };
    },
    receivingUnitIds,
    isReceivedBy,
  };
}
