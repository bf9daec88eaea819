/**
 * A certificate authority for demonstration, made at the first start: a root, and a certificate for each body and each
 * official when they first sign. Real papers need the certificates of the Government's authority and keys in hardware.
 */
import {
  constants,
  createHash,
  createPrivateKey,
  generateKeyPair,
  type KeyObject,
  privateEncrypt,
  randomBytes,
} from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Clock } from "#foundation/clock/index.ts";
import { issueCertificate, type Subject, subjectOf } from "./certificate.ts";
import type { Signer, SignerIdentity } from "./signer.ts";

export type LocalSigner = Signer & {
  /** Whoever trusts this certificate trusts the papers of this demonstration. */
  readonly root: Buffer;
};

type Holder = { readonly key: KeyObject; readonly certificate: Buffer };

const makeKeys = promisify(generateKeyPair);
const dayMs = 24 * 60 * 60 * 1000;
const rootSubject: Subject = {
  commonName: "motcua demo root - not for official use",
  organisation: "motcua",
  unit: null,
};

export async function openLocalSigner({
  folder,
  clock,
}: {
  readonly folder: string;
  readonly clock: Clock;
}): Promise<LocalSigner> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const root = await readOrMake(join(folder, "root.pem"), async () => {
    const keys = await makeKeys("rsa", { modulusLength: 2048 });
    const certificate = issueCertificate({
      subject: rootSubject,
      publicKey: keys.publicKey,
      issuer: { certificate: null, subject: rootSubject, key: keys.privateKey },
      isAuthority: true,
      ...validFor(20 * 365),
    });
    return { key: keys.privateKey, certificate };
  });
  const holders = new Map<string, Promise<Holder>>();

  /** A day back: the clock of whoever checks may be a little behind. */
  function validFor(days: number) {
    const now = clock.now().getTime();
    return { from: new Date(now - dayMs), until: new Date(now + days * dayMs) };
  }

  function holderOf(identity: SignerIdentity): Promise<Holder> {
    const subject: Subject = {
      commonName: identity.name,
      organisation: identity.organisation,
      unit: identity.kind === "unit" ? "Con dấu (demo)" : null,
    };
    // A new name means a new certificate; papers signed under the old one keep it.
    const name = createHash("sha256")
      .update(JSON.stringify([identity.kind, identity.id, subject]))
      .digest("hex")
      .slice(0, 24);
    const known = holders.get(name);
    if (known) return known;
    const holder = readOrMake(join(folder, `${identity.kind}-${name}.pem`), async () => {
      const keys = await makeKeys("rsa", { modulusLength: 2048 });
      const certificate = issueCertificate({
        subject,
        publicKey: keys.publicKey,
        issuer: { certificate: root.certificate, subject: subjectOf(root.certificate), key: root.key },
        isAuthority: false,
        ...validFor(5 * 365),
      });
      return { key: keys.privateKey, certificate };
    });
    holders.set(name, holder);
    holder.catch(() => holders.delete(name));
    return holder;
  }

  return {
    root: root.certificate,
    certificatesOf: async (identity) => [(await holderOf(identity)).certificate],
    sign: async (identity, sha256) => {
      const { key } = await holderOf(identity);
      return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([digestInfo, sha256]));
    },
  };
}

/** "What follows is a SHA-256 hash" (RFC 8017 §9.2). */
const digestInfo = Buffer.from("3031300d060960864801650304020105000420", "hex");

async function readOrMake(file: string, make: () => Promise<Holder>): Promise<Holder> {
  return (await readHolder(file)) ?? makeHolder(file, await make());
}

async function readHolder(file: string): Promise<Holder | undefined> {
  let text: string;
  try {
    text = await readFile(file, "latin1");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  const certificate = /-----BEGIN CERTIFICATE-----([^-]+)-----END/.exec(text)?.[1];
  if (certificate === undefined) throw new Error(`${file} holds no certificate`);
  return { key: createPrivateKey(text), certificate: Buffer.from(certificate, "base64") };
}

/** Key and certificate in one file, so that there is never one without the other; of two processes the first one wins. */
async function makeHolder(file: string, made: Holder): Promise<Holder> {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  const base64 = made.certificate.toString("base64").replace(/.{64}(?=.)/g, "$&\n");
  const text = `${made.key.export({ type: "pkcs8", format: "pem" })}-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file);
    return made;
  } catch (error) {
    const other =
      error instanceof Error && "code" in error && error.code === "EEXIST" ? await readHolder(file) : undefined;
    if (other) return other;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
