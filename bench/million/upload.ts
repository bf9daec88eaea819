import { Readable } from "node:stream";
import { uploadFile } from "#features/documents/index.ts";
import type { Deps } from "../../src/deps.ts";

// One white pixel: small, and a real picture.
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AwAI/AL+p5qgoAAAAABJRU5ErkJggg==",
  "base64",
);

/** The one file that all made uploads name. Answers the id of its row. */
export async function uploadPicture({ database, files, sealing, clock }: Deps, accountId: string): Promise<string> {
  const uploaded = await uploadFile(
    { db: database.db, files, sealing, clock },
    { accountId },
    { name: "giấy tờ.png", content: Readable.from([png]), maxBytes: png.length },
  );
  if (!uploaded.ok) throw new Error(`The picture was refused: ${JSON.stringify(uploaded.refusal)}`);
  return uploaded.value.uploadId;
}
