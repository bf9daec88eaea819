/** Samples of the slips a citizen holds in hand from sending to the result. */
import type { RuleProfile } from "#features/catalogue/index.ts";
import type { AcknowledgementData } from "../acknowledgement.ts";
import type { EvaluationSlipData } from "../evaluation-slip.ts";
import type { FeeReceiptData } from "../fee-receipt.ts";
import type { ParcelSlipData } from "../parcel-slip.ts";
import type { ReceiptData } from "../receipt.ts";
import type { RefusalData } from "../refusal.ts";
import type { ResultReceiptData } from "../result-receipt.ts";
import type { SupplementRequestData } from "../supplement-request.ts";
import {
  applicant,
  clerkSigns,
  people,
  type SampleSetting,
  sampleAt,
  sampleCode,
  verifyUrlOf,
  wardHead,
} from "./people.ts";

const birth = "Đăng ký khai sinh";
const marriage = "Giấy chứng nhận kết hôn của cha, mẹ (nếu cha, mẹ đã đăng ký kết hôn)";

export function acknowledgementSample(profile: RuleProfile, setting: SampleSetting): AcknowledgementData {
  return {
    profile,
    head: wardHead(setting, null),
    code: sampleCode,
    lookupSecret: "7KQ4-M9TX",
    lookupUrl: `${setting.origin}/tra-cuu?ma=${sampleCode}`,
    submitter: applicant.name,
    owner: people.child,
    submittedAt: sampleAt,
    procedure: birth,
    unit: setting.unit,
    components: [
      { name: "Giấy chứng sinh", files: 1 },
      { name: marriage, files: 2 },
      { name: "Giấy tờ chứng minh nơi cư trú", files: 1 },
    ],
    answerBy: new Date("2026-11-25T02:05:00Z"),
    leafHash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  };
}

export function receiptSample(profile: RuleProfile, setting: SampleSetting): ReceiptData {
  return {
    profile,
    head: wardHead(setting, "125/TNHS"),
    code: sampleCode,
    verifyUrl: verifyUrlOf(setting),
    unit: setting.unit,
    applicant,
    owner: { name: people.child, address: null },
    content: birth,
    components: [
      { name: "Tờ khai đăng ký khai sinh", original: 1, certified: 0, photocopy: 0, note: "Biểu mẫu điện tử" },
      { name: "Giấy chứng sinh", original: 0, certified: 0, photocopy: 1, note: null },
      { name: marriage, original: 0, certified: 0, photocopy: 2, note: "Xuất trình khi nhận kết quả" },
    ],
    setCount: 1,
    duration: "01 ngày làm việc",
    receivedAt: sampleAt,
    dueAt: new Date("2026-11-25T02:05:00Z"),
    resultAt: setting.unit,
    isSignedByHand: false,
    signature: clerkSigns(setting),
  };
}

const helpOf = (setting: SampleSetting) => `bà ${people.clerk}, ${setting.unit}, điện thoại 0237 3852 000`;

export function supplementRequestSample(profile: RuleProfile, setting: SampleSetting): SupplementRequestData {
  return {
    profile,
    head: wardHead(setting, "17/HDHS"),
    code: sampleCode,
    verifyUrl: verifyUrlOf(setting),
    unit: setting.unit,
    applicant,
    content: birth,
    faults: [
      {
        what: "Giấy chứng sinh",
        fault: "Bản chụp bị mờ, không đọc được ngày giờ sinh. Đề nghị chụp lại đủ bốn góc.",
        basis: "Điều 9 Nghị định 123/2015/NĐ-CP",
      },
      {
        what: "Nơi sinh",
        fault: "Ghi đủ xã, huyện, tỉnh như trong Giấy chứng sinh.",
        basis: "Điều 4 Thông tư 04/2020/TT-BTP",
      },
    ],
    reason: "Hồ sơ chưa đủ căn cứ để xác định nơi sinh của trẻ.",
    answerBy: new Date("2026-12-04T10:00:00Z"),
    help: helpOf(setting),
    signature: clerkSigns(setting),
  };
}

export function refusalSample(profile: RuleProfile, setting: SampleSetting): RefusalData {
  return {
    profile,
    head: wardHead(setting, "3/TCHS"),
    code: sampleCode,
    verifyUrl: verifyUrlOf(setting),
    unit: setting.unit,
    applicant,
    content: birth,
    submittedAt: sampleAt,
    reason:
      "Trẻ đã được đăng ký khai sinh tại một đơn vị khác ngày 12/10/2026. Theo quy định, một người chỉ được đăng ký khai sinh một lần; trường hợp cần bản sao, Ông/Bà có thể đề nghị cấp bản sao Trích lục hộ tịch.",
    legalBasis: ["Luật Hộ tịch số 60/2014/QH13, Điều 13", "Nghị định 123/2015/NĐ-CP, Điều 9"],
    help: helpOf(setting),
    signature: clerkSigns(setting),
  };
}

export function feeReceiptSample(profile: RuleProfile, setting: SampleSetting): FeeReceiptData {
  return {
    profile,
    head: wardHead(setting, null),
    code: sampleCode,
    verifyUrl: verifyUrlOf(setting),
    receiptForm: "01BLP0-001",
    receiptSeries: "TH-26E",
    receiptNo: "0000125",
    copy: "payer",
    unit: setting.ward,
    taxCode: "2800123456",
    payer: { name: people.mother, idNumber: applicant.idNumber, address: applicant.address },
    content: "Cấp bản sao Trích lục hộ tịch; chứng thực bản sao từ bản chính",
    lines: [
      { name: "Phí cấp bản sao Trích lục hộ tịch (03 bản)", kind: "fee", amount: 24_000 },
      { name: "Phí chứng thực bản sao từ bản chính (05 trang)", kind: "fee", amount: 9_000 },
      { name: "Lệ phí hộ tịch", kind: "charge", amount: 8_000 },
    ],
    exemption: { amount: 8_000, reason: "hộ cận nghèo, theo Nghị quyết của Hội đồng nhân dân tỉnh" },
    method: "transfer",
    paymentReference: "FT26329004512",
    paidAt: sampleAt,
    isSignedByHand: false,
    signature: clerkSigns(setting),
  };
}

export function parcelSlipSample(profile: RuleProfile, setting: SampleSetting): ParcelSlipData {
  return {
    profile,
    head: wardHead(setting, "9/PGHS"),
    code: sampleCode,
    verifyUrl: verifyUrlOf(setting),
    parcelNo: "RA 123 456 789 VN",
    direction: "dossier",
    sender: { name: people.mother, address: applicant.address, phone: applicant.phone },
    receiver: { name: setting.unit, address: null, phone: "0237 3852 000" },
    procedure: birth,
    papers: [
      { name: "Tờ khai đăng ký khai sinh", originals: 1, copies: 0, note: null },
      { name: "Giấy chứng sinh", originals: 1, copies: 0, note: "Trả lại sau khi số hóa" },
      { name: marriage, originals: 0, copies: 1, note: "Có chứng thực" },
    ],
    fees: [
      { name: "Cước gửi hồ sơ", amount: 26_000 },
      { name: "Cước chuyển trả kết quả", amount: 26_000 },
    ],
    sentAt: sampleAt,
    senderSignature: null,
    clerk: people.postman,
    clerkSignature: null,
  };
}

export function resultReceiptSample(profile: RuleProfile, setting: SampleSetting): ResultReceiptData {
  return {
    profile,
    head: wardHead(setting, "88/BNKQ"),
    code: sampleCode,
    verifyUrl: verifyUrlOf(setting),
    unit: setting.unit,
    procedure: birth,
    owner: people.child,
    giver: { name: people.clerk, phone: "0237 3852 000" },
    receiver: {
      name: people.mother,
      phone: applicant.phone,
      idNumber: applicant.idNumber,
      authorisation: "mẹ của chủ hồ sơ",
    },
    result: {
      kind: "Giấy khai sinh",
      number: "88/KS-UBND",
      issuedOn: sampleAt,
      abstract: null,
      count: "01 bản chính, 03 bản sao",
    },
    originals: ["Giấy chứng sinh", "Giấy chứng nhận kết hôn"],
    returnedAt: new Date("2026-11-25T03:20:00Z"),
    channel: "Trực tiếp tại quầy",
    parcelNo: null,
    isSignedByHand: true,
    signature: clerkSigns(setting),
  };
}

export function evaluationSlipSample(profile: RuleProfile, setting: SampleSetting): EvaluationSlipData {
  return {
    profile,
    head: wardHead(setting, null),
    code: sampleCode,
    evaluateUrl: `${setting.origin}/danh-gia/${sampleCode}/7KQM-2RTX-9HBC`,
    unit: setting.unit,
    procedure: birth,
  };
}
