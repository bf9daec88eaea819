import type { Example } from "#ui/example.ts";
import { DateInput } from "./date-input.tsx";

export const examples: readonly Example[] = [
  { name: "trống", render: () => <DateInput language="vi" name="vn.sinh" label="Ngày sinh của con" birthday /> },
  {
    name: "một phần sai",
    render: () => (
      <DateInput
        language="vi"
        name="vn.loi"
        id="vi-du-loi-ngay"
        label="Ngày kết hôn"
        value={{ day: "31", month: "4", year: "2026" }}
        wrongParts={["day"]}
        error="Tháng 4 chỉ có 30 ngày"
      />
    ),
  },
];
