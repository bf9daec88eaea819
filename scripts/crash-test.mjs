// `npm run crash-test -- --cycles 20`: kills the program and its database under load, on a folder of its own.
import { join } from "node:path";
import { ensureBuild } from "./launch.mjs";
import { ensurePackages, ensureRuntime, main, project, run } from "./runtime.mjs";

await main(async () => {
  const node = await ensureRuntime();
  await ensurePackages({ dev: false });
  await ensureBuild(node);
  return run(node, [join(project, "tests/crash/main.ts"), ...process.argv.slice(2)]);
});
