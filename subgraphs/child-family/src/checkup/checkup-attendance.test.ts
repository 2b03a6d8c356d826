import { expect, test } from '@jest/globals';
import { checkupAttendance } from './checkup-attendance.js';

const offered = '2026-07-14';

test('who was not brought is 未受診 only when the day of the check-up has ended in Japan', () => {
  expect(checkupAttendance(offered, null, new Date('2026-07-14T14:59:59Z'))).toBe('UPCOMING');
  expect(checkupAttendance(offered, null, new Date('2026-07-14T15:00:00Z'))).toBe('NOT_ATTENDED');
});

test('who was brought later than offered was brought', () => {
  expect(checkupAttendance(offered, '2026-08-18', new Date('2026-09-01T00:00:00Z'))).toBe('ATTENDED');
});
