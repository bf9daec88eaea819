import { describe, expect, it } from "vitest";
import { conventions } from "./convention.ts";
import { explainDue } from "./explain-due.ts";
import { at, sampleCalendar } from "./testing.ts";

const lines = ({ working }: ReturnType<typeof explainDue>) =>
  working.map(
    ({ from, to, counts, reason }) => `${from.slice(0, 16)} ${to.slice(0, 16)} ${counts ? "+" : "-"} ${reason}`,
  );

describe("a due date shows its working", () => {
  it("around 24 November 2026, in Vietnamese", () => {
    const explained = explainDue(sampleCalendar, at("2026-11-20 15:30"), { kind: "working_day", count: 3 });

    expect(explained.dueAt).toBe("2026-11-26T17:00:00+07:00");
    expect(explained.convention).toBe(
      "3 ngày làm việc, tính từ ngày liền sau 15:30, 20/11/2026; hết hạn khi hết giờ làm việc của ngày cuối cùng (Bộ luật Dân sự 2015, Điều 147 khoản 2, Điều 148 khoản 5; Nghị định 61/2018/NĐ-CP (mẫu số 01: giờ hẹn trả)).",
    );
    expect(lines(explained)).toEqual([
      "2026-11-20T15:30 2026-11-21T00:00 - Ngày bắt đầu không tính (Bộ luật Dân sự 2015, Điều 147 khoản 2)",
      "2026-11-21T00:00 2026-11-23T00:00 - Nghỉ hằng tuần",
      "2026-11-23T00:00 2026-11-24T00:00 + Ngày làm việc thứ 1 trong 3",
      "2026-11-24T00:00 2026-11-25T00:00 - Ngày nghỉ: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16, có hiệu lực 01/7/2026)",
      "2026-11-25T00:00 2026-11-26T00:00 + Ngày làm việc thứ 2 trong 3",
      "2026-11-26T00:00 2026-11-26T17:00 + Ngày làm việc thứ 3 trong 3",
    ]);
  });

  it("names make-up days, and holidays that were never announced, in English", () => {
    const swap = explainDue(sampleCalendar, at("2025-04-25 09:00"), { kind: "working_day", count: 1 }, {}, "en");
    const tet = explainDue(sampleCalendar, at("2027-02-03 10:00"), { kind: "working_day", count: 1 }, {}, "en");

    expect(lines(swap).at(-1)).toBe(
      "2025-04-26T00:00 2025-04-26T17:00 + Working day 1 of 1; Working Saturday (swap) (Thông báo số 6150/TB-BLĐTBXH)",
    );
    expect(lines(tet)[1]).toContain("Day off: Lunar New Year (2 days before)");
    expect(lines(tet)[1]).toContain("expected, not yet officially announced");
  });

  it("says of a year nobody has entered what is known of it", () => {
    const explained = explainDue(sampleCalendar, at("2027-12-30 10:00"), { kind: "working_day", count: 2 });

    expect(lines(explained).slice(1)).toEqual([
      "2027-12-31T00:00 2028-01-01T00:00 + Ngày làm việc thứ 1 trong 2",
      "2028-01-01T00:00 2028-01-02T00:00 - Ngày nghỉ: Tết Dương lịch (Bộ luật Lao động 45/2019/QH14, Điều 111, 112); lịch năm 2028 chưa có, mới tính theo ngày nghỉ hằng tuần và các ngày lễ cố định",
      "2028-01-02T00:00 2028-01-03T00:00 - Nghỉ hằng tuần; lịch năm 2028 chưa có, mới tính theo ngày nghỉ hằng tuần và các ngày lễ cố định",
      "2028-01-03T00:00 2028-01-04T00:00 - Ngày nghỉ: Nghỉ bù Tết Dương lịch (Bộ luật Lao động 45/2019/QH14, Điều 111, 112); dự kiến, chưa có thông báo chính thức; lịch năm 2028 chưa có, mới tính theo ngày nghỉ hằng tuần và các ngày lễ cố định",
      "2028-01-04T00:00 2028-01-04T17:00 + Ngày làm việc thứ 2 trong 2; lịch năm 2028 chưa có, mới tính theo ngày nghỉ hằng tuần và các ngày lễ cố định",
    ]);
  });

  it("in working hours, each stretch of open time with its length", () => {
    const explained = explainDue(sampleCalendar, at("2026-11-23 16:00"), { kind: "hour", count: 3.5 });

    expect(explained.convention).toBe(
      "3,5 giờ làm việc, tính từ 16:00, 23/11/2026 (Bộ luật Dân sự 2015, Điều 147 khoản 1).",
    );
    expect(lines(explained)).toEqual([
      "2026-11-23T16:00 2026-11-23T17:00 + Trong giờ làm việc: 1 giờ",
      "2026-11-23T17:00 2026-11-24T00:00 - Ngoài giờ làm việc",
      "2026-11-24T00:00 2026-11-25T00:00 - Ngày nghỉ: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16, có hiệu lực 01/7/2026)",
      "2026-11-25T00:00 2026-11-25T07:00 - Ngoài giờ làm việc",
      "2026-11-25T07:00 2026-11-25T09:30 + Trong giờ làm việc: 2 giờ 30 phút",
    ]);
  });

  it("in calendar days, with the days off over which the end moves on", () => {
    const explained = explainDue(sampleCalendar, at("2026-11-20 16:00"), { kind: "calendar_day", count: 1 });

    expect(lines(explained)).toEqual([
      "2026-11-20T16:00 2026-11-21T00:00 - Ngày bắt đầu không tính (Bộ luật Dân sự 2015, Điều 147 khoản 2)",
      "2026-11-21T00:00 2026-11-22T00:00 + Ngày thứ 1 trong 1",
      "2026-11-22T00:00 2026-11-23T00:00 - Lùi thời hạn. Nghỉ hằng tuần",
      "2026-11-23T00:00 2026-11-23T17:00 - Ngày cuối cùng là ngày nghỉ: thời hạn kết thúc vào ngày làm việc tiếp theo (Bộ luật Dân sự 2015, Điều 148 khoản 5)",
    ]);
  });

  it("with its pauses and why the clock stood still", () => {
    const pauses = [{ from: at("2026-11-03 10:00"), to: at("2026-11-05 09:00"), note: "chờ bổ sung hồ sơ" }];
    const explained = explainDue(sampleCalendar, at("2026-11-02 09:00"), { kind: "working_day", count: 2 }, { pauses });

    expect(lines(explained)).toEqual([
      "2026-11-02T09:00 2026-11-03T00:00 - Ngày bắt đầu không tính (Bộ luật Dân sự 2015, Điều 147 khoản 2)",
      "2026-11-03T00:00 2026-11-04T00:00 + Ngày làm việc thứ 1 trong 2",
      "2026-11-04T00:00 2026-11-05T00:00 - Tạm dừng tính thời hạn: chờ bổ sung hồ sơ",
      "2026-11-05T00:00 2026-11-06T00:00 - Ngày tiếp tục tính thời hạn, ngày đầu không tính (Bộ luật Dân sự 2015, Điều 147 khoản 2)",
      "2026-11-06T00:00 2026-11-06T17:00 + Ngày làm việc thứ 2 trong 2",
    ]);
  });

  it("of a same-day procedure, and under each convention", () => {
    const late = explainDue(sampleCalendar, at("2026-11-23 15:01"), { kind: "same_day" });
    const asHours = explainDue(
      sampleCalendar,
      at("2026-11-20 15:00"),
      { kind: "working_day", count: 1 },
      { convention: conventions["working-hours"] },
      "en",
    );

    expect(lines(late)[0]).toContain("Nhận sau 15 giờ");
    expect(lines(late).at(-1)).toBe("2026-11-25T00:00 2026-11-25T17:00 + Ngày giải quyết");
    expect(asHours.convention).toMatch(
      /^1 working day, each taken as 8 working hours, counted from 15:00, 20\/11\/2026/,
    );
    expect(asHours.dueAt).toBe("2026-11-23T15:00:00+07:00");
  });
});
