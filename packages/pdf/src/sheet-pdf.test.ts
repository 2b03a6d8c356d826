import { expect, test } from '@jest/globals';
import { fields, table, type Sheet } from '@kasane/documents';
import { sheetPdf } from './sheet-pdf.js';

const sheet = (name: string): Sheet => ({
  title: '支援経過記録',
  printed: { by: '秋山 拓海', office: '福祉総務課', at: new Date('2026-11-22T00:05:00Z') },
  blocks: [
    fields('本人', [['氏名', name]]),
    table('経過', ['日時', '内容'], [['令和8年11月20日', '訪問した。']]),
    table('予定', ['日時'], []),
    { kind: 'signature', heading: '署名', statement: '説明を受けました。' },
  ],
});
/** The words of a PDF are compressed and subset: what is asked is the file, its face and its size. */
const isPdf = (pdf: Buffer): boolean =>
  pdf.subarray(0, 5).toString() === '%PDF-' && pdf.includes('%%EOF') && pdf.includes('BIZUDGothic');

test('is a PDF that brings its face along', async () => {
  expect(isPdf(await sheetPdf(sheet('見本 花子')))).toBe(true);
});

test('a kanji that the face lacks does not break the print', async () => {
  const [known, rare] = await Promise.all([sheetPdf(sheet('高橋')), sheetPdf(sheet('\u{2A6B2}橋\u{E0101}'))]);
  expect(isPdf(rare)).toBe(true);
  expect(rare.length).not.toBe(known.length);
});

test('a path or an address in a text is words', async () => {
  expect(isPdf(await sheetPdf(sheet('file:///etc/passwd http://localhost:1/x')))).toBe(true);
});

test('a long record fills pages', async () => {
  const pages = (await sheetPdf(sheet('あ'.repeat(10_000)))).toString('latin1').match(/\/Type \/Page\b/g);
  expect(pages?.length).toBeGreaterThan(2);
});
