/** Words of opening an account oneself and of setting a forgotten password anew. */
import type { Language } from "#foundation/i18n/index.ts";

const vi = {
  open: {
    title: "Mở tài khoản",
    lead: "Miễn phí, chỉ cần một số điện thoại di động hoặc một địa chỉ thư điện tử của bạn.",
    link: "Chưa có tài khoản? Mở tài khoản miễn phí",
    kind: "Tài khoản của",
    kinds: { citizen: "Người dân", business: "Doanh nghiệp, tổ chức, hộ kinh doanh" },
    name: "Họ và tên, hoặc tên đơn vị",
    submit: "Gửi mã",
    helped: "Không có điện thoại hay thư điện tử? Cán bộ ở bộ phận một cửa nộp hồ sơ giúp bạn tại quầy.",
  },
  recover: {
    title: "Đặt lại mật khẩu",
    lead: "Nhập số điện thoại hoặc địa chỉ thư điện tử của tài khoản. Chúng tôi gửi một mã tới đó.",
    link: "Quên mật khẩu?",
    submit: "Gửi mã",
    staff: "Tài khoản cán bộ: hãy xin quản trị cấp phiếu mới.",
    done: "Đã đặt mật khẩu mới. Mọi nơi khác phải đăng nhập lại.",
  },
  contact: "Số điện thoại hoặc thư điện tử",
  contactHint: {
    both: "Ví dụ: 0912 345 678 hoặc ten@example.vn",
    email: "Ví dụ: ten@example.vn",
    sms: "Ví dụ: 0912 345 678",
  },
  off: "Hiện chưa gửi được mã. Hãy đến bộ phận một cửa gần nhất, hoặc thử lại sau.",
  finish: {
    title: "Nhập mã và đặt mật khẩu",
    sent: (to: string): string => `Nếu dùng được, một mã 6 số đã được gửi tới ${to}. Mã có hiệu lực 15 phút.`,
    nothing: "Không nhận được mã sau vài phút? Tin nhắn gửi tới địa chỉ ấy nói vì sao, hoặc hãy gửi lại từ đầu.",
    demo: "Bản chạy thử không gửi tin nhắn thật: quản trị (admin@demo) xem mã ở trang Thông báo ra ngoài.",
    code: "Mã 6 số",
    submit: { open: "Mở tài khoản", recover: "Đặt mật khẩu mới" },
    again: "Gửi lại từ đầu",
    void: "Mã này đã dùng, đã quá 15 phút hoặc đã nhập sai quá 5 lần. Hãy gửi lại từ đầu.",
  },
  faults: {
    missing: "Hãy nhập số điện thoại hoặc thư điện tử.",
    form: "Đây không phải số điện thoại di động hay địa chỉ thư điện tử.",
    channelOff: "Hiện chưa gửi được mã bằng cách này. Hãy dùng cách kia.",
    nameMissing: "Hãy nhập tên.",
    nameTooLong: "Tên dài quá 120 ký tự.",
    tooMany: "Địa chỉ này đã được gửi 3 mã trong một giờ. Hãy thử lại sau.",
    codeMissing: "Hãy nhập mã 6 số.",
    codeWrong: "Mã chưa đúng. Hãy kiểm tra rồi nhập lại.",
  },
} as const;

type Widened<Value> = Value extends string
  ? string
  : Value extends (...given: never) => string
    ? Value
    : { readonly [Key in keyof Value]: Widened<Value[Key]> };
export type OpeningTexts = Widened<typeof vi>;

const en: OpeningTexts = {
  open: {
    title: "Open an account",
    lead: "Free of charge; all you need is your mobile number or e-mail address.",
    link: "No account yet? Open one free of charge",
    kind: "The account is for",
    kinds: { citizen: "A person", business: "A business, organisation or household business" },
    name: "Full name, or name of the body",
    submit: "Send the code",
    helped: "No phone and no e-mail? The one-stop office enters your dossier for you at the counter.",
  },
  recover: {
    title: "Set a new password",
    lead: "Enter the mobile number or e-mail address of the account. We send a code there.",
    link: "Forgotten your password?",
    submit: "Send the code",
    staff: "Accounts of officials: ask your administrator for a new slip.",
    done: "The new password is set. All other places have to sign in again.",
  },
  contact: "Mobile number or e-mail",
  contactHint: {
    both: "For example 0912 345 678 or name@example.vn",
    email: "For example name@example.vn",
    sms: "For example 0912 345 678",
  },
  off: "Codes cannot be sent at present. Go to the nearest one-stop office, or try again later.",
  finish: {
    title: "Enter the code and set a password",
    sent: (to) => `If it can be used, a six-digit code was sent to ${to}. It lasts 15 minutes.`,
    nothing: "No code after a few minutes? The message to that address says why; or start again.",
    demo: "This demonstration sends no real messages: the administrator (admin@demo) sees the code on the page Outgoing notices.",
    code: "Six-digit code",
    submit: { open: "Open the account", recover: "Set the new password" },
    again: "Start again",
    void: "This code was used, is older than 15 minutes, or was entered wrongly more than 5 times. Start again.",
  },
  faults: {
    missing: "Enter a mobile number or e-mail address.",
    form: "This is no mobile number and no e-mail address.",
    channelOff: "Codes cannot be sent this way at present. Use the other.",
    nameMissing: "Enter the name.",
    nameTooLong: "The name is longer than 120 characters.",
    tooMany: "This address was sent 3 codes within an hour. Try again later.",
    codeMissing: "Enter the six-digit code.",
    codeWrong: "The code is not right. Check it and try again.",
  },
};

export function openingTexts(language: Language): OpeningTexts {
  return language === "en" ? en : vi;
}
