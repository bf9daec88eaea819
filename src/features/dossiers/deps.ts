import type { Official, Visitor } from "#features/identity/index.ts";
import type { Database, Db } from "#foundation/db/index.ts";
import type { DossierView } from "./dossier-view.ts";
import type { LookupSecrets } from "./lookup-secret.ts";
import type { MoveDeps, PaperOrder } from "./move-dossier.ts";
import type { PaperKind } from "./moves.ts";
import type { OrderedPaper, SlipOrder } from "./order-paper.ts";
import type { Phrases } from "./phrases/phrase.ts";
import type { SubmissionDeps, SubmitDossier } from "./submit-dossier.ts";

export type ListedPaper = {
  readonly id: string;
  readonly kind: PaperKind;
  readonly number: string;
  readonly issuedAt: Date;
  /** Replaced by another, or cancelled. */
  readonly isVoid: boolean;
};

/** What the pages and programs of this feature need; built once in `src/deps.ts`. */
export type DossierDeps = MoveDeps &
  Omit<SubmissionDeps, "checkAnswers"> & {
    readonly database: Database;
    readonly submitter: SubmitDossier;
    readonly secrets: LookupSecrets;
    readonly origin: string;
    /** The issued paper with that id, or the newest of that kind; null when there is none. */
    readonly readPaper: (
      dossierId: string,
      kindOrId: string,
    ) => Promise<{ readonly kind: string; readonly pdf: Uint8Array<ArrayBuffer> } | null>;
    /** Numbers, signs and keeps an ordered paper, once for each occasion; its row joins the transaction. */
    readonly issueOrdered: (
      tx: Db,
      ordered: { readonly order: SlipOrder; readonly occasion: string; readonly by: Official },
    ) => Promise<OrderedPaper>;
    /** The same paper without a number; nothing is kept. */
    readonly setSlipCopy: (order: SlipOrder) => Promise<Uint8Array<ArrayBuffer>>;
    /** Papers of a dossier that no move issued, oldest first. */
    readonly listOrdered: (dossierId: string) => Promise<readonly ListedPaper[]>;
    /** A paper as it would be issued, marked as a draft; neither numbered nor signed nor kept. */
    readonly setDraft: (order: Omit<PaperOrder, "key">, isBySigner: boolean) => Promise<Uint8Array<ArrayBuffer>>;
    /** What a person gets at once after sending: code, QR and lookup secret. Made anew from the same data each time. */
    readonly acknowledgement: (view: DossierView, lookupSecret: string) => Promise<Uint8Array<ArrayBuffer>>;
    /** An attachment as it was uploaded. */
    readonly readUpload: (uploadId: string) => Promise<{
      readonly body: AsyncIterable<Uint8Array>;
      readonly mediaType: string;
      readonly size: number;
    } | null>;
    readonly describeUploads: (
      uploadIds: readonly string[],
    ) => Promise<
      ReadonlyMap<
        string,
        { readonly name: string; readonly mediaType: string; readonly size: number; readonly sha256: string }
      >
    >;
    /** What the city has ready for officials to write. */
    readonly phrases: Phrases;
    readonly nameOfUpload: (uploadId: string) => Promise<string | null>;
    /** At most so many look-ups by stranger and minute, so that guessing codes gains nothing. */
    readonly mayLookUp: (visitor: Visitor, code: string) => boolean;
  };
