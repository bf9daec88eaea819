import { describe, expect, it } from "vitest";
import { addressFor, masked } from "./addresses.ts";

describe("a phone number", () => {
  it.each([
    ["0912345678", "0912345678"],
    [" 0912 345 678 ", "0912345678"],
    ["+84 912 345 678", "0912345678"],
    ["84.912.345.678", "0912345678"],
    ["0084 912345678", "0912345678"],
  ])("written %j is %s", (written, number) => {
    expect(addressFor("sms", written)).toBe(number);
    expect(addressFor("zalo", written)).toBe(number);
  });

  it.each([
    "",
    "không có",
    "0237 385 2121",
    "091234567",
    "09123456789",
    "0912345678\nBcc",
    "0912345678;0987654321",
    "１２３",
  ])("written %j gets no message", (written) => {
    expect(addressFor("sms", written)).toBeNull();
  });

  it("that was not given gets none", () => {
    expect(addressFor("sms", undefined)).toBeNull();
  });
});

describe("an e-mail address", () => {
  it("is taken as it is, and not when it would be more than one", () => {
    expect(addressFor("email", " Hoa.Le@example.vn ")).toBe("Hoa.Le@example.vn");
    for (const none of ["", "hoa", "a@b.vn\r\nBcc: c@d.vn", "a@b.vn,c@d.vn", "Hòa <hoa@example.vn>"]) {
      expect(addressFor("email", none)).toBeNull();
    }
  });
});

it("an address shown to others is masked", () => {
  expect([masked("0912345678"), masked("hoa@example.vn")]).toEqual(["09••••5678", "h•••@example.vn"]);
});
