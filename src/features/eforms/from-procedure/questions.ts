/**
 * What the published field lists leave unsaid, by the name or the label of a question: bounds of dates and numbers, what
 * is sensitive, what browsers fill in, what depends on another answer. Rules over names, so that a procedure published
 * tomorrow gains from them; nothing here is needed for a form to work.
 */
import type { Condition, NumberField, ProfilePart, SameAs, Sensitivity, Words } from "../definition.ts";

const yes = (field: string): Condition => ({ field, equals: "yes" });

/** Questions that are asked only after a certain answer, and are then needed. */
export const dependent: { readonly [key: string]: { readonly on: string; readonly when: Condition } } = {
  copyCount: { on: "wantsCopies", when: yes("wantsCopies") },
  // Whoever was married before shows how it ended (Decree 123/2015 art. 22(2)).
  maritalStatusDetail: {
    on: "maritalStatus",
    when: { field: "maritalStatus", oneOf: ["divorced", "widowed"] },
  },
};

/** The last day follows the first, death follows birth. */
export const dateOrder: { readonly [key: string]: string } = {
  suspendTo: "suspendFrom",
  deathDate: "deceasedBirthDate",
  deathNoticeDate: "deathDate",
};

const marriageLaw = { vi: "Luật Hôn nhân và gia đình 2014, Điều 8", en: "Law on Marriage and Family 2014 art. 8" };

/** Ages the law asks for. The officer decides, so these warn. */
export const ages: { readonly [key: string]: { readonly years: number; readonly law: Words } } = {
  brideBirthDate: { years: 18, law: marriageLaw },
  groomBirthDate: { years: 20, law: marriageLaw },
  guardianBirthDate: { years: 18, law: { vi: "Bộ luật Dân sự 2015, Điều 49", en: "Civil Code 2015 art. 49" } },
};

/** Days that have been when the form is sent: births, deaths, issues, registrations. */
export function isPast(key: string, label: string): boolean {
  return (
    /(?:birthdate|deathdate|certdate|regdate|iddate|permitdate|licencedate|noticedate|registereddate|mediationdate|liquidationdone)$/i.test(
      key,
    ) || /^(?:ngày, tháng, năm sinh|ngày sinh|sinh ngày|ngày cấp)/i.test(label)
  );
}

/** Days still to come. */
export function isToCome(key: string): boolean {
  return key === "appointmentDate";
}

type Range = Pick<NumberField, "whole" | "min" | "max">;

const count = (min: number, max: number): Range => ({ whole: true, min, max });
const measure = (max: number): Range => ({ whole: false, min: 0.01, max });
const dong: Range = { whole: true, min: 0, max: 1_000_000_000_000_000 };
const unit = (vi: string, en: string): Words => ({ vi, en });

const ranges: readonly (readonly [RegExp, Range])[] = [
  [/BirthYear$/, { whole: true, min: 1900, max: "this-year" }],
  [/Year$/, { whole: true, min: 1945, max: "this-year" }],
  [/MarriageCount$/, count(1, 20)],
  [/^copyCount$/, count(1, 100)],
  [/^pageCount$/, count(1, 10_000)],
  [/Months$/, count(1, 240)],
  // A cooperative has at least seven members (Law on Cooperatives 2012 art. 3(1)).
  [/^memberCount$/, count(7, 100_000)],
  [/^(?:individuals|collective)$/, count(0, 100_000)],
  [/^(?:computers|rooms|classes)$/, count(1, 10_000)],
  [/^(?:pupils|employees|workers)$/, count(1, 1_000_000)],
  [/[Cc]apital$|Amount$/, dong],
  [/[Aa]rea$/, measure(100_000_000)],
  [/^(?:height|diameter)$/, measure(1_000)],
  [/^capacity$/, measure(1_000_000_000)],
];

export function rangeOf(key: string): Range {
  return ranges.find(([name]) => name.test(key))?.[1] ?? { whole: false, min: 0, max: 1_000_000_000_000_000 };
}

export function unitOf(label: string): Words | undefined {
  if (/\(m²\)/.test(label)) return unit("m²", "m²");
  if (/\(m\)/.test(label)) return unit("m", "m");
  if (/\(đồng\)|vốn/i.test(label)) return unit("₫", "₫");
  if (/\(tháng\)/.test(label)) return unit("tháng", "months");
  if (/\(lít\/năm\)/.test(label)) return unit("lít/năm", "litres a year");
  return undefined;
}

const health = /disab|situation|household$|currentBenefits|^group$|deathCause|maritalStatus|evidence|disputeSummary/i;
const nameOfPerson =
  /FullName$|^(?:carer|representative|opponent|deceased|holder|translator|owner)Name$|^unitHead$|^representative$/;

/** ID numbers, phones and e-mail always; what is told about health, poverty or family; and all free writing. */
export function sensitivityOf(key: string, type: string): Sensitivity {
  if (["national_id", "phone", "email", "textarea", "file"].includes(type) || health.test(key)) return "sensitive";
  if (nameOfPerson.test(key) || type === "address" || /birth|ethnicity|nationality|gender|relation/i.test(key)) {
    return "personal";
  }
  return "open";
}

const fills: readonly (readonly [RegExp, ProfilePart])[] = [
  [/^(?:requesterFullName|applicantFullName|ownerFullName|ownerName|orgName|traderName)$/, "name"],
  [/^(?:requesterIdNumber|applicantIdNumber|ownerIdNumber|idNumber)$/, "idNumber"],
  [/^(?:contactPhone|phone|ownerPhone|orgPhone)$/, "phone"],
  [/^(?:contactEmail|email|ownerEmail|orgEmail)$/, "email"],
  [
    /^(?:requesterResidence|requesterAddress|applicantAddress|ownerPermanentAddress|contactAddress|orgAddress|headOffice)$/,
    "address",
  ],
];

export function fillOf(key: string): ProfilePart | undefined {
  return fills.find(([name]) => name.test(key))?.[1];
}

/** Only for questions about the person at the keyboard (WCAG 1.3.5). */
export function autocompleteOf(part: ProfilePart | undefined, key: string): string | undefined {
  if (part === "phone") return "tel";
  if (part === "email") return "email";
  if (part === "address") return "street-address";
  if (part === "name") return /^(?:org|trader)Name$/.test(key) ? "organization" : "name";
  if (key === "applicantBirthDate" || key === "ownerBirthDate") return "bday";
  return undefined;
}

/** Other answers about the holder of a paper: `brideIdNumber` belongs with `brideBirthDate`. */
export function holderKeys(key: string): { readonly bornOn: string; readonly gender: string } {
  const person = key.replace(/IdNumber$/, "");
  return { bornOn: `${person}BirthDate`, gender: `${person}Gender` };
}

const requesterIs = (...relations: readonly string[]): Condition => ({
  field: "requesterRelation",
  oneOf: relations.flatMap((relation) => [relation, relation.toLowerCase()]),
});
const samePeople: { readonly [person: string]: Condition } = {
  mother: requesterIs("Mẹ"),
  father: requesterIs("Cha", "Bố"),
  subject: requesterIs("Bản thân"),
  recogniser: requesterIs("Bản thân"),
};

/**
 * The requester is often the mother, the father or the person concerned, and has told name and address already, and with
 * the ID number the year of birth.
 */
export function sameAsRequester(key: string): SameAs | undefined {
  const [, person = "", part = ""] = /^([a-z]+)(FullName|Residence|IdNumber|BirthYear)$/.exec(key) ?? [];
  const when = samePeople[person];
  if (when === undefined) return undefined;
  if (part === "BirthYear") return { field: "requesterIdNumber", when, part: "birth-year" };
  return { field: `requester${part}`, when };
}

/** Chosen at the first visit. Copies cost a fee each, and most people need none; who does says so on the same page. */
export const initialChoices: { readonly [key: string]: string } = { wantsCopies: "no" };

const helps: { readonly [key: string]: Words } = {
  childBirthDateWords: {
    vi: "Có thể để trống: hệ thống tự ghi bằng chữ theo ngày sinh.",
    en: "May be left empty: it is written out from the date of birth.",
  },
  childBirthPlace: {
    vi: "Tên bệnh viện, trạm y tế và địa chỉ; sinh ngoài cơ sở y tế thì ghi xã, huyện, tỉnh.",
    en: "Hospital or clinic and its address; if born elsewhere the commune, district and province.",
  },
  childHometown: {
    vi: "Theo quê quán của cha hoặc mẹ, theo thỏa thuận hoặc tập quán.",
    en: "That of the father or the mother, as agreed or by custom.",
  },
  deathTime: { vi: "Ví dụ: 14 giờ 30 phút", en: "For example: 14 giờ 30 phút" },
  purpose: { vi: "Ví dụ: để làm thủ tục đăng ký kết hôn", en: "For example: to register a marriage" },
};

export function helpOf(key: string, type: string, label: string): Words | undefined {
  if (helps[key]) return helps[key];
  if (type === "national_id") {
    return /loại, số/.test(label) || /^Giấy tờ tùy thân$/.test(label)
      ? {
          vi: "Ví dụ: Căn cước công dân số 038190000001. Chỉ ghi số cũng được.",
          en: "For example: Căn cước công dân số 038190000001. The number alone is enough.",
        }
      : { vi: "Căn cước công dân có 12 chữ số.", en: "The citizen card number has 12 digits." };
  }
  if (type === "phone") return { vi: "Ví dụ: 0912 345 678", en: "For example: 0912 345 678" };
  if (type === "address") {
    return {
      vi: "Số nhà, đường, phường hoặc xã, tỉnh hoặc thành phố",
      en: "House number, street, ward or commune, province or city",
    };
  }
  if (type === "date") return { vi: "Ví dụ: 24/11/2020", en: "For example: 24/11/2020" };
  if (/FullName$/.test(key)) return { vi: "Viết đủ dấu như trên giấy tờ.", en: "With all marks, as on the papers." };
  return undefined;
}

const women = /^(?:mother|bride)/;
const examples: readonly (readonly [RegExp, string])[] = [
  [/^child.*FullName$/, "Lê Minh Khôi"],
  [/^(?:father|groom).*FullName$/, "Lê Văn Bình"],
  [/(?:FullName|Name|^representative|^unitHead|^opponentName)$/, "Nguyễn Thị An"],
  [/[Ee]thnicity$/, "Kinh"],
  [/Nationality$/, "Việt Nam"],
  [/[Rr]elation$/, "Con"],
  [/Issuer$|issuedBy/, "Phòng Tài chính - Kế hoạch thành phố Thanh Hóa"],
  [/Title$/, "Hiệu trưởng"],
  [/language/, "Anh"],
  [/(?:Number|Cert|Decision|Contract|resolution)$/, "01/2019"],
];
const businessNames: { readonly [key: string]: string } = {
  traderName: "Công ty TNHH Hạc Thành",
  orgName: "Trường Tiểu học Hàm Rồng",
  schoolName: "Trường Tiểu học Hàm Rồng",
  householdName: "HỘ KINH DOANH NGUYỄN THỊ AN",
  coopName: "HỢP TÁC XÃ NÔNG NGHIỆP HẠC THÀNH",
  coopShortName: "HTX Hạc Thành",
  venueName: "Karaoke Hạc Thành",
  shopName: "Cửa hàng Hạc Thành",
  pointName: "Điểm trò chơi Hạc Thành",
  plantName: "Cơ sở Hạc Thành",
  projectName: "Cơ sở Hạc Thành",
  unitName: "Chi nhánh Đông Hương",
  documentName: "Bằng tốt nghiệp đại học",
  docName: "Bằng tốt nghiệp đại học",
  docKind: "Bằng tốt nghiệp đại học",
};

export function exampleOf(key: string, label: string): string | undefined {
  if (key === "requesterRelation" && label.includes("khai sinh")) return "Mẹ";
  if (businessNames[key]) return businessNames[key];
  if (women.test(key) && /FullName$/.test(key)) return "Nguyễn Thị An";
  return examples.find(([name]) => name.test(key))?.[1];
}
