/**
 * A form with files (RFC 7578), read as it arrives: a file goes to its taker piece by piece, as fast as the taker asks for
 * it, and is never held whole. What goes by is searched by the machine's own search for bytes and not copied: with a parser
 * that looks at each byte in turn, reading the form cost as much as hashing it.
 */
import { IncomingMessage } from "node:http";
import { BadInputError } from "#foundation/errors/index.ts";

export type ArrivingFile = {
  readonly field: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
};

export type ReadMultipart<Taken> = {
  readonly maxFiles: number;
  /** Of one file, to bound the whole; the taker counts by itself and refuses what is longer. */
  readonly maxFileBytes: number;
  readonly takeFile: (file: ArrivingFile) => Promise<Taken>;
};

export type Multipart<Taken> = {
  readonly fields: URLSearchParams;
  /** In the order they came. A file input left empty is not among them. */
  readonly files: readonly { readonly field: string; readonly taken: Taken }[];
};

const maxFields = 500;
const maxFieldBytes = 100 * 1024;
const maxHeadBytes = 8 * 1024;
const roomForFields = 1024 * 1024;

/** `env`: what the server hands each request along with; from it a file comes without the detour of a web stream. */
export async function readMultipart<Taken>(
  request: Request,
  { maxFiles, maxFileBytes, takeFile }: ReadMultipart<Taken>,
  env?: unknown,
): Promise<Multipart<Taken>> {
  const boundary = boundaryOf(request.headers.get("content-type") ?? "");
  const maxBytes = maxFiles * maxFileBytes + roomForFields;
  if (Number(request.headers.get("content-length") ?? "0") > maxBytes) throw tooLarge(maxBytes);

  const fields = new URLSearchParams();
  const files: { field: string; taken: Taken }[] = [];
  const body = bodyReader(bodyOf(request, env), maxBytes);
  const betweenParts = Buffer.from(`\r\n--${boundary}`, "latin1");

  try {
    await body.take(betweenParts, maxHeadBytes);
    while (!(await body.isAtLast())) {
      const part = readHead(await body.take(headEnd, maxHeadBytes));
      if (part.fileName === undefined) {
        if (fields.size >= maxFields) throw badForm("tooManyFields", `> ${maxFields}`, 400);
        fields.append(part.name, (await body.take(betweenParts, maxFieldBytes)).toString("utf8"));
        continue;
      }
      const { content, runOff } = body.open(betweenParts);
      if (part.fileName !== "") {
        if (files.length >= maxFiles) throw badForm("tooManyFiles", `> ${maxFiles}`, 422);
        files.push({ field: part.name, taken: await takeFile({ field: part.name, name: part.fileName, content }) });
      }
      // What the taker did not want.
      await runOff();
    }
    return { fields, files };
  } finally {
    // The server drops what is left of the request once nobody listens to it any more.
    await body.close();
  }
}

const headEnd = Buffer.from("\r\n\r\n");
const none = Buffer.alloc(0);

function boundaryOf(mediaType: string): string {
  if (!/^multipart\/form-data\b/i.test(mediaType)) throw badForm("mediaType", "multipart/form-data", 415);
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(mediaType);
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) throw badForm("syntax", "boundary", 400);
  return boundary;
}

function bodyOf(request: Request, env: unknown): AsyncIterable<Uint8Array> {
  const hasIncoming = typeof env === "object" && env !== null && "incoming" in env;
  if (hasIncoming && env.incoming instanceof IncomingMessage) {
    // Whoever gives up early still wants to be able to answer.
    return env.incoming.iterator({ destroyOnReturn: false });
  }
  if (request.body === null) throw badForm("empty", "multipart/form-data", 400);
  return request.body;
}

/** Names as browsers and programs write them: quoted, with %22 or \" for a quote. */
function readHead(head: Buffer): { readonly name: string; readonly fileName: string | undefined } {
  const line = /^content-disposition:\s*form-data(.*)$/im.exec(head.toString("utf8"))?.[1];
  if (line === undefined) throw badForm("syntax", "content-disposition", 400);
  const values = new Map<string, string>();
  for (const [, key = "", quoted, plain] of line.matchAll(/;\s*([\w*]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/g)) {
    values.set(key.toLowerCase(), (quoted ?? plain ?? "").replace(/\\"/g, '"').replace(/%22/g, '"'));
  }
  const name = values.get("name");
  if (name === undefined || name.length > 200) throw badForm("syntax", "name", 400);
  return { name, fileName: readExtended(values.get("filename*")) ?? values.get("filename") };
}

/** UTF-8''t%E1%BB%87p.pdf (RFC 8187) */
function readExtended(value: string | undefined): string | undefined {
  const encoded = /^utf-8''(.*)$/i.exec(value ?? "")?.[1];
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function bodyReader(source: AsyncIterable<Uint8Array>, maxBytes: number) {
  const pieces = source[Symbol.asyncIterator]();
  let size = 0;
  // The first boundary has no line before it; with one put there all boundaries are alike.
  let pending: Buffer = Buffer.from("\r\n");
  async function next(): Promise<Buffer> {
    let piece: IteratorResult<Uint8Array>;
    try {
      piece = await pieces.next();
    } catch (error) {
      throw badForm("cutOff", error instanceof Error ? error.message : "multipart", 400);
    }
    if (piece.done) throw badForm("cutOff", "multipart", 400);
    size += piece.value.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    return Buffer.from(piece.value.buffer, piece.value.byteOffset, piece.value.length);
  }

  /** Everything up to a mark, which is passed. May be left at any piece and taken up again where it was left. */
  function open(mark: Buffer) {
    let isPassed = false;

    /** The next bytes before the mark; none when the mark was met at once or more has to arrive first. */
    async function advance(): Promise<Buffer> {
      const at = pending.indexOf(mark);
      if (at >= 0) {
        const last = pending.subarray(0, at);
        pending = pending.subarray(at + mark.length);
        isPassed = true;
        return last;
      }
      // The mark may have begun within the last bytes: they wait for what comes next.
      const kept = Math.min(pending.length, mark.length - 1);
      if (pending.length > kept) {
        const piece = pending.subarray(0, pending.length - kept);
        pending = pending.subarray(pending.length - kept);
        return piece;
      }
      const arrived = await next();
      const waited = pending;
      const across = Buffer.concat([waited, arrived.subarray(0, mark.length - 1)]).indexOf(mark);
      if (arrived.length < mark.length) {
        pending = Buffer.concat([waited, arrived]);
        return none;
      }
      if (across >= 0 && across < waited.length) {
        pending = arrived.subarray(across + mark.length - waited.length);
        isPassed = true;
        return waited.subarray(0, across);
      }
      pending = arrived;
      return waited;
    }

    async function* content(): AsyncGenerator<Buffer> {
      while (!isPassed) {
        const piece = await advance();
        if (piece.length > 0) yield piece;
      }
    }

    async function runOff(): Promise<void> {
      while (!isPassed) await advance();
    }

    return { content: content(), runOff };
  }

  return {
    open,

    async take(mark: Buffer, atMost: number): Promise<Buffer> {
      const taken: Buffer[] = [];
      let bytes = 0;
      for await (const piece of open(mark).content) {
        bytes += piece.length;
        if (bytes > atMost) throw tooLarge(atMost);
        taken.push(piece);
      }
      return Buffer.concat(taken);
    },

    async close(): Promise<void> {
      await pieces.return?.();
    },

    /** After a boundary: two hyphens close the form, a new line opens the next part. */
    async isAtLast(): Promise<boolean> {
      while (pending.length < 2) pending = Buffer.concat([pending, await next()]);
      const follows = pending.toString("latin1", 0, 2);
      if (follows === "--") return true;
      if (follows !== "\r\n") throw badForm("syntax", "boundary", 400);
      pending = pending.subarray(2);
      return false;
    },
  };
}

function badForm(code: string, message: string, status: 400 | 415 | 422): BadInputError {
  return new BadInputError("notForm", [{ path: "", code, message }], status);
}

function tooLarge(maxBytes: number): BadInputError {
  return new BadInputError("bodyTooLarge", [{ path: "", code: "tooLarge", message: `> ${maxBytes} bytes` }], 413);
}
