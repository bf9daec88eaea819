import { expect, it } from "vitest";
import { capitals, dayInWords, instantInWords, signingTime, withinSentence } from "./paper-words.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

it("writes days as NĐ 30/2020 does: a zero before days below ten and the first two months, in the city's time", () => {
  expect(plain(dayInWords(new Date("2026-02-05T02:00:00Z")))).toBe("ngày 05 tháng 02 năm 2026");
  expect(plain(dayInWords(new Date("2026-03-14T02:00:00Z")))).toBe("ngày 14 tháng 3 năm 2026");
  expect(plain(dayInWords(new Date("2026-12-31T17:00:00Z")))).toBe("ngày 01 tháng 01 năm 2027");
  expect(plain(instantInWords(new Date("2026-11-24T02:05:00Z")))).toBe("09 giờ 05 phút, ngày 24 tháng 11 năm 2026");
  expect(signingTime(new Date("2026-11-24T02:05:07Z"))).toBe("24/11/2026 09:05:07 +07:00");
});

it("writes capitals and words within a sentence with their marks", () => {
  expect(capitals("Ủy ban nhân dân phường Điện Biên")).toBe("ỦY BAN NHÂN DÂN PHƯỜNG ĐIỆN BIÊN");
  expect(withinSentence("Đăng ký khai tử")).toBe("đăng ký khai tử");
  expect(withinSentence("UBND phường")).toBe("UBND phường");
});
