/**
 * Personal data at rest. Each dossier has a key of its own; that key is kept beside the dossier, wrapped by the master
 * key, which never enters the database. Erasing the wrapped key erases the person from every backup too.
 *
 * A sealed value is  version 0x01 | nonce (12) | AES-256-GCM ciphertext | tag (16).
 * A wrapped key is   version 0x01 | id of the master key (4) | nonce (12) | ciphertext (32) | tag (16).
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from "node:crypto";
import { type BlindIndexKind, normaliseForIndex } from "./blind-index.ts";
import { parseMasterKey, readOrMakeMasterKey } from "./master-key.ts";

export type { BlindIndexKind } from "./blind-index.ts";
export { MasterKeyError } from "./master-key.ts";

/** Opaque on purpose: a KeyObject prints nothing of the key in a log. */
export type SealingKey = KeyObject;
export type WrappedKey = { readonly key: SealingKey; readonly wrapped: Buffer };

export type Sealing = {
  /** From the system's random source, fit for keys and salts. */
  readonly randomBytes: (bytes: number) => Buffer;
  /** A fresh key, and the form of it that may be stored. */
  readonly newDossierKey: () => WrappedKey;
  readonly unwrap: (wrapped: Uint8Array) => SealingKey;
  /** A key that is always the same for a purpose: for small things that belong to no dossier yet, or to the city. */
  readonly standingKey: (purpose: string) => SealingKey;
  /** `aad` names the place of the value (dossier id and field), so that no value can be moved to another place. */
  readonly seal: (key: SealingKey, aad: string, plain: string | Uint8Array) => Buffer;
  readonly open: (key: SealingKey, aad: string, sealed: Uint8Array) => Buffer;
  readonly openText: (key: SealingKey, aad: string, sealed: Uint8Array) => string;
  /** Finds equal ID numbers and phones without storing them: the same value always gives the same 16 bytes. */
  readonly blindIndex: (kind: BlindIndexKind, value: string) => Buffer;
};

/** What was stored is not what was sealed: altered, moved to another place, or sealed under another key. */
export class SealBrokenError extends Error {
  override readonly name = "SealBrokenError";
}

const formatVersion = 1;
const algorithm = "aes-256-gcm";
const keyBytes = 32;
const keyIdBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;
const sealedOverhead = 1 + nonceBytes + tagBytes;
const wrappedBytes = 1 + keyIdBytes + nonceBytes + keyBytes + tagBytes;

/** Reads the master key from its file, or makes the file at the first start; or takes the key itself. */
export function openSealing(from: { readonly keyFile: string } | { readonly key: string | Uint8Array }): Sealing {
  const master = "keyFile" in from ? readOrMakeMasterKey(from.keyFile) : givenKey(from.key);
  const wrappingKey = createSecretKey(derive(master, "wrap dossier keys", keyBytes));
  const indexKey = createSecretKey(derive(master, "blind index", keyBytes));
  const masterKeyId = derive(master, "key id", keyIdBytes);

  const randomBytes = bufferedRandom();

  function encrypt(key: SealingKey, aad: Uint8Array, plain: Uint8Array, head: Uint8Array): Buffer {
    const sealed = Buffer.allocUnsafe(head.length + nonceBytes + plain.length + tagBytes);
    sealed.set(head, 0);
    const nonce = randomBytes(nonceBytes);
    sealed.set(nonce, head.length);
    const cipher = createCipheriv(algorithm, key, nonce);
    cipher.setAAD(aad);
    sealed.set(cipher.update(plain), head.length + nonceBytes);
    cipher.final();
    sealed.set(cipher.getAuthTag(), sealed.length - tagBytes);
    return sealed;
  }

  function decrypt(key: SealingKey, aad: Uint8Array, sealed: Uint8Array, headBytes: number): Buffer {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(headBytes, headBytes + nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(aad);
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    const plain = decipher.update(sealed.subarray(headBytes + nonceBytes, sealed.length - tagBytes));
    try {
      decipher.final();
    } catch (error) {
      throw new SealBrokenError("A sealed value does not open: altered, moved, or sealed under another key", {
        cause: error,
      });
    }
    return plain;
  }

  const valueHead = Uint8Array.of(formatVersion);
  const keyHead = Buffer.concat([valueHead, masterKeyId]);

  function open(key: SealingKey, aad: string, sealed: Uint8Array): Buffer {
    if (sealed[0] !== formatVersion || sealed.length < sealedOverhead) {
      throw new SealBrokenError(`Not a sealed value of a known format (first byte ${sealed[0]})`);
    }
    return decrypt(key, Buffer.from(aad), sealed, 1);
  }

  return {
    randomBytes,
    newDossierKey() {
      const plainKey = randomBytes(keyBytes);
      return { key: createSecretKey(plainKey), wrapped: encrypt(wrappingKey, keyHead, plainKey, keyHead) };
    },
    unwrap(wrapped) {
      if (wrapped[0] !== formatVersion || wrapped.length !== wrappedBytes) {
        throw new SealBrokenError("Not a wrapped key of a known format");
      }
      if (Buffer.compare(wrapped.subarray(1, 1 + keyIdBytes), masterKeyId) !== 0) {
        throw new SealBrokenError("This key was wrapped by another master key than the one in use");
      }
      return createSecretKey(decrypt(wrappingKey, keyHead, wrapped, 1 + keyIdBytes));
    },
    standingKey: (purpose) => createSecretKey(derive(master, `standing key: ${purpose}`, keyBytes)),
    seal: (key, aad, plain) =>
      encrypt(key, Buffer.from(aad), typeof plain === "string" ? Buffer.from(plain) : plain, valueHead),
    open,
    openText: (key, aad, sealed) => open(key, aad, sealed).toString("utf8"),
    blindIndex: (kind, value) =>
      createHmac("sha256", indexKey)
        .update(`${kind}\0${normaliseForIndex(kind, value)}`)
        .digest()
        .subarray(0, 16),
  };
}

function givenKey(key: string | Uint8Array): Buffer {
  return typeof key === "string" ? parseMasterKey(key) : parseMasterKey(Buffer.from(key).toString("hex"));
}

/** One master key, a key of its own for each purpose, so that no purpose weakens another. */
function derive(master: Buffer, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync("sha256", master, "motcua sealing 1", purpose, bytes));
}

/** The system's random source in blocks: one call per nonce would cost more than the encryption. */
function bufferedRandom(): (bytes: number) => Buffer {
  const block = Buffer.alloc(4096);
  let used = block.length;
  return (bytes) => {
    if (used + bytes > block.length) {
      randomFillSync(block);
      used = 0;
    }
    const taken = Buffer.from(block.subarray(used, used + bytes));
    block.fill(0, used, used + bytes);
    used += bytes;
    return taken;
  };
}
