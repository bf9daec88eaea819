/**
 * How much the promises of an upload cost: 1 MiB files over HTTP, each counted, recognised, hashed, sealed and fsynced with
 * its folder, against the bare reference in the same run, in turns: a body streamed into a file with SHA-256 and fsync.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { Agent, createServer, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { openFileStore, readMultipart } from "#features/documents/index.ts";
import { openSealing } from "#foundation/sealing/index.ts";

const connections = 8;
const filesPerTurn = 240;
const turns = 5;
const fileBytes = 1024 * 1024;

const folder = mkdtempSync(join(process.env.MOTCUA_BENCH_FOLDER ?? tmpdir(), "motcua-bench-uploads-"));
const files = await openFileStore({ folder: join(folder, "store"), sealing: openSealing({ key: randomBytes(32) }) });

const ours = createServer(
  getRequestListener(async (incoming, env) => {
    const { files: taken } = await readMultipart(
      incoming,
      {
        maxFiles: 1,
        maxFileBytes: 20 * fileBytes,
        takeFile: ({ content }) => files.receive(content, { maxBytes: 20 * fileBytes }),
      },
      env,
    );
    const result = taken[0]?.taken;
    return Response.json(result?.ok ? result.value : { refused: true }, { status: result?.ok ? 201 : 422 });
  }),
);

let plainFiles = 0;
const plain = createServer(async (incoming, response) => {
  plainFiles += 1;
  const file = await open(join(folder, `plain-${plainFiles}`), "wx");
  const hash = createHash("sha256");
  for await (const piece of incoming) {
    hash.update(piece);
    await file.write(piece);
  }
  await file.sync();
  await file.close();
  response.writeHead(201).end(JSON.stringify({ sha256: hash.digest("hex") }));
});

/** A whole PDF of one MiB, each with content of its own. */
const ending = "\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n00000009\n%%EOF\n";
const template = randomBytes(fileBytes);
template.write("%PDF-1.7\n1 0 obj\n", 0, "latin1");
template.write(ending, fileBytes - ending.length, "latin1");
let made = 0;
function aFile(): Buffer {
  const content = Buffer.from(template);
  content.writeUInt32LE(made, 1000);
  made += 1;
  return content;
}

const boundary = "motcua-bench";
const head = Buffer.from(
  `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
);
const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
const agent = new Agent({ keepAlive: true, maxSockets: connections });

function send(port: number, body: readonly Buffer[], contentType: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const length = body.reduce((sum, part) => sum + part.length, 0);
    const sending = request(
      {
        port,
        host: "127.0.0.1",
        method: "POST",
        agent,
        headers: { "content-type": contentType, "content-length": length },
      },
      (response) => {
        response.resume();
        response.on("end", () =>
          response.statusCode === 201 ? resolve() : reject(new Error(`${response.statusCode}`)),
        );
      },
    );
    sending.on("error", reject);
    for (const part of body) sending.write(part);
    sending.end();
  });
}

async function turn(port: number, isForm: boolean): Promise<number> {
  let left = filesPerTurn;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left > 0) {
        left -= 1;
        const content = aFile();
        if (isForm) await send(port, [head, content, tail], `multipart/form-data; boundary=${boundary}`);
        else await send(port, [content], "application/pdf");
      }
    }),
  );
  return filesPerTurn / ((performance.now() - began) / 1000);
}

const portOf = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });

const [ourPort, plainPort] = [await portOf(ours), await portOf(plain)];
await turn(plainPort, false);
await turn(ourPort, true);
const ratios: number[] = [];
const rates: number[] = [];
for (let round = 1; round <= turns; round += 1) {
  const reference = await turn(plainPort, false);
  const rate = await turn(ourPort, true);
  rates.push(rate);
  ratios.push(rate / reference);
  console.log(
    `round ${round}: ${rate.toFixed(0)} uploads/s, plain ${reference.toFixed(0)}/s, ratio ${(rate / reference).toFixed(2)}`,
  );
}
ours.close();
plain.close();
agent.destroy();
rmSync(folder, { recursive: true, force: true });

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
console.log(
  JSON.stringify({
    bench: "uploads",
    fileBytes,
    connections,
    uploadsPerSecond: Math.round(middle(rates)),
    ratio: Number(middle(ratios).toFixed(2)),
    target: 0.6,
  }),
);
