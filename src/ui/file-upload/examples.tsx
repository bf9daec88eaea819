import type { Example } from "#ui/example.ts";
import { FileUpload } from "./file-upload.tsx";

export const examples: readonly Example[] = [
  {
    name: "trống",
    render: () => (
      <FileUpload
        language="vi"
        name="vt.chung-sinh"
        label="Giấy chứng sinh (bản chụp)"
        uploadHref="/api/v1/uploads"
        hint="Chụp rõ cả bốn góc"
        kinds="PDF, JPG, PNG"
        accept=".pdf,image/jpeg,image/png"
        maxBytes={20_000_000}
        multiple
      />
    ),
  },
  {
    name: "đã có tệp, và có lỗi",
    render: () => (
      <FileUpload
        language="vi"
        name="vt.uy-quyen"
        label="Văn bản ủy quyền"
        kinds="PDF, JPG, PNG"
        maxBytes={20_000_000}
        removeName="bo-tep"
        error="Tệp thứ hai trống. Mời bỏ đi và chọn lại."
        files={[
          {
            uploadId: "a",
            name: "van-ban-uy-quyen-co-chung-thuc-cua-phong-cong-chung-so-1-ban-cuoi-cung-da-ky.pdf",
            bytes: 1_440_000,
            href: "#xem",
          },
          { uploadId: "b", name: "IMG_0001.jpg", bytes: 0 },
        ]}
      />
    ),
  },
];
