import { createServer, request as httpRequest } from "node:http";
import { getRequestListener } from "@hono/node-server";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BadInputError } from "#foundation/errors/index.ts";
import { type ArrivingFile, readMultipart } from "./multipart.ts";

const limits = { maxFiles: 3, maxFileBytes: 1_000_000 };

async function whole({ content }: ArrivingFile): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).toString("latin1");
}

function sent(body: Uint8Array, boundary: string, pieceBytes = 65_536): Request {
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= body.length) return controller.close();
      controller.enqueue(body.subarray(at, at + pieceBytes));
      at += pieceBytes;
    },
  });
  return new Request("http://x.example/", {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body: stream,
    duplex: "half",
  } as RequestInit);
}

async function encoded(form: FormData): Promise<{ body: Uint8Array; boundary: string }> {
  const response = new Response(form);
  const boundary = /boundary=(.*)$/.exec(response.headers.get("content-type") ?? "")?.[1] ?? "";
  return { body: new Uint8Array(await response.arrayBuffer()), boundary };
}

const part = (head: string, content: string) => `--b\r\n${head}\r\n\r\n${content}\r\n`;
const read = (text: string, pieceBytes?: number) =>
  readMultipart(sent(Buffer.from(text), "b", pieceBytes), { ...limits, takeFile: whole });

describe("a form with files", () => {
  it("is read as it was written, wherever the network cut it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 60 })), { maxLength: 4 }),
        fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 3 }),
        fc.integer({ min: 1, max: 90 }),
        async (texts, contents, pieceBytes) => {
          const form = new FormData();
          for (const [name, value] of texts) form.append(name, value);
          for (const content of contents) form.append("file", new File([new Uint8Array(content)], "tệp 1.pdf"));
          const { body, boundary } = await encoded(form);

          const result = await readMultipart(sent(body, boundary, pieceBytes), { ...limits, takeFile: whole });

          expect([...result.fields]).toEqual(
            texts.map(([name, value]) => [name, value.replace(/\r\n|\r|\n/g, "\r\n").toWellFormed()]),
          );
          expect(result.files.map(({ taken }) => taken)).toEqual(
            contents.map((content) => Buffer.from(content).toString("latin1")),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("may hold within a file what looks almost like its boundary, cut anywhere", async () => {
    const content = "\r\n--a\r\n\r\n-b\r\n\r--b\r\n--\r\n\r\n-";
    const text = `${part('Content-Disposition: form-data; name="file"; filename="a"', content)}--b--\r\n`;

    for (let pieceBytes = 1; pieceBytes < 30; pieceBytes += 1) {
      expect((await read(text, pieceBytes)).files).toEqual([{ field: "file", taken: content }]);
    }
  });

  it("goes on after a file that its taker did not want, or left in the middle", async () => {
    const text =
      part('Content-Disposition: form-data; name="one"; filename="a"', "x".repeat(5000)) +
      part('Content-Disposition: form-data; name="two"; filename="b"', "y".repeat(5000)) +
      part('Content-Disposition: form-data; name="note"', "ghi chú") +
      "--b--";

    for (const pieceBytes of [7, 100, 65_536]) {
      const result = await readMultipart(sent(Buffer.from(text), "b", pieceBytes), {
        ...limits,
        takeFile: async ({ field, content }) => {
          if (field === "one") return "not looked at";
          for await (const piece of content) return `left after ${piece.toString().charAt(0)}`;
          return "";
        },
      });
      expect(result.files.map(({ taken }) => taken)).toEqual(["not looked at", "left after y"]);
      expect(result.fields.get("note")).toBe("ghi chú");
    }
  });

  it.each([
    ['name="file"; filename="tệp &quot;1&quot;.pdf"', "tệp &quot;1&quot;.pdf"],
    ['name="file"; filename="a%22b.pdf"', 'a"b.pdf'],
    ['name="file"; filename="a\\"b.pdf"', 'a"b.pdf'],
    ['name="file"; filename="C:\\anh\\b.pdf"', "C:\\anh\\b.pdf"],
    ["name=file; filename=plain.pdf", "plain.pdf"],
    ['name="file"; filename="x"; filename*=UTF-8\'\'t%E1%BB%87p.pdf', "tệp.pdf"],
  ])("names its files: %s", async (head, name) => {
    const text = `${part(`Content-Disposition: form-data; ${head}\r\nContent-Type: application/pdf`, "x")}--b--`;

    const { files } = await readMultipart(sent(Buffer.from(text), "b"), {
      ...limits,
      takeFile: async (file) => file.name,
    });

    expect(files[0]?.taken).toBe(name);
  });

  it("leaves out a file input that was left empty", async () => {
    const text = `${part('Content-Disposition: form-data; name="file"; filename=""', "")}--b--`;

    expect((await read(text)).files).toEqual([]);
  });

  it.each([
    ["nothing", ""],
    ["no boundary", "hello"],
    ["only an opening", "--b\r\n"],
    ["a file that breaks off", '--b\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nabc'],
    ["a field that breaks off", '--b\r\nContent-Disposition: form-data; name="f"\r\n\r\nabc'],
    ["a part without a name", `${part("Content-Type: text/plain", "x")}--b--`],
    ["a head without end", `--b\r\n${"X: y\r\n".repeat(3000)}`],
    ["a boundary with something behind it", "--bxx\r\n"],
    ["too many files", `${part('Content-Disposition: form-data; name="f"; filename="a"', "x").repeat(4)}--b--`],
    ["too many fields", `${part('Content-Disposition: form-data; name="f"', "x").repeat(501)}--b--`],
    ["a field far too long", `${part('Content-Disposition: form-data; name="f"', "x".repeat(200_000))}--b--`],
  ])("is refused, not waited for, when it is not whole: %s", async (_, text) => {
    await expect(read(text)).rejects.toThrow(BadInputError);
  });
});

describe("over a real connection", () => {
  it("answers who sends too much, and serves the next request on the same connection", async () => {
    const server = createServer(
      getRequestListener(async (incoming, env) => {
        try {
          const { files } = await readMultipart(incoming, { maxFiles: 1, maxFileBytes: 100_000, takeFile: whole }, env);
          return Response.json({ bytes: files[0]?.taken.length });
        } catch (error) {
          if (error instanceof BadInputError) return Response.json({}, { status: error.status });
          throw error;
        }
      }),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const post = (bytes: number) =>
      new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
        const body = `${part('Content-Disposition: form-data; name="file"; filename="a"', "x".repeat(bytes))}--b--`;
        const sending = httpRequest(
          { port, host: "127.0.0.1", method: "POST", headers: { "content-type": "multipart/form-data; boundary=b" } },
          async (response) => {
            let text = "";
            for await (const piece of response) text += piece;
            resolve({ status: response.statusCode, text });
          },
        );
        sending.on("error", reject);
        // Without a length, so that it has to be counted.
        sending.write(body.slice(0, 10));
        sending.end(body.slice(10));
      });

    expect(await post(50_000)).toEqual({ status: 200, text: '{"bytes":50000}' });
    expect((await post(3_000_000)).status).toBe(413);
    expect(await post(70_000)).toEqual({ status: 200, text: '{"bytes":70000}' });
    server.closeAllConnections();
    server.close();
  });
});
