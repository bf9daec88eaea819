/**
 * PostgreSQL refuses to run as root. Started as root, it runs as a user of its own, who must be able to reach both its
 * program and its data; where the clone lies under a closed folder, both move to one that is open to that user.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

export type RunAs = { readonly uid: number; readonly gid: number } | null;

const systemUser = "motcua";

/** Null for an ordinary user: PostgreSQL then simply runs as them. */
export function chooseUser(): RunAs {
  if (process.getuid?.() !== 0) return null;
  const existing = idsOf(systemUser);
  if (existing) return existing;
  spawnSync(
    "useradd",
    ["--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", systemUser],
    {
      stdio: "ignore",
    },
  );
  const user = idsOf(systemUser) ?? idsOf("postgres") ?? idsOf("nobody");
  if (!user)
    throw new Error(
      "Started as root, and there is no ordinary user to run PostgreSQL as. Start as an ordinary user, or set DATABASE_URL.",
    );
  return user;
}

function idsOf(user: string): RunAs {
  const ask = (flag: "-u" | "-g") =>
    execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }).toString();
  try {
    return { uid: Number(ask("-u")), gid: Number(ask("-g")) };
  } catch (error) {
    // `id` ends with 1 when there is no such user.
    if (error instanceof Error && "status" in error && error.status === 1) return null;
    throw error;
  }
}

/** Whether that user can walk to the folder. */
export function canReach(folder: string, as: RunAs): boolean {
  if (as === null) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { uid: as.uid, gid: as.gid, cwd: "/", stdio: "ignore" })
      .status === 0
  );
}

/** A folder that belongs to that user and that nobody else enters. */
export function makePrivateFolder(folder: string, as: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (as !== null) chownSync(folder, as.uid, as.gid);
}

/** Where the database of this data folder lies when the folder itself is closed to its user. */
export function openPlaceFor(dataFolder: string): string {
  const place = join("/var/lib/motcua", createHash("sha256").update(dataFolder).digest("hex").slice(0, 12));
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 });
  mkdirSync(place, { recursive: true, mode: 0o755 });
  return place;
}
