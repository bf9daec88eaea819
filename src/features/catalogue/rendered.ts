/**
 * Answers that are the same for everyone are made once and kept. A kept answer is named by all it depends on, so it never
 * has to be thrown away for being wrong, only for being old.
 */
import { createHash } from "node:crypto";

// A page of a procedure is about 30 KB: this many are 20 MB, and more would not be asked often.
const mostKept = 600;

export type Kept<Value> = {
  readonly find: (key: string) => Value | undefined;
  readonly keep: (key: string, value: Value) => Value;
};

/** `madeFrom` names the values in memory that answers are made from; when one is replaced, all start anew. */
export function keptWhile<Value>(madeFrom: () => readonly object[]): Kept<Value> {
  const kept = new Map<string, Value>();
  let from: readonly object[] = [];
  const forgetOld = () => {
    const now = madeFrom();
    if (now.every((value, at) => value === from[at])) return;
    kept.clear();
    from = now;
  };
  return {
    find(key) {
      forgetOld();
      return kept.get(key);
    },
    keep(key, value) {
      forgetOld();
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, value);
      return value;
    },
  };
}

export type Rendered = { readonly body: Uint8Array<ArrayBuffer>; readonly etag: string };

export function rendered(text: string): Rendered {
  const body = new TextEncoder().encode(text);
  return { body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
}

/** 200 with the bytes, or 304 when the visitor has them already. */
export function answerRendered(
  request: Request,
  { body, etag }: Rendered,
  contentType: string,
  cacheControl: string,
): Response {
  const headers = { etag, "cache-control": cacheControl, vary: "Cookie, Accept-Language" };
  const held = request.headers.get("if-none-match");
  if (held !== null && (held === "*" || held.split(",").some((one) => one.trim().replace(/^W\//, "") === etag))) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(body, {
    headers: { ...headers, "content-type": contentType, "content-length": String(body.byteLength) },
  });
}
