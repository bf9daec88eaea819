/** The invented people of the sample city (api.md, "Demo accounts"). They exist and sign in in demo mode only. */
import type { Role } from "./visitor.ts";

export const demoPassword = "motcua-demo";

/** Where a demo official is posted: named units, or every unit of a kind. */
export type DemoPlace = {
  readonly role: Role;
  readonly at: readonly string[] | "city-divisions" | "wards" | "ward-divisions";
};

export type DemoAccount = {
  readonly login: `${string}@demo`;
  readonly kind: "citizen" | "business" | "official";
  readonly name: string;
  readonly places: readonly DemoPlace[];
};

// One person stands in for a role everywhere it occurs, so that a visitor who picks any ward can walk a whole journey.
export const demoAccounts: readonly DemoAccount[] = [
  { login: "citizen@demo", kind: "citizen", name: "Lê Thị Minh Hòa", places: [] },
  { login: "business@demo", kind: "business", name: "Hộ kinh doanh Sông Mã", places: [] },
  {
    login: "reception@demo",
    kind: "official",
    name: "Nguyễn Thu Hằng",
    places: [
      { role: "reception", at: ["TP-MOTCUA"] },
      { role: "return", at: ["TP-MOTCUA"] },
    ],
  },
  {
    login: "specialist@demo",
    kind: "official",
    name: "Trịnh Văn Quang",
    places: [
      { role: "specialist", at: "city-divisions" },
      { role: "specialist", at: "ward-divisions" },
    ],
  },
  {
    login: "leader@demo",
    kind: "official",
    name: "Phạm Đức Long",
    places: [
      { role: "head_of_office", at: "city-divisions" },
      { role: "leader", at: ["TP-UBND"] },
      { role: "clerk", at: "city-divisions" },
    ],
  },
  {
    login: "reception-ward@demo",
    kind: "official",
    name: "Lê Ngọc Ánh",
    places: [
      { role: "reception", at: "wards" },
      { role: "return", at: "wards" },
      { role: "clerk", at: "wards" },
    ],
  },
  {
    login: "leader-ward@demo",
    kind: "official",
    name: "Hoàng Thị Yến",
    places: [
      { role: "leader", at: "wards" },
      { role: "head_of_office", at: "wards" },
    ],
  },
  { login: "director@demo", kind: "official", name: "Đỗ Trọng Hưng", places: [{ role: "director", at: ["TP-UBND"] }] },
  {
    login: "inspector@demo",
    kind: "official",
    name: "Mai Xuân Bình",
    places: [{ role: "inspector", at: ["TP-UBND"] }],
  },
  { login: "quality@demo", kind: "official", name: "Vũ Thị Khánh", places: [{ role: "quality", at: ["TP-UBND"] }] },
  { login: "admin@demo", kind: "official", name: "Bùi Anh Tuấn", places: [{ role: "admin", at: ["TP-UBND"] }] },
];
