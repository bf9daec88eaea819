import type { Example } from "#ui/example.ts";
import { ErrorSummary } from "./error-summary.tsx";

export const examples: readonly Example[] = [
  {
    name: "hai lỗi",
    render: () => (
      <ErrorSummary
        language="vi"
        faults={[
          { fieldId: "vi-du-loi-ho-ten", message: "Nhập họ và tên của con như trong giấy chứng sinh" },
          { fieldId: "vi-du-loi-ngay", message: "Ngày sinh phải là một ngày có thật, ví dụ 24/11/2026" },
        ]}
      />
    ),
  },
];
