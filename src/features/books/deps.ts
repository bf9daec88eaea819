import type { RegisterData, RegisterRow } from "#features/documents/index.ts";
import type { DossierDeps } from "#features/dossiers/index.ts";
import type { Official } from "#features/identity/index.ts";
import type { Closing } from "./queries.ts";

/** How a book looks on paper and how it is kept is handed in; this feature knows its lines and its closing. */
export type BookDeps = Pick<DossierDeps, "database" | "clock" | "sealing" | "catalogue" | "organisation" | "dayOf"> & {
  /** The register as it stands, or as it was closed, without a signature. */
  readonly setBook: (book: Book) => Promise<Uint8Array<ArrayBuffer>>;
  /** Signs the closed register and keeps it with its lines; both files are durable before their row. */
  readonly keepBook: (book: Book, closing: NonNullable<RegisterData["closing"]>, by: Official) => Promise<KeptBook>;
  readonly readFile: (sha256: string) => Promise<Uint8Array<ArrayBuffer>>;
};

export type Book = {
  readonly unitId: number;
  readonly year: number;
  readonly rows: readonly RegisterRow[];
  readonly at: Date;
};

export type KeptBook = Pick<Closing, "fileSha256" | "linesSha256" | "title" | "templateVersion" | "citation">;
