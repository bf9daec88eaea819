export const vi = {
  signIn: {
    title: "Đăng nhập",
    lead: "Dùng tài khoản của bạn để nộp hồ sơ, theo dõi hồ sơ hoặc xử lý công việc.",
    login: "Số điện thoại, thư điện tử hoặc tên đăng nhập",
    password: "Mật khẩu",
    submit: "Đăng nhập",
    demo: "Đây là bản chạy thử. Bạn có thể đăng nhập bằng một trong các tài khoản mẫu dưới đây, mật khẩu đều là “motcua-demo”.",
    demoAccounts: "Tài khoản mẫu",
    demoWarning: "Tài khoản cán bộ của bản chạy thử đăng nhập không cần bước xác thực thứ hai.",
    needed: "Bạn cần đăng nhập để xem trang này.",
    ended: "Bạn đã đăng xuất.",
    refusals: {
      "unknown-login-or-password": "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra rồi nhập lại.",
      "too-many-failures": "Đã nhập sai quá nhiều lần. Hãy thử lại sau 15 phút.",
      busy: "Đang có quá nhiều người đăng nhập. Hãy thử lại sau một phút.",
    },
    missingLogin: "Hãy nhập tên đăng nhập.",
    missingPassword: "Hãy nhập mật khẩu.",
  },
  password: {
    title: "Đổi mật khẩu",
    lead: "Sau khi đổi, mọi nơi khác đang dùng tài khoản này phải đăng nhập lại bằng mật khẩu mới.",
    current: "Mật khẩu đang dùng",
    next: "Mật khẩu mới",
    hint: (least: number): string =>
      `Ít nhất ${least} ký tự. Một câu ngắn bạn dễ nhớ mà người khác khó đoán là tốt nhất; được dùng dấu cách và chữ có dấu.`,
    again: "Nhập lại mật khẩu mới",
    submit: "Đổi mật khẩu",
    link: "Đổi mật khẩu",
    done: (others: number): string =>
      others === 0 ? "Đã đổi mật khẩu." : `Đã đổi mật khẩu và kết thúc ${others} phiên khác.`,
    shared: "Đây là tài khoản mẫu dùng chung của bản chạy thử nên không đổi được mật khẩu.",
    faults: {
      currentMissing: "Hãy nhập mật khẩu đang dùng.",
      currentWrong: "Mật khẩu đang dùng chưa đúng.",
      missing: "Hãy nhập mật khẩu mới.",
      same: "Mật khẩu mới phải khác mật khẩu đang dùng.",
      tooShort: (least: number): string => `Mật khẩu mới phải có ít nhất ${least} ký tự.`,
      tooLong: "Mật khẩu mới dài quá 200 ký tự.",
      tooCommon: "Mật khẩu mới là từ mà kẻ gian thử trước tiên. Hãy chọn mật khẩu khác.",
      aRow: "Mật khẩu mới là một dãy phím hoặc ký tự lặp lại. Hãy chọn mật khẩu khác.",
      likeYou: "Mật khẩu mới chứa tên hoặc tên đăng nhập của bạn. Hãy chọn mật khẩu khác.",
      differs: "Hai lần nhập mật khẩu mới chưa giống nhau.",
    },
  },
  signOut: "Đăng xuất",
  sessions: {
    title: "Nơi đang đăng nhập",
    lead: "Tài khoản của bạn đang đăng nhập ở những nơi sau. Thấy nơi nào không phải của bạn, hãy kết thúc phiên đó: nơi ấy phải đăng nhập lại ngay.",
    opened: "Đăng nhập lúc",
    seen: "Dùng gần nhất",
    current: "Phiên này",
    unknown: "Thiết bị chưa rõ",
    program: (device: string): string => `Chương trình (${device})`,
    end: "Kết thúc",
    endThis: (device: string, opened: string): string => `Kết thúc phiên ${device}, đăng nhập lúc ${opened}`,
    endOthers: "Kết thúc mọi phiên khác",
    endedOne: "Đã kết thúc phiên. Nơi đó phải đăng nhập lại.",
    endedOthers: (count: number): string => `Đã kết thúc ${count} phiên khác. Chỉ còn phiên này.`,
  },
  roles: {
    reception: "Tiếp nhận",
    specialist: "Chuyên viên",
    head_of_office: "Trưởng phòng",
    leader: "Lãnh đạo",
    clerk: "Văn thư",
    return: "Trả kết quả",
    director: "Lãnh đạo điều hành",
    inspector: "Thanh tra",
    quality: "Quản lý chất lượng",
    admin: "Quản trị",
  },
  demoPeople: {
    citizen: "Người dân",
    business: "Doanh nghiệp",
    reception: "Cán bộ một cửa thành phố",
    specialist: "Chuyên viên",
    leader: "Lãnh đạo ký duyệt",
    "reception-ward": "Cán bộ một cửa phường, xã",
    "leader-ward": "Lãnh đạo phường, xã",
    director: "Điều hành",
    inspector: "Thanh tra",
    quality: "Quản lý chất lượng",
    admin: "Quản trị hệ thống",
  },
} as const;

type Widened<Value> = Value extends string
  ? string
  : Value extends (...given: never) => string
    ? Value
    : { readonly [Key in keyof Value]: Widened<Value[Key]> };
export type IdentityTexts = Widened<typeof vi>;
