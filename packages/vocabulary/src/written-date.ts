import { readJapaneseDate } from './japanese-date.js';

/** Without separators, as files of older systems write it: `R060401`, `20240401`. */
const COMPACT = /^(?:(明治|大正|昭和|平成|令和|[明大昭平令mtshr])(\d{2})|(\d{4}))(\d{2})(\d{2})$/i;

/**
 * A whole date as Japanese systems and forms write it (`R06.04.01`, `令和6年4月1日`, `S64.1.7`, `２０２４/４/１`, `20240401`)
 * as `YYYY-MM-DD`; nothing when it is none. A day outside its era is none: 平成31年5月1日 was never, and what was meant by
 * it is not for a program to guess.
 */
export function japaneseDate(text: string): string | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const [, era = '', eraYear = '', year = '', month, day] = COMPACT.exec(plain) ?? [];
  const said = readJapaneseDate(month === undefined ? plain : `${era}${eraYear}${year}.${month}.${day}`);
  return said.kind === 'DAY' ? said.date : undefined;
}
