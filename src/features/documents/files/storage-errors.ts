import { RequestError } from "#foundation/errors/index.ts";
import { SealBrokenError } from "#foundation/sealing/index.ts";

export type StorageFault = "full" | "read-only" | "unavailable";

const faultOfCode: { readonly [code: string]: StorageFault } = {
  ENOSPC: "full",
  EDQUOT: "full",
  EROFS: "read-only",
  EACCES: "read-only",
  EPERM: "read-only",
  EIO: "unavailable",
  ENOENT: "unavailable",
  ENOTDIR: "unavailable",
  EMFILE: "unavailable",
  ENFILE: "unavailable",
  ESTALE: "unavailable",
};

/** The folder of the files cannot take or give a file now. The person may try again later; the administrator must act. */
export class StorageError extends RequestError {
  override readonly name = "StorageError";
  readonly status = 503;
  readonly publicKey = "tryLater";
  readonly fault: StorageFault;

  constructor(fault: StorageFault, cause: unknown) {
    super(`The folder of the files is ${fault}`, { cause });
    this.fault = fault;
  }
}

/** A row names a file that is not there: the one thing the store promises never to happen. */
export class FileMissingError extends Error {
  override readonly name = "FileMissingError";

  constructor(sha256: string) {
    super(`There is no file ${sha256}`);
  }
}

/** What the disk refused becomes a StorageError; an error of the sender's stream stays what it is. */
export function asStorageError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof RequestError || error instanceof SealBrokenError) return error;
  const isFromDisk = "syscall" in error && "code" in error && typeof error.code === "string";
  if (!isFromDisk) return error;
  const fault = faultOfCode[String(error.code)];
  return fault === undefined ? error : new StorageError(fault, error);
}
