/** Chance that can be had again: the same seed always makes the same city. Ids and keys are truly random all the same. */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  readonly chance: (share: number) => boolean;
  readonly between: (from: number, to: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (share) => next() < share,
    between: (from, to) => from + next() * (to - from),
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError("Nothing to pick from");
      return item;
    },
  };
}

/** Picks by weight. */
export function weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): (random: Random) => Item {
  const sums: number[] = [];
  let sum = 0;
  for (const item of items) {
    sum += weightOf(item);
    sums.push(sum);
  }
  return (random) => {
    const wanted = random.next() * sum;
    const at = sums.findIndex((upTo) => wanted < upTo);
    const item = items[at];
    if (item === undefined) throw new RangeError("Nothing to pick from");
    return item;
  };
}
