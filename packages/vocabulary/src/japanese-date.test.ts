import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJapaneseDate, wareki } from './index.js';

const day = (date: string) => ({ kind: 'DAY', date });

describe('a date as it is said', () => {
  test.each([
    ['昭和64年1月7日', '1989-01-07'],
    ['平成元年1月8日', '1989-01-08'],
    ['平成31年4月30日', '2019-04-30'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和1年5月1日', '2019-05-01'],
    ['大正15年12月24日', '1926-12-24'],
    ['昭和元年12月25日', '1926-12-25'],
    ['S20.3.5', '1945-03-05'],
    ['昭20/3/5', '1945-03-05'],
    ['㍼20年3月5日', '1945-03-05'],
    ['昭和２０年 ３月 ５日', '1945-03-05'],
    ['1945-03-05', '1945-03-05'],
    ['1945年3月5日', '1945-03-05'],
  ])('%s is %s', (said, date) => expect(readJapaneseDate(said)).toEqual(day(date)));

  test.each([
    ['昭和20年頃', '1945-01-01', '1945-12-31'],
    ['昭和20年月日不詳', '1945-01-01', '1945-12-31'],
    ['昭和20年3月日不詳', '1945-03-01', '1945-03-31'],
    ['1945年3月', '1945-03-01', '1945-03-31'],
    ['昭和20年3月5日頃', '1945-03-05', '1945-03-05'],
    ['昭和64年', '1989-01-01', '1989-01-07'],
    ['令和元年頃', '2019-05-01', '2019-12-31'],
    ['明治5年頃', '1872-01-01', '1872-12-31'],
  ])('%s is kept as it was said, and lies between %s and %s', (text, from, to) =>
    expect(readJapaneseDate(text)).toEqual({ kind: 'PARTIAL', text, from, to }),
  );

  test('what nobody knows is kept too', () => {
    expect(readJapaneseDate('生年月日不詳')).toEqual({ kind: 'PARTIAL', text: '生年月日不詳' });
    expect(readJapaneseDate('不明')).toEqual({ kind: 'PARTIAL', text: '不明' });
  });

  test.each([
    ['昭和65年1月1日', '昭和65年はありません。昭和は64年1月7日までです。'],
    ['昭和64年1月8日', '昭和は64年1月7日までです。'],
    ['平成0年', '平成に0年はありません。'],
    ['令和0年5月1日', '令和に0年はありません。'],
    ['平成31年5月1日', '平成は31年4月30日までです。'],
    ['令和元年4月30日', '令和の始まり'],
    ['昭和20年2月30日', '存在しない日付'],
    ['昭和20年13月1日', '1月から12月まで'],
    ['明治5年1月1日', '暦が異なります'],
    ['きのう', '読めません'],
    ['昭和', '読めません'],
    ['', '記入してください'],
    ['昭和20年3月5日'.repeat(9), '文字以内'],
  ])('%s is no date, and says why', (said, problem) => {
    expect(readJapaneseDate(said)).toEqual({ kind: 'WRONG', problem: expect.stringContaining(problem) });
  });

  test('whatever 和暦 prints is read back as the same day', () => {
    const days = fc.date({
      min: new Date('1873-01-01T00:00:00Z'),
      max: new Date('2116-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (at) => {
        const date = at.toISOString().slice(0, 10);
        expect(readJapaneseDate(wareki(date))).toEqual(day(date));
        expect(readJapaneseDate(date)).toEqual(day(date));
      }),
    );
  });

  test('any text is a day, a part of one, or a problem: it never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(['DAY', 'PARTIAL', 'WRONG']).toContain(readJapaneseDate(text).kind);
      }),
    );
  });
});
