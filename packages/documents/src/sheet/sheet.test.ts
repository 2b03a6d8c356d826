import { describe, expect, test } from '@jest/globals';
import { EMPTY, fields, printMark, signature, table, type Sheet } from './sheet.js';
import { printedDate, sheetData } from './sheet-data.js';
import { sheetHtml } from './sheet-html.js';

const sheet = (name = '見本 花子'): Sheet => ({
  title: '支援経過記録',
  number: '令8-0012',
  printed: { by: '秋山 拓海', office: '福祉総務課', at: new Date('2026-11-22T00:05:00Z') },
  blocks: [
    fields('本人', [
      ['氏名', name],
      ['電話', null],
    ]),
    table('経過', ['日時', '内容'], [['令和8年11月20日', '訪問した。\n玄関先で話した。']]),
    table('予定', ['日時', '内容'], []),
    signature('署名', '説明を受けました。'),
  ],
});
test('who printed it, where and when stands on it, in the Japanese calendar and in Japan’s time', () => {
  expect(printMark(sheet().printed)).toBe('印刷: 令和8年11月22日 09:05 福祉総務課 秋山 拓海');
  expect(sheetHtml(sheet())).toContain('印刷: 令和8年11月22日 09:05 福祉総務課 秋山 拓海');
});

describe('as HTML', () => {
  test('what is absent and what is withheld are printed alike', () => {
    expect(sheetHtml(sheet('')).match(new RegExp(`<td>${EMPTY}</td>`, 'g'))).toHaveLength(2);
  });
  test('what stands in it is data: markup in a name is printed, not obeyed', () => {
    expect(sheetHtml(sheet('<img src=x onerror=alert(1)>'))).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
  test('paragraphs are kept', () => {
    expect(sheetHtml(sheet())).toContain('訪問した。<br>玄関先で話した。');
  });
});

test('as data it says the same words', () => {
  expect(JSON.parse(sheetData(sheet()))).toMatchObject({
    title: '支援経過記録',
    number: '令8-0012',
    blocks: [
      {
        rows: [
          ['氏名', '見本 花子'],
          ['電話', null],
        ],
      },
      {},
      {},
    ],
  });
});

test('dates are printed in both calendars; what is no whole date stays as given', () => {
  expect(printedDate('2019-05-01')).toBe('令和元年5月1日(2019年5月1日)');
  expect(printedDate('1945')).toBe('1945');
  expect(printedDate('昭和20年頃')).toBe('昭和20年頃');
  expect(printedDate(undefined)).toBeNull();
});
