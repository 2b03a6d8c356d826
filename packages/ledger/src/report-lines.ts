import {
  japanDate,
  type Capacity,
  type Category,
  type Level,
  type OfficeCode,
  type Purpose,
  type SectorId,
  type StaffId,
} from '@kasane/vocabulary';
import { LedgerKind, LedgerOutcome, sectorOf, type LedgerEntry, type LedgerItem } from './record.js';
import { Visibility, visibilityOf } from './visibility.js';

/** What a person is told of one look at their data. */
export interface ReportLine {
  /** The day in Japan, `YYYY-MM-DD`. */
  readonly on: string;
  readonly office: OfficeCode;
  readonly staffId: StaffId;
  readonly capacity: Capacity;
  readonly purpose?: Purpose;
  /** Whose data it was. */
  readonly sector: SectorId;
  readonly kind: LedgerKind;
  readonly outcome: LedgerOutcome;
  /** Absent where all of a sector was asked for and nothing given. */
  readonly category?: Category;
  readonly level?: Level;
  readonly rule?: string;
}

/**
 * The report to a person who asks who looked at them (開示請求), the newest day first, from all entries about them of
 * any number of ledgers. What is withheld cannot be inferred from it: there are no numbers, ids or times of day, and
 * what happened several times on one day is one line, in an order of its own.
 *
 * Grants decide every category of a sector at once, so that a line left out of them would be a gap in a list that is
 * always whole. They are therefore told only where a sector was granted nothing, as one refusal without a category.
 */
export function reportLines(entries: readonly LedgerEntry[], now: Date): readonly ReportLine[] {
  const granted = new Set(
    entries.filter(isGranted).flatMap((entry) => entry.items.map((item) => grantKey(entry, item))),
  );
  const lines = new Map<string, ReportLine>();
  const tell = (entry: LedgerEntry, item: LedgerItem | undefined): void => {
    const line = lineOf(entry, item);
    lines.set(JSON.stringify(line), line);
  };
  for (const entry of entries) {
    const items = entry.items.length > 0 ? entry.items : [undefined];
    for (const item of items)
      if (entry.kind !== LedgerKind.GRANT) {
        if (isTold(entry, item, now)) tell(entry, item);
      } else if (!granted.has(grantKey(entry, item)) && isTold(entry, undefined, now))
        tell({ ...entry, sector: sectorOf(entry, item) }, undefined);
  }
  return [...lines]
    .sort(([a, { on: dayA }], [b, { on: dayB }]) => compare(dayB, dayA) || compare(a, b))
    .map(([, line]) => line);
}

const isTold = (entry: LedgerEntry, item: LedgerItem | undefined, now: Date): boolean =>
  visibilityOf(entry, item, now) === Visibility.IMMEDIATE;

const isGranted = ({ kind, outcome }: LedgerEntry): boolean =>
  kind === LedgerKind.GRANT && outcome === LedgerOutcome.PERMITTED;
const grantKey = (entry: LedgerEntry, item: LedgerItem | undefined): string =>
  JSON.stringify([entry.requestId, entry.person, sectorOf(entry, item)]);

const lineOf = (
  { at, kind, outcome, sector, viewer: { office, staffId, capacity, purpose } }: LedgerEntry,
  item: LedgerItem | undefined,
): ReportLine => ({
  on: japanDate(new Date(at)),
  office,
  staffId,
  capacity,
  ...(purpose !== undefined && { purpose }),
  sector,
  kind,
  outcome,
  ...(item?.category !== undefined && { category: item.category }),
  ...(item?.level !== undefined && { level: item.level }),
  // Which rule refused is told to nobody: that one is missing would tell of the one that must not be told.
  ...(item?.rule !== undefined && outcome === LedgerOutcome.PERMITTED && { rule: item.rule }),
});

/** By code unit, the same everywhere. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
