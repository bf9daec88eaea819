/** The bodies of the city as one value in memory: about two hundred rows that every request asks about. Pure. */
import type { Language } from "#foundation/i18n/index.ts";

export const unitKinds = [
  "province",
  "committee",
  "office",
  "one_stop",
  "specialist_office",
  "ward",
  "commune",
  "leadership",
  "division",
] as const;
export type UnitKind = (typeof unitKinds)[number];
export type UnitLevel = "province" | "city" | "commune";

export type UnitName = {
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly decision: string | null;
};

/** What became of a unit after the day of the sample: a new rank, a merger. Shown and searchable. */
export type LaterChange = {
  readonly on: string;
  readonly event: string;
  readonly eventEn: string;
  readonly decision: string;
  readonly successors: readonly string[];
  readonly verified: boolean;
};

export type Unit = {
  readonly id: number;
  /** `TP-TUPHAP`; a ward `14773`; a part of a ward `14773.TPHT`. */
  readonly code: string;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly parentId: number | null;
  /** First part of its dossier codes, such as `H56.27.03`. */
  readonly agencyId: string | null;
  readonly agencyRole: string | null;
  readonly verified: boolean;
  readonly source: string | null;
  readonly laterChanges: readonly LaterChange[];
  /** The name in use now, in both languages; `nameOn` gives the one of another day. */
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly names: readonly UnitName[];
};

export type TransactionPoint = {
  readonly id: number;
  readonly code: string;
  readonly kind: "kiosk" | "counter" | "post_office";
  readonly unitId: number;
  readonly location: string;
  readonly locationEn: string;
  readonly verified: boolean;
};

export type UnitNode = { readonly unit: Unit; readonly children: readonly UnitNode[] };

export type Organisation = {
  readonly units: readonly Unit[];
  readonly roots: readonly Unit[];
  readonly points: readonly TransactionPoint[];
  byId(id: number): Unit | undefined;
  byCode(code: string): Unit | undefined;
  /** Throws: for ids that came from the database, where a missing unit is our own mistake. */
  getById(id: number): Unit;
  children(id: number): readonly Unit[];
  /** Parent first, root last. */
  ancestors(id: number): readonly Unit[];
  /** The unit and everything below it: what a posting at this unit covers. */
  within(id: number): readonly number[];
  isWithin(id: number, ancestorId: number): boolean;
  /** The body that answers for a unit: itself, or of a part without a code of its own the one it is a part of. */
  bodyOf(id: number): Unit;
  pointsOf(id: number): readonly TransactionPoint[];
  tree(): readonly UnitNode[];
  /**
   * The unit that does a step. A step names an office of the city (TP-TUPHAP) or a role of the commune (XA-TPHT), which
   * is found in the ward that received the dossier. Undefined when this unit has no such role: the step cannot be done.
   */
  resolveStepUnit(receivingUnitId: number, agencyCode: string): Unit | undefined;
  nameOn(id: number, day: string, language: Language): string;
};

export function unitName(unit: Unit, language: Language): string {
  return language === "vi" ? unit.name : unit.nameEn;
}

/** The authority in whose name a unit writes: "Ủy ban nhân dân phường Lam Sơn"; offices write in their own name. */
export function authorityName(unit: Unit, language: Language): string {
  if (unit.kind !== "ward" && unit.kind !== "commune" && unit.kind !== "province") return unitName(unit, language);
  if (language === "en") return `People's Committee of ${unit.nameEn}`;
  return `Ủy ban nhân dân ${unit.name.charAt(0).toLowerCase()}${unit.name.slice(1)}`;
}

export function createOrganisation(units: readonly Unit[], points: readonly TransactionPoint[] = []): Organisation {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const childrenOf = Map.groupBy(units, (unit) => unit.parentId ?? 0);
  const pointsOf = Map.groupBy(points, (point) => point.unitId);
  const roots = childrenOf.get(0) ?? [];

  const ancestorsOf = new Map<number, readonly Unit[]>();
  const withinOf = new Map<number, readonly number[]>();
  const visit = (unit: Unit, above: readonly Unit[]): readonly number[] => {
    ancestorsOf.set(unit.id, above);
    const below = (childrenOf.get(unit.id) ?? []).flatMap((child) => visit(child, [unit, ...above]));
    const within = [unit.id, ...below];
    withinOf.set(unit.id, within);
    return within;
  };
  for (const root of roots) visit(root, []);

  const getById = (id: number): Unit => {
    const unit = byId.get(id);
    if (unit === undefined) throw new Error(`There is no unit with id ${id}`);
    return unit;
  };
  const children = (id: number) => childrenOf.get(id) ?? [];
  const ancestors = (id: number) => ancestorsOf.get(id) ?? [];
  const node = (unit: Unit): UnitNode => ({ unit, children: children(unit.id).map(node) });

  return {
    units,
    roots,
    points,
    byId: (id) => byId.get(id),
    byCode: (code) => byCode.get(code),
    getById,
    children,
    ancestors,
    within: (id) => withinOf.get(id) ?? [],
    isWithin: (id, ancestorId) => id === ancestorId || ancestors(id).some((unit) => unit.id === ancestorId),
    bodyOf: (id) => [getById(id), ...ancestors(id)].find((unit) => unit.agencyId !== null) ?? getById(id),
    pointsOf: (id) => pointsOf.get(id) ?? [],
    tree: () => roots.map(node),
    resolveStepUnit(receivingUnitId, agencyCode) {
      const receiving = byId.get(receivingUnitId);
      if (receiving === undefined) return undefined;
      const named = byCode.get(agencyCode);
      if (named !== undefined) return named;
      for (const unit of [receiving, ...ancestors(receivingUnitId)]) {
        const part = children(unit.id).find((child) => child.agencyRole === agencyCode);
        if (part !== undefined) return part;
      }
      return undefined;
    },
    nameOn(id, day, language) {
      const unit = getById(id);
      const name = unit.names.find(
        ({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day),
      );
      if (name === undefined) return unitName(unit, language);
      return language === "vi" ? name.name : name.nameEn;
    },
  };
}
