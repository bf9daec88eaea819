/** What the city says of itself: `city.json` of its folder. */
import { type Static, Type } from "typebox";
import { cityFileReader } from "./city-file.ts";

const closed = { additionalProperties: false } as const;
const day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

const cityShape = Type.Object(
  {
    code: Type.String(),
    name: Type.String(),
    nameEn: Type.String(),
    authority: Type.String(),
    authorityEn: Type.String(),
    asOf: Type.String(),
    asOfNote: Type.String(),
    asOfNoteEn: Type.String(),
    ruleProfile: Type.Union([Type.Literal("vn-2018"), Type.Literal("vn-2025")]),
    proceduresInForceFrom: day,
    announcedBy: Type.String(),
    processApprovedBy: Type.String(),
    topUnit: Type.String(),
    cityOneStop: Type.String(),
    communeOneStopRole: Type.String(),
    /** After how many working days a result nobody fetched is reminded of, each time once; empty for never. */
    remindToCollectAfter: Type.Array(Type.Integer({ minimum: 1, maximum: 250 }), { maxItems: 12, uniqueItems: true }),
    provincialPortal: Type.Object(
      {
        name: Type.String(),
        nameEn: Type.String(),
        url: Type.String({ pattern: "^https://" }),
        note: Type.String(),
        noteEn: Type.String(),
        verified: Type.Boolean(),
      },
      closed,
    ),
    nationalPortal: Type.Object(
      { name: Type.String(), nameEn: Type.String(), procedureUrl: Type.String({ pattern: "^https://.*\\{code\\}" }) },
      closed,
    ),
  },
  closed,
);

export type City = Static<typeof cityShape>;

const readFile = cityFileReader(cityShape);

export function readCity(folder: string): City {
  return readFile(folder, "city.json");
}
