import type { Example } from "#ui/example.ts";
import { DemoBanner } from "./demo-banner.tsx";

export const examples: readonly Example[] = [
  { name: "trang cán bộ", render: () => <DemoBanner language="vi" staff /> },
];
