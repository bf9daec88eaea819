import { LinkButton } from "#ui/button/button.tsx";
import type { Example } from "#ui/example.ts";
import { EmptyState } from "./empty-state.tsx";

export const examples: readonly Example[] = [
  {
    name: "không có việc",
    render: () => (
      <EmptyState title="Không có hồ sơ nào chờ bạn">
        <p>Hồ sơ mới được giao sẽ hiện ở đây.</p>
      </EmptyState>
    ),
  },
  {
    name: "không tìm thấy",
    render: () => (
      <EmptyState
        title="Không tìm thấy thủ tục “khai sanh”"
        action={
          <LinkButton href="#" kind="secondary">
            Xem tất cả thủ tục
          </LinkButton>
        }
      >
        <p>Thử viết ngắn hơn, ví dụ “khai sinh”.</p>
      </EmptyState>
    ),
  },
];
