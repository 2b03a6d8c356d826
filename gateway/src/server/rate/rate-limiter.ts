/** Counts what one key asked lately. */
export interface RateLimiter {
  /** Milliseconds to wait; 0: go on, and this one is counted. */
  take(key: string, perMinute: number): Promise<number>;
  close(): Promise<void>;
}

/** Keys that are remembered; the oldest go first. */
const maxKeys = 100_000;

/**
 * For one process. A key may spend a minute's worth at once, then as much as comes back with time (GCRA): what is
 * kept of it is one number, the time at which everything that it took is paid back.
 */
export function createMemoryRateLimiter(clock: () => number = Date.now): RateLimiter {
  const paidBack = new Map<string, number>();
  return {
    async take(key, perMinute) {
      const now = clock();
      const each = 60_000 / perMinute;
      const from = Math.max(paidBack.get(key) ?? 0, now);
      const wait = from + each - now - 60_000;
      if (wait > 0) return Math.ceil(wait);
      // Written anew, so that the map keeps the order of last use.
      paidBack.delete(key);
      paidBack.set(key, from + each);
      if (paidBack.size > maxKeys) paidBack.delete(paidBack.keys().next().value!);
      return 0;
    },
    async close() {},
  };
}
