import { randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

const keyBytes = 32;
const keyLine = /^motcua-master-key-1:([0-9a-f]{64})$/m;

/** The master key cannot be used. The message says what the administrator can do about it. */
export class MasterKeyError extends Error {
  override readonly name = "MasterKeyError";
}

/** 32 bytes, written as 64 hexadecimal digits or as base64. */
export function parseMasterKey(text: string): Buffer {
  const given = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(given) ? Buffer.from(given, "hex") : Buffer.from(given, "base64");
  if (key.length !== keyBytes) {
    throw new MasterKeyError("The master key must be 32 bytes, written as 64 hexadecimal digits or as base64");
  }
  return key;
}

/**
 * Reads the master key, and makes it if the file does not exist yet. Whoever loses this file loses all sealed data,
 * and whoever has it together with the database can read them, so it is kept and backed up apart from the database.
 */
export function readOrMakeMasterKey(keyFile: string): Buffer {
  return readMasterKey(keyFile) ?? makeMasterKey(keyFile);
}

function readMasterKey(keyFile: string): Buffer | undefined {
  let file: number;
  try {
    file = openSync(keyFile, "r");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw new MasterKeyError(`The master key file ${keyFile} cannot be read`, { cause: error });
  }
  try {
    if (process.platform !== "win32" && (fstatSync(file).mode & 0o077) !== 0) {
      throw new MasterKeyError(`Others can read the master key file ${keyFile}: run chmod 600 on it`);
    }
    const digits = keyLine.exec(readFileSync(file, "utf8"))?.[1];
    if (digits === undefined) throw new MasterKeyError(`The file ${keyFile} does not hold a master key`);
    return Buffer.from(digits, "hex");
  } finally {
    closeSync(file);
  }
}

function makeMasterKey(keyFile: string): Buffer {
  const folder = dirname(keyFile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${keyFile}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const key = randomBytes(keyBytes);
  try {
    const file = openSync(draft, "wx", 0o600);
    try {
      writeFileSync(
        file,
        "# The master key of this motcua. Without it nothing sealed can be read again.\n" +
          "# Keep a copy apart from the database and its backups.\n" +
          `motcua-master-key-1:${key.toString("hex")}\n`,
      );
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // link refuses to replace: of two processes starting at once, both end up with the key of the first.
    linkSync(draft, keyFile);
    syncFolder(folder);
    return key;
  } catch (error) {
    const made = hasCode(error, "EEXIST") ? readMasterKey(keyFile) : undefined;
    if (made) return made;
    throw new MasterKeyError(`The master key file ${keyFile} cannot be made`, { cause: error });
  } finally {
    rmSync(draft, { force: true });
  }
}

function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
