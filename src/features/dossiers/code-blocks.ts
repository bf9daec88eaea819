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
/** A busy unit takes its next block when this much of the present one is left, so that nobody waits for it. */
const refillAtShare = 0.25;
/** Smaller blocks belong to quiet units: prepared ahead they would only leave gaps in the numbers. */
const blockWorthPreparing = 8;

type Block = {
  next: number;
  last: number;
  size: number;
  takenAt: number;
  /** Taken ahead, for when the present numbers are used up. */
  ahead: { readonly next: number; readonly last: number } | null;
  taking: Promise<void> | null;
};

export type CodeBlocks = {
  /** The next number of that unit and day. */
  readonly next: (unitId: number, day: string) => number | Promise<number>;
};

export function codeBlocks(db: Db, now: () => number): CodeBlocks {
  const blocks = new Map<string, Block>();
  let today = "";

  async function take(block: Block, unitId: number, day: string): Promise<void> {
    const isBusy = now() - block.takenAt < busyMs;
    // Halved, not started over: a steady stream would otherwise climb from one number to many again and again.
    block.size = isBusy ? Math.min(block.size * 2, largestBlock) : Math.max(smallestBlock, Math.floor(block.size / 2));
    const { size } = block;
    const last = await takeCodeNumbers(db, unitId, day, size);
    block.ahead = { next: last - size + 1, last };
    block.takenAt = now();
  }

  function refill(block: Block, unitId: number, day: string): Promise<void> {
    block.taking ??= take(block, unitId, day).finally(() => {
      block.taking = null;
    });
    return block.taking;
  }

  function nextOf(block: Block): number | null {
    if (block.next > block.last && block.ahead !== null) {
      Object.assign(block, block.ahead);
      block.ahead = null;
    }
    return block.next > block.last ? null : block.next++;
  }

  async function wait(block: Block, unitId: number, day: string): Promise<number> {
    // Those who wait for the same refill take their turn when it is there; one that came too late asks for another.
    for (;;) {
      const number = nextOf(block);
      if (number !== null) return number;
      await refill(block, unitId, day);
    }
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
        block = { next: 1, last: 0, size: smallestBlock, takenAt: 0, ahead: null, taking: null };
        blocks.set(key, block);
      }
      const number = nextOf(block);
      if (number === null) return wait(block, unitId, day);
      const isLow = block.last - block.next < block.size * refillAtShare;
      // A refill that fails ahead of time is asked for again by whoever needs it, and fails for them.
      if (isLow && block.size >= blockWorthPreparing && block.ahead === null)
        refill(block, unitId, day).catch(() => {});
      return number;
    },
  };
}
