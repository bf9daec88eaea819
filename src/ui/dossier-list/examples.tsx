import type { Example } from "#ui/example.ts";
import { DossierList, type ListedItem } from "./dossier-list.tsx";

const heads = { standing: "Hạn", dossier: "Hồ sơ", holder: "Đang ở" };

const items: readonly ListedItem[] = [
  {
    code: "H56.27.01-261109-0001",
    href: "#1",
    procedure: "Chứng thực chữ ký người dịch mà người dịch là cộng tác viên dịch thuật của Phòng Tư pháp",
    tone: "late",
    standing: "Quá hạn 15 ngày 17 giờ",
    when: "17:00, 09/11/2026",
    holder: "Bộ phận tiếp nhận và trả kết quả thành phố (một cửa)",
    reason: "Thẩm định hồ sơ; trễ tại bước này",
  },
  {
    code: "H56.27.23-261112-0002",
    href: "#2",
    procedure: "Đăng ký khai sinh",
    tone: "calm",
    standing: "Còn 2 ngày",
    when: "17:00, 27/11/2026",
    holder: "Lãnh đạo UBND phường Nam Ngạn",
    reason: "Ký kết quả",
  },
];

export const examples: readonly Example[] = [
  { name: "hai hồ sơ", render: () => <DossierList caption="Trễ lâu nhất" heads={heads} items={items} /> },
  { name: "một hồ sơ", render: () => <DossierList caption="Trễ lâu nhất" heads={heads} items={items.slice(0, 1)} /> },
];
