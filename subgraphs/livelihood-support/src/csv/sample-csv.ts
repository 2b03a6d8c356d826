import iconv from 'iconv-lite';
import { csvTables } from './csv-tables.js';

/** A file as the legacy package writes it: CP932, every cell quoted, CRLF, headers in Japanese. For tests and the bench. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('');

export const cp932 = (text: string): Buffer => iconv.encode(text, 'cp932');

/** A file of one table, by header; what a row does not say is left blank. */
export function csvOf(file: string, rows: readonly Readonly<Record<string, string>>[]): string {
  const headers = Object.keys(csvTables.find((table) => table.file === file)?.columns ?? {});
  return csvText([headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))]);
}

/** Fictional intakes, as many as asked, about a tenth as many persons. */
export const intakeRow = (at: number): Readonly<Record<string, string>> => ({
  相談番号: `S${String(at).padStart(7, '0')}`,
  利用者番号: `K07-${String(Math.floor(at / 10)).padStart(6, '0')}-1`,
  受付日: `R07.${String((at % 12) + 1).padStart(2, '0')}.${String((at % 28) + 1).padStart(2, '0')}`,
  相談経路: ['本人', '家族・親族', '民生委員・児童委員'][at % 3] ?? '本人',
  相談者と本人の関係: at % 3 === 1 ? '長女' : '',
  主訴: `家賃と光熱費の支払いが難しい。収入が月によって違い、先の見通しが立たない。(${at})`,
  本人の希望: '静かに暮らせる住まいを探したい。',
  見立て: '転居が決まれば、家計も体調も落ち着くと見る。\r\n次回は家計の書き出しを一緒にする。',
  課題: '経済的困窮;住まい不安定;費用滞納',
  スクリーニング結果: '継続して支援',
  緊急性: '早めの対応',
});
export const intakes = (count: number): readonly Readonly<Record<string, string>>[] =>
  Array.from({ length: count }, (_, at) => intakeRow(at));
