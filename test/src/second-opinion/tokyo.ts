/** Days and birthdays in Japan, counted another way than the hub counts them: by the platform's time zones, and by hand. */
const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

const looked = new Map<number, string>();

/** The date on a calendar in Tokyo, `YYYY-MM-DD`. Looked up once per instant: `Intl` is slow. */
export function dayInTokyo(at: Date): string {
  const day = looked.get(at.getTime()) ?? tokyo.format(at);
  looked.set(at.getTime(), day);
  return day;
}

/** The instant at which a day in Tokyo is over: 24:00. */
export const dayIsOver = (day: string): number => Date.parse(`${day}T24:00:00+09:00`);

/** 0:00 of the 18th birthday; who was born on 29 February has it on 1 March of a common year. */
export function eighteenthBirthday(born: string): number {
  const year = Number(born.slice(0, 4)) + 18;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const day = born.slice(5) === '02-29' && !leap ? '03-01' : born.slice(5);
  return Date.parse(`${String(year).padStart(4, '0')}-${day}T00:00:00+09:00`);
}
