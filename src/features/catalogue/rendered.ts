/**
 * Answers that are the same for everyone are made once and kept. A kept answer is named by all it depends on, so it never
 * has to be thrown away for being wrong, only for being old.
 */
import { createHash } from "node:crypto";

// A page of a procedure is about 25 KB: two languages of a thousand procedures are 50 MB, more is not worth keeping.
const mostKept = 2_000;

/** `madeFrom` names the values in memory that answers are made from; when one is replaced, all start anew. */
export function keptWhile<Value>(madeFrom: () => readonly object[]): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>();
  let from: readonly object[] = [];
  return (key, make) => {
    const now = madeFrom();
    if (now.some((value, at) => value !== from[at])) {
      kept.clear();
      from = now;
    }
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, made);
    return made;
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
