import type { Example } from "#ui/example.ts";
import { Pagination } from "./pagination.tsx";

export const examples: readonly Example[] = [
  {
    name: "hai phía",
    render: () => <Pagination language="vi" nextHref="#sau" previousHref="#truoc" nextDetail="hạn từ 25/11/2026" />,
  },
  { name: "trang đầu", render: () => <Pagination language="vi" nextHref="#sau" label="Các trang, trang đầu" /> },
];
