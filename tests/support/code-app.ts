/** A person with an account of their own and a telephone that shows codes. */
import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { expect } from "vitest";
import { hashPassword } from "../../src/features/identity/passwords.ts";
import { type Browser, browser } from "./browser.ts";
import type { TestProgram } from "./program.ts";

export const password = "cầu Hàm Rồng bắc qua sông Mã";
export const setUpAt = "/tai-khoan/xac-thuc/ung-dung";
export type Person = { readonly login: string; readonly id: string };

export const typed = (code: string) => ({ "ma-xac-thuc": code });
export const recoveryCodesIn = (html: string) =>
  [...html.matchAll(/<code>([0-9A-Z]{5}-[0-9A-Z]{5})<\/code>/g)].map(([, code]) => code ?? "");

let hash: Promise<string> | undefined;
let people = 0;

/** Unlike the people of the demo, whose accounts are everybody's. */
export async function ownAccount(program: TestProgram, kind: "citizen" | "official" = "citizen"): Promise<Person> {
  const login = `nguoi-${++people}`;
  const id = randomUUID();
  hash ??= hashPassword(password);
  const passwordHash = await hash;
  const createdAt = program.clock.now();
  await program.deps.database.db
    .insertInto("account")
    .values({ id, login, kind, displayName: "Lê Văn Thử", passwordHash, isDemo: false, createdAt })
    .execute();
  return { login, id };
}

export async function signedIn(program: TestProgram, { login }: Person): Promise<Browser> {
  const by = browser(program);
  const answer = await by.post("/dang-nhap", { login, password });
  expect(answer.status).toBe(303);
  return by;
}

/** The code an app shows now, made by a library from what the page says. */
export function appOf(program: TestProgram, html: string): () => string {
  const secret = (/class="app-secret">([A-Z2-7 ]+)</.exec(html)?.[1] ?? "").replaceAll(" ", "");
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return () => totp.generate({ timestamp: program.clock.now().getTime() });
}
