/** Papers of dossiers: ordered by a move, set from the city's templates, signed, numbered and kept. */
import { join } from "node:path";
import { findLineNo } from "#features/books/index.ts";
import {
  describeUploads,
  type FileStore,
  findPaperOfOccasion,
  getPaper,
  insertOccasion,
  keepTemplates,
  listCancellations,
  listFiles,
  listPapers,
  openLocalSigner,
  type PaperKind,
  paperSigners,
  readPaperTemplates,
  type SamplePlace,
  type SignerIdentity,
  type TemplatePageDeps,
} from "#features/documents/index.ts";
import type { DossierDeps, PaperOrder } from "#features/dossiers/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { findTrackingNumber } from "#features/post/index.ts";
import type { PrintDeps } from "#features/worklists/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Config } from "#foundation/config/index.ts";
import type { Database, Db } from "#foundation/db/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { identitiesOf, type PaperIssuer, paperIssuer } from "./paper-issuer.ts";
import { isDecision, type PaperSetter, paperSetter } from "./paper-setter.ts";
import { nothingReturned, type ReturnedResult } from "./slip-setter.ts";

export type Papers = {
  /** The city's templates as they were read at the start, as they lie in the folder now, and where samples are set. */
  readonly templates: TemplatePageDeps;
  /** Whoever trusts this certificate trusts the papers of this program. */
  readonly root: Buffer;
  readonly setter: PaperSetter;
  readonly issuer: PaperIssuer;
  /** Makes the certificate when there is none yet. */
  readonly certificateOf: (identity: SignerIdentity) => Promise<Buffer | undefined>;
  readonly issue: DossierDeps["issuePaper"];
  readonly issueOrdered: DossierDeps["issueOrdered"];
  readonly setSlipCopy: DossierDeps["setSlipCopy"];
  readonly listOrdered: DossierDeps["listOrdered"];
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
  const issuer = paperIssuer({ files, signer });
  return {
    setter,
    templates: {
      inUse: templates,
      readNow: () => readPaperTemplates(cityFolder),
      samplePlace: () => samplePlace(organisation(), setter, config.origin),
    },
    root: signer.root,
    issuer,
    certificateOf: async (identity) => (await signer.certificatesOf(identity))[0],
    async issue(tx, order) {
      const { kind, dossier, at, unitId } = order;
      const returned = kind === "resultReceipt" ? await returnedOf(tx, dossier.id) : nothingReturned;
      return issuer.issue(tx, {
        kind,
        dossierId: dossier.id,
        unitId,
        series: setter.seriesOf(order),
        at,
        identities: signersOf(order, setter.authorityName(unitId)),
        set: (marks) => setter.set(order, marks, returned),
      });
    },
    async issueOrdered(tx, { order, occasion, by }) {
      const { kind, dossier, unitId, at } = order;
      const asked = { dossierId: dossier.id, kind, occasion };
      const before = await findPaperOfOccasion(tx, asked);
      if (before !== undefined) return { id: before, number: (await getPaper(tx, before)).numberText, isNew: false };
      const identities = identitiesOf(by, setter.authorityName(unitId));
      const registerNo = await findLineNo(tx, dossier.id);
      const issued = await issuer.issue(tx, {
        kind,
        dossierId: dossier.id,
        unitId,
        series: templates[kind].series ?? kind,
        at,
        identities: paperSigners[kind].map((signs) => identities[signs]),
        set: (marks) => setter.slips.ordered(order, { ...marks, signer: by.name }, registerNo),
      });
      await insertOccasion(tx, asked, issued.id, by.accountId);
      return { id: issued.id, number: issued.number, isNew: true };
    },
    async setSlipCopy(order) {
      const set = await setter.slips.ordered(order, null, await findLineNo(db, order.dossier.id));
      return new Uint8Array(set.pdf);
    },
    async listOrdered(dossierId) {
      const papers = (await listPapers(db, dossierId)).filter(({ kind }) => isBesideMoves(kind));
      const replaced = new Set(papers.map((paper) => paper.replaces));
      const cancelled = await listCancellations(
        db,
        papers.map(({ id }) => id),
      );
      return papers.toReversed().map(({ id, kind, numberText, issuedAt }) => ({
        id,
        kind,
        number: numberText,
        issuedAt,
        isVoid: replaced.has(id) || cancelled.has(id),
      }));
    },
    async read(dossierId, kindOrId) {
      // Newest first: a paper that replaced another is the one that counts.
      const paper = (await listPapers(db, dossierId)).find(({ id, kind }) => id === kindOrId || kind === kindOrId);
      return paper === undefined
        ? null
        : { kind: paper.kind, pdf: new Uint8Array(await files.readWhole(paper.fileSha256)) };
    },
    async setDraft(order, isBySigner) {
      return new Uint8Array(await setter.draft(order, isBySigner));
    },
    async issuedOf(dossierId) {
      const papers = await listPapers(db, dossierId);
      const replaced = new Set(papers.map((paper) => paper.replaces));
      const cancelled = await listCancellations(
        db,
        papers.map(({ id }) => id),
      );
      return papers
        .filter(({ id }) => !replaced.has(id) && !cancelled.has(id))
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
      return new Map(
        uploads.map(({ uploadId, name, mediaType, size, sha256 }) => [uploadId, { name, mediaType, size, sha256 }]),
      );
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
  const identities = identitiesOf(order.by, authority);
  // A refusal after appraisal is the result, and is signed like one.
  const kind = order.kind === "refusal" && isDecision(order) ? "result" : order.kind;
  return paperSigners[kind].map((by) => identities[by]);
}

/** The result as it was signed, a refusal after appraisal too, and the parcel it went home in. */
async function returnedOf(tx: Db, dossierId: string): Promise<ReturnedResult> {
  const paper = (await listPapers(tx, dossierId)).find(({ kind }) => kind === "result" || kind === "refusal");
  return {
    result: paper === undefined ? null : { title: paper.title, number: paper.numberText, issuedAt: paper.issuedAt },
    parcelNo: await findTrackingNumber(tx, dossierId),
  };
}

const besideMoves: readonly PaperKind[] = ["controlSlip", "transferSlip", "feeReceipt", "parcelSlip"];
function isBesideMoves(kind: PaperKind): boolean {
  return besideMoves.includes(kind);
}
