import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitByTime } from './split-by-time.js';

it('a meeting of this morning stands with those ahead, one of last night does not', () => {
  const at = (heldAt: string) => ({ heldAt });
  // 23:30 and 00:30 in Japan
  const [night, morning, next] = [
    at('2026-11-21T14:30:00Z'),
    at('2026-11-21T15:30:00Z'),
    at('2026-12-01T01:00:00Z'),
  ];
  expect(splitByTime([next, morning, night], new Date('2026-11-22T10:00:00Z'))).toEqual({
    ahead: [morning, next],
    past: [night],
  });
});

const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

it('none is lost, and each half is in order', () => {
  fc.assert(
    fc.property(fc.array(date), date, (dates, now) => {
      const all = dates.map((date) => ({ heldAt: date.toISOString() }));
      const { ahead, past } = splitByTime(all, now);
      expect(ahead.length + past.length).toBe(all.length);
      const inOrder = [...past.toReversed(), ...ahead].map(({ heldAt }) => Date.parse(heldAt));
      expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
    }),
  );
});
