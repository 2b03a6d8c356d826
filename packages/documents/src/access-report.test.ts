import { describe, expect, test } from '@jest/globals';
import { Category, Purpose } from '@kasane/vocabulary';
import fc from 'fast-check';
import { accessReport } from './documents.fixtures.js';
import { DocumentInputError, subjectAccessReport, type AccessLine } from './index.js';
import { bodyOf, textOf } from './reading.fixtures.js';

const report = (lines: readonly AccessLine[], language: 'ja' | 'ja-simple' = 'ja'): string =>
  subjectAccessReport({ ...accessReport, language, lines });
const rowsOf = (html: string): readonly string[] =>
  [...bodyOf(html).matchAll(/<tr><th scope="row">.*?<\/tr>/g)]
    .map(([row]) => textOf(`<body>${row}</body>`))
    .filter((row) => row.includes('202'))
    // Not the period.
    .filter((row) => !row.includes('対象の期間'));

const line: AccessLine = {
  date: '2026-11-20',
  party: '多機関協働',
  office: { name: '福祉総務課' },
  staff: { name: '見本 花子' },
  purpose: Purpose.CONSULTATION,
  categories: [Category.IDENTITY],
  basis: { name: '本人の同意' },
  outcome: 'PERMITTED',
};
const withheldSentence = 'そのような記録があるかどうかは、お答えできません';

describe('the access report', () => {
  test('says on which day who looked, why, at what, on which basis, and whether it was shown', () => {
    expect(rowsOf(report([line]))).toEqual([
      '令和8年11月20日（2026年11月20日）福祉総務課見本 花子相談対応氏名・生年月日本人の同意表示した',
    ]);
  });

  test('stands under the desk whose information it was', () => {
    const html = report([line]);
    const [before, after = ''] = html.split('<h2>多機関協働</h2>');
    expect(before).not.toContain('見本 花子');
    expect(after.indexOf('見本 花子')).toBeLessThan(after.indexOf('<h2>'));
  });

  test('tells of what was not shown, too, and gives no reason for it', () => {
    const { basis: _, ...denied } = { ...line, outcome: 'DENIED' as const };
    expect(rowsOf(report([denied]))[0]).toMatch(/—表示しなかった$/);
  });

  test.each([
    ['CHANGE', 'PERMITTED', '記録を書いた'],
    ['READING', 'PERMITTED', '情報を見た記録本人の同意表示した'],
    ['EMERGENCY', 'PERMITTED', '緊急時の閲覧を始めた'],
    ['GRANT', 'DENIED', '表示しなかった'],
  ] as const)('tells %s %s as what it was', (kind, outcome, said) => {
    expect(rowsOf(report([{ ...line, kind, outcome }]))[0]).toContain(said);
  });

  test('has the newest day first', () => {
    const days = ['2026-09-01', '2026-11-20', '2025-12-31'];
    expect(rowsOf(report(days.map((date) => ({ ...line, date })))).map((row) => row.split('日')[0])).toEqual([
      '令和8年11月20',
      '令和8年9月1',
      '令和7年12月31',
    ]);
  });

  test('says when a desk could not be asked, instead of that there is nothing', () => {
    const parties = accessReport.parties.map((party, at) => ({ ...party, isUnavailable: at === 1 }));
    const said = textOf(subjectAccessReport({ ...accessReport, language: 'ja', parties, lines: [] }));
    expect(said).toContain('今回は取り出すことができませんでした');
    expect(said.match(/お知らせする記録はありません/g)).toHaveLength(parties.length - 1);
  });

  test('is not printed with a line that belongs to nobody', () => {
    expect(() => report([{ ...line, party: 'どこか' }])).toThrow(DocumentInputError);
  });

  test('is not printed with a day that is none', () => {
    expect(() => report([{ ...line, date: '2026-11-31' }])).toThrow('not a calendar date');
  });
});

describe('what is left out of a report cannot be inferred from it', () => {
  const dates = ['2026-11-01', '2026-11-02', '2026-11-03'];
  const anyLine = fc.record<AccessLine>({
    date: fc.constantFrom(...dates),
    party: fc.constantFrom(...accessReport.parties.map(({ name }) => name)),
    office: fc.constantFrom({ name: '甲課' }, { name: '乙課' }),
    purpose: fc.constantFrom(Purpose.CONSULTATION, Purpose.CONFERENCE, undefined),
    categories: fc.subarray([Category.IDENTITY, Category.NOTES, Category.SCHOOL]),
    kind: fc.constantFrom('DISCLOSURE', 'GRANT', 'CHANGE', undefined),
    outcome: fc.constantFrom('PERMITTED', 'DENIED'),
  });

  test('the order and the repetition of the lines leave no trace', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyLine, { maxLength: 12 })
          .chain((lines) =>
            fc.tuple(
              fc.constant(lines),
              fc.shuffledSubarray([...lines, ...lines], { minLength: lines.length * 2 }),
            ),
          ),
        ([lines, shuffled]) => {
          expect(report(shuffled)).toBe(report(lines));
        },
      ),
    );
  });

  test('nothing but the lines that are told makes a difference: each row stands by itself', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 8 }), anyLine, (lines, withheld) => {
        const told = lines.filter(({ date }) => date !== withheld.date);
        const rows = rowsOf(report([...told, withheld]));
        // Taking a day's lines away takes their rows away and changes no other.
        expect(rowsOf(report(told))).toEqual(rows.filter((row) => !row.includes(dateOf(withheld.date))));
      }),
    );
  });

  const dateOf = (date: string): string => `2026年11月${Number(date.slice(-2))}日`;

  test('no row has a number, and nothing is counted', () => {
    const html = report(dates.map((date) => ({ ...line, date })));
    const without = textOf(html)
      .replace(/令和\d+年\d+月\d+日（\d+年\d+月\d+日）|昭和59年7月19日（1984年7月19日）/g, '')
      .replace(/[\d-]+-0000|50番地|8:30〜17:15/g, '');
    expect(without).not.toMatch(/\d|件|[一二三]回/);
  });

  test('the sentence that something may be left out is the same for everybody', () => {
    expect(textOf(report([]))).toContain(withheldSentence);
    expect(textOf(report([line]))).toContain(withheldSentence);
    const sentence = (html: string): string | undefined => /<p>ただし、法令により.*?<\/p>/.exec(html)?.[0];
    expect(sentence(report([]))).toBe(sentence(report([line])));
  });

  test('every desk is named, whether or not there is anything to tell of it', () => {
    for (const lines of [[], [line]])
      for (const { name } of accessReport.parties) expect(report(lines)).toContain(`<h2>${name}</h2>`);
  });
});
