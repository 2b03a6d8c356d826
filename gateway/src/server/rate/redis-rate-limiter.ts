import { createClient } from '@redis/client';
import type { Logger } from 'pino';
import { createMemoryRateLimiter, type RateLimiter } from './rate-limiter.js';

/** All that is asked of Redis. */
export interface RedisScripts {
  eval(script: string, options: { readonly keys: string[]; readonly arguments: string[] }): Promise<unknown>;
  close(): Promise<void>;
}

/** The same count as in memory, by the clock of Redis, in one step: two gateways never both take the last one. */
const script = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local each = tonumber(ARGV[1])
local from = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local wait = from + each - now - 60000
if wait > 0 then return math.ceil(wait) end
redis.call('SET', KEYS[1], string.format('%.3f', from + each), 'PX', math.ceil(from + each - now))
return 0`;

/** Longer than this nobody waits for the counter. */
const patienceMs = 250;

/** For several gateways. While Redis is away each counts by itself: staff are neither locked out nor let loose. */
export function createRedisRateLimiter(
  redis: RedisScripts,
  logger: Logger,
  alone: RateLimiter = createMemoryRateLimiter(),
): RateLimiter {
  let isAway = false;
  return {
    async take(key, perMinute) {
      try {
        const answer = redis.eval(script, {
          keys: [`kasane:rate:${key}`],
          arguments: [String(60_000 / perMinute)],
        });
        const wait = Number(await withinPatience(answer));
        if (isAway) logger.info('the rate limits are counted in Redis again');
        isAway = false;
        return wait;
      } catch {
        if (!isAway) logger.warn('Redis is away: this gateway counts the rate limits alone');
        isAway = true;
        return alone.take(key, perMinute);
      }
    },
    close: () => redis.close(),
  };
}

async function withinPatience<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis took too long')), patienceMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Connects in the background, and again whenever the connection is lost. */
export function connectRedis(url: string): RedisScripts {
  const client = createClient({ url, disableOfflineQueue: true });
  // Who asks is told by the answer that does not come; without a listener the process would end.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  return {
    eval: (text, options) => client.eval(text, options),
    async close() {
      client.destroy();
    },
  };
}
