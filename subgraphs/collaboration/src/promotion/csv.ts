import { stringify } from 'csv-stringify/sync';
import type { IndicatorReport } from './promotion.js';

/** What stands for a number that is not told. */
export const NOT_TOLD = '秘匿';

const cell = (value: number | null): string | number => value ?? NOT_TOLD;

/**
 * A report as CSV for Excel: UTF-8 with BOM, lines end with CRLF, one row for each row of an indicator. A text that
 * Excel would take for a formula is marked as text.
 */
export function reportCsv({ months, counts, measures, published }: IndicatorReport): string {
  const rows = [
    ['指標', '区分', ...months, '計', '単位'],
    ...counts.flatMap(({ name, rows, months: totals, total }) => [
      ...rows.map((row) => [name, row.row, ...row.months.map(cell), cell(row.total), '件']),
      [name, '計', ...totals.map(cell), cell(total), '件'],
    ]),
    ...measures.flatMap(({ name, unit, rows }) =>
      rows.map(({ row, value }) => [name, row, ...months.map(() => ''), cell(value), unit]),
    ),
    ...(published
      ? [
          ...published.issues.map(({ word, count }) => ['公表された支援会議(課題別)', word, count]),
          ...published.others.map(({ word, count }) => ['公表された支援会議(その他)', word, count]),
        ].map(([name, word, count]) => [name, word, ...months.map(() => ''), count, '件'])
      : []),
  ];
  return stringify(rows, { bom: true, record_delimiter: 'windows', escape_formulas: true });
}
