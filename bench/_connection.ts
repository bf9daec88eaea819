/**
 * One keep-alive connection that sends a request and waits for its answer. Written on the bare socket: the load shares the
 * two cores with what it measures, and a full HTTP client would take a third of them for itself.
 */
import { connect, type Socket } from "node:net";

export type Answered = {
  readonly status: number;
  /** The status line and the headers, as they came. */
  readonly head: string;
  /** One character for each byte, so that its length is the weight on the wire. */
  readonly text: string;
};

export class Connection {
  readonly #port: number;
  #socket: Socket | null = null;
  #heard = "";
  #request = "";
  /** It has answered before, so the other side may have closed it for having been idle just as we sent. */
  #isUsed = false;
  #done: ((answer: Answered) => void) | null = null;
  #fail: ((error: Error) => void) | null = null;

  constructor(port: number) {
    this.#port = port;
  }

  /** Opened when it is first needed, and again when the other side closed it for having been idle. */
  #open(): Socket {
    if (this.#socket !== null) return this.#socket;
    const socket = connect(this.#port, "127.0.0.1");
    socket.setEncoding("latin1");
    socket.setNoDelay(true);
    socket.on("data", (part) => this.#hear(String(part)));
    let broke: Error | undefined;
    socket.on("error", (error) => {
      broke = error;
    });
    socket.on("close", () => this.#closed(broke));
    this.#socket = socket;
    this.#isUsed = false;
    return socket;
  }

  #closed(broke: Error | undefined): void {
    this.#socket = null;
    const isOnlyLate = this.#isUsed && this.#heard === "";
    this.#heard = "";
    if (this.#fail === null) return;
    if (isOnlyLate) this.#open().write(this.#request, "utf8");
    else this.#fail(new Error("The connection was closed before the answer was there", { cause: broke }));
  }

  #hear(part: string): void {
    this.#heard += part;
    const head = this.#heard.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.#heard)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`An answer without a length: ${this.#heard.slice(0, head)}`);
    if (this.#heard.length < head + 4 + length) return;
    const answer = {
      status: Number(this.#heard.slice(9, 12)),
      head: this.#heard.slice(0, head),
      text: this.#heard.slice(head + 4, head + 4 + length),
    };
    this.#heard = this.#heard.slice(head + 4 + length);
    const done = this.#done;
    this.#done = null;
    this.#fail = null;
    this.#isUsed = true;
    done?.(answer);
  }

  #send(request: string): Promise<Answered> {
    return new Promise((done, fail) => {
      this.#done = done;
      this.#fail = fail;
      this.#request = request;
      this.#open().write(request, "utf8");
    });
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return this.#send(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${this.#port}\r\n${lines.join("")}\r\n`);
  }

  post(path: string, token: string, body: string, key: string): Promise<Answered> {
    return this.#send(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${this.#port}\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\nidempotency-key: ${key}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }

  end(): void {
    this.#fail = null;
    this.#socket?.destroy();
  }
}
