/** When a message that was not taken is tried again, and when no more. Pure; chance is handed in. */

const firstMs = 15_000;
const longestMs = 3_600_000;
export const mostAttempts = 40;

/**
 * Twice the wait after each try, up to an hour, half of it left to chance, so that what failed together does not come back
 * together. Null: no more, either because it was tried often enough or because it is old news.
 */
export function nextTry({
  attempts,
  queuedAt,
  now,
  repeatableMs,
  random,
}: {
  /** Those made so far, this one included. */
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly now: Date;
  readonly repeatableMs: number;
  readonly random: () => number;
}): Date | null {
  if (attempts >= mostAttempts) return null;
  const full = Math.min(longestMs, firstMs * 2 ** Math.max(0, attempts - 1));
  const at = new Date(now.getTime() + full / 2 + (full / 2) * random());
  return at.getTime() - queuedAt.getTime() > repeatableMs ? null : at;
}
