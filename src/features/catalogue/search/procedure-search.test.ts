import { describe, expect, it } from "vitest";
import { aCatalogue } from "../testing.ts";

const catalogue = aCatalogue();
const find = (q: string) => catalogue.list("2026-11-24", { q }).items.map(({ code }) => code);

/** What is typed, and the procedure that must come first. */
const first: readonly (readonly [q: string, code: string])[] = [
  ["đăng ký khai sinh", "1.001193"],
  ["Đăng Ký Khai Sinh", "1.001193"],
  ["dang ky khai sinh", "1.001193"],
  ["dang kys khai sinhh", "1.001193"],
  ["ddawng kys khai sinh", "1.001193"],
  ["d9a8ng ky1 khai sinh", "1.001193"],
  ["khai sinh", "1.001193"],
  ["sinh khai ký đăng", "1.001193"],
  ["khia sinh", "1.001193"],
  ["khaisinh", "1.001193"],
  ["birth registration", "1.001193"],
  ["brith registration", "1.001193"],
  ["birth certificate", "1.001193"],
  ["làm giấy khai sinh cho con", "1.001193"],
  ["tôi muốn làm giấy khai sinh", "1.001193"],
  ["1.001193", "1.001193"],
  ["1001193", "1.001193"],
  ["001193", "1.001193"],
  ["đăng ký lại khai sinh", "1.004884"],
  ["dang ky lai khai sinh", "1.004884"],
  ["mất giấy khai sinh", "1.004884"],
  ["khai sinh có yếu tố nước ngoài", "2.000528"],
  ["kết hôn", "1.000894"],
  ["ket hon", "1.000894"],
  ["keets hoon", "1.000894"],
  ["ke61t ho6n", "1.000894"],
  ["kết hom", "1.000894"],
  ["giấy kết hôn", "1.000894"],
  ["marriage", "1.000894"],
  ["kết hôn với người nước ngoài", "2.000806"],
  ["ket hon nuoc ngoai", "2.000806"],
  ["giấy độc thân", "1.004873"],
  ["xac nhan doc than", "1.004873"],
  ["tinh trang hon nhan", "1.004873"],
  ["xác nhận tình trạng hôn nhân", "1.004873"],
  ["khai tử", "1.000656"],
  ["khai tuwr", "1.000656"],
  ["death", "1.000656"],
  ["giấy chứng tử", "1.000656"],
  ["sao y", "2.000815"],
  ["sao y ban chinh", "2.000815"],
  ["công chứng", "2.000815"],
  ["chứng thực bản sao", "2.000815"],
  ["bản sao trích lục", "2.000635"],
  ["ban sao giay khai sinh", "2.000635"],
  ["trich luc ho tich", "2.000635"],
  ["đổi tên", "1.004859"],
  ["cải chính hộ tịch", "1.004859"],
  ["mở quán", "1.001612"],
  ["đăng ký kinh doanh", "1.001612"],
  ["thành lập hộ kinh doanh", "1.001612"],
  ["ho kinh doanh thanh lap", "1.001612"],
  ["tạm ngừng kinh doanh", "1.001570"],
  ["đóng cửa hàng", "1.001266"],
  ["giấy phép xây dựng", "1.009994"],
  ["giay phep xay dung nha o", "1.009994"],
  ["xin xây nhà", "1.009994"],
  ["giaays phesp xaay duwngj", "1.009994"],
  ["building permit", "1.009994"],
  ["gia hạn giấy phép xây dựng", "1.009998"],
  ["tranh chấp đất đai", "2.000395"],
  ["tranh chap dat", "2.000395"],
  ["chuyển mục đích sử dụng đất", "1.000798"],
  ["lên thổ cư", "1.000798"],
  ["chặt cây", "1.002693"],
  ["bán rượu", "2.000620"],
  ["giay phep ban le ruou", "2.000620"],
  ["bán thuốc lá", "2.000181"],
  ["bán gas", "2.001283"],
  ["karaoke", "1.000903"],
  ["quán net", "2.001885"],
  ["mai táng phí", "1.001731"],
  ["người khuyết tật", "1.001653"],
  ["trợ cấp người già", "1.001776"],
  ["an toàn thực phẩm", "2.001827"],
  ["an toan thuc pahm", "2.001827"],
  ["mở nhà trẻ", "1.004494"],
  ["bản sao văn bằng", "1.005092"],
  ["sửa bằng tốt nghiệp", "2.001914"],
  ["photocopy", "2.001931"],
  ["thành lập hợp tác xã", "1.005280"],
  ["giải thể hợp tác xã", "1.004982"],
  ["giám hộ", "1.004837"],
  ["lao động tiên tiến", "2.000385"],
  ["giấy khen", "2.000414"],
  ["thang bảng lương", "1.004954"],
  ["kế hoạch bảo vệ môi trường", "1.004138"],
  ["cha mẹ con", "1.001022"],
];

/** What is typed, and procedures that must be among the first three. */
const amongFirstThree: readonly (readonly [q: string, codes: readonly string[]])[] = [
  ["hòa", []],
  ["thuốc lá", ["2.000181", "2.000162", "2.000150"]],
  ["rượu thủ công", ["2.000633", "2.000629", "1.001279"]],
  ["trò chơi điện tử cấp lại", ["2.001786"]],
  ["hộ tịch", ["1.004859"]],
  ["người chết", ["1.000656"]],
  ["em bé", ["1.001193"]],
  ["trường tiểu học", ["2.001842", "1.004563", "1.001639"]],
  ["LPG", ["2.001283", "2.001261", "2.001270"]],
  ["ly hôn", ["2.000554"]],
  ["cây xanh", ["1.002693"]],
  ["khai", ["1.001193"]],
  ["dang ky kha", ["1.001193"]],
];

describe("the search of the catalogue", () => {
  it.each(first)("puts what is meant by “%s” first: %s", (q, code) => {
    expect(find(q)[0]).toBe(code);
  });

  it.each(amongFirstThree)("shows what is meant by “%s” among the first three", (q, codes) => {
    expect(find(q).slice(0, 3)).toEqual(expect.arrayContaining([...codes]));
  });

  it("finds the same with the tone on either vowel, and with decomposed marks", () => {
    expect(find("hợp tác xã tự nguyện hoà")).toEqual(find("hợp tác xã tự nguyện hòa"));
    expect(find("đăng ký khai sinh".normalize("NFD"))).toEqual(find("đăng ký khai sinh"));
  });

  it("answers nothing to what means nothing here", () => {
    expect(find("zzzzqqq")).toEqual([]);
    expect(find("!!! ???")).toEqual([]);
    expect(find("9.999999")).toEqual([]);
  });

  it("lists everything by code when nothing is asked", () => {
    expect(find("  ")).toHaveLength(50);
    expect(catalogue.list("2026-11-24", {}).total).toBe(75);
  });

  it("bears any text without a fault", () => {
    for (const q of [
      "a".repeat(10_000),
      "\u0000",
      "😀 khai sinh",
      "((((",
      "\\",
      "%",
      "đ".repeat(500),
      "1.",
      "1.2.3.4",
    ]) {
      expect(() => find(q)).not.toThrow();
    }
  });
});
