// What the tests need of the system beside Node.js: a Chromium for the journeys, and poppler's pdfsig, which checks our
// signatures as a stranger would. Installed when that is permitted; else the tests that need them are left out, and said.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { say } from "./runtime.mjs";

const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The Chromium to use: the one named in CHROMIUM, or one of the PATH; undefined when there is none. */
export function findChromium() {
  return process.env.CHROMIUM || browsers.map(find).find((path) => path !== undefined);
}

/** Answers where the browser is, after trying to install what is missing. */
export function ensureTestPrograms() {
  const missing = [
    ...(findChromium() === undefined ? ["chromium"] : []),
    ...(find("pdfsig") === undefined ? ["poppler-utils"] : []),
  ];
  if (missing.length > 0) install(missing);
  if (find("pdfsig") === undefined) {
    say(
      "pdfsig (poppler-utils) is not here and could not be installed: signatures are checked by our own reader only.",
    );
  }
  const chromium = findChromium();
  if (chromium === undefined) say("Chromium is not here and could not be installed: the browser tests are OFF.");
  return { chromium };
}

function install(packages) {
  if (find("apt-get") === undefined) return;
  const asRoot = process.getuid() === 0 ? [] : find("sudo") && succeeds("sudo", ["-n", "true"]) ? ["sudo", "-n"] : null;
  if (asRoot === null) return;
  say(`Installing ${packages.join(" and ")} …`);
  const apt = (args) => {
    const [program, ...rest] = [...asRoot, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", ...args];
    return spawnSync(program, rest, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  };
  const wanted = ["install", "-y", "--no-install-recommends", ...packages];
  // A new machine knows no packages before its first update.
  if (apt(wanted).status === 0) return;
  apt(["update"]);
  const second = apt(wanted);
  if (second.status !== 0) say(`  apt-get: ${second.stderr.trim().split("\n").at(-1)}`);
}

function succeeds(program, args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

function find(program) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}
