import { expect, it } from "vitest";
import { fileName } from "./file-name.ts";

it.each([
  ["Giấy khai sinh.pdf", "Giấy khai sinh.pdf"],
  ["C:\\Users\\Ánh\\Desktop\\tờ khai.PDF", "tờ khai.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["a\u202Egpj.exe", "agpj.pdf"],
  ["tệp\u200B\u0000 'x\"<script>.pdf", "tệp 'x script.pdf"],
  ["...", "tep-tin.pdf"],
  ["", "tep-tin.pdf"],
  [undefined, "tep-tin.pdf"],
  [`${"ệ".repeat(300)}.pdf`, `${"ệ".repeat(120)}.pdf`],
])("a name from somebody's device is made safe to show and to save under: %j", (given, expected) => {
  expect(fileName(given?.normalize("NFD"), "application/pdf")).toBe(expected);
});

it("ends as the content deserves, whatever the name said", () => {
  expect(fileName("ảnh.exe", "image/png")).toBe("ảnh.png");
  expect(fileName("so-do", "image/jpeg")).toBe("so-do.jpg");
});
