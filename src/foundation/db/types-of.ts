import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const tool = resolve(import.meta.dirname, "../../../node_modules/kysely-codegen/dist/cli/bin.js");

/** The tables of a migrated database as TypeScript, by kysely-codegen. */
export async function generateTypes(url: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "motcua-types-"));
  const file = join(folder, "types.ts");
  try {
    const done = spawnSync(
      process.execPath,
      [
        tool,
        "--dialect=postgres",
        "--camel-case",
        "--numeric-parser=number",
        "--date-parser=string",
        "--no-domains",
        "--type-only-imports",
        "--include-pattern=public.*",
        "--exclude-pattern=migration",
        `--out-file=${file}`,
        `--url=${url}`,
      ],
      { encoding: "utf8" },
    );
    if (done.status !== 0) throw new Error(`kysely-codegen failed: ${done.stderr || done.stdout}`);
    return readFileSync(file, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
