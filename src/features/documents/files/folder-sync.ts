import { open } from "node:fs/promises";

/**
 * Makes the names in a folder durable. Those who ask while a sync of the same folder is under way share the next one:
 * a sync that began before one's rename proves nothing, and one that begins after it serves everybody waiting.
 */
export function folderSync(): (folder: string) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();

  return function sync(folder) {
    const waiting = next.get(folder);
    if (waiting) return waiting;
    const before = running.get(folder);
    if (!before) return start(folder);
    const shared = before.then(
      () => start(folder),
      () => start(folder),
    );
    next.set(folder, shared);
    return shared;
  };

  function start(folder: string): Promise<void> {
    next.delete(folder);
    const syncing = syncOnce(folder).finally(() => {
      if (running.get(folder) === syncing) running.delete(folder);
    });
    running.set(folder, syncing);
    return syncing;
  }
}

async function syncOnce(folder: string): Promise<void> {
  // Windows keeps names durable by itself and does not let a folder be opened.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
