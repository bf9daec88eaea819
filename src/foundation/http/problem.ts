/** RFC 9457: what a program gets when something is wrong. */
import type { InputFault } from "#foundation/errors/index.ts";

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly InputFault[];
};

export function problemResponse(
  problem: Problem & { readonly [extra: string]: unknown },
  headers?: HeadersInit,
): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}
