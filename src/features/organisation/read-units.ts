/** `units.json` of a city: its bodies, and the parts every ward has, written once and given to each. */
import { Type } from "typebox";
import { CityFileError, cityFileReader } from "./city-file.ts";
import { unitKinds } from "./organisation.ts";
import type { NewTransactionPoint, NewUnit } from "./queries.ts";

const closed = { additionalProperties: false } as const;
const day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
const text = Type.String({ minLength: 1 });
const maybe = Type.Union([Type.Null(), text]);
const kind = Type.Enum([...unitKinds]);

const readFile = cityFileReader(
  Type.Object(
    {
      asOf: text,
      validFrom: day,
      units: Type.Array(
        Type.Object(
          {
            code: text,
            kind,
            level: Type.Enum(["province", "city", "commune"]),
            parent: maybe,
            agencyId: maybe,
            name: text,
            nameEn: text,
            shortName: text,
            verified: Type.Boolean(),
            source: maybe,
            laterChanges: Type.Array(
              Type.Object(
                {
                  on: day,
                  event: text,
                  eventEn: text,
                  decision: text,
                  successors: Type.Array(text),
                  verified: Type.Boolean(),
                },
                closed,
              ),
            ),
          },
          closed,
        ),
      ),
      communeRoles: Type.Array(
        Type.Object(
          {
            role: text,
            name: text,
            nameEn: text,
            part: Type.Object({ code: text, kind, name: text, nameEn: text, shortName: text }, closed),
          },
          closed,
        ),
      ),
      transactionPoints: Type.Array(
        Type.Object(
          {
            code: text,
            kind: Type.Enum(["kiosk", "counter", "post_office"]),
            unit: text,
            location: text,
            locationEn: text,
            verified: Type.Boolean(),
          },
          closed,
        ),
      ),
      sources: Type.Array(Type.Object({ what: text, ref: text, verified: Type.Boolean() }, closed)),
    },
    closed,
  ),
);

export type CityUnits = {
  readonly units: readonly NewUnit[];
  readonly transactionPoints: readonly NewTransactionPoint[];
  /** What a process step may name besides a unit: the roles of every ward. */
  readonly communeRoles: readonly string[];
};

/** "Phường Lam Sơn" inside a sentence: "… phường Lam Sơn". */
function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function readUnits(folder: string): CityUnits {
  const file = readFile(folder, "units.json");
  const codes = new Set(file.units.map(({ code }) => code));
  const faults = [
    ...file.units
      .filter(({ parent }) => parent !== null && !codes.has(parent))
      .map(({ code, parent }) => `unit ${code} has a parent ${parent} that is not there`),
    ...file.transactionPoints
      .filter(({ unit }) => !codes.has(unit))
      .map(({ code, unit }) => `${code} stands at a unit ${unit} that is not there`),
  ];
  if (faults.length > 0) throw new CityFileError(`${folder}/units.json`, faults);

  const units = file.units.flatMap((unit, position): NewUnit[] => {
    const whole: NewUnit = {
      code: unit.code,
      kind: unit.kind,
      level: unit.level,
      parentCode: unit.parent,
      agencyId: unit.agencyId,
      agencyRole: null,
      position,
      verified: unit.verified,
      source: unit.source,
      laterChanges: unit.laterChanges,
      name: unit.name,
      nameEn: unit.nameEn,
      shortName: unit.shortName,
      validFrom: file.validFrom,
    };
    if (unit.level !== "commune") return [whole];
    const parts = file.communeRoles.map(
      ({ role, part }, place): NewUnit => ({
        ...whole,
        code: `${unit.code}.${part.code}`,
        kind: part.kind,
        parentCode: unit.code,
        agencyId: null,
        agencyRole: role,
        position: place,
        verified: false,
        source: null,
        laterChanges: [],
        name: part.name.replace("{ward}", inSentence(unit.name)),
        nameEn: part.nameEn.replace("{wardEn}", unit.nameEn),
        shortName: part.shortName,
      }),
    );
    return [whole, ...parts];
  });
  return {
    units,
    transactionPoints: file.transactionPoints.map(({ unit, ...point }) => ({ ...point, unitCode: unit })),
    communeRoles: file.communeRoles.map(({ role }) => role),
  };
}
