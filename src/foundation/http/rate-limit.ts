/**
 * A bucket per key that fills up steadily, in this process. It keeps guessing from paying off; the promise of a whole
 * fleet's limit is the database's (sign-in failures), where it must be exact.
 */
export function rateLimit({
  perMinute,
  burst,
  now,
}: {
  perMinute: number;
  burst: number;
  now: () => number;
}): (key: string) => boolean {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const mostKeys = 50_000;
  return (key) => {
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: burst, at };
    bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 60_000) * perMinute);
    bucket.at = at;
    if (buckets.size >= mostKeys) buckets.clear();
    buckets.set(key, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
}
