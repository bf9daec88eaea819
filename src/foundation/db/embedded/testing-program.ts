/** A program of its own process on an embedded database, for tests that kill it: says its address, then waits. */
import { openLog } from "#foundation/log/index.ts";
import { startEmbedded } from "./index.ts";

const [dataFolder = ""] = process.argv.slice(2);

try {
  const database = await startEmbedded({ dataFolder, log: openLog("silent") });
  const waiting = setInterval(() => {}, 60_000);
  process.once("SIGTERM", async () => {
    clearInterval(waiting);
    await database.stop();
  });
  // Said last: whoever reads it may end us at once.
  process.stdout.write(`${database.url}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
