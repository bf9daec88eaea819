import { LinkButton } from "#ui/button/button.tsx";
import type { Example } from "#ui/example.ts";
import { Confirmation } from "./confirmation.tsx";

export const examples: readonly Example[] = [
  {
    name: "đã nộp",
    render: () => (
      <Confirmation
        language="vi"
        title="Đã nộp hồ sơ"
        code="H56.27.03-261124-0001"
        subject="Đăng ký khai sinh, tại Ủy ban nhân dân phường Lam Sơn"
        facts={[
          { key: "Hẹn trả kết quả", value: "16:30, thứ Năm, 26/11/2026" },
          { key: "Mật khẩu tra cứu", value: <span class="code">7KQ4-M2XD</span> },
        ]}
        qrHref="https://motcua.example.vn/tra-cuu/H56.27.03-261124-0001"
        next={[
          "Trong giờ làm việc, cán bộ một cửa kiểm tra hồ sơ và báo cho bạn.",
          "Nếu thiếu giấy tờ, bạn nhận một lần yêu cầu bổ sung, nêu đủ mọi điểm.",
          "Có kết quả, bạn nhận tin và tải bản có chữ ký số tại trang này.",
        ]}
        actions={
          <>
            <LinkButton href="#" icon="download">
              Tải giấy tiếp nhận
            </LinkButton>
            <LinkButton href="#" kind="secondary">
              Theo dõi hồ sơ
            </LinkButton>
          </>
        }
      />
    ),
  },
];
