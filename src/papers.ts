/** Papers of dossiers: ordered by a move, set from the city's templates, signed, numbered and kept. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import {
  describeUploads,
  type FileStore,
  fingerprint,
  insertPaper,
  keepTemplates,
  listFiles,
  listPapers,
  openLocalSigner,
  paperSigners,
  readPaperTemplates,
  type SamplePlace,
  type SignatureOrder,
  type SignerIdentity,
  signPdf,
  type TemplatePageDeps,
  takePaperNumber,
} from "#features/documents/index.ts";
import type { DossierDeps, PaperOrder } from "#features/dossiers/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { PrintDeps } from "#features/worklists/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Config } from "#foundation/config/index.ts";
import type { Database } from "#foundation/db/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { isDecision, type PaperOnSheet, type PaperSetter, paperSetter } from "./paper-setter.ts";

export type Papers = {
  /** The city's templates as they were read at the start, as they lie in the folder now, and where samples are set. */
  readonly templates: TemplatePageDeps;
  /** Whoever trusts this certificate trusts the papers of this program. */
  readonly root: Buffer;
  readonly issue: DossierDeps["issuePaper"];
  readonly read: DossierDeps["readPaper"];
  readonly setDraft: DossierDeps["setDraft"];
  /** What counts of a dossier's papers, in the order of issue: those that another replaced are left out. */
  readonly issuedOf: PrintDeps["issuedPapers"];
  readonly acknowledgement: DossierDeps["acknowledgement"];
  readonly readUpload: DossierDeps["readUpload"];
  readonly nameOfUpload: DossierDeps["nameOfUpload"];
  readonly describeUploads: DossierDeps["describeUploads"];
  /** Every stored file that is missing or altered, in words. */
  readonly verifyFiles: () => Promise<readonly string[]>;
};

export async function openPapers({
  config,
  cityFolder,
  organisation,
  files,
  database,
  clock,
  sealing,
}: {
  config: Config;
  cityFolder: string;
  files: FileStore;
  organisation: () => Organisation;
  database: Database;
  clock: Clock;
  sealing: Sealing;
}): Promise<Papers> {
  const { db } = database;
  const templates = readPaperTemplates(cityFolder);
  await keepTemplates({ db, clock }, cityFolder, templates);
  const setter = paperSetter({ templates, organisation, origin: config.origin });
  const signer = await openLocalSigner({ folder: join(config.dataFolder, "keys", "signing"), clock });
  return {
    templates: {
      inUse: templates,
      readNow: () => readPaperTemplates(cityFolder),
      samplePlace: () => samplePlace(organisation(), setter, config.origin),
    },
    root: signer.root,
    async issue(tx, order) {
      const { kind, dossier, at, unitId } = order;
      const year = Number(dayOf(at).slice(0, 4));
      const series = setter.seriesOf(order);
      const number = await takePaperNumber(tx, unitId, series, year);
      const numberText = `${number}/${series}`;
      const id = randomUUID();
      const identities = signersOf(order, setter.authorityName(unitId));
      const marks = identities.map(({ kind: by, name, organisation }) => ({
        by,
        name,
        organisation: by === "unit" ? null : organisation,
        at,
      }));
      const set = await setter.set(order, { id, numberText, marks });
      const pdf = await signPdf(set.pdf, ordersFor(identities, set, at), signer);
      const { sha256, size } = await files.keep(pdf);
      await insertPaper(tx, {
        id,
        dossierId: dossier.id,
        kind,
        unitId,
        series,
        seriesYear: year,
        number,
        numberText,
        title: set.title,
        fileSha256: sha256,
        fileSize: size,
        issuedAt: at,
        template: set.template,
        templateVersion: set.templateVersion,
        citation: set.citation,
        signers: await Promise.all(
          identities.map(async (identity) => ({
            role: identity.kind,
            name: identity.name,
            certificate: fingerprintOf(await signer.certificatesOf(identity)),
          })),
        ),
        validUntil: null,
        replaces: null,
        replacesReason: null,
      });
      return { id, number: numberText, sha256 };
    },
    async read(dossierId, kind) {
      // Newest first: a paper that replaced another is the one that counts.
      const paper = (await listPapers(db, dossierId)).find((candidate) => candidate.kind === kind);
      return paper === undefined ? null : new Uint8Array(await files.readWhole(paper.fileSha256));
    },
    async setDraft(order, isBySigner) {
      return new Uint8Array(await setter.draft(order, isBySigner));
    },
    async issuedOf(dossierId) {
      const papers = await listPapers(db, dossierId);
      const replaced = new Set(papers.map((paper) => paper.replaces));
      return papers
        .filter((paper) => !replaced.has(paper.id))
        .toReversed()
        .map(({ kind, fileSha256 }) => ({ kind, read: () => files.readWhole(fileSha256) }));
    },
    async acknowledgement(view, secret) {
      return new Uint8Array(await setter.acknowledge(view, secret));
    },
    async readUpload(uploadId) {
      const [upload] = await describeUploads({ db, sealing }, [uploadId]);
      if (upload === undefined) return null;
      const { content, size } = await files.open(upload.sha256);
      return { body: content, mediaType: upload.mediaType, size };
    },
    async describeUploads(uploadIds) {
      const uploads = await describeUploads({ db, sealing }, uploadIds);
      return new Map(uploads.map((upload) => [upload.uploadId, { name: upload.name, mediaType: upload.mediaType }]));
    },
    async nameOfUpload(uploadId) {
      const [upload] = await describeUploads({ db, sealing }, [uploadId]);
      return upload?.name ?? null;
    },
    async verifyFiles() {
      const faults: string[] = [];
      let after = "";
      for (;;) {
        const page = await listFiles(db, after, 500);
        for (const sha256 of page) {
          const state = await files.check(sha256);
          if (state !== "whole") faults.push(`file ${sha256} is ${state}`);
        }
        const last = page.at(-1);
        if (last === undefined) return faults;
        after = last;
      }
    },
  };
}

/** The first ward of the city, its one-stop unit and a division: samples look like what these will issue. */
function samplePlace(organisation: Organisation, setter: PaperSetter, origin: string): SamplePlace {
  const { units } = organisation;
  const city = units.find((unit) => unit.kind === "committee") ?? units[0];
  if (city === undefined) throw new Error("The city has no units");
  const ward = units.find((unit) => unit.kind === "ward" || unit.kind === "commune") ?? city;
  const within = organisation.within(ward.id).map((id) => organisation.getById(id));
  const unit = within.find((one) => one.kind === "one_stop") ?? units.find((one) => one.kind === "one_stop") ?? ward;
  const division = units.find((one) => one.kind === "specialist_office") ?? city;
  return {
    origin,
    ward: setter.authorityName(ward.id),
    unit: unit.name,
    place: ward.shortName,
    city: setter.authorityName(city.id),
    division: division.name,
    cityPlace: setter.placeName(city.id),
  };
}

function signersOf(order: PaperOrder, authority: string): readonly SignerIdentity[] {
  const identities = {
    official: { kind: "official", id: order.by.accountId, name: order.by.name, organisation: authority },
    unit: { kind: "unit", id: `authority:${authority}`, name: authority, organisation: authority },
  } as const;
  // A refusal after appraisal is the result, and is signed like one.
  const kind = order.kind === "refusal" && isDecision(order) ? "result" : order.kind;
  return paperSigners[kind].map((by) => identities[by]);
}

function ordersFor(identities: readonly SignerIdentity[], set: PaperOnSheet, at: Date): readonly SignatureOrder[] {
  return identities.map((identity) => {
    const field = set.signatures.find((candidate) => candidate.by === identity.kind);
    if (field === undefined) throw new Error(`${set.title} leaves no place for the signature of ${identity.kind}`);
    return { identity, field, reason: set.title, location: set.place, at };
  });
}

function fingerprintOf([certificate]: readonly Buffer[]): string {
  if (certificate === undefined) throw new Error("The signer has no certificate");
  return fingerprint(certificate);
}
