/** A disk whose every fsync takes longer, by a shim before the C library: what a cloud volume is like. Linux with gcc. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const source = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
static void wait_a_little(void) {
  const char *text = getenv("BENCH_FSYNC_MS");
  long ms = text ? atol(text) : 0;
  struct timespec pause = { ms / 1000, (ms % 1000) * 1000000L };
  nanosleep(&pause, 0);
}
int fdatasync(int fd) { int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync"); wait_a_little(); return real(fd); }
int fsync(int fd) { int (*real)(int) = dlsym(RTLD_NEXT, "fsync"); wait_a_little(); return real(fd); }
`;

export type SlowDisk = { readonly settings: Readonly<Record<string, string>>; readonly remove: () => void };

/** The settings a program needs to run on such a disk; null where no C compiler is. */
export function slowDisk(ms: number): SlowDisk | null {
  const folder = mkdtempSync(join(tmpdir(), "motcua-slow-disk-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // The database's own user loads it too.
  chmodSync(folder, 0o755);
  const file = join(folder, "slow.so");
  writeFileSync(join(folder, "slow.c"), source);
  const built = spawnSync("gcc", ["-O2", "-shared", "-fPIC", "-o", file, join(folder, "slow.c"), "-ldl"]);
  if (process.platform === "linux" && built.status === 0) {
    return { settings: { LD_PRELOAD: file, BENCH_FSYNC_MS: String(ms) }, remove };
  }
  remove();
  return null;
}
