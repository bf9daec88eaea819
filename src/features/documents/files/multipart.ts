/** A form with files, read as it arrives: a file goes to its taker piece by piece and is never held whole. */
import { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import busboy from "busboy";
import { BadInputError } from "#foundation/errors/index.ts";

export type ArrivingFile = {
  readonly field: string;
  readonly name: string | undefined;
  readonly content: AsyncIterable<Uint8Array>;
};

export type ReadMultipart<Taken> = {
  readonly maxFiles: number;
  /** Of one file; what is longer is cut off, so the taker must count by itself and refuse. */
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
const roomForFields = 1024 * 1024;

/** `env`: what the server hands each request along with; from it a file comes without the detour of a web stream. */
export async function readMultipart<Taken>(
  request: Request,
  { maxFiles, maxFileBytes, takeFile }: ReadMultipart<Taken>,
  env?: unknown,
): Promise<Multipart<Taken>> {
  const mediaType = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(mediaType)) throw badForm("mediaType", "multipart/form-data", 415);
  const maxBytes = maxFiles * maxFileBytes + roomForFields;
  if (Number(request.headers.get("content-length") ?? "0") > maxBytes) throw tooLarge(maxBytes);

  const fields = new URLSearchParams();
  const taking: Promise<{ field: string; taken: Taken } | undefined>[] = [];
  let fault: unknown;
  const parser = openParser(mediaType, maxFiles, maxFileBytes);
  const fail = (error: unknown) => {
    fault ??= error;
  };
  parser.on("field", (name, value, info) => {
    if (info.nameTruncated || info.valueTruncated) fail(tooLarge(maxFieldBytes));
    fields.append(name, value);
  });
  parser.on("file", (field, stream, info) => {
    // A stream nobody reads any more may still break off with the rest of the form.
    stream.on("error", () => undefined);
    const isLeftEmpty = info.filename === undefined || info.filename === "";
    if (isLeftEmpty && field !== "file") {
      stream.resume();
      return;
    }
    const taken = takeFile({ field, name: info.filename, content: contentOf(stream) })
      .then((taken) => ({ field, taken }))
      // Whatever the taker did not read runs off, so that the parser can go on to what follows. Not at once: the iterator
      // takes its listener off a moment later, and until then the stream would not flow.
      .finally(() => setImmediate(() => stream.resume()));
    // Waited for below; a failure before that must not count as unhandled.
    taken.catch(fail);
    taking.push(taken);
  });
  parser.on("filesLimit", () => fail(badForm("tooManyFiles", `> ${maxFiles}`, 422)));
  parser.on("fieldsLimit", () => fail(badForm("tooManyFields", `> ${maxFields}`, 400)));

  const ended = new Promise<void>((resolve, reject) => {
    parser.on("close", resolve);
    parser.on("error", (error) => reject(badForm("syntax", error instanceof Error ? error.message : "multipart", 400)));
  });
  ended.catch(fail);

  try {
    let size = 0;
    for await (const piece of bodyOf(request, env)) {
      size += piece.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      if (fault !== undefined) throw fault;
      if (!parser.write(piece)) await Promise.race([drain(parser), ended]);
    }
    parser.end();
    await ended;
  } catch (error) {
    const first = fault ?? error;
    // The files under way see their stream break off, and clean up before the answer goes out.
    parser.destroy();
    await Promise.allSettled(taking);
    throw first;
  }
  const files = (await Promise.all(taking)).filter((file) => file !== undefined);
  if (fault !== undefined) throw fault;
  return { fields, files };
}

/** Half the work of taking in a file would be carrying it through a web stream and back. */
function bodyOf(request: Request, env: unknown): AsyncIterable<Uint8Array> {
  const hasIncoming = typeof env === "object" && env !== null && "incoming" in env;
  if (hasIncoming && env.incoming instanceof IncomingMessage) {
    // Whoever gives up early still wants to be able to answer.
    return env.incoming.iterator({ destroyOnReturn: false });
  }
  if (request.body === null) throw badForm("empty", "multipart/form-data", 400);
  return request.body;
}

function openParser(mediaType: string, maxFiles: number, maxFileBytes: number) {
  try {
    return busboy({
      headers: { "content-type": mediaType },
      defParamCharset: "utf8",
      fileHwm: 512 * 1024,
      highWaterMark: 512 * 1024,
      limits: {
        files: maxFiles,
        fields: maxFields,
        fieldSize: maxFieldBytes,
        fieldNameSize: 200,
        // One byte more than allowed shows the taker that it was too long.
        fileSize: maxFileBytes + 1,
        headerPairs: 50,
      },
    });
  } catch (error) {
    throw badForm("syntax", error instanceof Error ? error.message : "multipart", 400);
  }
}

async function* contentOf(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of stream.iterator({ destroyOnReturn: false })) yield piece;
  } catch (error) {
    throw badForm("cutOff", error instanceof Error ? error.message : "multipart", 400);
  }
}

function drain(parser: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => parser.once("drain", resolve));
}

function badForm(code: string, message: string, status: 400 | 415 | 422): BadInputError {
  return new BadInputError("notForm", [{ path: "", code, message }], status);
}

function tooLarge(maxBytes: number): BadInputError {
  return new BadInputError("bodyTooLarge", [{ path: "", code: "tooLarge", message: `> ${maxBytes} bytes` }], 413);
}
