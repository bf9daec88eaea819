import type { Example } from "#ui/example.ts";
import { SearchBox } from "./search-box.tsx";

export const examples: readonly Example[] = [
  {
    name: "trang chủ",
    render: () => (
      <SearchBox
        language="vi"
        id="tim-1"
        isLarge
        action="#"
        name="q"
        label="Bạn cần làm thủ tục gì?"
        hint="Gõ có dấu hay không dấu đều được, ví dụ “khai sinh”"
        suggestHref="/api"
      />
    ),
  },
  {
    name: "trang kết quả",
    render: () => <SearchBox language="vi" id="tim-2" action="#" name="q" label="Tìm thủ tục" value="cấp lại sổ đỏ" />,
  },
];
