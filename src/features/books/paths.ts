import { address } from "#foundation/http/index.ts";

export const bookPaths = {
  book: address("/can-bo/so-theo-doi"),
  file: address("/can-bo/so-theo-doi/:unit/:year/so.pdf"),
  /** Asks once more, and closes. */
  close: address("/can-bo/so-theo-doi/:unit/:year/khoa-so"),
  api: address("/api/v1/registers/:unit/:year"),
  apiClosing: address("/api/v1/registers/:unit/:year/closing"),
} as const;
