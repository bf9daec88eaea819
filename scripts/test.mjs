// `npm test`: everything that must hold, from a fresh clone. Format, lint and types count as one check each; all of them
// run even when an earlier one failed, so that one run names every fault.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { ensurePackages, ensureRuntime, main, project, run, say } from "./runtime.mjs";
import { ensureTestPrograms } from "./system.mjs";

await main(async () => {
  const node = await ensureRuntime();
  await ensurePackages({ dev: true });
  const { chromium } = ensureTestPrograms();
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  if (chromium !== undefined) env.CHROMIUM = chromium;
  // Settings of the person's own city have no say in the tests.
  for (const name of Object.keys(env)) {
    if (name.startsWith("MOTCUA_") || ["DATABASE_URL", "PORT", "HOST"].includes(name)) delete env[name];
  }
  const tool = (name, args) => run(node, [join(project, "node_modules", name), ...args], { env });

  let passed = 0;
  let failed = 0;
  const check = async (title, work) => {
    say(`— ${title}`);
    const isGood = await work();
    if (isGood) passed += 1;
    else failed += 1;
  };
  await check("format and lint", async () => (await tool("@biomejs/biome/bin/biome", ["check", "."])) === 0);
  await check("types", async () => (await tool("typescript/bin/tsc", ["--noEmit"])) === 0);
  await check("build", async () => (await run(node, [join(project, "scripts/build.mjs")], { env })) === 0);

  say("— tests");
  const results = await runTests(tool, chromium !== undefined, process.argv.slice(2));
  passed += results.passed;
  failed += results.failed;
  const skipped = results.skipped > 0 ? `, ${results.skipped} skipped` : "";
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped}\n`);
  return failed === 0 ? 0 : 1;
});

async function runTests(tool, hasBrowser, filters) {
  const folder = mkdtempSync(join(tmpdir(), "motcua-results-"));
  const file = join(folder, "results.json");
  try {
    const code = await tool("vitest/vitest.mjs", [
      "run",
      ...filters,
      ...(hasBrowser ? [] : ["--project", "!browser"]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ]);
    return count(JSON.parse(readFileSync(file, "utf8")), code);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    say("The test runner ended without results.");
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that could not even be loaded has no tests to fail, and an error outside any test fails none: each counts as one. */
function count(results, code) {
  const broken = results.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failed = results.numFailedTests + broken.length;
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}
