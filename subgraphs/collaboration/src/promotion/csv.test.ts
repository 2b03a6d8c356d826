import { expect, test } from '@jest/globals';
import { reportCsv } from './csv.js';

const report = {
  fiscalYear: 2026,
  municipality: '282286',
  name: '加東市',
  months: ['2026-04', '2026-05'],
  counts: [
    {
      id: 'X',
      name: '新規',
      rows: [{ row: '=HYPERLINK("x")', months: [6, null], total: null }],
      months: [6, null],
      total: null,
    },
  ],
  measures: [{ id: 'Y', name: '移行', unit: '%', rows: [{ row: '支援会議', value: 40 }] }],
  published: { conferences: [], circles: 3, issues: [{ word: '疾病', count: 5 }], others: [] },
  notes: [],
  trainings: [],
};

test('opens in Excel: a BOM, CRLF, every row as wide as the head, no formula, no number that is not told', () => {
  const text = reportCsv(report);
  expect(text.startsWith('\uFEFF指標,区分,2026-04,2026-05,計,単位\r\n')).toBe(true);
  const lines = text.trimEnd().split('\r\n');
  expect(lines.slice(1)).toEqual([
    `新規,"'=HYPERLINK(""x"")",6,秘匿,秘匿,件`,
    '新規,計,6,秘匿,秘匿,件',
    '移行,支援会議,,,40,%',
    '公表された支援会議(課題別),疾病,,,5,件',
  ]);
});
