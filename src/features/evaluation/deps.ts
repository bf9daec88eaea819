import type { DossierDeps, DossierView, LookupSecrets } from "#features/dossiers/index.ts";

export type EvaluationDeps = Pick<
  DossierDeps,
  "database" | "clock" | "sealing" | "catalogue" | "organisation" | "dayOf" | "mayLookUp"
> & {
  readonly dossiers: DossierDeps;
  /** What the link on a slip carries beside the code: whoever has the slip may answer it, and sees nothing of the dossier. */
  readonly slipKeys: LookupSecrets;
  /** The slip to print; it is not numbered, signed or kept, and carries no name. */
  readonly setSlip: (view: Pick<DossierView, "dossier" | "version">, key: string) => Promise<Uint8Array<ArrayBuffer>>;
};
