/** Which processes live: told apart from later ones with the same number by the moment they were started. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

export type ProcessMark = { readonly pid: number; readonly startedAt: string };

/** The kernel's start time of a process; empty where there is no /proc, and then only the number counts. */
function startOf(pid: number): string {
  const stat = readFileOfProcess(pid, "stat");
  // The second field is the name in brackets and may hold spaces; the start time is the 22nd.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

export function markOf(pid: number): ProcessMark {
  return { pid, startedAt: startOf(pid) };
}

export function isAlive(mark: ProcessMark): boolean {
  if (!exists(mark.pid)) return false;
  return mark.startedAt === "" || startOf(mark.pid) === mark.startedAt;
}

export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and is another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  // A zombie only waits for its parent to hear of its end.
  const stat = readFileOfProcess(pid, "stat");
  return stat.slice(stat.lastIndexOf(")") + 2)[0] !== "Z";
}

/** What a process was started as: its program and arguments. */
export function commandOf(pid: number): string {
  if (existsSync("/proc/self")) return readFileOfProcess(pid, "cmdline").replaceAll("\0", " ");
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

/** Whether any process that we may ask about has this working folder; null where the system cannot say. */
export function isWorkedIn(folder: string): boolean | null {
  if (!existsSync("/proc/self/cwd")) return null;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch (error) {
        // It ended meanwhile, or is another user's, and so not one that works on our data.
        if (error instanceof Error && "code" in error) return false;
        throw error;
      }
    });
}

function readFileOfProcess(pid: number, name: "stat" | "cmdline"): string {
  const file = `/proc/${pid}/${name}`;
  try {
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  } catch (error) {
    // It ended between the two questions.
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return "";
    throw error;
  }
}
