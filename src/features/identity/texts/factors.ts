/** Words of the second factor: signing in with it, setting it up, proving it again. */
import type { Language } from "#foundation/i18n/index.ts";

const vi = {
  title: "Xác thực hai bước",
  link: "Xác thực hai bước",
  lead: "Ngoài mật khẩu, mỗi lần đăng nhập còn hỏi thêm một mã 6 số trên điện thoại của bạn. Người khác biết mật khẩu cũng không vào được tài khoản.",
  due: "Tài khoản cán bộ phải có xác thực hai bước mới bắt đầu làm việc được. Việc này mất khoảng hai phút.",
  shared: "Đây là tài khoản mẫu dùng chung của bản chạy thử nên không đặt được xác thực hai bước.",
  none: "Chưa bật",
  since: (day: string): string => `Đã bật từ ${day}`,
  app: "Ứng dụng tạo mã",
  recovery: "Mã dự phòng",
  recoveryLeft: (left: number): string => `Còn ${left} mã chưa dùng`,
  recoveryFew: "Sắp hết mã dự phòng. Hãy tạo mã mới và cất ở nơi an toàn.",
  begin: "Bật xác thực hai bước",
  change: "Đổi sang điện thoại khác",
  renew: "Tạo mã dự phòng mới",
  remove: "Tắt xác thực hai bước",
  removed: "Đã tắt xác thực hai bước. Từ nay đăng nhập chỉ cần mật khẩu.",
  setUp: {
    title: "Đưa mã vào điện thoại",
    steps: [
      "Mở một ứng dụng tạo mã trên điện thoại (Google Authenticator, Microsoft Authenticator, Aegis, FreeOTP…).",
      "Chọn thêm tài khoản, rồi quét mã QR dưới đây.",
      "Nhập mã 6 số mà ứng dụng vừa hiện.",
    ],
    qr: "Mã QR để đưa tài khoản này vào ứng dụng tạo mã",
    byHand: "Không quét được? Nhập khóa bằng tay",
    secret: "Khóa",
    kind: "Loại: theo thời gian (TOTP), 6 số, 30 giây.",
    submit: "Xác nhận",
    secretHint: "Chỉ bạn được thấy trang này. Đừng chụp lại hay gửi cho ai.",
  },
  codes: {
    title: "Mã dự phòng của bạn",
    on: "Đã bật xác thực hai bước. Các nơi khác đang dùng tài khoản này phải đăng nhập lại.",
    renewed: "Đã tạo mã dự phòng mới. Các mã cũ không dùng được nữa.",
    lead: "Khi mất điện thoại, bạn đăng nhập bằng một trong các mã này. Mỗi mã dùng được một lần. Hãy in ra hoặc chép lại ngay: trang này chỉ hiện một lần.",
    done: "Tôi đã cất các mã",
  },
  code: "Mã xác thực",
  codeHint: "Mã 6 số trên điện thoại, hoặc một mã dự phòng.",
  codeHintNew: "Mã 6 số mà ứng dụng đang hiện.",
  missing: "Hãy nhập mã xác thực.",
  refusals: {
    "wrong-code": "Mã chưa đúng, đã hết hạn hoặc đã dùng. Hãy chờ điện thoại hiện mã mới rồi nhập lại.",
    "too-many-codes": "Đã nhập sai quá nhiều mã. Hãy thử lại sau 15 phút.",
    "code-needed": "Tài khoản này có xác thực hai bước. Hãy gửi kèm mã trong trường code.",
    "took-too-long": "Bước đăng nhập này đã quá 10 phút. Hãy đăng nhập lại từ đầu.",
  },
  signIn: {
    title: "Nhập mã xác thực",
    lead: "Mật khẩu đã đúng. Còn một bước nữa.",
    submit: "Tiếp tục",
    again: "Đăng nhập lại từ đầu",
  },
  proof: {
    title: "Xác nhận lại là bạn",
    lead: "Việc này cần một mã xác thực mới nhập trong 15 phút gần đây. Những gì bạn vừa nhập vẫn được giữ.",
    submit: "Xác nhận và tiếp tục",
  },
} as const;

type Widened<Value> = Value extends string
  ? string
  : Value extends (...given: never) => string
    ? Value
    : Value extends readonly string[]
      ? { readonly [Key in keyof Value]: string }
      : { readonly [Key in keyof Value]: Widened<Value[Key]> };
export type FactorTexts = Widened<typeof vi>;

const en: FactorTexts = {
  title: "Two-step sign-in",
  link: "Two-step sign-in",
  lead: "Beside your password, each sign-in asks for a six-digit code from your phone. Somebody who knows your password still cannot get in.",
  due: "An official's account needs two-step sign-in before work can begin. It takes about two minutes.",
  shared: "This is a shared sample account of the demonstration, so two-step sign-in cannot be set up.",
  none: "Not on",
  since: (day) => `On since ${day}`,
  app: "Code app",
  recovery: "Recovery codes",
  recoveryLeft: (left) => `${left} unused ${left === 1 ? "code" : "codes"} left`,
  recoveryFew: "You are running out of recovery codes. Make new ones and keep them in a safe place.",
  begin: "Turn on two-step sign-in",
  change: "Move to another phone",
  renew: "Make new recovery codes",
  remove: "Turn off two-step sign-in",
  removed: "Two-step sign-in is off. From now on the password alone signs you in.",
  setUp: {
    title: "Bring the code to your phone",
    steps: [
      "Open a code app on your phone (Google Authenticator, Microsoft Authenticator, Aegis, FreeOTP…).",
      "Choose to add an account and scan the QR code below.",
      "Enter the six-digit code the app now shows.",
    ],
    qr: "QR code that brings this account to a code app",
    byHand: "Cannot scan? Enter the key by hand",
    secret: "Key",
    kind: "Kind: time based (TOTP), 6 digits, 30 seconds.",
    submit: "Confirm",
    secretHint: "Only you may see this page. Do not photograph it or send it to anybody.",
  },
  codes: {
    title: "Your recovery codes",
    on: "Two-step sign-in is on. All other places using this account have to sign in again.",
    renewed: "New recovery codes were made. The old ones no longer work.",
    lead: "If you lose your phone, sign in with one of these codes. Each works once. Print or copy them now: this page is shown only once.",
    done: "I have put the codes away",
  },
  code: "Code",
  codeHint: "The six digits on your phone, or a recovery code.",
  codeHintNew: "The six digits the app shows now.",
  missing: "Enter the code.",
  refusals: {
    "wrong-code": "The code is wrong, too old or used before. Wait for the next code on your phone and try again.",
    "too-many-codes": "Too many wrong codes. Try again in 15 minutes.",
    "code-needed": "This account has two-step sign-in. Send the code in the field code.",
    "took-too-long": "This sign-in took longer than 10 minutes. Start again.",
  },
  signIn: {
    title: "Enter your code",
    lead: "The password is right. One more step.",
    submit: "Continue",
    again: "Start again",
  },
  proof: {
    title: "Confirm that it is you",
    lead: "This needs a code entered within the last 15 minutes. What you have just typed is kept.",
    submit: "Confirm and continue",
  },
};

export function factorTexts(language: Language): FactorTexts {
  return language === "en" ? en : vi;
}
