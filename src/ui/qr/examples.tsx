import type { Example } from "#ui/example.ts";
import { Qr } from "./qr.tsx";

export const examples: readonly Example[] = [
  {
    name: "địa chỉ tra cứu",
    render: () => <Qr language="vi" what="tra cứu hồ sơ" text="https://motcua.example.vn/tra-cuu" />,
  },
];
