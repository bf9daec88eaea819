import type { Example } from "#ui/example.ts";
import { Button, ButtonGroup, LinkButton } from "./button.tsx";

export const examples: readonly Example[] = [
  {
    name: "một nút chính và một nút phụ",
    render: () => (
      <ButtonGroup>
        <Button>Nộp hồ sơ</Button>
        <Button kind="secondary" formnovalidate>
          Lưu và làm sau
        </Button>
        <LinkButton kind="quiet" href="#huy">
          Bỏ qua
        </LinkButton>
      </ButtonGroup>
    ),
  },
  {
    name: "việc không lấy lại được",
    render: () => (
      <ButtonGroup>
        <Button kind="warning">Rút hồ sơ</Button>
      </ButtonGroup>
    ),
  },
  {
    name: "có hình và chữ dài",
    render: () => (
      <ButtonGroup>
        <LinkButton href="#bat-dau" icon="arrowRight">
          Bắt đầu kê khai hồ sơ đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con
        </LinkButton>
        <Button kind="secondary" icon="print" type="button">
          In
        </Button>
      </ButtonGroup>
    ),
  },
];
