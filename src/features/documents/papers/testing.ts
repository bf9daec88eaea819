/** Sample data of each paper, for tests and for looking at what is set. */
import { join } from "node:path";
import type { AcknowledgementData } from "./acknowledgement.ts";
import type { Letterhead } from "./letterhead.ts";
import type { ReceiptData } from "./receipt.ts";
import type { RefusalData } from "./refusal.ts";
import type { ResultData } from "./result.ts";
import type { Signature } from "./signature-block.ts";
import type { SupplementRequestData } from "./supplement-request.ts";
import { readPaperTemplates, resultKind } from "./template.ts";

export const templates = readPaperTemplates(join(import.meta.dirname, "../../../../cities/thanh-hoa-2020"));

const at = new Date("2026-11-24T02:05:07Z");
const code = "H56.27.14773-261124-0001";
const verifyUrl = "https://motcua.thanhhoa.example/xac-minh/6f1c2f0e-3b2a-4b6e-9d36-0b6f6f6f2a11";

const head: Letterhead = {
  superior: "Ủy ban nhân dân phường Lam Sơn",
  issuer: "Bộ phận tiếp nhận và trả kết quả",
  number: "125/TNHS",
  place: "Lam Sơn",
  at,
};

const signature: Signature = {
  authority: ["NGƯỜI TIẾP NHẬN HỒ SƠ"],
  marks: [{ by: "official", name: "Nguyễn Thị Thanh Thủy", organisation: "UBND phường Lam Sơn", at }],
  name: "Nguyễn Thị Thanh Thủy",
};

const applicant = {
  name: "Lê Thị Ngọc Ánh",
  channel: "trực tuyến",
  address: "Số 12 ngõ 34 đường Lê Hoàn, phường Lam Sơn, thành phố Thanh Hóa",
  phone: "0912 345 678",
  email: "ngocanh.le@example.vn",
  idNumber: "038199012345",
};

export const anAcknowledgement: AcknowledgementData = {
  profile: "vn-2018",
  head: { ...head, issuer: "Bộ phận tiếp nhận và trả kết quả", number: null },
  code,
  lookupSecret: "7KQ4-M9TX",
  lookupUrl: `https://motcua.thanhhoa.example/tra-cuu/${code}`,
  submitter: applicant.name,
  owner: "Nguyễn Lê Minh Khôi",
  submittedAt: at,
  procedure: "Đăng ký khai sinh",
  unit: "Bộ phận tiếp nhận và trả kết quả phường Lam Sơn",
  components: [
    { name: "Giấy chứng sinh", files: 1 },
    { name: "Giấy chứng nhận kết hôn của cha, mẹ (nếu cha, mẹ đã đăng ký kết hôn)", files: 2 },
    { name: "Giấy tờ chứng minh nơi cư trú", files: 1 },
  ],
  answerBy: new Date("2026-11-25T02:05:00Z"),
  leafHash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
};

export const aReceipt: ReceiptData = {
  profile: "vn-2018",
  head,
  code,
  verifyUrl,
  unit: "Bộ phận tiếp nhận và trả kết quả phường Lam Sơn",
  applicant,
  owner: { name: "Nguyễn Lê Minh Khôi", address: null },
  content: "Đăng ký khai sinh",
  components: [
    { name: "Tờ khai đăng ký khai sinh", original: 1, certified: 0, photocopy: 0, note: "Biểu mẫu điện tử" },
    { name: "Giấy chứng sinh", original: 0, certified: 0, photocopy: 1, note: null },
    {
      name: "Giấy chứng nhận kết hôn của cha, mẹ (nếu cha, mẹ đã đăng ký kết hôn)",
      original: 0,
      certified: 0,
      photocopy: 2,
      note: "Xuất trình khi nhận kết quả",
    },
  ],
  setCount: 1,
  duration: "01 ngày làm việc",
  receivedAt: at,
  dueAt: new Date("2026-11-25T02:05:00Z"),
  resultAt: "Bộ phận tiếp nhận và trả kết quả phường Lam Sơn",
  isSignedByHand: false,
  signature,
};

export const aSupplementRequest: SupplementRequestData = {
  profile: "vn-2018",
  head: { ...head, number: "17/HDHS" },
  code,
  verifyUrl,
  unit: aReceipt.unit,
  applicant,
  content: "Đăng ký khai sinh",
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
  help: "bà Nguyễn Thị Thanh Thủy, Bộ phận tiếp nhận và trả kết quả phường Lam Sơn",
  signature: { ...signature, authority: ["NGƯỜI HƯỚNG DẪN"] },
};

export const aRefusal: RefusalData = {
  profile: "vn-2018",
  head: { ...head, number: "3/TCHS" },
  code,
  verifyUrl,
  unit: aReceipt.unit,
  applicant,
  content: "Đăng ký khai sinh",
  submittedAt: at,
  reason:
    "Trẻ đã được đăng ký khai sinh tại Ủy ban nhân dân phường Ba Đình ngày 12/10/2026. Theo quy định, một người chỉ được đăng ký khai sinh một lần; trường hợp cần bản sao, Ông/Bà có thể đề nghị cấp bản sao Trích lục hộ tịch.",
  legalBasis: ["Luật Hộ tịch số 60/2014/QH13, Điều 13", "Nghị định 123/2015/NĐ-CP, Điều 9"],
  help: aSupplementRequest.help,
  signature,
};

const leader: Signature = {
  authority: ["TM. Ủy ban nhân dân", "Chủ tịch"],
  marks: [
    { by: "official", name: "Trịnh Đình Hùng", organisation: "UBND phường Lam Sơn", at },
    { by: "unit", name: "ỦY BAN NHÂN DÂN PHƯỜNG LAM SƠN", organisation: null, at },
  ],
  name: "Trịnh Đình Hùng",
};

export const aCertificate: ResultData = {
  head: { superior: null, issuer: "Ủy ban nhân dân phường Lam Sơn", number: "88/KS-UBND", place: "Lam Sơn", at },
  kind: resultKind(templates.results, "Giấy khai sinh (bản chính)"),
  result: "Giấy khai sinh (bản chính)",
  procedure: "Đăng ký khai sinh",
  code,
  submittedAt: at,
  owner: "Nguyễn Lê Minh Khôi",
  authority: "Ủy ban nhân dân phường Lam Sơn",
  decider: "Chủ tịch Ủy ban nhân dân phường Lam Sơn",
  proposer: "công chức Tư pháp - Hộ tịch",
  legalBasis: [
    { title: "Luật Hộ tịch", number: "60/2014/QH13" },
    { title: "Nghị định", number: "123/2015/NĐ-CP" },
  ],
  groups: [
    {
      title: "Người được đăng ký khai sinh",
      rows: [
        { label: "Họ, chữ đệm, tên", value: "NGUYỄN LÊ MINH KHÔI" },
        {
          label: "Ngày, tháng, năm sinh",
          value: "18/11/2026 (ngày mười tám tháng mười một năm hai nghìn không trăm hai mươi sáu)",
        },
        { label: "Giới tính", value: "Nam" },
        { label: "Dân tộc", value: "Kinh" },
        { label: "Quốc tịch", value: "Việt Nam" },
        {
          label: "Nơi sinh",
          value: "Bệnh viện Phụ sản tỉnh Thanh Hóa, phường Đông Vệ, thành phố Thanh Hóa, tỉnh Thanh Hóa",
        },
      ],
    },
    {
      title: "Người mẹ",
      rows: [
        { label: "Họ, chữ đệm, tên", value: "LÊ THỊ NGỌC ÁNH" },
        { label: "Năm sinh", value: "1999" },
        { label: "Nơi cư trú", value: applicant.address },
      ],
    },
  ],
  proposal: null,
  validUntil: null,
  recipients: ["Bà Lê Thị Ngọc Ánh"],
  verifyUrl,
  signature: leader,
};

export const aDecision: ResultData = {
  ...aCertificate,
  head: {
    superior: null,
    issuer: "Ủy ban nhân dân thành phố Thanh Hóa",
    number: "1205/QĐ-UBND",
    place: "Thanh Hóa",
    at,
  },
  kind: resultKind(templates.results, "Quyết định cho phép chuyển mục đích sử dụng đất"),
  result: "Quyết định cho phép chuyển mục đích sử dụng đất",
  procedure:
    "Chuyển mục đích sử dụng đất phải được phép của cơ quan nhà nước có thẩm quyền đối với hộ gia đình, cá nhân",
  owner: "ông Nguyễn Văn Bảy",
  authority: "Ủy ban nhân dân thành phố Thanh Hóa",
  decider: "Chủ tịch Ủy ban nhân dân thành phố Thanh Hóa",
  proposer: "Phòng Tài nguyên và Môi trường",
  legalBasis: [
    { title: "Luật Tổ chức chính quyền địa phương", number: "77/2015/QH13" },
    { title: "Luật Đất đai", number: "45/2013/QH13" },
    { title: "Nghị định quy định chi tiết thi hành một số điều của Luật Đất đai", number: "43/2014/NĐ-CP" },
  ],
  proposal:
    "Cho phép ông Nguyễn Văn Bảy chuyển mục đích sử dụng 120,5 m² đất trồng cây lâu năm tại thửa số 214, tờ bản đồ số 9, phường Quảng Thành sang đất ở tại đô thị; thời hạn sử dụng lâu dài.",
  groups: [
    {
      title: "Thửa đất",
      rows: [
        { label: "Số thửa, tờ bản đồ", value: "214, tờ số 9" },
        { label: "Diện tích xin chuyển", value: "120,5 m²" },
        { label: "Mục đích hiện tại", value: "Đất trồng cây lâu năm" },
      ],
    },
  ],
  recipients: ["Ông Nguyễn Văn Bảy", "Phòng Tài nguyên và Môi trường", "UBND phường Quảng Thành"],
  signature: {
    ...leader,
    authority: ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"],
    marks: [
      { by: "official", name: "Lê Mai Khanh", organisation: "UBND thành phố Thanh Hóa", at },
      { by: "unit", name: "ỦY BAN NHÂN DÂN THÀNH PHỐ THANH HÓA", organisation: null, at },
    ],
    name: "Lê Mai Khanh",
  },
};

export const aNotice: ResultData = {
  ...aDecision,
  kind: resultKind(templates.results, "Thông báo về việc giải thể hợp tác xã"),
  result: "Thông báo về việc giải thể hợp tác xã",
  procedure: "Thông báo về việc giải thể hợp tác xã",
  head: {
    ...aDecision.head,
    superior: "Ủy ban nhân dân thành phố Thanh Hóa",
    issuer: "Phòng Tài chính - Kế hoạch",
    number: "9/TB-TCKH",
  },
  proposal: "Hợp tác xã dịch vụ nông nghiệp Quảng Thành được xóa tên khỏi sổ đăng ký kể từ ngày ký văn bản này.",
};
