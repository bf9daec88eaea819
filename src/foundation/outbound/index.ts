/**
 * Talking to systems outside: only to hosts that a setting named, over TLS, never following a redirect, within a time, and
 * reading no more of the answer than any honest one is long (trust.md, "outbound").
 */

/** What became of something handed to an outside system. */
export type Handover =
  /** It is theirs now. `reference` is what they call it; null when they only say that they had it before. */
  | { readonly outcome: "accepted"; readonly reference: string | null }
  /** They will never take this one: the number is none, the template is not approved. */
  | { readonly outcome: "refused"; readonly reason: string }
  /** They did not take it; the same again may be taken later. */
  | { readonly outcome: "later"; readonly reason: string }
  /** It was on its way when the connection ended: nobody here can tell whether they have it. */
  | { readonly outcome: "unknown"; readonly reason: string };

export type OutsideAnswer = { readonly status: number; readonly text: string };

/** `wasSent`: whether the other side may have read the request. */
export class OutsideError extends Error {
  override readonly name = "OutsideError";
  readonly reason: string;
  readonly wasSent: boolean;

  constructor(reason: string, wasSent: boolean, options?: ErrorOptions) {
    super(`An outside system did not answer: ${reason}`, options);
    this.reason = reason;
    this.wasSent = wasSent;
  }
}

export type OutsideRequest = {
  readonly method: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type Outside = (address: string, request: OutsideRequest) => Promise<OutsideAnswer>;

/** Faults of a connection that never stood: nothing was read on the other side. */
const neverSent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

export type FetchLike = (address: string, init: RequestInit) => Promise<Response>;

export function openOutside({
  hosts,
  timeoutMs,
  maxBytes = 64 * 1024,
  fetch = globalThis.fetch,
}: {
  /** With the port where it is not the usual one: `rest.esms.vn`, `localhost:4010`. */
  readonly hosts: readonly string[];
  readonly timeoutMs: number;
  readonly maxBytes?: number;
  readonly fetch?: FetchLike;
}): Outside {
  return async (address, request) => {
    const url = new URL(address);
    if (!hosts.includes(url.host)) throw new OutsideError("host-not-allowed", false);
    if (!isSafeToCall(url)) throw new OutsideError("not-encrypted", false);
    // One limit for the whole: a server that drips a byte a second is as absent as one that says nothing.
    const signal = AbortSignal.timeout(timeoutMs);
    let response: Response;
    try {
      response = await fetch(url.href, { ...request, redirect: "manual", signal });
    } catch (error) {
      const reason = codeOf(error);
      throw new OutsideError(reason, !neverSent.has(reason), { cause: error });
    }
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new OutsideError("redirect", true);
    }
    try {
      return { status: response.status, text: await readCapped(response, maxBytes) };
    } catch (error) {
      if (error instanceof OutsideError) throw error;
      throw new OutsideError(codeOf(error), true, { cause: error });
    }
  };
}

/** Without TLS only to this very machine, where tests and relays live. */
export function isSafeToCall(url: URL): boolean {
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host === "::1" || /^127\./.test(host);
}

async function readCapped(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new OutsideError("answer-too-long", true);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function codeOf(error: unknown): string {
  if (error instanceof DOMException && error.name === "TimeoutError") return "timeout";
  if (!(error instanceof Error)) return "unknown";
  const inner = error.cause instanceof Error ? error.cause : error;
  // A name with several addresses fails with one error for each.
  const first = inner instanceof AggregateError && inner.errors[0] instanceof Error ? inner.errors[0] : inner;
  return "code" in first && typeof first.code === "string" ? first.code : first.name;
}
