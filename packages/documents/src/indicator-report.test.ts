import { describe, expect, test } from '@jest/globals';
import { barChart } from './bar-chart.js';
import { indicatorReport, type IndicatorReportInput } from './indicator-report.js';

const input: IndicatorReportInput = {
  name: '加東市',
  fiscalYear: 2026,
  months: ['2026-04', '2026-05'],
  issuedOn: '2026-11-22',
  counts: [
    {
      name: '終結(理由別)',
      rows: [
        { row: '終結', months: [8, null], total: null },
        { row: '転出', months: [0, null], total: 10 },
      ],
      months: [8, 12],
      total: 20,
    },
  ],
  measures: [{ name: '移行', unit: '%', rows: [{ row: '支援会議', value: null }] }],
  published: null,
  notes: [{ stage: '計画', words: '<b>広報</b>を強める' }],
  trainings: [],
};

describe('the report of indicators', () => {
  const html = indicatorReport(input);

  test('says 秘匿 where a number is not told, and the era of its year', () => {
    expect(html).toContain('令和8年度');
    expect(html).toContain('<td>秘匿</td>');
    expect(html).not.toMatch(/null|undefined|NaN/);
  });

  test('is data and never markup', () => {
    expect(html).toContain('&lt;b&gt;広報&lt;/b&gt;');
  });

  test('tells each picture in words too', () => {
    expect(html).toContain('aria-label="終結(理由別)。終結 秘匿、転出 10"');
  });
});

describe('a bar', () => {
  const widths = (values: readonly (number | null)[]): readonly number[] =>
    [
      ...barChart(
        '図',
        values.map((value) => ({ label: '甲', value })),
        '秘匿',
      )
        .toString()
        .matchAll(/class="bar"[^>]* width="([\d.]+)"/g),
    ].map(([, width]) => Number(width));

  test('is as long as its number, from zero', () => {
    const [one = 0, two = 0, none] = widths([10, 20, 0]);
    expect([two / one, none]).toEqual([2, 0]);
  });

  test('is not drawn for what is not told, and there is no picture of nothing', () => {
    expect(widths([10, null])[1]).toBe(0);
    expect(barChart('図', [], '秘匿').toString()).toBe('');
    expect(barChart('図', [{ label: '甲', value: null }], '秘匿').toString()).toBe('');
  });
});
