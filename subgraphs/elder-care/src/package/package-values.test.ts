import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CareNeedLevel } from '../certification/care-need-level.js';
import { dateOf, meaningOf, NoDate, packageDateOf, packageFlag } from './package-values.js';

describe('a date of the package', () => {
  test('is the same day here, and comes back as it was', () => {
    const days = fc.date({ min: new Date('1868-01-25'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10);
        expect(dateOf(packageDateOf(date))).toBe(date);
      }),
    );
  });

  test.each([[NoDate.UNSET], [NoDate.OPEN_END], [''], ['        '], [null]])('%j is none', (text) => {
    expect(dateOf(text)).toBeNull();
  });

  test.each(['20250600', '20260230', '2025', '令和7年'])(
    '%s is no day of the calendar and stays as it is',
    (text) => {
      expect(dateOf(text)).toBe(text);
    },
  );

  test('that there is not is written in the way of its column', () => {
    expect([packageDateOf(null), packageDateOf(undefined, NoDate.OPEN_END)]).toEqual([
      '00000000',
      '99999999',
    ]);
  });
});

test('a flag is yes, no, or no answer', () => {
  expect(['1', '0', '9', ' ', null].map((flag) => packageFlag.from(flag))).toEqual([
    true,
    false,
    null,
    null,
    null,
  ]);
  expect([true, false, null].map((value) => packageFlag.to(value))).toEqual(['1', '0', null]);
});

test('a code means what the published list says; one that is not in it means nothing', () => {
  expect(['06', '12', '13', '21', '25'].map((code) => meaningOf(CareNeedLevel, code))).toEqual([
    '06',
    '12',
    '13',
    '21',
    '25',
  ]);
  for (const code of ['01', '11', '26', '6', '', 'constructor', null])
    expect(meaningOf(CareNeedLevel, code)).toBeNull();
});
