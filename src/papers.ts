/** Papers of dossiers: ordered by a move, set from the city's templates, signed, numbered and kept. */
import { randomUUID } from "node:crypto";
import {
  describeUploads,
  type FileStore,
  insertPaper,
  listFiles,
  listPapers,
  readPaperTemplates,
  takePaperNumber,
} from "#features/documents/index.ts";
import type { DossierDeps } from "#features/dossiers/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Config } from "#foundation/config/index.ts";
import type { Database } from "#foundation/db/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";
import { paperSetter } from "./paper-setter.ts";

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
  config,
  cityFolder,
  organisation,
  files,
  database,
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
  const setter = paperSetter({ templates: readPaperTemplates(cityFolder), organisation, origin: config.origin });
  return {
    async issue(tx, order) {
      const { kind, dossier, at, unitId } = order;
      const year = Number(dayOf(at).slice(0, 4));
      const series = setter.seriesOf(order);
      const number = await takePaperNumber(tx, unitId, series, year);
      const numberText = `${number}/${series}`;
      const id = randomUUID();
      const set = await setter.set(order, { id, numberText, marks: [] });
      const { sha256, size } = await files.keep(set.pdf);
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
