/**
 * Writes what follows from the migrations: the types of the tables (src/foundation/db/types.ts) and the dump a reviewer
 * reads (migrations/schema.sql). A test makes both again and compares, so neither can fall behind.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { dumpSchema } from "../src/foundation/db/schema-dump.ts";
import { withMigratedDatabase } from "../src/foundation/db/scratch.ts";
import { generateTypes } from "../src/foundation/db/types-of.ts";

const project = resolve(import.meta.dirname, "..");

await withMigratedDatabase(async (url) => {
  writeFileSync(resolve(project, "src/foundation/db/types.ts"), await generateTypes(url));
  writeFileSync(resolve(project, "migrations/schema.sql"), await dumpSchema(url));
});
