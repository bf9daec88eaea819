/** Which processes live: told apart from later ones with the same number by the moment they were started. */
import { existsSync, readFileSync } from "node:fs";

export type ProcessMark = { readonly pid: number; readonly startedAt: string };

/** The kernel's start time of a process; empty where there is no /proc, and then only the number counts. */
function startOf(pid: number): string {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return "";
  const stat = readFileSync(file, "utf8");
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
    return true;
  } catch (error) {
    // EPERM: it lives and is another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
