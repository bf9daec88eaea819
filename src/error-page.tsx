import type { Context } from "hono";
import type { AppEnv } from "#features/identity/index.ts";
import { errorWords } from "#foundation/http/index.ts";

/** What a person sees when a request cannot go on. */
export function errorPage(c: Context<AppEnv>, publicKey: string, status: number, requestId: string): Response {
  const language = c.get("language");
  const { title, detail } = errorWords(publicKey, language);
  return new Response(`${title}. ${detail} (${requestId})`, { status });
}
