/**
 * Forged requests from other sites are refused by what the browser says of them, on every unsafe method.
 * A program sends neither header and carries its token itself, so it is not stopped.
 */
import type { MiddlewareHandler } from "hono";
import { ForbiddenError } from "#foundation/errors/index.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

export function comesFromElsewhere(headers: Headers, host: string | null): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = headers.get("origin");
  if (origin === null) return false;
  if (!URL.canParse(origin)) return true;
  return new URL(origin).host !== host;
}

export const refuseOtherOrigins: MiddlewareHandler = async (c, next) => {
  if (!safeMethods.has(c.req.method) && comesFromElsewhere(c.req.raw.headers, c.req.header("host") ?? null)) {
    throw new ForbiddenError("An unsafe request came from another origin");
  }
  await next();
};
