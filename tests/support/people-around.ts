/** The people around a dossier: the demo's own, and for each role somebody who holds that place alone. */
import type { Role } from "#features/identity/index.ts";
import type { Moment, WayName } from "./moments.ts";
import { askedOffice, type Person } from "./who-may.ts";

const inWards = (agency: string) => agency.startsWith("XA");
const inCity = (agency: string) => agency.startsWith("TP-");
const inOffices = (agency: string) => inCity(agency) && agency !== "TP-MOTCUA" && agency !== "TP-UBND";
const at = (place: string) => (agency: string) => agency === place;
const nowhere = () => false;

const official = (login: string, ...desks: readonly (readonly [Role, (agency: string) => boolean])[]): Person => ({
  kind: "official",
  login,
  desks: desks.map(([role, covers]) => ({ role, covers })),
});

/** The demo people, who hold several places each. */
const demoPeople: readonly Person[] = [
  { kind: "stranger", login: null },
  { kind: "applicant", login: "citizen", isOwner: true },
  { kind: "applicant", login: "business", isOwner: false },
  official("reception-ward", ["reception", inWards], ["return", inWards], ["clerk", inWards]),
  official("specialist", ["specialist", inWards], ["specialist", inOffices]),
  official("leader-ward", ["leader", inWards], ["head_of_office", inWards]),
  official("reception", ["reception", at("TP-MOTCUA")], ["return", at("TP-MOTCUA")]),
  official("leader", ["head_of_office", inOffices], ["leader", inCity], ["clerk", inOffices]),
  official("director", ["director", nowhere]),
  official("inspector", ["inspector", nowhere]),
  official("quality", ["quality", nowhere]),
  official("admin", ["admin", nowhere]),
];

/** One place each, so that no role leans on another. */
export const single = [
  ...(["reception", "specialist", "head_of_office", "leader", "clerk", "return"] as const).map(
    (role) => [role, "ward"] as const,
  ),
  ["reception", "TP-MOTCUA"],
  ["head_of_office", "TP-LDTBXH"],
  ["specialist", "TP-LDTBXH"],
  ["leader", "TP-UBND"],
  ["clerk", "TP-VP"],
  ["specialist", askedOffice],
  ["head_of_office", askedOffice],
  ["clerk", askedOffice],
  ["reception", "neighbour"],
] as const satisfies readonly (readonly [Role, string])[];

export const singleLogin = (role: Role, place: string) => `${role.replaceAll("_", "-")}-of-${place.toLowerCase()}`;

const singlePeople: readonly Person[] = single.map(([role, place]) => {
  const covers =
    place === "ward" ? inWards : place === "TP-UBND" ? inCity : place === "neighbour" ? nowhere : at(place);
  return official(singleLogin(role, place), [role, covers]);
});

/** Who stands around: an office of the city has nothing to do with a dossier of a ward until it is asked. */
export function peopleAround(moment: Moment, way: WayName): readonly Person[] {
  const places = new Set<string>([
    "ward",
    "neighbour",
    ...(way === "city" ? ["TP-MOTCUA", "TP-LDTBXH", "TP-UBND", "TP-VP"] : []),
    ...(moment.isAsked === true ? [askedOffice, "TP-UBND"] : []),
  ]);
  return [...demoPeople, ...singlePeople.filter((_, at) => places.has(single[at]?.[1] ?? ""))];
}
