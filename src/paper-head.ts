/** Who issues a paper and where, as its letterhead says; and the address that vouches for it. */
import { documentsPaths, type Letterhead } from "#features/documents/index.ts";
import type { Organisation, Unit } from "#features/organisation/index.ts";

export type Authority = { readonly name: string; readonly place: string };

export type PaperHeads = {
  readonly headOf: (unitId: number, numberText: string | null, at: Date) => Letterhead;
  readonly authorityOf: (unit: Unit) => Authority;
  readonly verifyUrl: (paperId: string) => string;
};

export function paperHeads({ organisation, origin }: { organisation: () => Organisation; origin: string }): PaperHeads {
  /** The committee of the people that a unit belongs to. Wards are named for their place; their committee is named from it. */
  function authorityOf(unit: Unit): Authority {
    const line = [unit, ...organisation().ancestors(unit.id)];
    for (const one of line) {
      if (one.kind === "ward" || one.kind === "commune") {
        return {
          name: `Ủy ban nhân dân ${one.name.charAt(0).toLocaleLowerCase("vi")}${one.name.slice(1)}`,
          place: one.shortName,
        };
      }
      if (one.kind === "committee") return { name: one.name, place: one.name.replace(/^.*thành phố /, "") };
    }
    return { name: unit.name, place: unit.shortName };
  }

  return {
    authorityOf,
    verifyUrl: (paperId) => `${origin}${documentsPaths.verify({ id: paperId })}`,
    headOf(unitId, numberText, at) {
      const unit = organisation().getById(unitId);
      const authority = authorityOf(unit);
      const isAuthority = unit.kind === "committee" || unit.kind === "leadership";
      return {
        superior: isAuthority ? null : authority.name,
        issuer: isAuthority ? authority.name : unit.name,
        number: numberText,
        place: authority.place,
        at,
      };
    },
  };
}
