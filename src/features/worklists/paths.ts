import { address } from "#foundation/http/index.ts";

export const worklistPaths = {
  work: address("/can-bo"),
  find: address("/can-bo/tim"),
  /** One move of several dossiers: looked through (GET), then made (POST). */
  together: address("/can-bo/cung-lam/:move"),
  load: address("/can-bo/khoi-luong"),
  held: address("/can-bo/khoi-luong/ho-so"),
  views: address("/can-bo/danh-sach-rieng"),
  view: address("/can-bo/danh-sach-rieng/:place"),
  viewRemoved: address("/can-bo/danh-sach-rieng/:place/xoa"),
  print: address("/can-bo/in"),
  apiWorklist: address("/api/v1/worklist"),
} as const;
