import { formatFileLimit } from "#foundation/i18n/index.ts";

export const vi = {
  /** Why a file was not taken, and what to do. */
  uploadRefusals: {
    empty: "Tệp không có nội dung. Hãy chọn lại tệp.",
    tooLarge: (maxBytes: number) =>
      `Tệp lớn hơn ${formatFileLimit(maxBytes)}. Hãy quét với độ phân giải thấp hơn hoặc tách thành nhiều tệp.`,
    notAccepted: "Tệp này không thuộc loại được nhận. Hãy dùng PDF, JPG, PNG, HEIC, DOCX hoặc XLSX.",
    broken: "Không đọc được tệp: tệp bị hỏng hoặc bị cắt ngang. Hãy mở thử tệp trên máy của bạn rồi tải lên lại.",
    hasMacros: "Tệp văn phòng có chứa mã lệnh (macro). Hãy lưu lại không kèm macro, hoặc xuất ra PDF.",
    unpacksTooLarge: "Tệp bung ra quá lớn để mở an toàn. Hãy giảm kích thước hình ảnh hoặc xuất ra PDF.",
    missing: "Chưa có tệp nào. Hãy gửi một tệp trong trường “file”.",
    onlyOne: "Mỗi lần chỉ gửi một tệp, trong trường “file”.",
  },
  verification: {
    title: "Kiểm tra văn bản",
    lead: "Quét mã QR trên văn bản, hoặc gửi tệp PDF bạn đang giữ. Trang này cho biết văn bản có đúng do thành phố ban hành, còn nguyên vẹn và còn giá trị hay không.",
    verdicts: {
      valid: {
        title: "Văn bản thật, còn giá trị",
        detail: (issuer: string) => `${issuer} đã ban hành văn bản này. Nội dung còn nguyên vẹn kể từ khi ký.`,
      },
      replaced: {
        title: "Văn bản đã được thay thế",
        detail: (issuer: string) =>
          `${issuer} đã ban hành văn bản này, nhưng sau đó đã thay bằng văn bản khác. Hãy dùng văn bản mới.`,
      },
      cancelled: {
        title: "Biên lai đã bị hủy",
        detail: (issuer: string) =>
          `${issuer} đã lập biên lai này, nhưng khoản tiền sau đó đã được hoàn lại hoặc ghi sai. Biên lai không còn giá trị.`,
      },
      expired: {
        title: "Văn bản đã hết thời hạn",
        detail: (issuer: string) => `${issuer} đã ban hành văn bản này; nội dung còn nguyên vẹn nhưng đã hết thời hạn.`,
      },
      broken: {
        title: "Không xác nhận được văn bản",
        detail: (issuer: string) =>
          `Bản lưu của văn bản này không còn như lúc ban hành. Hãy liên hệ ${issuer} và đừng sử dụng văn bản.`,
      },
    },
    unknown: {
      title: "Không có văn bản nào mang mã này",
      detail:
        "Văn bản bạn đang giữ không phải do thành phố ban hành, hoặc mã chưa được đọc đúng. Hãy quét lại mã QR; nếu vẫn không thấy, hãy mang văn bản tới bộ phận một cửa gần nhất.",
    },
    unknownFile: {
      title: "Tệp này không phải bản thành phố đã ban hành",
      detail:
        "Chỉ cần một chữ bị sửa, hoặc tệp được in ra rồi quét lại, là không còn khớp. Nếu bạn giữ bản in, hãy quét mã QR trên đó.",
    },
    compare: "Hãy đối chiếu các thông tin dưới đây với văn bản bạn đang giữ.",
    kind: "Loại văn bản",
    number: "Số",
    issuer: "Nơi ban hành",
    issuedAt: "Ngày ban hành",
    validUntil: "Có giá trị đến hết ngày",
    signatures: "Chữ ký số",
    signedBy: (name: string, organisation: string) => (organisation === "" ? name : `${name} (${organisation})`),
    signedAt: (instant: string) => `ký lúc ${instant}`,
    signatureHolds: "hợp lệ",
    signatureFails: "không hợp lệ",
    notSigned: "Văn bản này không có chữ ký số",
    newer: "Xem văn bản thay thế",
    file: "Tệp PDF của văn bản",
    fileHint: "Tệp chỉ được dùng để đối chiếu, không được lưu lại.",
    check: "Kiểm tra tệp",
    noFile: "Hãy chọn một tệp PDF",
    another: "Kiểm tra văn bản khác",
  },
  templates: {
    title: "Biểu mẫu giấy tờ",
    lead: "Mỗi giấy tờ được dựng từ tệp mẫu của thành phố với dữ liệu ví dụ và đóng dấu MẪU. Trang này đọc tệp mẫu như đang nằm trong thư mục; giấy tờ ban hành dùng bản đã đọc lúc khởi động.",
    ahead: "Có tệp mẫu mới hơn bản đang dùng. Bản mới có hiệu lực từ lần khởi động sau.",
    groups: { forms: "Mẫu một cửa", others: "Giấy tờ khác", results: "Kết quả giải quyết" },
    paper: "Giấy tờ",
    profiles: { "vn-2018": "Bộ mẫu 2018", "vn-2025": "Bộ mẫu 2025" },
    preview: "Xem mẫu",
    notInProfile: "Không có",
    version: "Phiên bản",
    versionNo: (version: number) => `bản ${version}`,
    versionAhead: (inUse: number, next: number) => `đang dùng bản ${inUse}, tệp là bản ${next}`,
    faultsTitle: (count: number) => `Tệp mẫu có ${count} lỗi`,
    faultsHint:
      "Chương trình sẽ không khởi động với các tệp này. Giấy tờ vẫn được ban hành theo bản đang dùng. Mỗi dòng nêu tệp, giấy tờ và chỗ sai:",
  },
};

export type DocumentsTexts = typeof vi;
