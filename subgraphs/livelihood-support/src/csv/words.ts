import type { FileResult } from './import-folder.js';
import type { Fault } from './refused.js';

const SHOWN = 20;

/** What became of a file, for the operator: counts, lines, columns and reasons; no value of anybody. */
export function wordsOfResult({ file, result }: FileResult): readonly string[] {
  switch (result.outcome) {
    case 'SAME_FILE':
      return [`${file}: 前回と同じファイルです。何も変わりません。`];
    case 'REFUSED':
      return [`${file}: 取り込みませんでした。データは前回のままです。`, ...faultWords(result.faults)];
    case 'IMPORTED': {
      const { added, changed, same, deleted } = result.written;
      const counts = `追加 ${added}、変更 ${changed}、同じ ${same}、削除 ${deleted}`;
      const rejected =
        result.rejected > 0 ? `、取り込まなかった行 ${result.rejected}(前回の内容を残しました)` : '';
      return [`${file}: ${result.lines}行を読みました。${counts}${rejected}`, ...faultWords(result.faults)];
    }
  }
}

function faultWords(faults: readonly Fault[]): readonly string[] {
  const more = faults.length - SHOWN;
  return [
    ...faults
      .slice(0, SHOWN)
      .map(({ line, column, reason }) =>
        ['  ', line === undefined ? '' : `${line}行目 `, column ? `「${column}」` : '', reason].join(''),
      ),
    ...(more > 0 ? [`ほか ${more}件。すべては却下の一覧(rejected.csv)にあります。`] : []),
  ];
}
