/** Bodies are read with a cap, so that ten megabytes of text cost nobody anything. */
import { BadInputError } from "#foundation/errors/index.ts";

export const maxJsonBytes = 1024 * 1024;
export const maxFormBytes = 1024 * 1024;

async function readCapped(request: Request, maxBytes: number): Promise<Buffer> {
  const declared = Number(request.headers.get("content-length") ?? "0");
  const tooLarge = () =>
    new BadInputError("bodyTooLarge", [{ path: "", code: "tooLarge", message: `> ${maxBytes} bytes` }], 413);
  if (declared > maxBytes) throw tooLarge();
  // With a declared length within the cap the whole body can be taken at once: Node's parser enforces that length.
  if (request.headers.has("content-length")) return Buffer.from(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body !== null) {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks);
}

/** The JSON body of a request. 415 when it is not JSON by its header, 400 when it cannot be read, 413 when too large. */
export async function readJson(request: Request): Promise<unknown> {
  const mediaType = request.headers.get("content-type") ?? "";
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(mediaType)) {
    throw new BadInputError("notJson", [{ path: "", code: "mediaType", message: "application/json" }], 415);
  }
  const body = await readCapped(request, maxJsonBytes);
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BadInputError("notJson", [{ path: "", code: "syntax", message: error.message }], 400);
  }
}

/** Fields of an HTML form sent as application/x-www-form-urlencoded, in order, names may repeat. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const mediaType = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(mediaType)) {
    throw new BadInputError(
      "notForm",
      [{ path: "", code: "mediaType", message: "application/x-www-form-urlencoded" }],
      415,
    );
  }
  return new URLSearchParams((await readCapped(request, maxFormBytes)).toString("utf8"));
}

/** The body as it came, for what is signed over its very bytes. */
export async function readText(request: Request): Promise<string> {
  return (await readCapped(request, maxJsonBytes)).toString("utf8");
}
