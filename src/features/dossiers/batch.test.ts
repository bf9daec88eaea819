import { describe, expect, it } from "vitest";
import { BatchFullError, batcher } from "./batch.ts";

const limits = { inFlight: 2, mostItems: 3, mostWaiting: 100 };

/** A run that waits until it is let go, and remembers what it was given. */
function heldRun() {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const run = async (items: readonly number[]) => {
    batches.push([...items]);
    await new Promise<void>((open) => gates.push(open));
    return items.map((item) => item * 10);
  };
  return { run, batches, letGo: () => gates.shift()?.() };
}

describe("micro-batches", () => {
  it("send a lone item at once", async () => {
    const { run, batches, letGo } = heldRun();
    const answer = batcher(run, limits, () => true).add(1);

    letGo();

    expect(await answer).toBe(10);
    expect(batches).toEqual([[1]]);
  });

  it("send what arrived meanwhile together, in order, no more than a batch holds", async () => {
    const { run, batches, letGo } = heldRun();
    const { add } = batcher(run, limits, () => true);
    const answers = Promise.all([1, 2, 3, 4, 5, 6, 7].map(add));

    for (let i = 0; i < 5; i++) {
      letGo();
      await new Promise((resume) => setImmediate(resume));
    }

    expect(await answers).toEqual([10, 20, 30, 40, 50, 60, 70]);
    expect(batches).toEqual([[1], [2], [3, 4, 5], [6, 7]]);
  });

  it("try the members of a failed batch one by one, so that a bad one spoils no other's", async () => {
    const run = async (items: readonly number[]) => {
      await new Promise((resume) => setImmediate(resume));
      if (items.includes(4)) throw new Error("bad row");
      return items;
    };
    const { add } = batcher(run, limits, () => true);

    const settled = await Promise.allSettled([1, 2, 3, 4, 5].map(add));

    expect(settled.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
  });

  it("do not try again when it was no item's fault", async () => {
    let runs = 0;
    const run = async () => {
      runs++;
      await new Promise((resume) => setImmediate(resume));
      throw new Error("database is gone");
    };
    const { add } = batcher<number, number>(run, { ...limits, inFlight: 1 }, () => false);

    const settled = await Promise.allSettled([1, 2, 3].map(add));

    expect(settled.every(({ status }) => status === "rejected")).toBe(true);
    expect(runs).toBe(2);
  });

  it("refuse more than may wait, and keep the rest", async () => {
    const { run, letGo } = heldRun();
    const { add, drained } = batcher(run, { inFlight: 1, mostItems: 1, mostWaiting: 1 }, () => true);
    const first = add(1);
    const second = add(2);

    await expect(add(3)).rejects.toThrow(BatchFullError);

    letGo();
    await first;
    await new Promise((resume) => setImmediate(resume));
    letGo();
    expect(await second).toBe(20);
    await drained();
  });
});
