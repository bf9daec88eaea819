import { expect, it } from "vitest";
import { dayInWords } from "./day-in-words.ts";

it.each([
  ["2020-11-24", "Ngày hai mươi tư tháng mười một năm hai nghìn không trăm hai mươi"],
  ["2005-04-05", "Ngày năm tháng tư năm hai nghìn không trăm linh năm"],
  ["1999-12-31", "Ngày ba mươi mốt tháng mười hai năm một nghìn chín trăm chín mươi chín"],
  ["2000-01-15", "Ngày mười lăm tháng một năm hai nghìn"],
  ["1900-10-11", "Ngày mười một tháng mười năm một nghìn chín trăm"],
  ["2021-05-10", "Ngày mười tháng năm năm hai nghìn không trăm hai mươi mốt"],
  ["2114-06-14", "Ngày mười bốn tháng sáu năm hai nghìn một trăm mười bốn"],
])("writes %s out in words", (day, words) => {
  expect(dayInWords(day)).toBe(words);
});
