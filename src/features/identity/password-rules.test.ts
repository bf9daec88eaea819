import { describe, expect, it } from "vitest";
import { faultOfPassword } from "./password-rules.ts";

const person = { least: 8, login: "hoa.le@example.vn", name: "Lê Thị Minh Hòa" };

describe("a password", () => {
  it.each([
    ["bảy chữ", "tooShort"],
    ["x".repeat(201), "tooLong"],
    ["aaaaaaaaaa", "aRow"],
    ["1212121212", "aRow"],
    ["123456789012", "aRow"],
    ["qwertyuiop", "aRow"],
    ["Matkhau@2026", "tooCommon"],
    ["Mật Khẩu 123", "tooCommon"],
    ["P@ssw0rd2026", "tooCommon"],
    ["ThanhHoa2026!", "tooCommon"],
    ["thanhhoathanhhoa", "tooCommon"],
    ["lethiminhhoa99", "likeYou"],
    ["Hoa.Le12345", "likeYou"],
    ["nắng chiều qua cầu Hàm Rồng", null],
    ["kX9-vupo", null],
    ["thuyền về bến lúc 5 giờ", null],
  ] as const)("%j: %s", (password, fault) => {
    expect(faultOfPassword(password, person)).toBe(fault);
  });

  it("of an official is longer by setting", () => {
    expect(faultOfPassword("kX9-vupo", { ...person, least: 12 })).toBe("tooShort");
  });

  it("is counted in characters, whichever way its marks are written", () => {
    expect(faultOfPassword("ệệệệệệệ".normalize("NFD"), person)).toBe("tooShort");
  });
});
