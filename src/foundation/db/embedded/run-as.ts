/** The user PostgreSQL runs as: it refuses to run as root, so started as root it gets a user of its own. */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, statSync } from "node:fs";
import { EmbeddedDatabaseError } from "./faults.ts";

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
    throw new EmbeddedDatabaseError(
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
  return as === null || succeedsAs(as, "/bin/sh", ["-c", 'cd "$1"', "sh", folder]);
}

/** Whether that user can run the program: its folder may be closed, its libraries unreadable, its disk not for programs. */
export function canRun(program: string, as: RunAs): boolean {
  return as === null || succeedsAs(as, program, ["--version"]);
}

function succeedsAs(as: NonNullable<RunAs>, program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { uid: as.uid, gid: as.gid, cwd: "/", stdio: "ignore" }).status === 0;
}

/** A folder that belongs to that user and that nobody else enters. */
export function makePrivateFolder(folder: string, as: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (as !== null) chownSync(folder, as.uid, as.gid);
  // In a folder open to all, such as the one for temporary files, someone else may have made it first.
  const owner = as?.uid ?? process.getuid?.();
  if (owner !== undefined && statSync(folder).uid !== owner) {
    throw new EmbeddedDatabaseError(`${folder} belongs to another user. Remove it, or name another MOTCUA_DATA.`);
  }
  chmodSync(folder, 0o700);
}
