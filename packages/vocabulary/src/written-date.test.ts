import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { japaneseDate } from './written-date.js';
import { wareki } from './japan-time.js';

describe('a date as it is written in Japan', () => {
  test.each([
    ['R06.04.01', '2024-04-01'],
    ['令和6年4月1日', '2024-04-01'],
    ['令和元年５月１日', '2019-05-01'],
    ['㋿6年4月1日', '2024-04-01'],
    ['S64.1.7', '1989-01-07'],
    ['H1.1.8', '1989-01-08'],
    ['昭和64年1月7日', '1989-01-07'],
    ['平成31年4月30日', '2019-04-30'],
    ['r060401', '2024-04-01'],
    ['２０２４／０４／０１', '2024-04-01'],
    ['2024-4-1', '2024-04-01'],
    ['2024年4月1日', '2024-04-01'],
    ['20240401', '2024-04-01'],
    ['T15.12.24', '1926-12-24'],
    ['明治45年7月29日', '1912-07-29'],
  ])('%s is %s', (written, date) => expect(japaneseDate(written)).toBe(date));

  test.each([
    '',
    '令和',
    'R6',
    '令和6年4月',
    '2024-02-30',
    'S64.1.8',
    '平成31年5月1日',
    'R01.04.30',
    'H0.1.1',
    '令和0年1月1日',
    'X06.04.01',
    '0000-01-01',
    '12024-01-01',
    'R06.4.1x',
  ])('%j is none', (written) => expect(japaneseDate(written)).toBeUndefined());

  test('is read back from 和暦, each day since 1873', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1873-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (at) => {
          const date = at.toISOString().slice(0, 10);
          return japaneseDate(wareki(date)) === date && japaneseDate(date) === date;
        },
      ),
    );
  });
});
