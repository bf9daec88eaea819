/** One program per folder: who runs on it stands in program.pid. The mark of a program that no longer lives is taken over. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AlreadyRunningError } from "./faults.ts";
import { isAlive, markOf, type ProcessMark } from "./process.ts";

/** Claims of this very process, so that it does not take its own for that of an earlier one with the same number. */
const held = new Set<string>();

export function claimFolder(folder: string): () => void {
  const file = join(folder, "program.pid");
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(markOf(process.pid)), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      // A link appears whole and only where there is none: nobody ever reads half a mark.
      if (didSucceed(() => linkSync(own, file), "EEXIST")) {
        held.add(file);
        return () => {
          held.delete(file);
          rmSync(file, { force: true });
        };
      }
      const seen = readIfThere(file);
      const holder = parseMark(seen);
      if (holder !== null && isAlive(holder) && (holder.pid !== process.pid || held.has(file))) {
        throw new AlreadyRunningError(
          `motcua already runs on ${folder} (process ${holder.pid}). Stop it first, or name another folder in MOTCUA_DATA.`,
        );
      }
      removeStale(file, seen);
    }
  } finally {
    rmSync(own, { force: true });
  }
  throw new AlreadyRunningError(`Another start is claiming ${folder} right now. Try again.`);
}

/** Whether a living program holds the folder. */
export function isClaimed(folder: string): boolean {
  const holder = parseMark(readIfThere(join(folder, "program.pid")));
  return holder !== null && isAlive(holder);
}

/** Two starts may see the same stale mark: the slower one must not remove the mark that the quicker one has just set. */
function removeStale(file: string, seen: string | null): void {
  const aside = `${file}.${process.pid}.stale`;
  if (!didSucceed(() => renameSync(file, aside), "ENOENT")) return;
  if (readFileSync(aside, "utf8") !== seen) didSucceed(() => linkSync(aside, file), "EEXIST");
  rmSync(aside, { force: true });
}

function didSucceed(work: () => void, expectedFault: string): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === expectedFault) return false;
    throw error;
  }
}

function readIfThere(file: string): string | null {
  let text: string | null = null;
  didSucceed(() => {
    text = readFileSync(file, "utf8");
  }, "ENOENT");
  return text;
}

function parseMark(text: string | null): ProcessMark | null {
  try {
    const mark: unknown = JSON.parse(text ?? "null");
    if (typeof mark !== "object" || mark === null || !("pid" in mark) || !("startedAt" in mark)) return null;
    const { pid, startedAt } = mark;
    return typeof pid === "number" && typeof startedAt === "string" ? { pid, startedAt } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
