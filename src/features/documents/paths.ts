import { address } from "#foundation/http/index.ts";

export const documentsPaths = {
  apiUploads: address("/api/v1/uploads"),
  /** Where the QR of an issued paper leads. */
  verify: address("/xac-minh/:id"),
  /** Asks for a file or an id when somebody holds a paper whose QR cannot be read. */
  verifyFile: address("/xac-minh"),
  /** Every paper with sample data, for the administrator. */
  templates: address("/quan-tri/bieu-mau"),
  template: address("/quan-tri/bieu-mau/:key"),
  apiVerification: address("/api/v1/verifications/:id"),
} as const;
