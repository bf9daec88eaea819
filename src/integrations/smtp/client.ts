import { createTransport, type NodemailerError } from "nodemailer";
import { type Handover, isLoopback } from "#foundation/outbound/index.ts";
import type { Mail, MailServer } from "./index.ts";
import { isMailAddress } from "./mail-address.ts";

export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS is demanded, but on this very machine. */
  readonly secure: boolean;
  readonly user: string | null;
  readonly password: string | null;
  readonly from: { readonly name: string; readonly address: string };
};

/** Longer than a slow relay that scans what it takes, shorter than the time a notice is held for. */
const deadlineMs = 20_000;

export function openSmtp(
  settings: SmtpSettings,
  { width, timeoutMs = deadlineMs }: { width: number; timeoutMs?: number },
): MailServer {
  const { host, port, secure, user, password, from } = settings;
  const transport = createTransport({
    pool: true,
    host,
    port,
    secure,
    ...(user === null ? {} : { auth: { user, pass: password ?? "" } }),
    requireTLS: !secure && !isLoopback(host),
    maxConnections: width,
    maxMessages: 500,
    // The library would send a message again by itself when a connection ends, also after the server took it.
    maxRequeues: 0,
    connectionTimeout: timeoutMs / 2,
    greetingTimeout: timeoutMs / 2,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      if (!isMailAddress(mail.to)) return { outcome: "refused", reason: "not-an-address" };
      try {
        const { messageId } = await transport.sendMail({
          ...asMessage(mail, from),
          signal: AbortSignal.timeout(timeoutMs),
        });
        return { outcome: "accepted", reference: messageId.replace(/^<|>$/g, "") };
      } catch (error) {
        return readFault(error);
      }
    },
    async close() {
      transport.close();
    },
  };
}

function asMessage(mail: Mail, from: SmtpSettings["from"]) {
  return {
    from,
    to: { name: "", address: mail.to },
    envelope: { from: from.address, to: [mail.to] },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.messageId}>`,
    headers: {
      // Nobody's out-of-office answers a machine (RFC 3834).
      "Auto-Submitted": "auto-generated",
      "Content-Language": mail.language,
      ...(mail.stopAddress === null
        ? {}
        : { "List-Unsubscribe": `<${mail.stopAddress}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    },
  };
}

/** 5xx to the recipient or the message is for good, to anything else it is the server's state; 4xx is for now (RFC 5321). */
function readFault(error: unknown): Handover {
  if (!(error instanceof Error)) throw error;
  const { code = error.name, command = "", responseCode }: Partial<NodemailerError> = error;
  if (responseCode !== undefined) {
    const isOfMessage = command === "RCPT TO" || command === "DATA";
    const isForGood = responseCode >= 500 && responseCode !== 503 && responseCode !== 521 && isOfMessage;
    return { outcome: isForGood ? "refused" : "later", reason: `smtp-${responseCode}` };
  }
  if (beforeMessage.has(code) || ("syscall" in error && error.syscall === "connect")) {
    return { outcome: "later", reason: code };
  }
  // The library says of any connection that ended that it ended, not how far the message had come.
  if (onTheWay.has(code)) return { outcome: "unknown", reason: code === "EABORT" ? "timeout" : code };
  if (code === "EENVELOPE") return { outcome: "refused", reason: code };
  throw error;
}

const beforeMessage = new Set(["EAUTH", "ENOAUTH", "ETLS", "EDNS"]);
const onTheWay = new Set(["ECONNECTION", "ESOCKET", "ETIMEDOUT", "EPROTOCOL", "EABORT"]);
