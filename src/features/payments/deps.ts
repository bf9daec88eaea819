import type { DossierDeps } from "#features/dossiers/index.ts";
import type { Accounts } from "./accounts.ts";
import type { Receipts } from "./keep-receipts.ts";

/** What the pages and programs of this feature need: what dossiers need, and where money is transferred to. */
export type PaymentDeps = Pick<
  DossierDeps,
  "database" | "clock" | "sealing" | "catalogue" | "organisation" | "origin" | "dayOf"
> & {
  /** For finding a dossier that the visitor may see. */
  readonly dossiers: DossierDeps;
  readonly accounts: Accounts;
  readonly receipts: Receipts;
};
