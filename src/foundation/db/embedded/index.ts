/**
 * The database a city starts with. We own the PostgreSQL process: one program per data folder, an orphan of a killed
 * program is stopped in order at the next start, and a server that dies is started again while the program goes on.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "#foundation/log/index.ts";
import { claimFolder, isClaimed } from "./claim.ts";
import { clusterUrl, isMade, makeCluster, makeDatabase, readOrMakeSecret, waitUntilReady } from "./cluster.ts";
import { EmbeddedDatabaseError } from "./faults.ts";
import { placeCluster, rememberPlace } from "./place.ts";
import { stopOrphan, superviseCluster } from "./supervise.ts";

export { AlreadyRunningError, EmbeddedDatabaseError } from "./faults.ts";

export type EmbeddedDatabase = { readonly url: string; readonly stop: () => Promise<void> };

const database = "motcua";

export async function startEmbedded({ dataFolder, log }: { dataFolder: string; log: Log }): Promise<EmbeddedDatabase> {
  makeDataFolder(dataFolder);
  const releases = [claimFolder(dataFolder)];
  const release = () => {
    for (const letGo of releases.splice(0)) letGo();
  };
  try {
    const place = placeCluster(dataFolder);
    if (place.movedTo !== null) {
      // A copy of a data folder names the same place; the second of the two must not stop the database of the first.
      releases.push(claimFolder(place.movedTo));
      log.info(
        { folder: place.movedTo },
        "The data folder is closed to the database's own user, so the database lies here",
      );
    }
    const secret = readOrMakeSecret(place.secretFile);
    if (!isMade(place)) {
      log.info({ folder: place.data }, "Making the database");
      makeCluster(place, secret);
    }
    rememberPlace(dataFolder, place);
    await stopOrphan(place.data, log);

    const server = superviseCluster(place, log);
    try {
      const ownerUrl = clusterUrl(place, secret, "postgres");
      await waitUntilReady(place, ownerUrl, server.hasGivenUp, (seconds) =>
        log.info({ seconds }, "PostgreSQL is still recovering"),
      );
      server.isReady();
      await makeDatabase(ownerUrl, database);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return {
      url: clusterUrl(place, secret, database),
      async stop() {
        await server.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** The database of a program that runs on this folder right now, for a command beside it; null when none runs. */
export async function joinEmbedded(dataFolder: string): Promise<string | null> {
  if (!isClaimed(dataFolder)) return null;
  const place = placeCluster(dataFolder);
  const url = clusterUrl(place, readOrMakeSecret(place.secretFile), database);
  await waitUntilReady(place, url, () => !isClaimed(dataFolder));
  return url;
}

function makeDataFolder(dataFolder: string): void {
  try {
    // The database's own user must be able to walk through, though not to look around.
    mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
    mkdirSync(join(dataFolder, "keys"), { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new EmbeddedDatabaseError(
      `The data folder ${dataFolder} cannot be used (${error.message}). Give it to this user, or name another in MOTCUA_DATA.`,
      { cause: error },
    );
  }
}
