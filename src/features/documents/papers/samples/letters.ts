/** Samples of what agencies write: letters and notices, slips between agencies, records and the register. */
import type { RuleProfile } from "#features/catalogue/index.ts";
import type { ApologyData } from "../apology.ts";
import type { ConsultRequestData } from "../consult-request.ts";
import type { ControlSlipData } from "../control-slip.ts";
import { handOversOf } from "../hand-overs.ts";
import type { HandoverMinutesData } from "../handover-minutes.ts";
import type { RegisterData } from "../register.ts";
import { closeRegister, type RegisterRow } from "../register-closing.ts";
import type { StopNoticeData } from "../stop-notice.ts";
import type { TransferSlipData } from "../transfer-slip.ts";
import {
  applicant,
  committeeHead,
  divisionHead,
  leaderSigns,
  people,
  type SampleSetting,
  sampleAt,
  sampleCode,
  verifyUrlOf,
  wardHead,
} from "./people.ts";

const landUse =
  "Chuyển mục đích sử dụng đất phải được phép của cơ quan nhà nước có thẩm quyền đối với hộ gia đình, cá nhân";
const landCode = "H56.27-261102-0014";
const day = (text: string) => new Date(`${text}+07:00`);

export function apologySample(profile: RuleProfile, setting: SampleSetting): ApologyData {
  return {
    profile,
    head: committeeHead(setting, "city", "31/XLHS"),
    code: landCode,
    verifyUrl: verifyUrlOf(setting),
    addressee: `Ông ${people.farmer}`,
    unit: `Bộ phận tiếp nhận và trả kết quả của ${setting.city}`,
    receivedAt: day("2026-11-02T08:15:00"),
    procedure: landUse,
    originalDueAt: day("2026-11-26T17:00:00"),
    responsibleAgency: setting.division,
    reason: "việc đo đạc, xác minh thực địa thửa đất phải lùi lại do mưa bão từ ngày 10 đến ngày 14 tháng 11 năm 2026.",
    newDueAt: day("2026-12-03T17:00:00"),
    newPlace: "Bộ phận tiếp nhận và trả kết quả của thành phố",
    recipients: [setting.division, "Bộ phận tiếp nhận và trả kết quả"],
    signature: leaderSigns(setting.city),
  };
}

export function stopNoticeSample(setting: SampleSetting): StopNoticeData {
  return {
    profile: "vn-2025",
    head: committeeHead(setting, "ward", "4/DGQHS"),
    code: landCode,
    verifyUrl: verifyUrlOf(setting),
    addressee: `Ông ${people.farmer}`,
    owner: `ông ${people.farmer}`,
    authority: setting.ward,
    procedure: landUse,
    submittedAt: day("2026-11-02T08:15:00"),
    request: { by: people.farmer, at: day("2026-11-23T09:30:00") },
    stage: "thẩm định hồ sơ; chưa có quyết định giải quyết",
    decision: "Đồng ý dừng giải quyết theo đề nghị của chủ hồ sơ",
    decidedBy: `ông ${people.leader}, Chủ tịch ${setting.ward}`,
    reason: "Chủ hồ sơ đã chuyển nhượng thửa đất và không còn nhu cầu chuyển mục đích sử dụng.",
    legalBasis: ["Nghị định 118/2025/NĐ-CP", "Đơn đề nghị dừng giải quyết hồ sơ ngày 23/11/2026"],
    paid: 1_250_000,
    refundable: 500_000,
    papersReturned: [
      { name: "Giấy chứng nhận quyền sử dụng đất", count: 1, note: "Bản chính" },
      { name: "Trích lục bản đồ địa chính thửa đất", count: 2, note: null },
    ],
    recipients: ["Bộ phận Một cửa"],
    signature: leaderSigns(setting.ward),
  };
}

export function controlSlipSample(profile: RuleProfile, setting: SampleSetting): ControlSlipData {
  const stay = (agency: string, person: string, from: string, dueAt: string, note: string | null = null) => ({
    agency,
    person,
    from: day(from),
    dueAt: day(dueAt),
    note,
  });
  return {
    profile,
    head: wardHead(setting, "125/KSHS"),
    code: landCode,
    verifyUrl: verifyUrlOf(setting),
    registerNo: 14,
    owner: people.farmer,
    content: landUse,
    receivedAt: day("2026-11-02T08:15:00"),
    dueAt: day("2026-11-26T17:00:00"),
    unit: setting.division,
    coordinating: [setting.ward],
    asOf: day("2026-11-23T09:15:00"),
    handOvers: handOversOf(
      people.farmer,
      [
        stay(setting.unit, people.clerk, "2026-11-02T08:15:00", "2026-11-02T17:00:00"),
        stay(setting.division, people.specialist, "2026-11-02T14:20:00", "2026-11-12T17:00:00"),
        stay(setting.city, people.leader, "2026-11-16T10:05:00", "2026-11-24T17:00:00", "Chờ xác minh thực địa"),
        stay(setting.unit, people.clerk, "2026-11-20T15:40:00", "2026-11-26T17:00:00"),
      ],
      { to: people.farmer, at: day("2026-11-23T09:10:00"), note: null },
    ),
  };
}

export function registerRows(count: number): readonly RegisterRow[] {
  const owners = [
    people.mother,
    people.farmer,
    "Hộ kinh doanh Sông Mã",
    "Công ty TNHH Xây dựng Hàm Rồng",
    "Phạm Văn Út",
  ];
  return Array.from({ length: count }, (_, at): RegisterRow => {
    // Ten a day, every forty minutes from twenty to eight.
    const received = new Date(
      day("2026-01-05T07:40:00").getTime() + Math.floor(at / 10) * 24 * 3_600_000 + (at % 10) * 40 * 60_000,
    );
    const returned = at % 4 === 3 ? null : new Date(received.getTime() + 26 * 3_600_000);
    const owner = owners[at % owners.length] ?? people.mother;
    return {
      no: at + 1,
      code: `H56.27.14773-${received.toISOString().slice(2, 10).replaceAll("-", "")}-${String(at + 1).padStart(4, "0")}`,
      content: at % 2 === 0 ? "Đăng ký khai sinh" : "Chứng thực bản sao từ bản chính",
      sets: 1,
      owner,
      address: at % 3 === 2 ? null : applicant.address,
      phone: at % 5 === 4 ? null : applicant.phone,
      receivedAt: received,
      dueAt: new Date(received.getTime() + 48 * 3_600_000),
      resultAt: returned === null ? null : new Date(received.getTime() + 24 * 3_600_000),
      returned: returned === null ? null : { at: returned, giver: people.clerk, receiver: owner },
      note: returned === null ? "Đang giải quyết" : null,
    };
  });
}

export function registerSample(profile: RuleProfile, setting: SampleSetting, count = 7): RegisterData {
  const rows = registerRows(count);
  return {
    profile,
    head: wardHead(setting, null),
    unit: setting.unit,
    year: 2026,
    rows,
    closing: {
      ...closeRegister({ unitCode: "H56.27.14773", year: 2026 }, rows, day("2026-12-31T16:30:00")),
      signature: leaderSigns(setting.ward),
    },
  };
}

export function handoverMinutesSample(profile: RuleProfile, setting: SampleSetting): HandoverMinutesData {
  return {
    profile,
    head: wardHead(setting, "6/BBGN"),
    what: "dossiers",
    at: sampleAt,
    place: setting.unit,
    giver: { name: people.postman, position: "nhân viên bưu chính", organisation: "Bưu điện tỉnh", signature: null },
    receiver: { name: people.clerk, position: "công chức", organisation: setting.unit, signature: null },
    items: [
      {
        code: sampleCode,
        parcelNo: "RA 123 456 789 VN",
        content: "Đăng ký khai sinh",
        owner: people.child,
        originals: 2,
        copies: 1,
        note: "Đủ, niêm phong còn nguyên",
      },
      {
        code: landCode,
        parcelNo: "RA 123 456 790 VN",
        content: landUse,
        owner: people.farmer,
        originals: 1,
        copies: 3,
        note: "Thiếu trích lục bản đồ",
      },
    ],
  };
}

export function consultRequestSample(profile: RuleProfile, setting: SampleSetting): ConsultRequestData {
  return {
    profile,
    head: divisionHead(setting, "22/LYK"),
    code: landCode,
    verifyUrl: verifyUrlOf(setting),
    asked: [setting.ward, "Văn phòng Đăng ký đất đai"],
    agency: setting.division,
    owner: `ông ${people.farmer}`,
    procedure: landUse,
    acceptedAt: day("2026-11-02T08:15:00"),
    dueAt: day("2026-11-26T17:00:00"),
    summary: "Thửa đất số 214, tờ bản đồ số 9, diện tích 120,5 m²; đất trồng cây lâu năm, xin chuyển sang đất ở.",
    questions: [
      "Thửa đất có tranh chấp, khiếu nại hoặc đang bị kê biên để thi hành án hay không?",
      "Việc chuyển mục đích có phù hợp với kế hoạch sử dụng đất năm 2026 đã được phê duyệt hay không?",
    ],
    attachments: ["Đơn xin phép chuyển mục đích sử dụng đất", "Trích lục bản đồ địa chính thửa đất"],
    answerBy: day("2026-11-10T17:00:00"),
    answerTo: setting.division,
    answer: null,
    signature: { ...leaderSigns(setting.division), authority: ["Trưởng phòng"] },
  };
}

export function transferSlipSample(profile: RuleProfile, setting: SampleSetting): TransferSlipData {
  return {
    profile,
    head: divisionHead(setting, "18/PCXL"),
    code: sampleCode,
    verifyUrl: verifyUrlOf(setting),
    leadAgency: setting.ward,
    owner: `bà ${people.mother}`,
    procedure: "Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi",
    receivedAt: sampleAt,
    dueAt: day("2026-12-08T17:00:00"),
    tasks: [
      {
        agency: setting.ward,
        isLead: true,
        task: "Đăng ký khai sinh, cấp Giấy khai sinh",
        limit: "01 ngày làm việc",
        dueAt: day("2026-11-25T17:00:00"),
        note: null,
      },
      {
        agency: "Công an phường",
        isLead: false,
        task: "Đăng ký thường trú",
        limit: "07 ngày làm việc",
        dueAt: day("2026-12-04T17:00:00"),
        note: "Song song",
      },
      {
        agency: "Bảo hiểm xã hội thành phố",
        isLead: false,
        task: "Cấp thẻ bảo hiểm y tế",
        limit: "05 ngày làm việc",
        dueAt: day("2026-12-02T17:00:00"),
        note: "Song song",
      },
    ],
    signature: { ...leaderSigns(setting.division), authority: ["Trưởng phòng"] },
  };
}
