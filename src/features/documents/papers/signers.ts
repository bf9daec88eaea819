/** Who signs each paper that is kept: the official who issues it, and for what binds the authority its seal too. */
import type { PaperKind } from "../queries.ts";
import type { SignatureMark } from "./signature-block.ts";

export const paperSigners = {
  receipt: ["official"],
  supplementRequest: ["official"],
  refusal: ["official"],
  // 61/2018 art. 19(9): of a leader of the competent agency.
  apology: ["official", "unit"],
  stopNotice: ["official", "unit"],
  // Made from the history, which carries its own proofs; nobody vouches for it by hand.
  controlSlip: [],
  result: ["official", "unit"],
  consultRequest: ["official", "unit"],
  transferSlip: ["official", "unit"],
  // NĐ 123/2020: an electronic receipt carries the signature of the body that collects.
  feeReceipt: ["official", "unit"],
  parcelSlip: ["official"],
  resultReceipt: ["official"],
} as const satisfies { readonly [Kind in PaperKind]: readonly SignatureMark["by"][] };
