/** The key of a draft without an account, kept by the browser that began it. It opens one draft and nothing else. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { draftDays } from "#features/eforms/index.ts";

export function draftCookie(isSecure: boolean) {
  const name = isSecure ? "__Host-motcua-draft" : "motcua-draft";
  const options = { path: "/", httpOnly: true, secure: isSecure, sameSite: "Lax" } as const;
  return {
    /** The secret, if it belongs to this draft. */
    read(c: Context, draftId: string): string | undefined {
      const [id, secret] = (getCookie(c, name) ?? "").split(".");
      return id === draftId ? secret : undefined;
    },
    write(c: Context, draftId: string, secret: string): void {
      setCookie(c, name, `${draftId}.${secret}`, { ...options, maxAge: draftDays * 24 * 60 * 60 });
    },
    clear: (c: Context) => deleteCookie(c, name, options),
  };
}

export type DraftCookie = ReturnType<typeof draftCookie>;
