import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayOf,
  formatDay,
  formatDayWithWeekday,
  formatFileLimit,
  formatFileSize,
  formatInstant,
  formatInstantWithWeekday,
  formatMoney,
  formatNumber,
  formatRelative,
  formatShare,
  formatTimeLeft,
  formatWorkingTime,
  givenNameOrder,
  isLanguage,
  machineInstant,
  normaliseLine,
  normaliseText,
  readDay,
  searchText,
} from "./index.ts";

describe("times and days", () => {
  it("writes an instant on the city's clock, whatever the clock of the server", () => {
    expect(formatInstant(new Date("2026-11-24T07:05:00Z"))).toBe("14:05, 24/11/2026");
    expect(formatInstant(new Date("2026-12-31T17:00:00Z"))).toBe("00:00, 01/01/2027");
    expect(formatInstantWithWeekday(new Date("2026-10-22T09:30:00Z"))).toBe("16:30, thứ Năm, 22/10/2026");
    expect(machineInstant(new Date("2026-11-24T07:05:00Z"))).toBe("2026-11-24T14:05+07:00");
  });

  it("agrees with the time zone database for every instant since 1980", () => {
    const reference = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short" });

    fc.assert(
      fc.property(
        fc.date({ min: new Date("1980-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        (instant) => {
          expect(dayOf(instant)).toBe(reference.format(instant));
        },
      ),
    );
  });

  it("writes a day without passing it through a time zone", () => {
    expect(formatDay("1945-09-02")).toBe("02/09/1945");
    expect(formatDayWithWeekday("2026-10-22")).toBe("thứ Năm, 22/10");
    expect(formatDayWithWeekday("2026-11-22", "en")).toBe("Sunday, 22/11");
    expect(formatDayWithWeekday("2026-11-22")).toBe("Chủ nhật, 22/11");
  });

  it("refuses a day that does not exist", () => {
    expect(() => formatDay("2026-02-30")).toThrow(RangeError);
    expect(() => formatInstant(new Date("nonsense"))).toThrow(RangeError);
  });

  it.each([
    ["24/11/2026", "2026-11-24"],
    [" 4-1-2026 ", "2026-01-04"],
    ["24.11.2026", "2026-11-24"],
    ["2026-11-24", "2026-11-24"],
    ["29/02/2024", "2024-02-29"],
    ["29/02/2026", undefined],
    ["31/4/2026", undefined],
    ["11/24/2026", undefined],
    ["hôm qua", undefined],
    ["", undefined],
  ])("reads the day typed as %j", (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });
});

describe("lengths of time", () => {
  it.each([
    [19 * 60, "còn 2 ngày 3 giờ làm việc"],
    [16 * 60, "còn 2 ngày làm việc"],
    [90, "còn 1 giờ 30 phút làm việc"],
    [45, "còn 45 phút làm việc"],
    [0.5, "còn chưa đến 1 phút làm việc"],
    [0, "đến hạn lúc này"],
    [-45, "quá hạn 45 phút làm việc"],
    [-9 * 60, "quá hạn 1 ngày 1 giờ làm việc"],
  ])("tells %d minutes left in plain words", (minutes, words) => {
    expect(formatTimeLeft(minutes)).toBe(words);
  });

  it("knows English plurals and other lengths of the working day", () => {
    expect(formatWorkingTime(9 * 60, "en")).toBe("1 day 1 hour of working time");
    expect(formatWorkingTime(7 * 60, "vi", 420)).toBe("1 ngày làm việc");
  });

  it("tells how long ago beside the exact time", () => {
    const now = new Date("2026-11-24T07:05:00Z");

    expect(formatRelative(new Date("2026-11-24T07:00:00Z"), now)).toBe("5 phút trước");
    expect(formatRelative(new Date("2026-11-24T09:05:00Z"), now, "en")).toBe("in 2 hours");
    expect(formatRelative(now, now)).toBe("vừa xong");
  });
});

describe("figures", () => {
  it("writes money with points and the sign of the đồng", () => {
    expect(formatMoney(1_250_000)).toBe("1.250.000\u00a0₫");
    expect(formatMoney(0)).toBe("0\u00a0₫");
    expect(formatMoney(-5000n)).toBe("−5.000\u00a0₫");
    expect(() => formatMoney(0.5)).toThrow(RangeError);
  });

  it("writes numbers as each language does", () => {
    expect(formatNumber(1234567)).toBe("1.234.567");
    expect(formatNumber(1234.56, "en", 1)).toBe("1,234.6");
    expect(formatNumber(-0.01)).toBe("0");
    expect(formatShare(0.985)).toBe("98,5\u00a0%");
    expect(formatFileSize(1_440_000)).toBe("1,4\u00a0MB");
    expect(formatFileSize(20_000_000)).toBe("20\u00a0MB");
    expect(formatFileSize(999_999)).toBe("1\u00a0MB");
    expect(formatFileSize(12)).toBe("12\u00a0B");
    expect(formatFileLimit(20 * 1024 * 1024)).toBe("20\u00a0MB");
  });
});

describe("text", () => {
  it("makes decomposed and composed Vietnamese the same", () => {
    fc.assert(
      fc.property(fc.constantFrom("Nguyễn Thị Hoà", "Đặng Quốc Ưởng", "Lê Thuỵ Ẩn"), (name) => {
        expect(normaliseText(name.normalize("NFD"))).toBe(name.normalize("NFC"));
      }),
    );
  });

  it("removes what cannot be seen and keeps lines", () => {
    expect(normaliseText("\ufeffTrần\u200b Văn\u00a0An\u0000")).toBe("Trần Văn An");
    expect(normaliseText("dòng một\r\ndòng hai")).toBe("dòng một\ndòng hai");
    expect(normaliseLine("  Trần   Văn\n An ")).toBe("Trần Văn An");
  });

  it("gives one form for finding, and finding it again changes nothing", () => {
    expect(searchText("ĐẶNG  Thị Hòa")).toBe("dang thi hoa");
    expect(searchText("Ðặng thị hoà")).toBe("dang thi hoa");
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => searchText(searchText(text)) === searchText(text)));
  });
});

describe("names", () => {
  it("sorts by given name, then by family name, in Vietnamese order", () => {
    const names = ["Trần Văn Đức", "Nguyễn Thị Dung", "Lê Ánh", "Nguyễn Văn An", "Bùi Văn An", "Phạm Thị Ân"];

    expect(names.toSorted(givenNameOrder)).toEqual([
      "Bùi Văn An",
      "Nguyễn Văn An",
      "Lê Ánh",
      "Phạm Thị Ân",
      "Nguyễn Thị Dung",
      "Trần Văn Đức",
    ]);
  });
});

it("knows which languages it speaks", () => {
  expect(isLanguage("vi")).toBe(true);
  expect(isLanguage("fr")).toBe(false);
});
