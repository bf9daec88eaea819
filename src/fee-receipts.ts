/** Receipts of fees and charges: numbered, signed by the collector with the seal, cancelled or replaced when money goes back. */
import type { Catalogue } from "#features/catalogue/index.ts";
import {
  cancelPaper,
  insertOccasion,
  listCancellations,
  listPapersWithOccasion,
  type PaperTemplates,
  paperSigners,
  setFeeReceipt,
} from "#features/documents/index.ts";
import { findOwnerName } from "#features/dossiers/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import { paymentOf, type ReceiptOrder, type Receipts } from "#features/payments/index.ts";
import type { Db } from "#foundation/db/index.ts";
import { dayOf } from "#foundation/i18n/index.ts";
import { paperHeads } from "./paper-head.ts";
import { identitiesOf, type PaperIssuer } from "./paper-issuer.ts";

const partly = "Hoàn trả một phần số tiền đã thu";

export function feeReceipts({
  templates,
  organisation,
  catalogue,
  origin,
  issuer,
}: {
  templates: PaperTemplates;
  organisation: () => Organisation;
  catalogue: () => Catalogue;
  origin: string;
  issuer: PaperIssuer;
}): Receipts {
  const { headOf, authorityOf, verifyUrl } = paperHeads({ organisation, origin });
  const template = templates.feeReceipt;
  const series = template.series ?? "BL";

  async function issue(tx: Db, order: ReceiptOrder): Promise<void> {
    const { dossier, payment, at, by } = order;
    const unitId = dossier.receivingUnitId;
    const unit = organisation().getById(unitId);
    const version = catalogue().getById(dossier.procedureVersionId);
    const { title, citation, form } = template.profiles[version.ruleProfile];
    const identities = identitiesOf(by, authorityOf(unit).name);
    const owner = await findOwnerName(tx, dossier.id);
    const before = await lastOf(tx, dossier.id, order.inPlaceOf);
    const issued = await issuer.issue(tx, {
      kind: "feeReceipt",
      dossierId: dossier.id,
      unitId,
      series,
      at,
      identities: paperSigners.feeReceipt.map((signs) => identities[signs]),
      replaces: before === undefined ? null : { id: before.id, reason: partly },
      async set({ id, numberText, marks }, number) {
        const head = headOf(unitId, numberText, at);
        const set = await setFeeReceipt(template, {
          profile: version.ruleProfile,
          head,
          code: dossier.code,
          verifyUrl: verifyUrl(id),
          receiptForm: form ?? "",
          receiptSeries: `${series}-${dayOf(at).slice(2, 4)}E`,
          receiptNo: String(number).padStart(7, "0"),
          copy: "payer",
          unit: unit.name,
          taxCode: null,
          payer: { name: payment.payer ?? owner, idNumber: null, address: null },
          content: version.definition.name,
          lines: order.lines.map(({ name, kind, amount }) => ({ name, kind: kind ?? "over", amount })),
          exemption: null,
          method: payment.method,
          paymentReference: payment.reference,
          paidAt: payment.paidAt,
          isSignedByHand: false,
          signature: { marks, name: by.name },
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
    const occasion = { dossierId: dossier.id, kind: "feeReceipt", occasion: order.occasion } as const;
    await insertOccasion(tx, occasion, issued.id, by.accountId);
  }

  /** The one that counts: each takes the place of the one before it. */
  async function lastOf(db: Db, dossierId: string, occasions: readonly string[]) {
    const papers = await listPapersWithOccasion(db, "feeReceipt", [dossierId]);
    const replaced = new Set(papers.map(({ replaces }) => replaces));
    return papers.find(({ id, occasion }) => occasions.includes(occasion) && !replaced.has(id));
  }

  return {
    issue,
    async cancel(tx, { dossierId, occasions, cause, at, by }) {
      const receipt = await lastOf(tx, dossierId, occasions);
      // Money that was taken before receipts were issued here has none.
      if (receipt === undefined) return;
      await cancelPaper(tx, receipt.id, cause, { at, accountId: by.accountId });
    },
    async of(db, dossierIds) {
      const papers = await listPapersWithOccasion(db, "feeReceipt", dossierIds);
      const cancelled = await listCancellations(
        db,
        papers.map(({ id }) => id),
      );
      // In the order of issue, so the last one of a payment is the one that stays.
      return new Map(
        papers.flatMap(({ id, occasion, numberText }) => {
          const paymentId = paymentOf(occasion);
          return paymentId === null ? [] : [[paymentId, { id, number: numberText, isCancelled: cancelled.has(id) }]];
        }),
      );
    },
  };
}
