import { expect, test } from '@jest/globals';
import { lastKnown } from './last-known.js';

test('what ends on a day holds until midnight in Japan, and is the last known from then on', () => {
  expect(lastKnown('2026-03-31', new Date('2026-03-31T14:59:59.999Z'))).toBeNull();
  expect(lastKnown('2026-03-31', new Date('2026-03-31T15:00:00Z'))).toBe('2026-03-31');
});

test('what has no end goes on', () => {
  expect(lastKnown(null, new Date('2126-01-01T00:00:00Z'))).toBeNull();
});
