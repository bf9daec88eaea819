import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

/**
 * The session cookie. `__Host-` ties it to this host over https; on a plain loopback demo browsers and programs alike
 * would drop a Secure cookie, so there it has a plain name.
 */
export function sessionCookie(isSecure: boolean) {
  const name = isSecure ? "__Host-motcua" : "motcua";
  const options = { path: "/", httpOnly: true, secure: isSecure, sameSite: "Lax" } as const;
  return {
    read: (c: Context) => getCookie(c, name),
    write: (c: Context, token: string, expiresAt: Date) =>
      setCookie(c, name, token, { ...options, expires: expiresAt }),
    clear: (c: Context) => deleteCookie(c, name, options),
  };
}

export type SessionCookie = ReturnType<typeof sessionCookie>;

/** The token of a program: `Authorization: Bearer …`. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer ([\w-]{40,64})$/.exec(header ?? "")?.[1];
}
