import { describe, expect, test } from '@jest/globals';
import { newest } from './newest.js';

const row = (id: string, asOf: string) => ({ id, asOf });

describe('the newest row', () => {
  test('is the last one as of its date, whatever file it came from', () => {
    const rows = [row('a', '2025-06-20'), row('b', '2026-08-17'), row('c', '2025-09-01')];
    expect(newest(rows)?.id).toBe('b');
    expect(newest(rows.toReversed())?.id).toBe('b');
  });

  test('is always the same one of two rows of one day', () => {
    const rows = [row('b', '2025-06-20'), row('a', '2025-06-20')];
    expect(newest(rows)?.id).toBe('a');
    expect(newest(rows.toReversed())?.id).toBe('a');
  });

  test('is nothing where there are no rows', () => {
    expect(newest([])).toBeNull();
  });
});
