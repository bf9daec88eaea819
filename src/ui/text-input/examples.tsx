import type { Example } from "#ui/example.ts";
import {
  AddressInput,
  DayInput,
  EmailInput,
  IdNumberInput,
  MoneyInput,
  NameInput,
  NumberInput,
  PhoneInput,
  Textarea,
  TextInput,
} from "./text-input.tsx";

export const examples: readonly Example[] = [
  {
    name: "một dòng",
    render: () => <TextInput language="vi" name="vd.noi-sinh" label="Nơi sinh" hint="Tên cơ sở y tế, xã, tỉnh" />,
  },
  {
    name: "có lỗi, giữ điều đã gõ",
    render: () => (
      <NameInput
        language="vi"
        name="vd.loi.ho-ten"
        id="vi-du-loi-ho-ten"
        label="Họ và tên của con"
        value="Nguyễn"
        error="Nhập họ và tên của con như trong giấy chứng sinh"
      />
    ),
  },
  {
    name: "có lý do hỏi, không bắt buộc",
    render: () => (
      <PhoneInput
        language="vi"
        name="vd.dien-thoai"
        label="Số điện thoại"
        optional
        why="Để báo cho bạn khi hồ sơ cần bổ sung hoặc đã có kết quả. Chúng tôi không dùng vào việc khác."
      />
    ),
  },
  {
    name: "các loại ô",
    render: () => (
      <>
        <IdNumberInput
          language="vi"
          name="vd.dinh-danh"
          label="Số định danh cá nhân"
          hint="12 chữ số trên thẻ căn cước"
          value="038095001234"
        />
        <EmailInput language="vi" name="vd.thu" label="Thư điện tử" />
        <AddressInput
          language="vi"
          name="vd.dia-chi"
          label="Nơi cư trú"
          hint="Số nhà, đường phố, phường hoặc xã, thành phố, tỉnh"
        />
        <DayInput language="vi" name="vd.ngay-cap" label="Ngày cấp" />
        <NumberInput language="vi" name="vd.dien-tich" label="Diện tích" suffix="m²" />
        <MoneyInput language="vi" name="vd.von" label="Vốn kinh doanh" value="1.250.000.000" />
        <TextInput
          language="en"
          name="vd.en"
          label="Name of the shop"
          optional
          hint="As it will stand on the licence"
        />
      </>
    ),
  },
  {
    name: "nhiều dòng, có giới hạn",
    render: () => (
      <Textarea
        language="vi"
        name="vd.noi-dung"
        label="Nội dung đề nghị"
        maxlength={1000}
        value="Đề nghị cấp lại giấy do bị mất."
      />
    ),
  },
  {
    name: "nhiều dòng, có lỗi",
    render: () => (
      <Textarea
        language="vi"
        name="vd.ly-do"
        label="Lý do yêu cầu bổ sung"
        error="Nêu rõ giấy tờ cần bổ sung và căn cứ"
        rows={3}
      />
    ),
  },
];
