import { address } from "#foundation/http/index.ts";

export const worklistPaths = {
  work: address("/can-bo"),
  find: address("/can-bo/tim"),
  print: address("/can-bo/in"),
  apiWorklist: address("/api/v1/worklist"),
} as const;
