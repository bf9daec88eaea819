import type { Example } from "#ui/example.ts";
import { Shortcuts } from "./shortcuts.tsx";

export const examples: readonly Example[] = [
  { name: "phím tắt của danh sách", render: () => <Shortcuts of="list" language="vi" /> },
];
