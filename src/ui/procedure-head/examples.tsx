import { LinkButton } from "#ui/button/button.tsx";
import type { Example } from "#ui/example.ts";
import { ProcedureHead } from "./procedure-head.tsx";

export const examples: readonly Example[] = [
  {
    name: "khai sinh",
    render: () => (
      <ProcedureHead
        title="Đăng ký khai sinh"
        code="1.001193"
        field="Hộ tịch"
        online={{ tone: "good", text: "Nộp trực tuyến toàn trình" }}
        glances={[
          {
            icon: "clock",
            key: "Thời gian",
            value: "1 ngày làm việc",
            detail: "Nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo",
          },
          { icon: "money", key: "Lệ phí", value: "Miễn phí", detail: "Đăng ký quá 60 ngày: 8.000 ₫" },
          { icon: "place", key: "Nơi giải quyết", value: "Phường, xã nơi cư trú của cha hoặc mẹ" },
          { icon: "online", key: "Cách nộp", value: "Trực tuyến, tại quầy, qua bưu điện" },
        ]}
        actions={
          <>
            <LinkButton href="#">Nộp hồ sơ</LinkButton>
            <LinkButton href="#" kind="secondary" icon="print">
              In trang này
            </LinkButton>
          </>
        }
      />
    ),
  },
  {
    name: "tên rất dài, một điều biết",
    render: () => (
      <ProcedureHead
        title="Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường hợp giải quyết tranh chấp, khiếu nại, tố cáo về đất đai"
        code="1.002993"
        field="Đất đai"
        online={{ tone: "still", text: "Nộp tại quầy" }}
        glances={[{ icon: "clock", key: "Thời gian", value: "10 ngày làm việc" }]}
      />
    ),
  },
];
