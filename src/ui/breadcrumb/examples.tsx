import type { Example } from "#ui/example.ts";
import { BackLink, Breadcrumbs } from "./breadcrumb.tsx";

export const examples: readonly Example[] = [
  {
    name: "đường dẫn",
    render: () => (
      <Breadcrumbs
        language="vi"
        crumbs={[
          { text: "Trang chủ", href: "#" },
          { text: "Thủ tục", href: "#" },
          { text: "Hộ tịch", href: "#" },
        ]}
      />
    ),
  },
  { name: "quay lại", render: () => <BackLink language="vi" href="#" text="Quay lại danh mục việc" /> },
];
