/** Things to come, the earliest first; of those at one moment, the one that was planned first. */
export type Planned<Item> = { readonly at: number; readonly order: number; readonly item: Item };

export function agenda<Item>() {
  const heap: Planned<Item>[] = [];
  let planned = 0;
  const isBefore = (a: Planned<Item>, b: Planned<Item>) => a.at < b.at || (a.at === b.at && a.order < b.order);
  const swap = (i: number, j: number) => {
    const [a, b] = [heap[i], heap[j]];
    if (a === undefined || b === undefined) return;
    heap[i] = b;
    heap[j] = a;
  };
  const beats = (i: number, j: number) => {
    const [a, b] = [heap[i], heap[j]];
    return a !== undefined && b !== undefined && isBefore(a, b);
  };
  return {
    get size() {
      return heap.length;
    },
    add(at: Date, item: Item): void {
      heap.push({ at: at.getTime(), order: planned++, item });
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1;
        if (!beats(i, parent)) break;
        swap(i, parent);
        i = parent;
      }
    },
    next(): Planned<Item> | undefined {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first;
      heap[0] = last;
      for (let i = 0; ; ) {
        const [left, right] = [2 * i + 1, 2 * i + 2];
        const child = beats(right, left) ? right : left;
        if (!beats(child, i)) return first;
        swap(i, child);
        i = child;
      }
    },
  };
}
