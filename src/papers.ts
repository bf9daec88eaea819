/** Papers of dossiers: ordered by a move, set from the city's templates, signed, numbered and kept. */
import { randomUUID } from "node:crypto";
import PDFDocument from "pdfkit";
import {
  describeUploads,
  type FileStore,
  insertPaper,
  listFiles,
  listPapers,
  takePaperNumber,
} from "#features/documents/index.ts";
import type { DossierDeps } from "#features/dossiers/index.ts";
import type { City, Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Config } from "#foundation/config/index.ts";
import type { Database } from "#foundation/db/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";

export type Papers = {
  readonly issue: DossierDeps["issuePaper"];
  readonly read: DossierDeps["readPaper"];
  readonly acknowledgement: DossierDeps["acknowledgement"];
  readonly readUpload: DossierDeps["readUpload"];
  readonly nameOfUpload: DossierDeps["nameOfUpload"];
  readonly describeUploads: DossierDeps["describeUploads"];
  /** Every stored file that is missing or altered, in words. */
  readonly verifyFiles: () => Promise<readonly string[]>;
};

export async function openPapers({
  files,
  database,
  sealing,
}: {
  config: Config;
  city: City;
  files: FileStore;
  organisation: () => Organisation;
  database: Database;
  clock: Clock;
  sealing: Sealing;
}): Promise<Papers> {
  const { db } = database;
  return {
    async issue(tx, order) {
      const kind = order.kind;
      const year = Number(dayOf(order.at).slice(0, 4));
      const series = `${kind}`;
      const number = await takePaperNumber(tx, order.unitId, series, year);
      const pdf = await setPaper(`${kind} ${order.dossier.code}`);
      const { sha256, size } = await files.keep(pdf);
      const id = randomUUID();
      const numberText = `${number}/${kind}`;
      await insertPaper(tx, {
        id,
        dossierId: order.dossier.id,
        kind,
        unitId: order.unitId,
        series,
        seriesYear: year,
        number,
        numberText,
        title: kind,
        fileSha256: sha256,
        fileSize: size,
        issuedAt: order.at,
        template: kind,
        templateVersion: 1,
        citation: "",
        signers: [],
        validUntil: null,
        replaces: null,
        replacesReason: null,
      });
      return { id, number: numberText, sha256 };
    },
    async read(dossierId, kind) {
      const paper = (await listPapers(db, dossierId)).findLast((candidate) => candidate.kind === kind);
      return paper === undefined ? null : new Uint8Array(await files.readWhole(paper.fileSha256));
    },
    async acknowledgement(view) {
      return new Uint8Array(await setPaper(view.dossier.code));
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
async function setPaper(text: string): Promise<Buffer> {
  const doc = new PDFDocument();
  const chunks: Buffer[] = [];
  doc.on("data", (c: Buffer) => chunks.push(c));
  doc.text(text);
  doc.end();
  await new Promise((r) => doc.on("end", r));
  return Buffer.concat(chunks);
}
