/** Invented people of the sample city. Names are common ones put together by chance; nobody is meant. */
import type { Random } from "./random.ts";

const families = [
  "Nguyễn",
  "Lê",
  "Trần",
  "Phạm",
  "Hoàng",
  "Trịnh",
  "Vũ",
  "Đỗ",
  "Bùi",
  "Mai",
  "Hà",
  "Đặng",
  "Cao",
  "Lưu",
  "Đinh",
];
const women = {
  middle: ["Thị", "Thị Thu", "Thị Ngọc", "Thị Minh", "Ngọc", "Thị Hồng", "Thị Kim"],
  given: [
    "Anh",
    "Hương",
    "Lan",
    "Mai",
    "Nga",
    "Phương",
    "Thảo",
    "Trang",
    "Yến",
    "Hòa",
    "Ánh",
    "Tuyết",
    "Hằng",
    "Dung",
    "Loan",
  ],
};
const men = {
  middle: ["Văn", "Đức", "Xuân", "Hữu", "Quang", "Minh", "Trọng", "Đình", "Công"],
  given: [
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Hải",
    "Hùng",
    "Long",
    "Nam",
    "Phúc",
    "Quân",
    "Sơn",
    "Thắng",
    "Tuấn",
    "Việt",
    "Đạt",
  ],
};

export type Person = { readonly name: string; readonly idNumber: string; readonly phone: string };

/** Number and phone are of the right shape for Thanh Hóa, the century, the sex and the year of birth. */
export function aPerson(random: Random): Person {
  const isWoman = random.chance(0.5);
  const parts = isWoman ? women : men;
  const year = Math.floor(random.between(1950, 2004));
  const century = year >= 2000 ? 2 : 0;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random.number() * 10)).join("");
  return {
    name: `${random.pick(families)} ${random.pick(parts.middle)} ${random.pick(parts.given)}`,
    idNumber: `038${century + (isWoman ? 1 : 0)}${String(year).slice(2)}${digits(6)}`,
    phone: `09${digits(8)}`,
  };
}
