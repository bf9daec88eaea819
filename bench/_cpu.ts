/** CPU time of processes, from /proc: unlike time on the wall it is the same on a busy machine and on an idle one. */
import { existsSync, readFileSync } from "node:fs";
import type pg from "pg";

/** µs a tick of /proc/…/stat stands for; 100 a second everywhere Linux runs today. */
const tickMicros = 10_000;

/** User and system time of a process so far, in µs; 0 where there is no /proc. */
export function cpuMicros(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const stat = readFileSync(file, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMicros;
}

export function cpuOfAll(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + cpuMicros(pid), 0);
}

/** Begins to watch; the answer tells what these processes have used since, without those that ended meanwhile. */
export function watchCpu(pids: readonly number[]): () => number {
  const before = new Map(pids.map((pid) => [pid, cpuMicros(pid)]));
  return () => pids.reduce((sum, pid) => sum + Math.max(0, cpuMicros(pid) - (before.get(pid) ?? 0)), 0);
}

/** Every process of the server behind this pool. Those that come later are not among them. */
export async function processesOf(pool: pg.Pool): Promise<readonly number[]> {
  const { rows } = await pool.query<{ pid: number }>("select pid from pg_stat_activity");
  return rows.map(({ pid }) => pid);
}
