/** Invented people and a real place of the city: what samples of papers are filled with. */
import type { Letterhead } from "../letterhead.ts";
import type { Signature, SignatureMark, SlipSignature } from "../signature-block.ts";

/** The names of the city's own bodies, so that a sample looks like what it will be. */
export type SamplePlace = {
  readonly origin: string;
  /** The committee of a ward: "Ủy ban nhân dân phường Lam Sơn". */
  readonly ward: string;
  /** Its one-stop unit. */
  readonly unit: string;
  /** As the letterhead says where: "Lam Sơn". */
  readonly place: string;
  /** The committee of the city, one of its divisions, and its place. */
  readonly city: string;
  readonly division: string;
  readonly cityPlace: string;
};

export type SampleSetting = SamplePlace & { readonly isSpecimen: boolean };

export const sampleAt = new Date("2026-11-24T02:05:07Z");
export const sampleCode = "H56.27.14773-261124-0001";
export const verifyUrlOf = (setting: SamplePlace) => `${setting.origin}/xac-minh/6f1c2f0e-3b2a-4b6e-9d36-0b6f6f6f2a11`;

export const people = {
  mother: "Lê Thị Ngọc Ánh",
  child: "Nguyễn Lê Minh Khôi",
  farmer: "Nguyễn Văn Bảy",
  clerk: "Nguyễn Thị Thanh Thủy",
  specialist: "Trịnh Văn Quang",
  leader: "Trịnh Đình Hùng",
  postman: "Hoàng Văn Sáu",
} as const;

export const applicant = {
  name: people.mother,
  channel: "trực tuyến",
  address: "Số 12 ngõ 34 đường Lê Hoàn",
  phone: "0912 345 678",
  email: "ngocanh.le@example.vn",
  idNumber: "038199012345",
} as const;

export function wardHead(setting: SampleSetting, number: string | null): Letterhead {
  const { ward, unit, place, isSpecimen } = setting;
  return { superior: ward, issuer: unit, number, place, at: sampleAt, isSpecimen };
}

/** Of a committee, which names nobody above it. */
export function committeeHead(setting: SampleSetting, of: "ward" | "city", number: string | null): Letterhead {
  const { ward, city, place, cityPlace, isSpecimen } = setting;
  return {
    superior: null,
    issuer: of === "ward" ? ward : city,
    number,
    place: of === "ward" ? place : cityPlace,
    at: sampleAt,
    isSpecimen,
  };
}

export function divisionHead(setting: SampleSetting, number: string | null): Letterhead {
  return { ...committeeHead(setting, "city", number), superior: setting.city, issuer: setting.division };
}

export function clerkSigns(setting: SamplePlace): SlipSignature {
  return { marks: [mark("official", people.clerk, setting.ward)], name: people.clerk };
}

export function leaderSigns(of: string): Signature {
  return {
    authority: ["TM. Ủy ban nhân dân", "Chủ tịch"],
    marks: [mark("official", people.leader, of), mark("unit", of.toLocaleUpperCase("vi-VN"), null)],
    name: people.leader,
  };
}

function mark(by: SignatureMark["by"], name: string, organisation: string | null): SignatureMark {
  return { by, name, organisation, at: sampleAt };
}
