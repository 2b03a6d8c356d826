import { isCalendarDate } from './japan-time.js';

/**
 * A date as somebody at a window says it: a day of the calendar; or only as much of it as they know, kept in their
 * words with the first and last day that it can be; or nothing that could be meant, and why.
 */
export type SaidDate =
  | { readonly kind: 'DAY'; readonly date: string }
  | { readonly kind: 'PARTIAL'; readonly text: string; readonly from?: string; readonly to?: string }
  | { readonly kind: 'WRONG'; readonly problem: string };

interface Era {
  readonly name: string;
  readonly letter: string;
  readonly from: string;
  /** Its last day; the present era has none. */
  readonly to?: string;
}

/** The eras that a living person can have been born in. 明治 counts from the Gregorian calendar on. */
const eras: readonly Era[] = [
  { name: '明治', letter: 'M', from: '1868-01-25', to: '1912-07-29' },
  { name: '大正', letter: 'T', from: '1912-07-30', to: '1926-12-24' },
  { name: '昭和', letter: 'S', from: '1926-12-25', to: '1989-01-07' },
  { name: '平成', letter: 'H', from: '1989-01-08', to: '2019-04-30' },
  { name: '令和', letter: 'R', from: '2019-05-01' },
];
/** Before it months and days were those of another calendar. */
const GREGORIAN_IN_JAPAN = '1873-01-01';

const MAX_TEXT = 40;
const UNKNOWN = /不詳|不明|わからない|分からない/;
const ABOUT = /(頃|ころ|ごろ|位|くらい|ぐらい)$/;
const ERA = /^(明治|大正|昭和|平成|令和|[明大昭平令]|[MTSHR])(元|\d{1,2})(?:年|[./-]|$)/i;
const YEAR = /^(\d{4})(?:年|[./-]|$)/;
const MONTH = /^(\d{1,2})(?:月|[./-]|$)/;
const DAY = /^(\d{1,2})日?$/;

/**
 * Reads a date as it is said or written in Japan: `昭和64年1月7日`, `S64.1.7`, `令和元年5月1日`, `1989/1/7`, ISO; full-width
 * digits and one-letter eras too; `昭和20年頃`, `昭和20年月日不詳` and `不詳` as partial dates. A year that an era never had
 * (昭和65年, 平成0年) is told as what it is, never counted on into the next.
 */
export function readJapaneseDate(said: string): SaidDate {
  const text = said.trim();
  if (text === '') return wrong('日付を記入してください。');
  if ([...text].length > MAX_TEXT) return wrong(`日付は${MAX_TEXT}文字以内で記入してください。`);
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const isAbout = ABOUT.test(plain);
  // What is said not to be known is no part of the date: 月日不詳, 日不詳, (推定).
  const known = plain
    .replace(ABOUT, '')
    .replace(/[((]?(生年月日|年月日|月日|日)?(不詳|不明|わからない|分からない)[))]?$/, '');
  if (known === '' && UNKNOWN.test(plain)) return { kind: 'PARTIAL', text };
  const year = readYear(known);
  if (!year) return wrong(`「${text}」は日付として読めません。例:昭和20年3月5日、1945-03-05、昭和20年頃`);
  if ('problem' in year) return wrong(year.problem);
  const rest = readMonthAndDay(year.rest);
  if (!rest) return wrong(`「${text}」は日付として読めません。例:昭和20年3月5日、1945-03-05、昭和20年頃`);
  const { month, day } = rest;
  if (month !== undefined && (month < 1 || month > 12))
    return wrong(`「${text}」の月は1月から12月までです。`);
  const first = isoOf(year.year, month ?? 1, day ?? 1);
  const last = isoOf(year.year, month ?? 12, day ?? lastDayOf(year.year, month ?? 12));
  if (!isCalendarDate(first) || !isCalendarDate(last)) return wrong(`「${text}」は存在しない日付です。`);
  const outside = year.era && eraProblem(year.era, { first, last, text });
  if (outside !== undefined) return wrong(outside);
  if (day === undefined || isAbout) return { kind: 'PARTIAL', text, ...within(year.era, first, last) };
  if (first < GREGORIAN_IN_JAPAN)
    return wrong('明治5年までの月日は暦が異なります。「明治5年頃」のように年だけを記入してください。');
  return { kind: 'DAY', date: first };
}

type Year =
  { readonly era?: Era; readonly year: number; readonly rest: string } | { readonly problem: string };

function readYear(text: string): Year | undefined {
  const [said, name = '', count = ''] = ERA.exec(text) ?? [];
  const era = eras.find((each) => each.name.startsWith(name) || each.letter === name.toUpperCase());
  if (said !== undefined && era) {
    const nth = count === '元' ? 1 : Number(count);
    if (nth === 0) return { problem: `${era.name}に0年はありません。最初の年は${era.name}元年です。` };
    const year = Number(era.from.slice(0, 4)) + nth - 1;
    if (era.to !== undefined && year > Number(era.to.slice(0, 4)))
      return { problem: `${era.name}${nth}年はありません。${lastDayIn(era)}` };
    return { era, year, rest: text.slice(said.length) };
  }
  const [western, digits] = YEAR.exec(text) ?? [];
  return western === undefined ? undefined : { year: Number(digits), rest: text.slice(western.length) };
}

function readMonthAndDay(text: string): { readonly month?: number; readonly day?: number } | undefined {
  if (text === '') return {};
  const [saidMonth, month] = MONTH.exec(text) ?? [];
  if (saidMonth === undefined) return undefined;
  const rest = text.slice(saidMonth.length);
  if (rest === '') return { month: Number(month) };
  const [, day] = DAY.exec(rest) ?? [];
  return day === undefined ? undefined : { month: Number(month), day: Number(day) };
}

/** Why no day of what was said lies in its era. */
function eraProblem(
  era: Era,
  { first, last, text }: { readonly first: string; readonly last: string; readonly text: string },
): string | undefined {
  if (last < era.from) return `「${text}」は${era.name}の始まり(${spoken(era.from)})より前です。`;
  if (era.to !== undefined && first > era.to) return `「${text}」は存在しません。${lastDayIn(era)}`;
  return undefined;
}

const lastDayIn = ({ name, from, to = '' }: Era): string =>
  `${name}は${Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1}年${spoken(to).replace(/^\d+年/, '')}までです。`;

const spoken = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** The first and last day that can be meant: those of the year, or of the era where it began or ended within it. */
function within(
  era: Era | undefined,
  first: string,
  last: string,
): { readonly from: string; readonly to: string } {
  return {
    from: era && era.from > first ? era.from : first,
    to: era?.to !== undefined && era.to < last ? era.to : last,
  };
}

const isoOf = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const wrong = (problem: string): SaidDate => ({ kind: 'WRONG', problem });
