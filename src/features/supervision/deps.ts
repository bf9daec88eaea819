import type { Catalogue } from "#features/catalogue/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";

export type SupervisionDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly organisation: () => Organisation;
  readonly catalogue: () => Catalogue;
};
