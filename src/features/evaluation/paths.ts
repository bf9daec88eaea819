import { address } from "#foundation/http/index.ts";

export const evaluationPaths = {
  /** Where the link of a slip leads, for whoever has it. */
  answer: address("/danh-gia/:code/:key"),
  slip: address("/ho-so/:code/phieu-danh-gia"),
  /** What a unit reads of what was said of it. */
  unit: address("/can-bo/danh-gia"),
  /** A slip of paper is copied here. */
  copy: address("/can-bo/ho-so/:code/danh-gia"),
  api: address("/api/v1/dossiers/:code/evaluation"),
} as const;
