import { describe, expect, test } from '@jest/globals';
import { beginOf, endOf, lastDays, problemOfDays } from './span.js';

describe('days of access', () => {
  test('are the last ones in Japan, today included, wherever the screen is', () => {
    expect(lastDays(7, new Date('2026-11-21T15:30:00Z'))).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  });

  test('begin and end at midnight in Japan', () => {
    expect(beginOf('2026-04-01').toISOString()).toBe('2026-03-31T15:00:00.000Z');
    expect(endOf('2026-03-31')).toEqual(beginOf('2026-04-01'));
  });

  test('may be 31, and not backwards', () => {
    expect(problemOfDays({ from: '2026-10-01', to: '2026-10-31' })).toBeUndefined();
    expect(problemOfDays({ from: '2026-10-01', to: '2026-11-01' })).toContain('31日');
    expect(problemOfDays({ from: '2026-10-02', to: '2026-10-01' })).toContain('前');
  });
});
