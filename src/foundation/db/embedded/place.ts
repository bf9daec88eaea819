/**
 * Where everything of a cluster lies, and as whom it runs. PostgreSQL refuses to run as root; started as root it runs as
 * a user of its own, who must be able to reach its program and its data. What that user cannot reach moves to a folder
 * that is open to it, and where the data went is remembered, so that later it is never looked for elsewhere.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyBinaries, locateBinaries } from "./binaries.ts";
import { EmbeddedDatabaseError } from "./faults.ts";
import { canReach, canRun, chooseUser, makePrivateFolder, type RunAs } from "./run-as.ts";

export type ClusterPlace = {
  readonly binaries: string;
  readonly data: string;
  readonly sockets: string;
  readonly logFile: string;
  readonly secretFile: string;
  readonly runAs: RunAs;
  /** Said once when the database could not lie in the data folder. */
  readonly movedTo: string | null;
};

// The kernel's limit for the path of a Unix socket is 107 bytes; `/.s.PGSQL.5432.lock` takes 19 of them.
const longestSocketFolder = 85;
const openFolder = "/var/lib/motcua";

export function placeCluster(dataFolder: string): ClusterPlace {
  const chosen = chooseUser();
  const movedTo = placeOutside(dataFolder, chosen);
  const folder = join(movedTo ?? dataFolder, "postgres");
  const data = join(folder, "cluster");
  const runAs = ownerOf(data, chosen);
  makePrivateFolder(folder, runAs);
  const inFolder = join(folder, "sockets");
  const sockets = inFolder.length <= longestSocketFolder ? inFolder : join(tmpdir(), `motcua-${digest(folder)}`);
  makePrivateFolder(sockets, runAs);
  return {
    binaries: placeBinaries(runAs),
    data,
    sockets,
    logFile: join(folder, "postgres.log"),
    secretFile: join(dataFolder, "keys", "postgres.secret"),
    runAs,
    movedTo,
  };
}

/** Remembered only once the cluster is there, so that an interrupted first start can simply be made again. */
export function rememberPlace(dataFolder: string, place: ClusterPlace): void {
  const record = recordOf(dataFolder);
  if (place.movedTo !== null && !existsSync(record)) writeFileSync(record, `${place.movedTo}\n`, { flush: true });
}

const recordOf = (dataFolder: string) => join(dataFolder, "postgres-lies-at");

/** The folder outside the data folder where the database lies or is to lie; null when it lies within. */
function placeOutside(dataFolder: string, user: RunAs): string | null {
  const record = recordOf(dataFolder);
  if (existsSync(record)) {
    const folder = readFileSync(record, "utf8").trim();
    if (existsSync(join(folder, "postgres/cluster/PG_VERSION"))) return folder;
    throw new EmbeddedDatabaseError(
      `The database of ${dataFolder} lies at ${folder}, and it is not there. Bring it back; or, to begin with an empty one, remove ${record}.`,
    );
  }
  if (canReach(dataFolder, user)) return null;
  if (existsSync(join(dataFolder, "postgres/cluster/PG_VERSION"))) {
    throw new EmbeddedDatabaseError(
      `The database's own user can no longer reach ${dataFolder}. Let it walk through that folder and those above it (chmod o+x).`,
    );
  }
  // A name of its own each time: a clone that was removed and made again has new keys and must not meet the old data.
  mkdirSync(openFolder, { recursive: true, mode: 0o755 });
  const folder = mkdtempSync(join(openFolder, `${digest(dataFolder)}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** Data that is there already keeps its owner; data that root brought back from a backup is given to the database's user. */
function ownerOf(data: string, chosen: RunAs): RunAs {
  if (chosen === null || !existsSync(data)) return chosen;
  const { uid, gid } = statSync(data);
  if (uid !== 0) return { uid, gid };
  const given = spawnSync("chown", ["-R", `${chosen.uid}:${chosen.gid}`, data], { encoding: "utf8" });
  if (given.status !== 0) throw new EmbeddedDatabaseError(`${data} belongs to root and stays so: ${given.stderr}`);
  return chosen;
}

function placeBinaries(runAs: RunAs): string {
  const { native, version } = locateBinaries();
  if (canRun(join(native, "bin/postgres"), runAs)) return native;
  const copy = join(openFolder, `program-${version}`);
  copyBinaries(native, copy);
  return copy;
}

function digest(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 12);
}
