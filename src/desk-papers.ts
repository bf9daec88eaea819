/** Papers that speak of many dossiers, and the slip of a parcel: how they look, who signs them, where they are kept. */

import { type BookDeps, writeLines } from "#features/books/index.ts";
import type { Catalogue } from "#features/catalogue/index.ts";
import {
  type FileStore,
  insertOccasion,
  type PaperTemplates,
  paperSigners,
  type SlipSignature,
  setHandoverMinutes,
  setParcelSlip,
  setRegister,
  takePaperNumber,
} from "#features/documents/index.ts";
import type { City, Organisation } from "#features/organisation/index.ts";
import type { PostDeps } from "#features/post/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { paperHeads } from "./paper-head.ts";
import { identitiesOf, marksOf, type PaperIssuer } from "./paper-issuer.ts";

export type DeskPapers = Pick<BookDeps, "setBook" | "keepBook" | "readFile"> &
  Pick<PostDeps, "issueParcelSlip" | "keepList">;

export function deskPapers({
  templates,
  city,
  organisation,
  catalogue,
  origin,
  files,
  issuer,
}: {
  templates: PaperTemplates;
  city: Pick<City, "ruleProfile">;
  organisation: () => Organisation;
  catalogue: () => Catalogue;
  origin: string;
  files: FileStore;
  issuer: PaperIssuer;
}): DeskPapers {
  const { headOf, authorityOf, verifyUrl } = paperHeads({ organisation, origin });
  const unitOf = (id: number) => organisation().getById(id);
  const authorityName = (unitId: number) => authorityOf(unitOf(unitId)).name;
  const profile = city.ruleProfile;

  return {
    readFile: async (sha256) => new Uint8Array(await files.readWhole(sha256)),

    async setBook({ unitId, year, rows, at }) {
      const head = headOf(unitId, null, at);
      const book = { profile, head, unit: unitOf(unitId).name, year, rows, closing: null };
      return new Uint8Array((await setRegister(templates.register, book)).pdf);
    },

    async keepBook({ unitId, year, rows, at }, closing, by) {
      const { official, unit } = identitiesOf(by, authorityName(unitId));
      const identities = [official, unit];
      const head = headOf(unitId, null, at);
      const set = await setRegister(templates.register, {
        profile,
        head,
        unit: unitOf(unitId).name,
        year,
        rows,
        closing: {
          ...closing,
          signature: { authority: ["Thủ trưởng đơn vị"], marks: marksOf(identities, at), name: by.name },
        },
      });
      const { title, citation } = templates.register.profiles[profile];
      const kept = await files.keep(writeLines(rows));
      const signed = await issuer.sign({ ...set, title, place: head.place }, identities, at);
      return {
        fileSha256: signed.sha256,
        linesSha256: kept.sha256,
        title,
        templateVersion: templates.register.version,
        citation,
      };
    },

    async issueParcelSlip(tx, { parcelId, trackingNumber, view, unitId, at, by }) {
      const { dossier, version, content } = view;
      if (content === null) throw new Error(`Nothing is known any more of whom ${dossier.code} is for`);
      const authority = authorityName(unitId);
      const identities = identitiesOf(by, authority);
      const template = templates.parcelSlip;
      const { title, citation } = template.profiles[version.ruleProfile];
      const issued = await issuer.issue(tx, {
        kind: "parcelSlip",
        dossierId: dossier.id,
        unitId,
        series: template.series ?? "PGHS",
        at,
        identities: paperSigners.parcelSlip.map((signs) => identities[signs]),
        async set({ id, numberText, marks }) {
          const head = headOf(unitId, numberText, at);
          const set = await setParcelSlip(template, {
            profile: version.ruleProfile,
            head,
            code: dossier.code,
            verifyUrl: verifyUrl(id),
            parcelNo: trackingNumber,
            direction: "result",
            sender: { name: unitOf(unitId).name, address: null, phone: null },
            receiver: {
              name: content.owner.name,
              address: content.owner.address ?? null,
              phone: content.owner.phone ?? null,
            },
            procedure: version.definition.name,
            papers: [{ name: version.definition.result, originals: 1, copies: 0, note: null }],
            fees: [],
            sentAt: at,
            senderSignature: { marks, name: by.name },
            clerk: null,
            clerkSignature: null,
          });
          return {
            ...set,
            title,
            template: template.key,
            templateVersion: template.version,
            citation,
            place: head.place,
          };
        },
      });
      await insertOccasion(
        tx,
        { dossierId: dossier.id, kind: "parcelSlip", occasion: `parcel ${parcelId}` },
        issued.id,
        by.accountId,
      );
    },

    async keepList(tx, { unitId, fromUnitId, at, by, giverName, receiverName, items }) {
      const template = templates.handoverMinutes;
      const series = template.series ?? "BBGN";
      const seriesYear = Number(dayOf(at).slice(0, 4));
      const number = await takePaperNumber(tx, unitId, series, seriesYear);
      const numberText = `${number}/${series}`;
      const { official } = identitiesOf(by, authorityName(unitId));
      const head = headOf(unitId, numberText, at);
      const signature: SlipSignature = { marks: marksOf([official], at), name: by.name };
      // Whoever has an account here signs digitally; the other side signs with a pen.
      const ours = { name: by.name, position: null, organisation: unitOf(unitId).name, signature };
      const theirs = (name: string, body: string) => ({ name, position: null, organisation: body, signature: null });
      const set = await setHandoverMinutes(template, {
        profile,
        head,
        what: "results",
        at,
        place: unitOf(unitId).name,
        giver: fromUnitId === null ? ours : theirs(giverName, unitOf(fromUnitId).name),
        receiver: fromUnitId === null ? theirs(receiverName, "Bưu chính công ích") : ours,
        items: items.map((item) => ({
          code: item.code,
          parcelNo: item.trackingNumber,
          content: catalogue().getById(item.procedureVersionId).definition.name,
          owner: item.ownerName,
          originals: 1,
          copies: 0,
          note: null,
        })),
      });
      const { title } = template.texts.results;
      const { citation } = template.profiles[profile];
      const { sha256 } = await issuer.sign({ ...set, title, place: head.place }, [official], at);
      return {
        series,
        seriesYear,
        number,
        numberText,
        fileSha256: sha256,
        templateVersion: template.version,
        citation,
      };
    },
  };
}
