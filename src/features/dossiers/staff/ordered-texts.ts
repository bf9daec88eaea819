import type { Language } from "#foundation/i18n/index.ts";
import type { OrderedKind } from "../order-paper.ts";

const vi = {
  title: "Giấy tờ lập thêm",
  none: "Chưa lập giấy tờ nào ngoài các bước xử lý.",
  controlSlipNow: "Phiếu kiểm soát đến lúc này (PDF)",
  order: {
    controlSlip: "Lập phiếu kiểm soát có số",
    transferSlip: "Lập phiếu chuyển xử lý cho lần bàn giao vừa rồi",
  } as Record<OrderedKind, string>,
  isVoid: "không còn giá trị",
};
const en: typeof vi = {
  title: "Further papers",
  none: "No paper was issued beside the steps.",
  controlSlipNow: "Control slip as of now (PDF)",
  order: {
    controlSlip: "Issue a numbered control slip",
    transferSlip: "Issue a transfer slip for the last hand-over",
  },
  isVoid: "no longer in force",
};

export function orderedTexts(language: Language): typeof vi {
  return language === "vi" ? vi : en;
}
