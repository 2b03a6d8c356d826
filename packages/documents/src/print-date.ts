import { endOfJapanDay, japanDate, wareki } from '@kasane/vocabulary';
import { furigana } from './furigana.js';
import { markup, type Html } from './html.js';
import type { DocumentLanguage } from './language.js';

/**
 * A date as residents read it: 令和8年11月22日（2026年11月22日）; in `ja-simple` the other way round, for an era is the
 * harder of the two to those who did not grow up with it.
 * @throws {RangeError} unless it is a date of the calendar, written `YYYY-MM-DD`, from 1873 on.
 */
export function printDate(date: string, language: DocumentLanguage): Html {
  const era = wareki(date);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  if (language === 'ja')
    return markup`${whole(markup`${era}`)}${whole(markup`（${year}年${month}月${day}日）`)}`;
  const [, name = '', eraYear = ''] = /^(\D\D)(元|\d+)年/.exec(era) ?? [];
  const reading = eraReadings[name];
  const simpleEra = reading === undefined ? name : `{${name}|${reading}}`;
  const simpleEraYear = eraYear === '元' ? '{元年|がんねん}' : `${eraYear}{年|ねん}`;
  return markup`${whole(furigana(`${year}{年|ねん}${month}{月|がつ}${simpleDay(day)}`))}${whole(furigana(`（${simpleEra}${simpleEraYear}）`))}`;
}

/** A date is not broken over two lines, except before its brackets. */
const whole = (part: Html): Html => markup`<span class="date">${part}</span>`;

/** The last day of a period: it ends at 24:00 in Japan. */
export const printLastDay = (date: string, language: DocumentLanguage): Html =>
  language === 'ja'
    ? markup`${printDate(date, language)}の24時まで`
    : markup`${printDate(date, language)}${furigana('の 24{時|じ} （{夜|よる}の 12{時|じ}）まで')}`;

/** The first instant at which a period is over, as its last day; with the time of day where that is not midnight. */
export function printEnd(end: Date, language: DocumentLanguage): Html {
  const lastDay = japanDate(new Date(end.getTime() - 1));
  if (endOfJapanDay(lastDay).getTime() === end.getTime()) return printLastDay(lastDay, language);
  const time = new Intl.DateTimeFormat('ja-JP', {
    timeZone: 'Asia/Tokyo',
    hour: 'numeric',
    minute: 'numeric',
  });
  const [hour = '', minute = ''] = time.format(end).split(':');
  return language === 'ja'
    ? markup`${printDate(lastDay, language)}の${Number(hour)}時${Number(minute)}分まで`
    : markup`${printDate(lastDay, language)}${furigana(`の ${Number(hour)}{時|じ}${Number(minute)}{分|ふん}まで`)}`;
}

/** Days of the month that are not read as the number and にち. */
const days: Readonly<Record<number, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
};
const simpleDay = (day: number): string => (days[day] ? `{${day}日|${days[day]}}` : `${day}{日|にち}`);

/** The next era is printed without a reading until it stands here. */
const eraReadings: Readonly<Record<string, string>> = {
  明治: 'めいじ',
  大正: 'たいしょう',
  昭和: 'しょうわ',
  平成: 'へいせい',
  令和: 'れいわ',
};
