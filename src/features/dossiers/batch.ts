/**
 * Micro-batches (architecture, decision 18): what arrives while `inFlight` batches are under way goes out together as
 * the next one. There is no timer, so a lone request waits for nothing. When a batch fails its members are tried one by
 * one, so that a bad one spoils no other's.
 */
export type Batcher<Item, Answer> = {
  readonly add: (item: Item) => Promise<Answer>;
  /** Resolves when nothing waits and nothing is under way. */
  readonly drained: () => Promise<void>;
};

export type BatchLimits = { readonly inFlight: number; readonly mostItems: number; readonly mostWaiting: number };

export class BatchFullError extends Error {
  override readonly name = "BatchFullError";
}

type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

/** `run` writes all items or none, and answers in their order. */
export function batcher<Item, Answer>(
  run: (items: readonly Item[]) => Promise<readonly Answer[]>,
  limits: BatchLimits,
  mayBeOneItemsFault: (error: unknown) => boolean,
): Batcher<Item, Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  const idle: (() => void)[] = [];
  let underWay = 0;

  async function send(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await run(batch.map(({ item }) => item));
      if (answers.length !== batch.length) throw new Error(`A batch of ${batch.length} got ${answers.length} answers`);
      batch.forEach(({ resolve }, index) => {
        resolve(answers[index] as Answer);
      });
    } catch (error) {
      if (batch.length === 1 || !mayBeOneItemsFault(error)) {
        for (const { reject } of batch) reject(error);
        return;
      }
      for (const one of batch) await send([one]);
    }
  }

  function next(): void {
    while (underWay < limits.inFlight && waiting.length > 0) {
      underWay++;
      void send(waiting.splice(0, limits.mostItems)).finally(() => {
        underWay--;
        next();
      });
    }
    if (underWay === 0 && waiting.length === 0) for (const resolve of idle.splice(0)) resolve();
  }

  return {
    add(item) {
      if (waiting.length >= limits.mostWaiting) return Promise.reject(new BatchFullError("Too many submissions wait"));
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        next();
      });
    },
    drained() {
      if (underWay === 0 && waiting.length === 0) return Promise.resolve();
      return new Promise((resolve) => idle.push(resolve));
    },
  };
}
