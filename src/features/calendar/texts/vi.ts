/** What people read about working time. */
export const vi = {
  convention: {
    working_day: (count: number, from: string) =>
      `${count} ngày làm việc, tính từ ngày liền sau ${from}; hết hạn khi hết giờ làm việc của ngày cuối cùng`,
    working_day_midnight: (count: number, from: string) =>
      `${count} ngày làm việc, tính từ ngày liền sau ${from}; hết hạn lúc 24 giờ của ngày cuối cùng`,
    working_day_hours: (count: number, hours: number, from: string) =>
      `${count} ngày làm việc, tính bằng ${hours} giờ làm việc kể từ ${from}`,
    calendar_day: (count: number, from: string) =>
      `${count} ngày, tính từ ngày liền sau ${from}, kể cả ngày nghỉ; ngày cuối cùng là ngày nghỉ thì lùi đến hết giờ làm việc của ngày làm việc tiếp theo`,
    calendar_day_midnight: (count: number, from: string) =>
      `${count} ngày, tính từ ngày liền sau ${from}, kể cả ngày nghỉ; ngày cuối cùng là ngày nghỉ thì lùi đến 24 giờ của ngày làm việc tiếp theo`,
    hour: (count: string, from: string) => `${count} giờ làm việc, tính từ ${from}`,
    same_day: (from: string) =>
      `Trong ngày; sau 15 giờ hoặc ngoài ngày làm việc thì trong ngày làm việc tiếp theo, tính từ ${from}`,
    sameDayCitation: "quy tắc 15 giờ: Nghị định 61/2018/NĐ-CP, Điều 18 khoản 2; Nghị định 23/2015/NĐ-CP, Điều 7",
    hourCitation: "Bộ luật Dân sự 2015, Điều 147 khoản 1",
    because: (sentence: string, citation: string) => `${sentence} (${citation}).`,
  },
  reason: {
    firstDay: "Ngày bắt đầu không tính (Bộ luật Dân sự 2015, Điều 147 khoản 2)",
    afterCutoff: "Nhận sau 15 giờ hoặc sau giờ làm việc: chuyển sang ngày làm việc tiếp theo",
    workingDay: (nth: number, of: number) => `Ngày làm việc thứ ${nth} trong ${of}`,
    calendarDay: (nth: number, of: number) => `Ngày thứ ${nth} trong ${of}`,
    sameDay: "Ngày giải quyết",
    open: (length: string) => `Trong giờ làm việc: ${length}`,
    closed: "Ngoài giờ làm việc",
    rest: "Nghỉ hằng tuần",
    reception: "Chỉ tiếp nhận hồ sơ, không phải ngày làm việc của thời hạn",
    off: (name: string, source: string) => `Ngày nghỉ: ${name} (${source})`,
    special: (name: string, source: string) => `${name} (${source})`,
    paused: "Tạm dừng tính thời hạn",
    pausedFor: (note: string) => `Tạm dừng tính thời hạn: ${note}`,
    resumed: "Ngày tiếp tục tính thời hạn, ngày đầu không tính (Bộ luật Dân sự 2015, Điều 147 khoản 2)",
    cutShort: "Thời hạn tạm dừng khi ngày cuối cùng chưa hết: ngày này được tính lại sau khi tiếp tục",
    movedOn:
      "Ngày cuối cùng là ngày nghỉ: thời hạn kết thúc vào ngày làm việc tiếp theo (Bộ luật Dân sự 2015, Điều 148 khoản 5)",
    movedOver: (reason: string) => `Lùi thời hạn. ${reason}`,
    unverified: "dự kiến, chưa có thông báo chính thức",
    provisionalYear: (year: number) =>
      `lịch năm ${year} chưa có, mới tính theo ngày nghỉ hằng tuần và các ngày lễ cố định`,
    with: (reason: string, remark: string) => `${reason}; ${remark}`,
  },
  minutes: (minutes: number) => {
    const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
    if (hours === 0) return `${rest} phút`;
    return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
  },
  number: (value: number) => String(value).replace(".", ","),
  warning: {
    yearMissing: (year: number) =>
      `Chưa có lịch làm việc năm ${year}. Hạn trả kết quả sang năm ${year} mới chỉ tính theo ngày nghỉ hằng tuần và ngày lễ cố định; hãy nhập lịch khi có thông báo nghỉ Tết và hoán đổi ngày làm việc.`,
    unverified: (count: number, first: string, last: string) =>
      `${count} ngày nghỉ từ ${first} đến ${last} là dự kiến, chưa có thông báo chính thức.`,
  },
  fault: {
    from: "cần thời điểm bắt đầu kèm múi giờ, ví dụ 2026-11-24T15:30:00+07:00",
    count: "cần một số nguyên từ 1 đến 3660; riêng giờ làm việc có thể có phần thập phân, đến 29280",
    kind: "cần working_day, calendar_day hoặc hour",
    unit: (unit: string) => `không có đơn vị nào mang mã ${unit}`,
    unknown: "không có tham số này",
    twice: "chỉ được nêu một lần",
    beyond: (from: number, to: number) =>
      `lịch làm việc chỉ có từ năm ${from} đến năm ${to}; không tính được thời hạn ở xa hơn`,
  },
  page: {
    caption: "Cách tính hạn trả kết quả",
    due: "Hạn trả kết quả",
    interval: "Khoảng thời gian",
    counts: "Tính?",
    yes: "Có",
    no: "Không",
    why: "Lý do",
    show: "Xem cách tính",
    until: "đến",
  },
};

export type CalendarTexts = typeof vi;
