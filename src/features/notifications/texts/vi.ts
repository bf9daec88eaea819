export const vi = {
  choices: {
    title: "Bạn muốn nhận thông báo ở đâu?",
    lead: "Mọi thông báo luôn có trong tài khoản. Ngoài ra, bạn có thể chọn nhận thêm qua các kênh dưới đây. Chưa có kênh nào được bật sẵn.",
    staffLead: "Mỗi sáng ngày làm việc, một thư gồm hồ sơ quá hạn, đến hạn, bị trả lại và chờ người dân. Chưa bật sẵn.",
    channels: "Nhận thêm qua",
    names: {
      email: "Thư điện tử",
      sms: "Tin nhắn SMS",
      zalo: "Zalo",
      digest: "Bảng việc mỗi sáng qua thư điện tử",
    },
    consents: {
      email: "Tôi đồng ý để thành phố gửi thông báo về hồ sơ tôi nộp tới địa chỉ này.",
      sms: "Tôi đồng ý để thành phố nhắn tin về hồ sơ tôi nộp tới số này.",
      zalo: "Tôi đồng ý để thành phố gửi thông báo về hồ sơ tôi nộp qua Zalo tới số này. Zalo biết mã hồ sơ và tên thủ tục.",
      digest:
        "Tôi đồng ý nhận thư mỗi sáng ngày làm việc tới địa chỉ này. Thư có mã hồ sơ và tên thủ tục, không có tên người.",
    },
    address: {
      email: "Địa chỉ thư điện tử",
      sms: "Số điện thoại",
      zalo: "Số điện thoại dùng Zalo",
      digest: "Địa chỉ thư điện tử",
    },
    addressHint: {
      email: "Ví dụ: hoa.le@example.vn",
      sms: "10 chữ số, ví dụ 0912 345 678",
      zalo: "10 chữ số, ví dụ 0912 345 678",
      digest: "Ví dụ: hang.nguyen@example.gov.vn",
    },
    language: "Ngôn ngữ của thông báo",
    save: "Lưu lựa chọn",
    saved: "Đã lưu lựa chọn của bạn.",
    /** When a channel has no way out: the city has not set it up. */
    notOffered: (names: string) => `Thành phố chưa mở: ${names}.`,
    nothingOffered: "Hiện thành phố chưa mở kênh nào ngoài tài khoản.",
    faults: {
      email: "Nhập một địa chỉ thư điện tử, ví dụ hoa.le@example.vn",
      sms: "Nhập số điện thoại di động gồm 10 chữ số, ví dụ 0912 345 678",
      zalo: "Nhập số điện thoại di động gồm 10 chữ số, ví dụ 0912 345 678",
      digest: "Nhập một địa chỉ thư điện tử, ví dụ hang.nguyen@example.gov.vn",
    },
    goodToKnow: "Nên biết",
    contact:
      "Số điện thoại và địa chỉ thư ghi trong một hồ sơ được dùng để báo tin về chính hồ sơ đó, không dùng cho việc khác. Mỗi thư có chỗ để ngừng nhận.",
    quiet: (from: string, to: string) =>
      `Từ ${from} đến ${to} chúng tôi không gửi gì, trừ khi trả lời ngay việc bạn vừa làm.`,
    link: "Chọn kênh nhận thông báo",
  },
  stop: {
    title: "Ngừng nhận thông báo về hồ sơ này?",
    lead: "Bạn sẽ không nhận thêm thư hoặc tin nhắn về hồ sơ này tại địa chỉ này. Hồ sơ vẫn được xử lý như cũ.",
    button: "Ngừng nhận",
    doneTitle: "Đã ngừng",
    done: "Bạn sẽ không nhận thêm thông báo về hồ sơ này tại địa chỉ này. Bạn vẫn tra cứu được bằng mã hồ sơ.",
  },
  arrivals: {
    title: "Việc mới",
    lead: "Hồ sơ đến bàn bạn gần đây, mới nhất trước.",
    none: "Chưa có hồ sơ nào đến.",
    new: "Mới",
    actBy: (when: string) => `cần làm trước ${when}`,
  },
  /** Moves that have their texts before the program has the move. */
  events: { apologise: "Xin lỗi và hẹn lại ngày trả", stop: "Dừng giải quyết" },
  bell: { link: "Thông báo", staffLink: "Việc mới" },
  admin: {
    title: "Thông báo ra ngoài",
    lead: "Kênh nào đang mở, thông báo đang ở đâu, và lời lẽ gửi đi.",
    channels: "Các kênh",
    channel: "Kênh",
    way: "Đường ra",
    ways: {
      closed: "Đang chạy",
      open: "Đang nghỉ vì nơi nhận không trả lời",
      trying: "Đang thử lại",
      elsewhere: "Chạy ở tiến trình khác",
      off: (setting: string) => `Chưa mở: đặt ${setting}`,
      pretended: "Bản chạy thử: không gửi thật",
    },
    states: {
      queued: "Chờ gửi",
      sending: "Đang gửi",
      sent: "Đã gửi",
      delivered: "Đã đến",
      failed: "Không đến",
      givenUp: "Bỏ",
    },
    lastDays: "7 ngày qua",
    unknown: "Khi không rõ đã gửi chưa",
    unknownIs: { "sent-again": "gửi lại", "given-up": "không gửi lại" },
    preview: "Xem trước lời lẽ",
    previewLead: "Với dữ liệu mẫu. Lời lẽ nằm trong thư mục notices của thành phố, sửa không cần sửa mã.",
    filter: "Chọn kênh và ngôn ngữ",
    event: "Việc",
    templateId: "Mẫu đã duyệt",
    characters: (count: number) => `${count} ký tự với hồ sơ dài nhất`,
    recent: "Thông báo gần đây",
    recentNone: "Chưa có thông báo nào.",
    dossier: "Hồ sơ",
    told: "Việc",
    state: "Tình trạng",
    tries: "Lần thử",
    at: "Lúc",
    fault: "Lý do",
    digest: "Bảng việc",
    pretendedTitle: "Thư và tin của bản chạy thử",
    pretended: "Bản chạy thử không gửi gì ra ngoài. Đây là những gì lẽ ra đã được gửi.",
    pretendedNone: "Chưa có gì. Hãy nộp hoặc xử lý một hồ sơ.",
    to: "Tới",
    others: "Việc khác",
  },
} as const;

type Widened<Value> = Value extends string
  ? string
  : Value extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof Value]: Widened<Value[Key]> };
export type NotificationTexts = Widened<typeof vi>;
