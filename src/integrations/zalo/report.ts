/** What Zalo tells our address: signed with the secret of the official account, over the very bytes it sent. */
import { createHash, timingSafeEqual } from "node:crypto";

/** `key` is the tracking id we gave; `reference` is Zalo's own name of the message. */
export type ZaloReport = { readonly reference: string; readonly key: string | null; readonly isDelivered: true };

type Told = Readonly<Record<string, unknown>>;

function readObject(body: string): Told | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** X-ZEvent-Signature: `mac=` SHA-256(app id ‖ body ‖ timestamp ‖ secret). */
export function isSignedByZalo(
  body: string,
  signature: string,
  { appId, oaSecret }: { appId: string; oaSecret: string },
): boolean {
  const told = readObject(body);
  if (told === null || String(told.app_id ?? "") !== appId) return false;
  const given = Buffer.from(signature.replace(/^mac\s*=\s*/i, ""), "hex");
  const right = createHash("sha256")
    .update(`${appId}${body}${String(told.timestamp ?? "")}${oaSecret}`)
    .digest();
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Null for the many other things Zalo tells, and for what is none of them. */
export function readZaloReport(body: string): ZaloReport | null {
  const told = readObject(body);
  if (told?.event_name !== "user_received_message") return null;
  const { msg_id, tracking_id }: Told = typeof told.message === "object" ? { ...told.message } : {};
  if (typeof msg_id !== "string" || msg_id === "" || msg_id.length > 100) return null;
  const key = typeof tracking_id === "string" && tracking_id.length <= 100 ? tracking_id : null;
  return { reference: msg_id, key, isDelivered: true };
}
