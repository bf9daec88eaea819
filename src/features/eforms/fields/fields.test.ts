import { describe, expect, it } from "vitest";
import type { FieldDefinition, NationalIdField } from "../definition.ts";
import { answerText, checkField, readField, typedAnswer } from "./index.ts";
import { identityNumberIn, readCitizenNumber } from "./national-id/national-id.ts";
import { readNumber } from "./number/number.ts";

const today = "2026-11-24";
const base = { key: "x", label: { vi: "Câu hỏi", en: "Question" }, required: true, sensitivity: "open" } as const;
const number: FieldDefinition = { ...base, kind: "number", whole: false, min: 0, max: 1e12 };
const date: FieldDefinition = { ...base, kind: "date", notAfterToday: true };
const phone: FieldDefinition = { ...base, kind: "phone" };
const email: FieldDefinition = { ...base, kind: "email" };
const idNumber: NationalIdField = {
  ...base,
  kind: "nationalId",
  writtenAs: "number",
  accepts: ["id-card-12", "old-id-card-9"],
};
const papers: NationalIdField = {
  ...base,
  kind: "nationalId",
  writtenAs: "papers",
  accepts: ["id-card-12", "old-id-card-9", "passport"],
};

function sent(field: FieldDefinition, entries: Readonly<Record<string, string>>) {
  return readField(field, new URLSearchParams(entries), "x");
}
function verdict(field: FieldDefinition, value: unknown) {
  const checked = checkField(field, value, today);
  return "problem" in checked ? checked.problem : checked.value;
}

describe("a number", () => {
  it.each([
    ["1.250.000", 1_250_000],
    ["1 250 000", 1_250_000],
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["1.250,75", 1250.75],
    ["0,001", 0.001],
    ["-3", -3],
    ["2020", 2020],
    ["mười hai", undefined],
    ["1,2,3", undefined],
    ["", undefined],
    ["12abc", undefined],
    ["9".repeat(40), undefined],
  ])("typed as %j is %j", (typed, value) => {
    expect(readNumber(typed)).toBe(value);
  });

  it("that cannot be read stays as typed and is refused with what to do", () => {
    const kept = sent(number, { x: "mười hai" });

    expect(kept).toBe("mười hai");
    expect(verdict(number, kept)).toBe("number");
    expect(typedAnswer(number, kept ?? "")).toBe("mười hai");
  });

  it("that is a year is written without points between thousands", () => {
    const year: FieldDefinition = { ...base, kind: "number", whole: true, min: 1900, max: "this-year" };

    expect(answerText(year, 1990, "vi")).toBe("1990");
    expect(verdict(year, 2027)).toBe("tooLarge");
    expect(verdict(year, 1990.5)).toBe("wholeNumber");
    expect(verdict(year, "1990")).toBe("number");
    expect(verdict(year, true)).toBe("type");
  });
});

describe("a date", () => {
  it.each([
    [{ x: "24/11/2020" }, "2020-11-24"],
    [{ x: "4-1-2020" }, "2020-01-04"],
    [{ x: "24112020" }, "2020-11-24"],
    [{ x: "2020-11-24" }, "2020-11-24"],
    [{ "x.day": "4", "x.month": "1", "x.year": "2020" }, "2020-01-04"],
    [{ "x.day": "31", "x.month": "2", "x.year": "2020" }, "31/2/2020"],
    [{ x: "hôm qua" }, "hôm qua"],
    [{ x: "  " }, undefined],
  ])("sent as %j is %j", (boxes, value) => {
    expect(readField(date, new URLSearchParams(Object.entries(boxes)), "x")).toBe(value);
  });

  it.each([
    ["2020-02-29", "2020-02-29"],
    ["1900-02-29", "date"],
    ["2000-02-29", "2000-02-29"],
    ["1856-02-29", "1856-02-29"],
    ["2021-02-29", "date"],
    ["2020-04-31", "date"],
    ["2020-13-01", "date"],
    ["20-01-01", "date"],
    ["1849-12-31", "date"],
    ["2026-11-24", "2026-11-24"],
    ["2026-11-25", "dateTooLate"],
    ["31/2/2020", "date"],
    [20200101, "type"],
  ])("%j is judged %j", (value, outcome) => {
    expect(verdict(date, value)).toBe(outcome);
  });

  it("exists for its pattern exactly when it exists in the calendar", () => {
    const anyDay: FieldDefinition = { ...base, kind: "date" };
    for (let year = 1850; year <= 2199; year++) {
      for (const monthDay of ["02-28", "02-29", "02-30", "04-30", "04-31", "12-31", "01-00", "00-10"]) {
        const day = `${year}-${monthDay}`;
        const instant = new Date(`${day}T00:00:00Z`);
        const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
        expect([day, "value" in checkField(anyDay, day, today)]).toEqual([day, exists]);
      }
    }
  });
});

describe("a phone number", () => {
  it.each([
    ["0912345678", "0912345678"],
    ["0912 345 678", "0912345678"],
    ["+84 912.345.678", "0912345678"],
    ["84912345678", "0912345678"],
    ["0237 385 2246", "02373852246"],
    ["09123456789", "phone"],
    ["912345678", "phone"],
    ["0012345678", "phone"],
    ["091234567a", "phone"],
    ["0912345678; drop", "phone"],
    ["", "phone"],
  ])("%j is judged %j", (value, outcome) => {
    expect(verdict(phone, value)).toBe(outcome);
  });

  it("is shown in groups", () => {
    expect(answerText(phone, "0912345678", "vi")).toBe("0912 345 678");
  });
});

describe("an e-mail address", () => {
  it.each([
    ["a.b+c@example.com", "a.b+c@example.com"],
    ["a@b", "email"],
    ["a b@example.com", "email"],
    ["@example.com", "email"],
    [`${"a".repeat(300)}@example.com`, "email"],
    [`a@${"b.".repeat(200)}com`, "email"],
  ])("%j is judged %j", (value, outcome) => {
    expect(verdict(email, value)).toBe(outcome);
  });
});

describe("an identity paper", () => {
  it.each([
    ["038190000001", "038190000001"],
    ["172345678", "172345678"],
    ["03819000000", "idNumber"],
    ["0381900000011", "idNumber"],
    ["B1234567", "idNumber"],
    ["038190000001 ", "idNumber"],
  ])("as a number alone: %j is judged %j", (value, outcome) => {
    expect(verdict(idNumber, value)).toBe(outcome);
  });

  it.each([
    "038190000001",
    "Căn cước công dân số 038190000001, Cục Cảnh sát QLHC về TTXH, cấp ngày 20/05/2021",
    "CMND 172345678 do Công an Thanh Hóa cấp 01/02/2010",
    "Hộ chiếu B1234567",
    "Passport C01X00T47",
    "Passport M123A4567",
  ])("as the official forms have it: %j is taken", (value) => {
    expect(verdict(papers, value)).toBe(value);
  });

  it.each(["Căn cước công dân", "CCCD 03819000000", "số 1234567", "cấp ngày 20/05/2021", "B123"])(
    "without a number that can be one: %j is refused",
    (value) => {
      expect(verdict(papers, value)).toBe("identityPaper");
    },
  );

  it("may be typed in groups of digits", () => {
    expect(sent(idNumber, { x: "038 190 000 001" })).toBe("038190000001");
    expect(sent(papers, { x: "CCCD 038 190 000 001 cấp 20.05.2021" })).toBe("CCCD 038190000001 cấp 20.05.2021");
  });

  it("gives its number and what that says of the holder", () => {
    expect(identityNumberIn(papers, "CCCD số 038190000001, cấp 2021")).toBe("038190000001");
    expect(readCitizenNumber("038190000001")).toEqual({ gender: "female", birthYear: 1990 });
    expect(readCitizenNumber("038205000001")).toEqual({ gender: "male", birthYear: 2005 });
    expect(readCitizenNumber("172345678")).toBeUndefined();
  });
});

describe("words", () => {
  const text: FieldDefinition = { ...base, kind: "text", maxLength: 10 };
  const many: FieldDefinition = { ...base, kind: "textarea", maxLength: 20 };

  it.each([
    [text, "a\nb", "a b"],
    [text, "Hoà".normalize("NFD"), "Hoà"],
    [text, "a\u0000b\u202ec", "abc"],
    [text, "\ud800", "\ufffd"],
    [text, "😀".repeat(10), "😀".repeat(10)],
    [text, "😀".repeat(11), "tooLong"],
    [text, " \u200b ", "empty"],
    [text, 5, "type"],
    [many, "a\r\nb", "a\nb"],
    [many, "một  hai", "một  hai"],
  ])("case %#", (field, value, outcome) => {
    expect(verdict(field, value)).toBe(outcome);
  });
});

describe("files", () => {
  const file: FieldDefinition = { ...base, kind: "file", maxFiles: 2 };
  const one = "0b9f6c1e-6a54-4c0e-9d0f-111111111111";

  it.each([
    [[one], [one]],
    [[one, one], "upload"],
    [[], "empty"],
    [["../x"], "upload"],
    [[one, one.replace("0b", "0c"), one.replace("0b", "0d")], "tooManyFiles"],
    ["x", "type"],
  ])("%j are judged %j", (value, outcome) => {
    expect(verdict(file, value)).toEqual(outcome);
  });
});
