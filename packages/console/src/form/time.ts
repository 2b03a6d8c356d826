/**
 * A time of the day as people write it, as `HH:mm`: `14:30`, `９時５分`, `午後2時半`, `1430`.
 * @returns undefined for what cannot be read as one
 */
export function readTime(said: string): string | undefined {
  const plain = said.normalize('NFKC').replaceAll(/\s/g, '');
  const [, half, hours, minutes = '0', isHalf] =
    /^(午前|午後|AM|PM)?(\d{1,2})(?:[:時.](?:(\d{1,2})分?|(半))?)?$/i.exec(plain) ??
    /^()(\d{1,2})(\d{2})$/.exec(plain) ??
    [];
  if (hours === undefined) return undefined;
  const isAfternoon = half === '午後' || half?.toUpperCase() === 'PM';
  if (half && Number(hours) > 12) return undefined;
  const hour = half ? (Number(hours) % 12) + (isAfternoon ? 12 : 0) : Number(hours);
  const minute = isHalf ? 30 : Number(minutes);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** `14:30` of an instant, in Japan. */
export const timeInJapan = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' }).format(at);
