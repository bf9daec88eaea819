import { address } from "#foundation/http/index.ts";

export const supervisionPaths = {
  today: address("/dieu-hanh"),
  dossiers: address("/dieu-hanh/ho-so"),
  apiToday: address("/api/v1/figures/today"),
  apiFigures: address("/api/v1/figures"),
} as const;
