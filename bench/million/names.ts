/**
 * Invented people with real Vietnamese names: family names by how often they are borne, middle and given names combined
 * freely, some hundred thousand different ones. Search is measured on them, so common names are as common as they are.
 */
import { type Random, weighted } from "./random.ts";

/** Share of a thousand, as about in Thanh Hóa. */
const families =
  `Nguyễn 310, Lê 170, Trần 90, Phạm 65, Hoàng 42, Trịnh 40, Vũ 26, Đỗ 24, Bùi 22, Mai 20, Lưu 12, Đặng 12, Hà 11,
  Cao 11, Ngô 11, Dương 10, Đào 10, Lương 10, Phan 9, Tống 8, Thiều 7, Chu 6, Hồ 6, Đinh 6, Lại 5, Tô 5, Doãn 5, Viên 4, Vương 4,
  Quách 3, Hứa 3, Tạ 3, Thái 3, Đàm 3, Lâm 3, Văn 2, Khương 2, Nghiêm 2, Kiều 2, La 2, Âu 1, Ứng 1, Ôn 1, Uông 1, Mạc 1,
  Nguyễn Đình 10, Nguyễn Hữu 10, Lê Đình 8, Lê Hữu 6, Phạm Ngọc 4, Trịnh Đình 3`
    .split(",")
    .map((text) => {
      const [, name = "", share = "0"] = /^\s*(.+) (\d+)$/.exec(text) ?? [];
      return { name, share: Number(share) };
    });

const women = {
  middle:
    listed(`Thị, Thị, Thị, Thị, Thị, Thị Minh, Thị Thanh, Thị Ngọc, Thị Thu, Thị Kim, Thị Hồng, Thị Bích, Ngọc, Thanh, Minh,
    Thùy, Khánh, Bảo, Phương, Hoài, Như, Diệu, Hà, Quỳnh, Mai, Thảo, Tường, Gia`),
  given:
    listed(`Anh, Ánh, An, Ân, Bình, Bích, Chi, Châu, Cúc, Diễm, Diệp, Dung, Duyên, Đào, Giang, Hà, Hạ, Hải, Hạnh, Hằng, Hân, Hậu,
    Hiền, Hiếu, Hoa, Hòa, Hoài, Hoàn, Hồng, Huệ, Huế, Huyền, Hương, Hường, Khanh, Kiều, Lan, Lành, Lệ, Liên, Liễu, Linh, Loan, Lụa,
    Luyến, Lương, Ly, Lý, Mai, Mận, May, Minh, Mơ, My, Mỹ, Na, Nga, Ngà, Ngân, Ngần, Ngọc, Nguyên, Nguyệt, Nhã, Nhàn, Nhi, Nhung,
    Như, Oanh, Phúc, Phương, Phượng, Quế, Quyên, Quỳnh, Sen, Sinh, Soan, Sương, Tâm, Thái, Thanh, Thảo, Thắm, Thêu, Thoa, Thơ, Thơm,
    Thu, Thuận, Thủy, Thúy, Thùy, Thư, Thương, Tình, Tố, Trà, Trang, Trâm, Trinh, Trúc, Tú, Tuyết, Tuyến, Tươi, Uyên, Vân, Vi, Vui,
    Xoan, Xuân, Xuyến, Yên, Yến, Ý`),
};
const men = {
  middle:
    listed(`Văn, Văn, Văn, Văn, Đức, Đức, Hữu, Công, Đình, Xuân, Ngọc, Quang, Minh, Duy, Trọng, Thành, Hoàng, Anh, Tuấn, Quốc,
    Mạnh, Bá, Viết, Sỹ, Thế, Tiến, Trung, Hồng, Khắc, Huy, Gia, Nhật, Bảo`),
  given:
    listed(`An, Anh, Ân, Bách, Bảo, Bắc, Bình, Cảnh, Chiến, Chính, Chung, Chương, Công, Cường, Danh, Dân, Diện, Doanh, Du, Dũng, Duy,
    Dương, Đại, Đạo, Đạt, Đăng, Điệp, Định, Đoàn, Đông, Đồng, Đức, Giang, Giáp, Hà, Hải, Hạnh, Hào, Hậu, Hiển, Hiệp, Hiếu, Hiệu, Hòa,
    Hoàn, Hoàng, Hội, Hồng, Hợp, Huấn, Hùng, Huy, Huynh, Hưng, Hướng, Hữu, Kha, Khải, Khanh, Khánh, Khoa, Khôi, Khương, Kiên, Kiệt, Kỳ,
    Lâm, Lân, Lập, Long, Lộc, Lợi, Luân, Luật, Lương, Mạnh, Minh, Mười, Nam, Nghĩa, Ngọc, Nguyên, Nhân, Nhật, Ninh, Phát, Phong, Phú,
    Phúc, Phương, Quân, Quang, Quảng, Quốc, Quý, Quyền, Quyết, Sang, Sáng, Sâm, Sinh, Sơn, Sỹ, Tài, Tám, Tâm, Tân, Tấn, Thái, Thanh,
    Thành, Thảo, Thạch, Thắng, Thế, Thiện, Thịnh, Thọ, Thông, Thuận, Thực, Thủy, Tiến, Tiệp, Tình, Toàn, Toản, Trí, Trọng, Trung,
    Trường, Tú, Tuân, Tuấn, Tùng, Tuyên, Tuyến, Tường, Úy, Văn, Việt, Vinh, Vĩnh, Vũ, Vượng, Xuân, Ước, Đảng`),
};
const trades = listed(
  "Thương mại, Dịch vụ, Xây dựng, Vận tải, Du lịch, Sản xuất, Thực phẩm, Dược phẩm, Nội thất, Điện máy",
);
const places = listed(
  "Sông Mã, Hàm Rồng, Lam Sơn, Hạc Thành, Đông Sơn, Sầm Sơn, Nam Ngạn, Ngọc Trạo, Thọ Hạc, Bỉm Sơn",
);

function listed(text: string): readonly string[] {
  return text.split(",").map((name) => name.trim());
}

const family = weighted(families, ({ share }) => share);

export function personName(random: Random): string {
  const { middle, given } = random.chance(0.5) ? women : men;
  return `${family(random).name} ${random.pick(middle)} ${random.pick(given)}`;
}

export function businessName(random: Random): string {
  if (random.chance(0.6)) return `Hộ kinh doanh ${personName(random)}`;
  const own = random.chance(0.5) ? `${random.pick(men.given)} ${random.pick(women.given)}` : random.pick(places);
  return `Công ty TNHH ${random.pick(trades)} ${own}`;
}

/** Twelve digits, of the province's own series. */
export function idNumber(random: Random): string {
  return `038${digits(random, 9)}`;
}

export function taxNumber(random: Random): string {
  return `28${digits(random, 8)}`;
}

export function phoneNumber(random: Random): string {
  return `09${digits(random, 8)}`;
}

function digits(random: Random, count: number): string {
  return String(Math.floor(random.next() * 10 ** count)).padStart(count, "0");
}
