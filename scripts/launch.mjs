// From whatever is here (a fresh clone, an old build) to the running program.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensurePackages, ensureRuntime, project, run, runProgram, SetupError, say } from "./runtime.mjs";

/**
 * How Node.js runs the program. A request makes many small values that are of no use a moment later: with room for 32 MB of
 * them before they are looked through, the collector takes half the time it took with the usual 16.
 */
const flags = JSON.parse(readFileSync(join(project, "scripts/program-flags.json"), "utf8"));

/** Runs the program with these arguments, after fetching, installing and building what is missing. */
export async function launch(args) {
  const node = await ensureRuntime();
  await ensurePackages({ dev: false });
  await ensureBuild(node);
  return runProgram(
    node,
    [...flags, "--import", join(project, "scripts/end-with-parent.mjs"), join(project, "dist/main.js"), ...args],
    // The folder the person stands in: paths in their arguments and settings are meant from there.
    { cwd: process.cwd() },
  );
}

/** Builds when a source is newer than the build. The build runs on its own Node.js and says what it did. */
export async function ensureBuild(node) {
  const { isBuilt } = await import("./freshness.mjs");
  if (isBuilt()) return;
  say("Building …");
  const code = await run(node, [join(project, "scripts/build.mjs")]);
  if (code !== 0) throw new SetupError("The build failed; see above.");
}
