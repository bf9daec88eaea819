import { formatFileSize } from "#foundation/i18n/index.ts";

export const vi = {
  /** Why a file was not taken, and what to do. */
  uploadRefusals: {
    empty: "Tệp không có nội dung. Hãy chọn lại tệp.",
    tooLarge: (maxBytes: number) =>
      `Tệp lớn hơn ${formatFileSize(maxBytes)}. Hãy quét với độ phân giải thấp hơn hoặc tách thành nhiều tệp.`,
    notAccepted: "Tệp này không thuộc loại được nhận. Hãy dùng PDF, JPG, PNG, HEIC, DOCX hoặc XLSX.",
    broken: "Không đọc được tệp: tệp bị hỏng hoặc bị cắt ngang. Hãy mở thử tệp trên máy của bạn rồi tải lên lại.",
    hasMacros: "Tệp văn phòng có chứa mã lệnh (macro). Hãy lưu lại không kèm macro, hoặc xuất ra PDF.",
    unpacksTooLarge: "Tệp bung ra quá lớn để mở an toàn. Hãy giảm kích thước hình ảnh hoặc xuất ra PDF.",
    missing: "Chưa có tệp nào. Hãy gửi một tệp trong trường “file”.",
    onlyOne: "Mỗi lần chỉ gửi một tệp, trong trường “file”.",
  },
};

export type DocumentsTexts = typeof vi;
