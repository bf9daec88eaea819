import { address } from "#foundation/http/index.ts";

export const notificationPaths = {
  /** The inbox itself is the dossiers' (docs/adr/0002); here a person says what else may tell them. */
  choices: address("/tai-khoan/thong-bao/kenh"),
  arrivals: address("/can-bo/viec-moi"),
  bell: address("/tai-khoan/su-kien"),
  stop: address("/ngung-thong-bao/:token"),
  smsReport: address("/goi-lai/tin-nhan/:token"),
  zaloReport: address("/goi-lai/zalo"),
  admin: address("/quan-tri/thong-bao"),
} as const;
