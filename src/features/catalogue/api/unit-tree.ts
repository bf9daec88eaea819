/** The agencies and transaction points as a tree (`GET /api/v1/units`). */
import type { Organisation, TransactionPoint, UnitNode } from "#features/organisation/index.ts";

type UnitDocument = {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly agencyId: string | null;
  readonly children: readonly UnitDocument[];
};

const pointDocument = (point: TransactionPoint): UnitDocument => ({
  code: point.code,
  name: point.location,
  nameEn: point.locationEn,
  kind: point.kind,
  agencyId: null,
  children: [],
});

export function unitTree(organisation: Organisation): readonly UnitDocument[] {
  const unitDocument = ({ unit, children }: UnitNode): UnitDocument => ({
    code: unit.code,
    name: unit.name,
    nameEn: unit.nameEn,
    kind: unit.kind,
    agencyId: unit.agencyId,
    children: [...children.map(unitDocument), ...organisation.pointsOf(unit.id).map(pointDocument)],
  });
  return organisation.tree().map(unitDocument);
}
