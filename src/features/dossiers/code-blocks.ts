/**
 * Numbers of dossier codes, handed out without a database call each: a unit's numbers of a day are taken in blocks.
 * A block starts small and doubles while it is used up quickly, so a quiet ward keeps numbers without gaps and a busy
 * hour costs one call in two hundred. A process that dies loses the rest of its block: a gap, never a double (I9).
 */
import type { Db } from "#foundation/db/index.ts";
import { takeCodeNumbers } from "./queries.ts";

const smallestBlock = 1;
const largestBlock = 200;
/** A block used up within this time was too small. */
const busyMs = 2000;

type Block = { next: number; last: number; size: number; takenAt: number; taking: Promise<void> | null };

export type CodeBlocks = {
  /** The next number of that unit and day. */
  readonly next: (unitId: number, day: string) => number | Promise<number>;
};

export function codeBlocks(db: Db, now: () => number): CodeBlocks {
  const blocks = new Map<string, Block>();
  let today = "";

  async function refill(block: Block, unitId: number, day: string): Promise<void> {
    const isBusy = now() - block.takenAt < busyMs;
    // Halved, not started over: a steady stream would otherwise climb from one number to many again and again.
    block.size = isBusy ? Math.min(block.size * 2, largestBlock) : Math.max(smallestBlock, Math.floor(block.size / 2));
    const last = await takeCodeNumbers(db, unitId, day, block.size);
    block.next = last - block.size + 1;
    block.last = last;
    block.takenAt = now();
  }

  async function wait(block: Block, unitId: number, day: string): Promise<number> {
    // Those who wait for the same refill take their turn when it is there; one that came too late asks for another.
    while (block.next > block.last) {
      block.taking ??= refill(block, unitId, day).finally(() => {
        block.taking = null;
      });
      await block.taking;
    }
    return block.next++;
  }

  return {
    next(unitId, day) {
      if (day > today) {
        today = day;
        // Yesterday's blocks are of no more use.
        for (const key of blocks.keys()) if (!key.startsWith(day)) blocks.delete(key);
      }
      const key = `${day}:${unitId}`;
      let block = blocks.get(key);
      if (block === undefined) {
        block = { next: 1, last: 0, size: smallestBlock, takenAt: 0, taking: null };
        blocks.set(key, block);
      }
      if (block.next <= block.last) return block.next++;
      return wait(block, unitId, day);
    },
  };
}
