import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { reasonOnOneLine, timeLeft } from './clock.js';

const until = '2026-11-22T12:00:00.000Z';
const before = (seconds: number) => timeLeft(until, Date.parse(until) - seconds * 1000);

describe('what is left of an emergency', () => {
  it.each([
    [3 * 3600, '3時間00分00秒'],
    [3 * 3600 - 1, '2時間59分59秒'],
    [3599, '59分59秒'],
    [65, '1分05秒'],
    [59.2, '1分00秒'],
    [9, '9秒'],
  ])('of %s seconds is %s', (seconds, words) => expect(before(seconds).words).toBe(words));

  it('is said aloud near the end, and not before', () => {
    expect(before(1801).warning).toBeUndefined();
    expect([1800, 600, 300, 60].map((seconds) => before(seconds).warning)).toEqual([
      'あと30分以内に終わります',
      'あと10分以内に終わります',
      'あと5分以内に終わります',
      'あと1分以内に終わります',
    ]);
  });

  it('is over at its end, and stays over', () => {
    expect([before(0), before(-60)].map(({ isOver }) => isOver)).toEqual([true, true]);
    expect(before(1).isOver).toBe(false);
  });
});

test('a reason goes on one line of at most 500 characters, whatever was typed', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1200 }), (typed) => {
      const sent = reasonOnOneLine(typed);
      expect([...sent].length).toBeLessThanOrEqual(500);
      expect(sent).not.toMatch(/\p{Cc}/u);
      expect(sent).toBe(sent.trim());
    }),
  ));
