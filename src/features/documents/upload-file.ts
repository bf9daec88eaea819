import { randomUUID } from "node:crypto";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { accepted, type Result } from "#foundation/result/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import type { MediaType } from "./files/file-kind.ts";
import { fileName } from "./files/file-name.ts";
import type { FileRefusal, FileStore } from "./files/file-store.ts";
import { insertUpload, listUploads, type Uploader } from "./queries.ts";

export type UploadDeps = {
  readonly db: Db;
  readonly files: FileStore;
  readonly sealing: Sealing;
  readonly clock: Clock;
};

export type Upload = {
  readonly uploadId: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: MediaType;
};

/** Takes in a file somebody wants to hand in: first durable on the disk, then named by a row. */
export async function uploadFile(
  { db, files, sealing, clock }: UploadDeps,
  uploader: Uploader,
  file: { readonly name: string | undefined; readonly content: AsyncIterable<Uint8Array>; readonly maxBytes: number },
): Promise<Result<Upload, FileRefusal>> {
  const received = await files.receive(file.content, { maxBytes: file.maxBytes });
  if (!received.ok) return received;
  const id = randomUUID();
  await insertUpload(db, {
    id,
    ...received.value,
    sealedName: sealing.seal(nameKey(sealing), namePlace(id), fileName(file.name, received.value.mediaType)),
    uploader,
    createdAt: clock.now(),
  });
  return accepted({ uploadId: id, ...received.value });
}

export type UploadedFile = Upload & { readonly name: string; readonly createdAt: Date };

/** Uploads with the names people gave them, in the order asked for; those that do not exist are left out. */
export async function describeUploads(
  { db, sealing }: Pick<UploadDeps, "db" | "sealing">,
  ids: readonly string[],
): Promise<readonly UploadedFile[]> {
  const found = new Map((await listUploads(db, ids)).map((upload) => [upload.id, upload]));
  const key = nameKey(sealing);
  return ids.flatMap((id) => {
    const upload = found.get(id);
    if (!upload) return [];
    const mediaType = upload.mediaType as MediaType;
    return {
      uploadId: id,
      sha256: upload.sha256,
      size: upload.size,
      mediaType,
      name: upload.sealedName
        ? sealing.openText(key, namePlace(id), upload.sealedName)
        : fileName(undefined, mediaType),
      createdAt: upload.createdAt,
    };
  });
}

// Derived from the master key and never stored, so it may be kept for as long as the program runs.
const nameKeys = new WeakMap<Sealing, ReturnType<Sealing["standingKey"]>>();

function nameKey(sealing: Sealing) {
  const known = nameKeys.get(sealing);
  if (known) return known;
  const key = sealing.standingKey("names of uploads");
  nameKeys.set(sealing, key);
  return key;
}

function namePlace(uploadId: string): string {
  return `upload:${uploadId}:name`;
}
