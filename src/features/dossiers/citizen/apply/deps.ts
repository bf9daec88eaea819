import type { UploadDeps } from "#features/documents/index.ts";
import type { DossierDeps } from "../../deps.ts";
import type { ShowPage } from "../../show.ts";

export type ApplyDeps = DossierDeps & {
  readonly uploads: UploadDeps & { readonly maxUploadBytes: number };
  readonly show: ShowPage;
  /** Behind https: cookies are sent over nothing else. */
  readonly isSecure: boolean;
};
