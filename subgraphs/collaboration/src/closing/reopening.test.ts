import { expect, test } from '@jest/globals';
import { nextNumber } from './reopening.js';

test('the number of a case that is taken up again has a branch, and the next one the next', () => {
  expect(nextNumber('AIZU-2025-0007')).toBe('AIZU-2025-0007-R2');
  expect(nextNumber('AIZU-2025-0007-R2')).toBe('AIZU-2025-0007-R3');
  expect(nextNumber('AIZU-2025-0007-R9')).toBe('AIZU-2025-0007-R10');
});
