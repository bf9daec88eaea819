/** For tests and benches only: a real mail server on this machine that does what a bad day brings. */
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { SMTPServer } from "smtp-server";

export type TakenMail = {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly raw: string;
};

/** What the server does with the next message instead of taking it. */
export type BadDay =
  | { readonly at: "connect" | "recipient" | "message"; readonly code: number }
  /** Takes the message for good and dies before it says so. */
  | { readonly at: "accepted-and-died" }
  | { readonly at: "message"; readonly stallMs: number };

export type TestMailServer = {
  readonly port: number;
  /** Every message taken, a repeat each time it came. */
  readonly taken: TakenMail[];
  /** One entry for each of the next messages; then all is well again. */
  readonly badDays: BadDay[];
  /** Until told otherwise. */
  always: BadDay | null;
  readonly close: () => Promise<void>;
};

export async function openTestMailServer({ port = 0 }: { port?: number } = {}): Promise<TestMailServer> {
  const taken: TakenMail[] = [];
  const badDays: BadDay[] = [];
  const next = (at: BadDay["at"]): BadDay | null => {
    if (opened.always?.at === at) return opened.always;
    return badDays[0]?.at === at ? (badDays.shift() ?? null) : null;
  };
  const refusal = (code: number) => Object.assign(new Error("not today"), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onConnect(_session, done) {
      const bad = next("connect");
      done(bad !== null && "code" in bad ? refusal(bad.code) : null);
    },
    onRcptTo(_address, _session, done) {
      const bad = next("recipient");
      done(bad !== null && "code" in bad ? refusal(bad.code) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const bad = next("message") ?? next("accepted-and-died");
        if (bad !== null && "stallMs" in bad) await wait(bad.stallMs, undefined, { ref: false });
        if (bad !== null && "code" in bad) return done(refusal(bad.code));
        const raw = Buffer.concat(chunks).toString("utf8");
        const messageId = /^Message-ID: <([^>]+)>/im.exec(raw)?.[1] ?? "";
        taken.push({ messageId, to: session.envelope.rcptTo.map(({ address }) => address), raw });
        if (bad?.at === "accepted-and-died") {
          sockets.get(session.remotePort)?.destroy();
          return;
        }
        done(null, "taken");
      });
    },
  });
  // A server that dies says nothing; the library's own close would still say 421.
  const sockets = new Map<number, Socket>();
  server.server.on("connection", (socket: Socket) => sockets.set(socket.remotePort ?? 0, socket));
  // Clients that end in the middle are what the tests are about.
  server.on("error", () => {});
  const listening = server.listen(port, "127.0.0.1");
  await new Promise<void>((done) => listening.once("listening", done));
  const opened: TestMailServer = {
    port: (listening.address() as AddressInfo).port,
    taken,
    badDays,
    always: null,
    close: () => new Promise((done) => server.close(() => done())),
  };
  return opened;
}
