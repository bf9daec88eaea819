import type { Catalogue } from "#features/catalogue/index.ts";
import type { Organisation } from "#features/organisation/index.ts";
import type { Clock } from "#foundation/clock/index.ts";
import type { Db } from "#foundation/db/index.ts";
import type { Sealing } from "#foundation/sealing/index.ts";

export type WorklistDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly sealing: Sealing;
  readonly organisation: () => Organisation;
  readonly catalogue: () => Catalogue;
  readonly today: () => string;
};
