import { RequestError } from "#foundation/errors/index.ts";

/** Who signs: a person with their own certificate, or a body with its seal. */
export type SignerIdentity = {
  readonly kind: "official" | "unit";
  /** Stable: the account of the person, the code of the unit. */
  readonly id: string;
  /** As it stands on the paper. */
  readonly name: string;
  readonly organisation: string;
};

/**
 * What the program needs of whoever holds the keys: the local demo signer, a token, or a remote signing service. The key
 * never comes here; a hash goes there.
 */
export type Signer = {
  /** The certificate of the signer first, then those between it and the trusted root (which is left out). */
  readonly certificatesOf: (identity: SignerIdentity) => Promise<readonly Buffer[]>;
  /** RSASSA-PKCS1-v1_5 over a SHA-256 hash. */
  readonly sign: (identity: SignerIdentity, sha256: Buffer) => Promise<Buffer>;
};

/** No signature now: nothing of the paper was issued, and the person may try again. */
export class SignerUnavailableError extends RequestError {
  override readonly name = "SignerUnavailableError";
  readonly status = 503;
  readonly publicKey = "tryLater";
}
