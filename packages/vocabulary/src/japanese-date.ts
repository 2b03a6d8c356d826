/** Eras since the solar calendar, with the first day of each: 改元 happened on that day. */
const eras = [
  { names: ['令和', 'r', '令'], from: '2019-05-01' },
  { names: ['平成', 'h', '平'], from: '1989-01-08' },
  { names: ['昭和', 's', '昭'], from: '1926-12-25' },
  { names: ['大正', 't', '大'], from: '1912-07-30' },
  { names: ['明治', 'm', '明'], from: '1873-01-01', firstYear: 1868 },
] as const;

const ERA = '(明治|大正|昭和|平成|令和|[明大昭平令mtshr])';
const patterns = [
  new RegExp(`^${ERA}(\\d{1,2})[./-](\\d{1,2})[./-](\\d{1,2})$`),
  new RegExp(`^${ERA}(\\d{1,2})年(\\d{1,2})月(\\d{1,2})日$`),
  new RegExp(`^${ERA}(\\d{2})(\\d{2})(\\d{2})$`),
  /^()(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/,
  /^()(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^()(\d{4})(\d{2})(\d{2})$/,
];

/**
 * A date as Japanese systems and forms write it (`R06.04.01`, `令和6年4月1日`, `S64.1.7`, `２０２４/４/１`, `20240401`) as
 * `YYYY-MM-DD`; nothing when it is none. A day outside its era is none: 平成31年5月1日 was never, and what was meant by it
 * is not for a program to guess.
 */
export function japaneseDate(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(/(?<=[明治大正昭和平成令mtshr])元/u, '1');
  const [, era = '', year = '', month = '', day = ''] =
    patterns.map((each) => each.exec(plain)).find(Boolean) ?? [];
  if (year === '') return undefined;
  if (era === '') return calendarDate(Number(year), Number(month), Number(day));
  const at = eras.findIndex(({ names }) => (names as readonly string[]).includes(era));
  const found = eras[at];
  if (!found || Number(year) === 0) return undefined;
  const first = 'firstYear' in found ? found.firstYear : Number(found.from.slice(0, 4));
  const date = calendarDate(first + Number(year) - 1, Number(month), Number(day));
  const next = eras[at - 1]?.from;
  return date !== undefined && date >= found.from && (next === undefined || date < next) ? date : undefined;
}

/** Nothing for a day that the calendar does not have: 30 February is not 2 March. */
function calendarDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}
