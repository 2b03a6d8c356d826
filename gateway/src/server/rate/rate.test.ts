import { describe, expect, test } from '@jest/globals';
import type { GraphQLError } from 'graphql';
import type { IncomingMessage } from 'node:http';
import { pino } from 'pino';
import { addressOf, createRequestLimiter } from './limit-requests.js';
import { createMemoryRateLimiter } from './rate-limiter.js';
import { createRedisRateLimiter } from './redis-rate-limiter.js';

const quiet = pino({ enabled: false });
const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }) as unknown as IncomingMessage;

const refusal = async (attempt: Promise<void>): Promise<readonly unknown[]> => {
  const { extensions } = (await attempt.catch((error: unknown) => error)) as GraphQLError;
  const { status, headers } = extensions['http'] as { status: number; headers: ReadonlyMap<string, string> };
  return [extensions['code'], status, headers.get('retry-after')];
};

describe('a rate', () => {
  test('is a minute’s worth at once, and comes back with time', async () => {
    let now = 1_000_000;
    const limiter = createMemoryRateLimiter(() => now);
    for (let at = 0; at < 60; at++) expect(await limiter.take('a', 60)).toBe(0);
    expect(await limiter.take('a', 60)).toBe(1_000);
    expect(await limiter.take('b', 60)).toBe(0);
    now += 1_000;
    expect(await limiter.take('a', 60)).toBe(0);
    expect(await limiter.take('a', 60)).toBeGreaterThan(0);
    now += 3_600_000;
    for (let at = 0; at < 60; at++) expect(await limiter.take('a', 60)).toBe(0);
    expect(await limiter.take('a', 60)).toBeGreaterThan(0);
  });

  test('is told as 429 with the seconds to wait, to the viewer alone', async () => {
    const limiter = createRequestLimiter(createMemoryRateLimiter(), {
      perViewer: 1,
      perAddress: 1,
      proxies: 0,
    });
    await limiter.viewer('s-1');
    expect(await refusal(limiter.viewer('s-1'))).toEqual(['RATE_LIMITED', 429, '60']);
    await limiter.viewer('s-2');
    await limiter.stranger(from('10.0.0.1'));
    await expect(limiter.stranger(from('10.0.0.1', '10.9.9.9'))).rejects.toThrow('Too many requests');
    await limiter.stranger(from('10.0.0.2'));
  });

  test('of an address is that which our own proxies saw', () => {
    expect(addressOf(from('10.0.0.1', 'forged, 192.0.2.7'), 0)).toBe('10.0.0.1');
    expect(addressOf(from('10.0.0.1', 'forged, 192.0.2.7'), 1)).toBe('192.0.2.7');
    expect(addressOf(from('10.0.0.1', 'forged, 192.0.2.7, 10.0.0.9'), 2)).toBe('192.0.2.7');
    expect(addressOf(from('10.0.0.1'), 1)).toBe('10.0.0.1');
  });
});

describe('counted in Redis', () => {
  test('the store is asked, by a name that tells nobody', async () => {
    const keys: string[] = [];
    const redis = {
      eval: async (_: string, options: { keys: string[] }) => (keys.push(...options.keys), 1_500),
      close: async () => {},
    };
    const limiter = createRequestLimiter(createRedisRateLimiter(redis, quiet), {
      perViewer: 1,
      perAddress: 1,
      proxies: 0,
    });
    expect(await refusal(limiter.viewer('city-01'))).toEqual(['RATE_LIMITED', 429, '2']);
    expect(keys.join()).toMatch(/^kasane:rate:[\w-]{43}$/);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['away', () => Promise.reject(new Error('ECONNREFUSED'))],
    ['silent', () => new Promise(() => undefined)],
  ])('and alone while it is %s', async (_, answer) => {
    const limiter = createRedisRateLimiter({ eval: answer, close: async () => {} }, quiet);
    expect(await limiter.take('a', 1)).toBe(0);
    expect(await limiter.take('a', 1)).toBeGreaterThan(0);
  });
});
