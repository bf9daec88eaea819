import type { Example } from "#ui/example.ts";
import { Queues, type WorkItem, Worklist } from "./worklist.tsx";

const heads = { due: "Hạn", dossier: "Hồ sơ", step: "Bước", action: "Việc tiếp theo" };

export const workItems: readonly WorkItem[] = [
  {
    code: "H56.27.03-261120-0007",
    href: "#1",
    due: "16:30, 23/11/2026",
    tone: "late",
    timeLeft: "Quá hạn 3 giờ",
    person: "Trần Thị Kim Ngân",
    procedure: "Đăng ký khai sinh",
    step: "Phê duyệt, ký",
    action: { text: "Xem và ký", href: "#1" },
  },
  {
    code: "H56.27.03-261124-0002",
    href: "#2",
    due: "11:30, 24/11/2026",
    tone: "soon",
    timeLeft: "Còn 2 giờ",
    person: "Nguyễn Văn An",
    procedure: "Cấp giấy xác nhận tình trạng hôn nhân",
    step: "Thẩm định",
    holder: "Lê Thị Hạnh",
    action: { text: "Thẩm định", href: "#2" },
  },
  {
    code: "H56.27.03-261124-0011",
    href: "#3",
    due: "16:30, 27/11/2026",
    tone: "calm",
    timeLeft: "Còn 3 ngày 4 giờ",
    person: "Hộ kinh doanh Nguyễn Phương Thảo và các thành viên gia đình",
    procedure:
      "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường hợp giải quyết tranh chấp",
    step: "Lấy ý kiến Phòng Tài nguyên và Môi trường thành phố",
    action: { text: "Tiếp nhận", href: "#3" },
  },
];

export const examples: readonly Example[] = [
  {
    name: "các danh sách",
    render: () => (
      <Queues
        label="Danh sách việc"
        queues={[
          { text: "Việc của tôi", href: "#1", count: 12, isCurrent: true },
          { text: "Của đơn vị", href: "#2", count: 48, isCurrent: false },
          { text: "Bị trả lại", href: "#3", count: 0, isCurrent: false },
          { text: "Chờ người dân", href: "#4", count: 5, isCurrent: false },
          { text: "Sắp đến hạn", href: "#5", count: 3, isCurrent: false, tone: "soon" },
          { text: "Quá hạn", href: "#6", count: 1, isCurrent: false, tone: "late" },
        ]}
      />
    ),
  },
  {
    name: "nhiều dòng",
    render: () => <Worklist language="vi" caption="Việc của tôi" heads={heads} items={workItems} />,
  },
  {
    name: "chọn nhiều hồ sơ",
    render: () => (
      <Worklist
        language="vi"
        caption="Chờ ký"
        heads={heads}
        items={workItems.slice(0, 2)}
        chooseName="ho-so"
        chooseLabel={(item) => `Chọn hồ sơ ${item.code}`}
      />
    ),
  },
];
