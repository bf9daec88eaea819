import { address } from "#foundation/http/index.ts";

export const supervisionPaths = {
  today: address("/dieu-hanh"),
  dossiers: address("/dieu-hanh/ho-so"),
  digitisation: address("/dieu-hanh/so-hoa"),
  apiToday: address("/api/v1/figures/today"),
  apiFigures: address("/api/v1/figures"),
  apiDigitisation: address("/api/v1/figures/digitisation"),
} as const;
