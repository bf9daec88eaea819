// Whether dist/ was built from the sources as they are: by their sizes and times, which is quick enough for every start.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "./runtime.mjs";

const stamp = join(project, "dist/.built-from");
const inputs = ["src", "package.json", "package-lock.json", "tsconfig.json", "scripts/build.mjs"];

function fingerprint() {
  const hash = createHash("sha256");
  const visit = (path) => {
    const found = statSync(join(project, path));
    if (found.isDirectory()) {
      for (const name of readdirSync(join(project, path)).sort()) visit(`${path}/${name}`);
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
    }
  };
  for (const input of inputs) visit(input);
  return hash.digest("hex");
}

export function isBuilt() {
  return (
    existsSync(join(project, "dist/main.js")) && existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint()
  );
}

/** What `markBuilt` is to be told: taken before the build, so a change during it is not missed. */
export const takeFingerprint = fingerprint;

export function markBuilt(taken) {
  writeFileSync(stamp, taken);
}
