import { allCategories, type Category, type Purpose } from '@kasane/vocabulary';
import type { Named } from './input.js';

/** What was done; the words are those of the ledger's kinds. */
export type AccessKind = 'DISCLOSURE' | 'GRANT' | 'CHANGE' | 'READING' | 'EMERGENCY';

/** One look at somebody's information, as the person may be told of it. */
export interface AccessLine {
  /** The day in Japan, `YYYY-MM-DD`. */
  readonly date: string;
  /** Whose information it was: the `name` of one of the report's parties. */
  readonly party: string;
  readonly office: Named;
  /** The name of who looked, or the staff id where the hub knows no name. */
  readonly staff?: Named | undefined;
  readonly purpose?: Purpose | undefined;
  /** Empty where all of a party was asked for. */
  readonly categories: readonly Category[];
  /** On what it rested, as a label; absent where nothing was shown. */
  readonly basis?: Named | undefined;
  readonly kind?: AccessKind | undefined;
  readonly outcome: 'PERMITTED' | 'DENIED';
}

/**
 * Rows of lines: the same day, viewer, purpose, basis and result are one row with all its categories. The order depends
 * on what the rows say, not on the order of the lines.
 */
export function rowsOf(lines: readonly AccessLine[]): readonly AccessLine[] {
  const rows = new Map<string, AccessLine>();
  for (const line of lines) {
    const { date, office, staff, purpose, basis, outcome } = line;
    const who = [office.name, office.kana, staff?.name, staff?.kana];
    // All of a party is a row of its own: one of its categories beside it would narrow it.
    const what = [line.categories.length === 0, kindOf(line), outcome];
    const key = JSON.stringify([date, ...who, purpose, basis?.name, basis?.kana, ...what]);
    const categories = [...(rows.get(key)?.categories ?? []), ...line.categories];
    rows.set(key, {
      ...line,
      categories: allCategories.filter((category) => categories.includes(category)),
    });
  }
  return [...rows]
    .sort(([a, { date: dayA }], [b, { date: dayB }]) => compare(dayB, dayA) || compare(a, b))
    .map(([, row]) => row);
}

/** A grant that was refused is, to the person, information that was not shown. */
export const kindOf = ({ kind = 'DISCLOSURE' }: AccessLine): Exclude<AccessKind, 'GRANT'> =>
  kind === 'GRANT' ? 'DISCLOSURE' : kind;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
