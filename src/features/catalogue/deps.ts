import type { City, Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Source } from "./read-procedures.ts";

/** Where a reader goes from here; those pages belong to features above this one. */
export type OnwardLinks = {
  /** First page of the e-form, at the chosen unit if one is known. */
  readonly apply: (procedureCode: string, unitCode?: string) => string;
  /** Looks a dossier up by its code, given as the parameter of that name. */
  readonly lookUp: { readonly action: string; readonly parameter: string };
};

export type CatalogueDeps = {
  readonly clock: Clock;
  /** The present value: each may be replaced as a whole while the program runs. */
  readonly organisation: () => Organisation;
  readonly catalogue: () => Catalogue;
  readonly city: City;
  readonly sources: ReadonlyMap<string, Source>;
  /** Public address of the site, for QR codes. */
  readonly origin: string;
  readonly links: OnwardLinks;
};
