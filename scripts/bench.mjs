// `npm run bench -- <name>`: what we claim about speed, measured here and now. The last line is the figures as JSON.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild } from "./launch.mjs";
import { ensurePackages, ensureRuntime, main, project, run, SetupError, say } from "./runtime.mjs";

/** What people call a bench, where it is another word than its file. */
const otherNames = { figures: "dashboard" };
/** Processes and threads that a bench may start. */
const parts = ["_program", "_constant", "_hand", "_load"];

await main(async () => {
  const [asked, ...args] = process.argv.slice(2);
  const name = otherNames[asked] ?? asked;
  const names = benches();
  if (name === undefined || name === "--help" || name === "--list") {
    say(`npm run bench -- <name> [options]\n${names.map((known) => `  ${known}`).join("\n")}`);
    return name === undefined ? 1 : 0;
  }
  if (!names.includes(name)) throw new SetupError(`There is no bench ${name}. There are: ${names.join(", ")}.`);
  const node = await ensureRuntime();
  await ensurePackages({ dev: true });
  await ensureBuild(node);
  const folder = join(project, "dist/bench");
  const esbuild = await import("esbuild");
  await esbuild.build({
    absWorkingDir: project,
    entryPoints: [`bench/${name}.ts`, ...parts.map((part) => `bench/${part}.ts`)],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "#jsx",
    sourcemap: "linked",
    logLevel: "warning",
  });
  return run(node, ["--enable-source-maps", join(folder, `${name}.mjs`), ...args]);
});

function benches() {
  const folder = join(project, "bench");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.startsWith("_"))
    .map((file) => file.slice(0, -3))
    .sort();
}
