import { wareki } from '@kasane/vocabulary';
import { labels } from '../generated/labels.js';

type Labels = typeof labels;

/** The Japanese word of a value of the schema's enum, e.g. `word('Urgency', 'SOON')`. */
export function word<Enum extends keyof Labels>(type: Enum, value: keyof Labels[Enum]): string {
  return labels[type][value] as string;
}

/** All values of an enum in the schema's order, for a choice. */
export function choices<Enum extends keyof Labels>(
  type: Enum,
): { readonly value: keyof Labels[Enum] & string; readonly label: string }[] {
  return Object.entries(labels[type]).map(([value, label]) => ({
    value: value as keyof Labels[Enum] & string,
    label: label as string,
  }));
}

const inJapan = (at: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', ...options }).format(at);

/** `令和8年11月22日(日)` of `2026-11-22`. */
export function day(date: string): string {
  const weekday = inJapan(new Date(`${date}T00:00:00+09:00`), { weekday: 'short' });
  return `${wareki(date)}(${weekday})`;
}

/** `令和8年11月22日 19:05`, in Japan's time wherever the screen is. */
export function moment(at: string): string {
  const date = new Date(at);
  const time = inJapan(date, { hour: '2-digit', minute: '2-digit', hour12: false });
  return `${wareki(todayInJapan(date))} ${time}`;
}

/** `YYYY-MM-DD` in Japan. */
export const todayInJapan = (at: Date = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(at);

/** 満年齢: years completed on the day before the birthday ends (年齢計算ニ関スル法律), as it is told on forms: by the birthday. */
export function age(birthDate: string, on: string = todayInJapan()): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** `3日後`, `今日`, `2日過ぎ`. */
export function daysUntil(date: string, from: string = todayInJapan()): string {
  const days = Math.round((Date.parse(date) - Date.parse(from)) / 86_400_000);
  if (days === 0) return '今日';
  return days > 0 ? `あと${days}日` : `${-days}日過ぎ`;
}
