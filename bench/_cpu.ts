/** CPU time of processes, from /proc: unlike time on the wall it is the same on a busy machine and on an idle one. */
import { existsSync, readFileSync } from "node:fs";

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
