/** The only source of "now". Rules never read it: they are handed an instant. */
export type Clock = { readonly now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for tests and for the simulator. */
export function movableClock(start: Date | string): Clock & { readonly set: (to: Date | string) => void } {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (to) => {
      now = new Date(to);
    },
  };
}
