import { expect } from "vitest";
import type { TestProgram } from "./program.ts";

export type Browser = ReturnType<typeof browser>;

/** Keeps cookies, follows redirects by hand and reads forms from the page, as a person would meet them. */
export function browser(program: TestProgram) {
  const jar = new Map<string, string>();
  async function send(
    method: string,
    path: string,
    body?: URLSearchParams | FormData,
    headers: Record<string, string> = {},
  ) {
    const answer = await program.app.request(path, {
      method,
      headers: {
        accept: "text/html",
        ...(jar.size > 0 ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } : {}),
        ...(body instanceof URLSearchParams ? { "content-type": "application/x-www-form-urlencoded" } : {}),
        ...headers,
      },
      ...(body ? { body } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return { status: answer.status, html: await answer.text(), location: answer.headers.get("location") ?? "" };
  }
  return {
    get: (path: string) => send("GET", path),
    post: (path: string, fields: Record<string, string>, headers?: Record<string, string>) =>
      send("POST", path, new URLSearchParams(fields), headers),
    upload: (path: string, form: FormData) => send("POST", path, form),
    async signIn(login: string) {
      const answer = await send(
        "POST",
        "/dang-nhap",
        new URLSearchParams({ login: `${login}@demo`, password: "motcua-demo" }),
      );
      expect(answer.status).toBe(303);
    },
  };
}

/** An answer as a person types it: days the Vietnamese way. */
export const typed = (value: unknown) => {
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split("-").reverse().join("/") : text;
};
export const seenOf = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? "";
export const namesOn = (html: string) =>
  new Set([...html.matchAll(/ name="([A-Za-z.0-9]+)"/g)].map((match) => match[1] ?? ""));
