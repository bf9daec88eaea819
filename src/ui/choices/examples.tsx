import type { Example } from "#ui/example.ts";
import { TextInput } from "#ui/text-input/text-input.tsx";
import { Checkbox, Checkboxes, Radios, Select } from "./choices.tsx";

export const examples: readonly Example[] = [
  {
    name: "có hoặc không",
    render: () => (
      <Radios
        language="vi"
        name="vc.ket-hon"
        label="Cha mẹ của trẻ đã đăng ký kết hôn chưa?"
        inline
        value="co"
        choices={[
          { value: "co", label: "Đã đăng ký" },
          { value: "khong", label: "Chưa đăng ký" },
        ]}
      />
    ),
  },
  {
    name: "có lời giải thích và câu hỏi kèm theo",
    render: () => (
      <Radios
        language="vi"
        name="vc.nhan"
        label="Bạn muốn nhận kết quả ở đâu?"
        value="buu-dien"
        choices={[
          { value: "truc-tuyen", label: "Trực tuyến", hint: "Bản điện tử có chữ ký số, có giá trị như bản giấy" },
          { value: "quay", label: "Tại bộ phận một cửa" },
          {
            value: "buu-dien",
            label: "Qua bưu điện",
            follows: <TextInput language="vi" name="vc.nhan.dia-chi" label="Địa chỉ nhận" />,
          },
        ]}
      />
    ),
  },
  {
    name: "có lỗi",
    render: () => (
      <Radios
        language="vi"
        name="vc.gioi-tinh"
        label="Giới tính"
        error="Chọn giới tính ghi trong giấy chứng sinh"
        choices={[
          { value: "nam", label: "Nam" },
          { value: "nu", label: "Nữ" },
        ]}
      />
    ),
  },
  {
    name: "chọn nhiều",
    render: () => (
      <Checkboxes
        language="vi"
        name="vc.kenh"
        label="Báo tin cho tôi qua"
        optional
        values={["zalo"]}
        choices={[
          { value: "sms", label: "Tin nhắn" },
          { value: "zalo", label: "Zalo" },
          { value: "thu", label: "Thư điện tử" },
        ]}
      />
    ),
  },
  {
    name: "một lời cam đoan, có lỗi",
    render: () => (
      <Checkbox
        language="vi"
        name="vc.cam-doan"
        label="Tôi cam đoan lời khai trên là đúng và chịu trách nhiệm trước pháp luật."
        error="Đánh dấu để cam đoan trước khi nộp"
      />
    ),
  },
  {
    name: "danh sách dài",
    render: () => (
      <Select
        language="vi"
        name="vc.phuong"
        label="Phường hoặc xã"
        value="14773"
        options={[
          {
            label: "Phường",
            options: [
              { value: "14757", text: "Phường Hàm Rồng" },
              { value: "14773", text: "Phường Lam Sơn" },
            ],
          },
          { label: "Xã", options: [{ value: "16378", text: "Xã Hoằng Đại" }] },
        ]}
      />
    ),
  },
];
