import type { PaperKind } from "#features/documents/index.ts";
import type { Language } from "#foundation/i18n/index.ts";

type KindWords = { readonly [Kind in PaperKind | "all"]: string };

const vi = {
  title: "In giấy tờ",
  lead: "Giấy tờ đã ban hành của nhiều hồ sơ được ghép thành một tệp PDF theo đúng thứ tự mã. Bản in giống hệt bản đã ban hành; tệp để in không mang chữ ký số.",
  codes: "Mã hồ sơ",
  codesHint: (most: number) => `Mỗi dòng một mã. Tối đa ${most} giấy tờ một lần.`,
  kind: "Loại giấy tờ",
  kinds: {
    all: "Mọi giấy tờ",
    receipt: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    supplementRequest: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    refusal: "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
    apology: "Xin lỗi và hẹn lại ngày trả kết quả",
    stopNotice: "Thông báo dừng giải quyết hồ sơ",
    controlSlip: "Phiếu kiểm soát quá trình giải quyết hồ sơ",
    result: "Kết quả giải quyết",
    consultRequest: "Phiếu lấy ý kiến",
    transferSlip: "Phiếu chuyển xử lý",
    feeReceipt: "Biên lai thu phí, lệ phí",
    parcelSlip: "Phiếu gửi hồ sơ",
    resultReceipt: "Giấy biên nhận trả kết quả",
  } satisfies KindWords as KindWords,
  print: "Tạo tệp để in",
  printChosen: "In giấy tờ đã chọn",
  byCode: "In theo danh sách mã hồ sơ",
  choose: (code: string) => `Chọn hồ sơ ${code}`,
  nothingAsked: "Hãy nhập hoặc chọn ít nhất một mã hồ sơ",
  tooMany: (count: number, most: number) => `Có ${count} giấy tờ; mỗi lần in tối đa ${most}. Hãy chia thành nhiều lần.`,
  unknown: (code: string) => `Không tìm thấy hồ sơ ${code} trong phần việc của bạn`,
  withoutPaper: (code: string) => `Hồ sơ ${code} chưa có giấy tờ loại này`,
  nothingPrinted: "Chưa in gì. Hãy sửa danh sách rồi thử lại.",
  fileName: (count: number) => `in-${count}-giay-to-khong-kem-chu-ky-so.pdf`,
};

export type PrintTexts = typeof vi;

const en: PrintTexts = {
  title: "Print papers",
  lead: "Papers issued for several dossiers become one PDF file in the order of the codes. The print looks exactly as issued; the file to print carries no digital signatures.",
  codes: "Dossier codes",
  codesHint: (most) => `One code a line. At most ${most} papers at a time.`,
  kind: "Kind of paper",
  kinds: {
    all: "Every paper",
    receipt: "Receipt with the date of the result",
    supplementRequest: "Request for a supplement",
    refusal: "Refusal to receive",
    apology: "Apology with a new date",
    stopNotice: "Notice that handling stops",
    controlSlip: "Control slip",
    result: "Result",
    consultRequest: "Request for an opinion",
    transferSlip: "Transfer slip",
    feeReceipt: "Receipt of fees and charges",
    parcelSlip: "Parcel slip",
    resultReceipt: "Receipt of the result",
  },
  print: "Make the file to print",
  printChosen: "Print papers of the chosen",
  byCode: "Print by a list of codes",
  choose: (code) => `Choose dossier ${code}`,
  nothingAsked: "Type or choose at least one dossier code",
  tooMany: (count, most) => `There are ${count} papers; at most ${most} are printed at a time. Print them in parts.`,
  unknown: (code) => `Dossier ${code} was not found among your work`,
  withoutPaper: (code) => `Dossier ${code} has no paper of this kind yet`,
  nothingPrinted: "Nothing was printed. Mend the list and try again.",
  fileName: (count) => `print-${count}-papers-without-digital-signatures.pdf`,
};

export function printTexts(language: Language): PrintTexts {
  return language === "vi" ? vi : en;
}
