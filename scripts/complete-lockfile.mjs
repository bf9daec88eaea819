// Run by npm after each change of node_modules ("dependencies" in package.json): names in the lockfile the builds for other platforms that npm left out (it drops an optional
// package that the registry in use does not serve), because `npm ci` refuses a lockfile without them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "./runtime.mjs";

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];

/** The paths of optional packages that `lock` asks for and does not hold, with the entry each should have. */
export function missingPlatformPackages(lock) {
  const missing = {};
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isHeld(lock.packages, path, name)) continue;
      const words = name.split(/[/-]/);
      missing[`node_modules/${name}`] = {
        version,
        cpu: processors.filter((cpu) => words.includes(cpu)),
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
        os: systems.filter((os) => words.includes(os)),
      };
    }
  }
  return missing;
}

function isHeld(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (packages[`${folder}${folder === "" ? "" : "/"}node_modules/${name}`] !== undefined) return true;
    if (folder === "") return false;
  }
}

if (process.argv[1] === import.meta.filename) {
  const file = join(project, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingPlatformPackages(lock);
  if (Object.keys(missing).length > 0) {
    const all = Object.entries({ ...lock.packages, ...missing });
    lock.packages = Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  }
}
