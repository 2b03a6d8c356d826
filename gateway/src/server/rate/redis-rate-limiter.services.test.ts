import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { ask, hubConfig, issue, startServed, type Served } from '../../testing/served.js';
import { connectRedis, createRedisRateLimiter } from './redis-rate-limiter.js';
import type { RateLimiter } from './rate-limiter.js';

const redisUrl = process.env['KASANE_TEST_SERVICES_REDIS'] ?? 'redis://127.0.0.1:6379';
const quiet = pino({ enabled: false });

/** It connects in the background: it counts alone until then, which would make the first counts of a test wrong. */
async function connected(): Promise<RateLimiter> {
  const redis = connectRedis(redisUrl);
  for (;;) {
    const answer = await redis.eval('return 1', { keys: [], arguments: [] }).catch(() => undefined);
    if (answer === 1) return createRedisRateLimiter(redis, quiet);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('counted in a real Redis', () => {
  let limiters: RateLimiter[];
  beforeAll(async () => void (limiters = [await connected(), await connected()]));
  afterAll(() => Promise.all(limiters.map((each) => each.close())));

  test('several gateways never let more through together than one alone', async () => {
    const key = randomUUID();
    const waits = await Promise.all(Array.from({ length: 60 }, (_, at) => limiters[at % 2]!.take(key, 30)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(30);
    for (const wait of waits.filter((each) => each > 0)) expect(wait).toBeLessThanOrEqual(2_000);
  });

  test('who waited as told may go on, and nobody else is touched', async () => {
    const key = randomUUID();
    const perMinute = 600;
    for (let at = 0; at < perMinute; at++) await limiters[0]!.take(key, perMinute);
    let wait = 0;
    // While it was spent some came back.
    while ((wait = await limiters[0]!.take(key, perMinute)) === 0);
    expect(await limiters[1]!.take(randomUUID(), perMinute)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, wait + 20));
    expect(await limiters[1]!.take(key, perMinute)).toBe(0);
  });

  test('a member of staff has one rate at two gateways', async () => {
    const config = { ...hubConfig, redisUrl, requestLimits: { perViewer: 4, perAddress: 60, proxies: 0 } };
    const staffId = `staff-${randomUUID()}`;
    const authorization = `Bearer ${await issue(undefined, undefined, { staffId })}`;
    const served: Served[] = [await startServed(config), await startServed(config)];
    try {
      // Each is connected once its counter is no longer its own: another's rate tells.
      const other = {
        authorization: `Bearer ${await issue(undefined, undefined, { staffId: randomUUID() })}`,
      };
      await Promise.all(served.map(({ url }) => ask(url, '{ whoAmI }', other)));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const statuses: number[] = [];
      for (let at = 0; at < 8; at++)
        statuses.push((await ask(served[at % 2]!.url, '{ whoAmI }', { authorization })).status);
      expect(statuses).toEqual([200, 200, 200, 200, 429, 429, 429, 429]);
      expect(served.map((each) => each.log()).join()).not.toContain(staffId);
    } finally {
      await Promise.all(served.map((each) => each.close()));
    }
  });
});
