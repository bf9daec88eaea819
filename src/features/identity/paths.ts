import { address } from "#foundation/http/index.ts";

export const identityPaths = {
  signIn: address("/dang-nhap"),
  signOut: address("/dang-xuat"),
  apiSessions: address("/api/v1/sessions"),
  apiCurrentSession: address("/api/v1/sessions/current"),
} as const;
