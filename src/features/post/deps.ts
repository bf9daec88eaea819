import type { DossierDeps, DossierView } from "#features/dossiers/index.ts";
import type { Official } from "#features/identity/index.ts";
import type { Db } from "#foundation/db/index.ts";
import type { HandOverList } from "./queries.ts";

/** What the papers look like and how they are signed is handed in. */
export type PostDeps = Pick<DossierDeps, "database" | "clock" | "catalogue" | "organisation" | "dayOf"> & {
  readonly dossiers: DossierDeps;
  /** The slip that goes with a parcel; its row joins the transaction. */
  readonly issueParcelSlip: (tx: Db, order: ParcelOrder) => Promise<void>;
  /** Numbers, signs and keeps a list; what it says of its file goes into the list's own row. */
  readonly keepList: (
    tx: Db,
    list: ListOrder,
  ) => Promise<
    Pick<
      HandOverList,
      "series" | "seriesYear" | "number" | "numberText" | "fileSha256" | "templateVersion" | "citation"
    >
  >;
  readonly readFile: (sha256: string) => Promise<Uint8Array<ArrayBuffer>>;
};

export type ParcelOrder = {
  readonly parcelId: string;
  readonly trackingNumber: string;
  readonly view: DossierView;
  readonly unitId: number;
  readonly at: Date;
  readonly by: Official;
};

export type ListOrder = {
  readonly kind: HandOverList["kind"];
  readonly unitId: number;
  readonly fromUnitId: number | null;
  readonly at: Date;
  readonly by: Official;
  readonly giverName: string;
  readonly receiverName: string;
  readonly items: readonly {
    readonly code: string;
    readonly dossierId: string;
    readonly trackingNumber: string | null;
    readonly procedureVersionId: number;
    readonly ownerName: string;
  }[];
};
