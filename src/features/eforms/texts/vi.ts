import { formatDay, formatNumber } from "#foundation/i18n/index.ts";
import type { ProblemCode } from "../fields/field-kind.ts";

/** What a problem's words are made of: the question, and the limit that was broken. */
type About = { readonly label: string; readonly bound: string | number };

const quoted = (label: string) => `“${label}”`;
const count = (bound: string | number) => (typeof bound === "number" ? formatNumber(bound) : bound);

export const vi = {
  problems: {
    required: ({ label, bound }) =>
      bound === "choice" ? `Chọn câu trả lời cho ${quoted(label)}.` : `Nhập ${quoted(label)}.`,
    unknownField: ({ label }) => `Biểu mẫu này không có trường ${quoted(label)}. Hãy bỏ trường đó đi.`,
    type: ({ label }) => `${quoted(label)} không đúng kiểu dữ liệu. Hãy gửi theo lược đồ đã công bố.`,
    empty: ({ label }) => `${quoted(label)} đang để trống. Hãy nhập câu trả lời, hoặc không gửi trường này.`,
    tooLong: ({ label, bound }) => `${quoted(label)} quá dài. Hãy rút gọn còn nhiều nhất ${count(bound)} ký tự.`,
    date: ({ label }) => `${quoted(label)} phải là một ngày có thật, ví dụ 24/11/2020.`,
    dateTooEarly: ({ label, bound }) => `${quoted(label)} phải từ ngày ${formatDay(String(bound))} trở đi.`,
    dateTooLate: ({ label, bound }) =>
      `${quoted(label)} không được sau hôm nay, ${formatDay(String(bound))}. Hãy xem lại ngày, tháng, năm.`,
    dateBeforeOther: ({ label, bound }) => `${quoted(label)} phải cùng ngày hoặc sau ${quoted(String(bound))}.`,
    number: ({ label }) => `${quoted(label)} phải là một số, ví dụ 12 hoặc 12,5.`,
    wholeNumber: ({ label }) => `${quoted(label)} phải là số nguyên, không có phần thập phân.`,
    tooSmall: ({ label, bound }) => `${quoted(label)} phải từ ${count(bound)} trở lên.`,
    tooLarge: ({ label, bound }) => `${quoted(label)} không được lớn hơn ${count(bound)}.`,
    option: ({ label }) => `Chọn một trong các câu trả lời có sẵn cho ${quoted(label)}.`,
    phone: ({ label }) => `${quoted(label)} phải có 10 chữ số, ví dụ 0912 345 678 hoặc +84 912 345 678.`,
    email: ({ label }) => `${quoted(label)} phải có dạng ten@example.com.`,
    idNumber: ({ label }) =>
      `${quoted(label)} phải là số căn cước 12 chữ số hoặc số giấy tờ mà biểu mẫu nhận. Hãy so lại với giấy tờ của người đó.`,
    identityPaper: ({ label }) =>
      `${quoted(label)} phải có số giấy tờ: 12 chữ số (căn cước công dân), 9 chữ số (chứng minh nhân dân) hoặc số hộ chiếu.`,
    upload: ({ label }) => `Tệp của ${quoted(label)} không nhận ra được. Hãy tải tệp lên lại.`,
    tooManyFiles: ({ label, bound }) => `${quoted(label)} nhận nhiều nhất ${count(bound)} tệp. Hãy bỏ bớt tệp.`,
    tooFewRows: ({ label, bound }) => `Khai ít nhất ${count(bound)} mục ở phần ${quoted(label)}.`,
    tooManyRows: ({ label, bound }) => `Phần ${quoted(label)} nhận nhiều nhất ${count(bound)} mục. Hãy bỏ bớt.`,
  } satisfies Record<ProblemCode, (about: About) => string>,
  page: {
    continue: "Lưu và tiếp tục",
    saveForLater: "Lưu và làm sau",
    onlyWhen: (question: string, answers: string) => `Chỉ trả lời nếu ${quoted(question)} là ${answers}.`,
    or: (answers: readonly string[]) => answers.map(quoted).join(" hoặc "),
    nothingSaved: "Chưa có thay đổi nào được lưu",
    savedAt: (time: string) => `Đã lưu lúc ${time}`,
    saving: "Đang lưu…",
    saveFailed: "Chưa lưu được. Hệ thống sẽ thử lại khi có mạng; bạn cứ điền tiếp.",
    savedElsewhere: "Phần này đã được sửa ở một thẻ hoặc thiết bị khác.",
    savedElsewhereLong: (time: string) =>
      `Phần này đã được lưu ở một thẻ hoặc thiết bị khác lúc ${time}. Các ô dưới đây giữ nội dung bạn vừa nhập ở thẻ này. Bấm “Lưu và tiếp tục” để dùng nội dung này, hoặc mở lại trang để xem nội dung đã lưu.`,
    openSaved: "Mở lại nội dung đã lưu",
    filesLater: "Tệp của câu này được tải lên ở phần “Giấy tờ kèm theo”.",
    addRow: (what: string) => `Thêm ${what.toLowerCase()}`,
    removeRow: (what: string, number: number) => `Bỏ ${what.toLowerCase()} thứ ${number}`,
    rowTitle: (what: string, number: number) => `${what} thứ ${number}`,
    look: "Cần xem lại",
    nothingSaid: "Không khai",
  },
  warnings: {
    numberAndBirthDiffer: (numberYear: number) =>
      `Số định danh cho biết năm sinh ${numberYear}, khác với ngày sinh đã khai. Hãy xem lại; nếu đúng thì bạn vẫn gửi được.`,
    numberAndGenderDiffer: (gender: "male" | "female") =>
      `Số định danh cho biết giới tính ${gender === "male" ? "nam" : "nữ"}, khác với giới tính đã khai. Hãy xem lại; nếu đúng thì bạn vẫn gửi được.`,
    belowAge: (years: number, law: string) =>
      `Theo ngày sinh đã khai, người này chưa đủ ${years} tuổi (${law}). Hãy xem lại trước khi gửi.`,
  },
};

export type Texts = typeof vi;
