import { address } from "#foundation/http/index.ts";

export const worklistPaths = {
  work: address("/can-bo"),
  find: address("/can-bo/tim"),
  /** One move of several dossiers: looked through (GET), then made (POST). */
  together: address("/can-bo/cung-lam/:move"),
  print: address("/can-bo/in"),
  apiWorklist: address("/api/v1/worklist"),
} as const;
