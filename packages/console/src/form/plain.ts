import { readJapaneseDate } from '@kasane/vocabulary';

/** A telephone number as it was pasted, `０２４２ー３９－１２３４`, with plain digits and hyphens. */
export const plainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/(?<=\d)\s*[‐‑‒–—―ー−-]\s*(?=\d)/gu, '-')
    .trim();

/** The day that was written, as `YYYY-MM-DD`; nothing when the input was left empty. */
export function isoDate(said: string | undefined): string | undefined {
  const read = said?.trim() ? readJapaneseDate(said) : undefined;
  return read?.kind === 'DAY' ? read.date : undefined;
}

/** An instant of a day and a time (`HH:mm`) in Japan. */
export const instantInJapan = (date: string, time = '00:00'): string =>
  new Date(`${date}T${time}:00+09:00`).toISOString();

/** What was typed, or nothing when it was left blank: the hub tells blank from absent. */
export const filled = (text: string | undefined): string | undefined => text?.trim() || undefined;
