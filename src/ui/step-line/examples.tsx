import type { Example } from "#ui/example.ts";
import { StepLine } from "./step-line.tsx";

export const examples: readonly Example[] = [
  {
    name: "đang giải quyết",
    render: () => (
      <StepLine
        language="vi"
        label="Các bước giải quyết"
        steps={[
          { title: "Tiếp nhận", state: "done", who: "Một cửa phường Lam Sơn", time: "08:12, 24/11/2026" },
          { title: "Thẩm định", state: "done", who: "Tư pháp – hộ tịch", time: "10:40, 24/11/2026" },
          { title: "Phê duyệt, ký", state: "current", who: "Lãnh đạo phường", time: "Hạn 15:00, 24/11/2026" },
          { title: "Đóng dấu, vào sổ", state: "coming", who: "Văn thư" },
          { title: "Trả kết quả", state: "coming" },
        ]}
      />
    ),
  },
  {
    name: "bước hiện tại quá hạn",
    render: () => (
      <StepLine
        language="vi"
        label="Các bước giải quyết hồ sơ trễ"
        steps={[
          { title: "Tiếp nhận", state: "done", time: "08:12, 20/11/2026" },
          {
            title: "Thẩm định hồ sơ, xác minh thực địa",
            state: "current",
            isLate: true,
            who: "Phòng Tài nguyên và Môi trường",
            time: "Quá hạn 1 ngày 2 giờ làm việc",
          },
          { title: "Ký", state: "coming" },
        ]}
      />
    ),
  },
  {
    name: "nhiều hơn sáu bước, đã dừng",
    render: () => (
      <StepLine
        language="vi"
        label="Các bước của hồ sơ đã dừng"
        steps={[
          ...["Tiếp nhận", "Phân công", "Thẩm định"].map((title) => ({ title, state: "done" as const })),
          { title: "Lấy ý kiến Sở Xây dựng", state: "stopped", time: "Dừng lúc 09:30, 23/11/2026" },
          ...["Trình ký", "Ký", "Trả kết quả"].map((title) => ({ title, state: "coming" as const })),
        ]}
      />
    ),
  },
];
