/** A sample of each shape of result. */
import type { ResultData } from "../result.ts";
import { type ResultTemplates, resultKind } from "../result-templates.ts";
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
} from "./people.ts";

export function certificateSample(templates: ResultTemplates, setting: SampleSetting): ResultData {
  const result = "Giấy khai sinh (bản chính)";
  return {
    head: committeeHead(setting, "ward", "88/KS-UBND"),
    kind: resultKind(templates, result),
    result,
    procedure: "Đăng ký khai sinh",
    code: sampleCode,
    submittedAt: sampleAt,
    owner: people.child,
    authority: setting.ward,
    decider: `Chủ tịch ${setting.ward}`,
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
          { label: "Nơi sinh", value: "Bệnh viện Phụ sản tỉnh, phường Đông Vệ" },
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
    recipients: [`Bà ${people.mother}`],
    verifyUrl: verifyUrlOf(setting),
    signature: leaderSigns(setting.ward),
  };
}

export function decisionSample(templates: ResultTemplates, setting: SampleSetting): ResultData {
  const result = "Quyết định cho phép chuyển mục đích sử dụng đất";
  return {
    ...certificateSample(templates, setting),
    head: committeeHead(setting, "city", "1205/QĐ-UBND"),
    kind: resultKind(templates, result),
    result,
    procedure:
      "Chuyển mục đích sử dụng đất phải được phép của cơ quan nhà nước có thẩm quyền đối với hộ gia đình, cá nhân",
    owner: `ông ${people.farmer}`,
    authority: setting.city,
    decider: `Chủ tịch ${setting.city}`,
    proposer: setting.division,
    legalBasis: [
      { title: "Luật Tổ chức chính quyền địa phương", number: "77/2015/QH13" },
      { title: "Luật Đất đai", number: "45/2013/QH13" },
      { title: "Nghị định quy định chi tiết thi hành một số điều của Luật Đất đai", number: "43/2014/NĐ-CP" },
    ],
    proposal:
      "Cho phép ông Nguyễn Văn Bảy chuyển mục đích sử dụng 120,5 m² đất trồng cây lâu năm tại thửa số 214, tờ bản đồ số 9 sang đất ở tại đô thị; thời hạn sử dụng lâu dài.",
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
    recipients: [`Ông ${people.farmer}`, setting.division, setting.ward],
    signature: {
      ...leaderSigns(setting.city),
      authority: ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"],
    },
  };
}

export function noticeSample(templates: ResultTemplates, setting: SampleSetting): ResultData {
  const result = "Thông báo về việc giải thể hợp tác xã";
  return {
    ...decisionSample(templates, setting),
    kind: resultKind(templates, result),
    result,
    procedure: result,
    head: divisionHead(setting, "9/TB-TCKH"),
    proposal: "Hợp tác xã dịch vụ nông nghiệp được xóa tên khỏi sổ đăng ký kể từ ngày ký văn bản này.",
  };
}
