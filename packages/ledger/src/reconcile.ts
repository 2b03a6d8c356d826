import type { Category, Label, PersonId, SectorId } from '@kasane/vocabulary';
import { isAtLeast } from '@kasane/vocabulary';
import { LedgerKind, LedgerOutcome, sectorOf, type LedgerEntry, type LedgerItem } from './record.js';

/** In what a disclosure differs from what collaboration granted. */
export const DifferenceKind = {
  /** Nothing was decided about this sector, person and category in that request. */
  WITHOUT_GRANT: 'WITHOUT_GRANT',
  /** It was decided, and denied. */
  ALTHOUGH_DENIED: 'ALTHOUGH_DENIED',
  /** Another rule, or another consent, conference, … than the one that was granted. */
  OTHER_BASIS: 'OTHER_BASIS',
  /** More was shown than was granted, or than an owner could release by it. Less is no difference. */
  HIGHER_LEVEL: 'HIGHER_LEVEL',
  /** Shown to somebody else, for another office or purpose, or in another conference. */
  OTHER_VIEWER: 'OTHER_VIEWER',
  /** The two sides decided by different versions of the rules. */
  OTHER_POLICY: 'OTHER_POLICY',
} as const;
export type DifferenceKind = (typeof DifferenceKind)[keyof typeof DifferenceKind];

export const differenceLabels: Readonly<Record<DifferenceKind, Label>> = {
  WITHOUT_GRANT: { ja: '許可のない開示', en: 'was disclosed without a grant' },
  ALTHOUGH_DENIED: { ja: '不許可なのに開示', en: 'was disclosed although it was denied' },
  OTHER_BASIS: { ja: '根拠が許可と異なる', en: 'rests on another rule or evidence than was granted' },
  HIGHER_LEVEL: { ja: '許可より詳しい開示', en: 'shows more than was granted' },
  OTHER_VIEWER: {
    ja: '許可と異なる閲覧者・機関・目的',
    en: 'was shown to another viewer, office or purpose',
  },
  OTHER_POLICY: { ja: '規則の版が異なる', en: 'was decided by another version of the rules' },
};

export interface Difference {
  readonly kind: DifferenceKind;
  /** In whose ledger the disclosure stands, and under which number. */
  readonly sector: SectorId;
  readonly seq: number;
  readonly at: string;
  readonly requestId: string;
  readonly person?: PersonId;
  readonly category?: Category;
}

/** What is compared of an entry: a reader without the whole ledger reconciles one person's lines alike. */
export type ReconciledEntry = Pick<
  LedgerEntry,
  'seq' | 'at' | 'requestId' | 'kind' | 'outcome' | 'person' | 'sector' | 'items' | 'policyVersion'
> & {
  readonly viewer: Pick<LedgerEntry['viewer'], 'staffId' | 'office' | 'capacity' | 'purpose' | 'conference'>;
};

/** What a sector decides by itself, from its own assignments: no grant speaks of it. */
const OWN_RULE = 'OWN_OFFICE';

/** A disclosure that needs a grant. Sectors record their refusals too; nothing was shown by those. */
const needsGrant = ({ rule }: LedgerItem): boolean => rule !== OWN_RULE;
const isDisclosure = ({ kind, outcome }: Pick<LedgerEntry, 'kind' | 'outcome'>): boolean =>
  kind === LedgerKind.DISCLOSURE && outcome === LedgerOutcome.PERMITTED;

/** Whether an entry of a sector has to agree with what collaboration recorded under the same request. */
export const isReconciled = (entry: Pick<LedgerEntry, 'kind' | 'outcome' | 'items'>): boolean =>
  isDisclosure(entry) && entry.items.some(needsGrant);

/**
 * Compares what one sector recorded as disclosed with what collaboration recorded as granted to it, by request, person
 * and category. Both may hold an entry several times, in any order; what was granted and never used is no difference.
 *
 * @param grants collaboration's entries of at least the requests that `disclosures` name; others do not matter
 * @param disclosures the sector's entries
 */
export function reconcile({
  sector,
  grants,
  disclosures,
}: {
  readonly sector: SectorId;
  readonly grants: readonly ReconciledEntry[];
  readonly disclosures: readonly ReconciledEntry[];
}): readonly Difference[] {
  const granted = new Map<string, Granted[]>();
  for (const entry of grants)
    if (entry.kind === LedgerKind.GRANT)
      for (const item of entry.items) {
        if (sectorOf(entry, item) !== sector) continue;
        const key = cellOf(entry, item);
        const known = granted.get(key);
        if (known) known.push({ entry, item });
        else granted.set(key, [{ entry, item }]);
      }
  return disclosures.filter(isDisclosure).flatMap((entry) =>
    entry.items.filter(needsGrant).flatMap((item) =>
      differencesOf({ entry, item }, granted.get(cellOf(entry, item)) ?? []).map((kind) => ({
        kind,
        sector,
        seq: entry.seq,
        at: entry.at,
        requestId: entry.requestId,
        ...(entry.person !== undefined && { person: entry.person }),
        ...(item.category !== undefined && { category: item.category }),
      })),
    ),
  );
}

interface Granted {
  readonly entry: ReconciledEntry;
  readonly item: LedgerItem;
}

const cellOf = ({ requestId, person }: ReconciledEntry, { category }: LedgerItem): string =>
  JSON.stringify([requestId, person, category]);

/** One grant is enough; where none fits, the one that fits best tells what is wrong. */
function differencesOf(shown: Granted, decided: readonly Granted[]): readonly DifferenceKind[] {
  const permitted = decided.filter(({ entry }) => entry.outcome === LedgerOutcome.PERMITTED);
  if (permitted.length === 0)
    return [decided.length === 0 ? DifferenceKind.WITHOUT_GRANT : DifferenceKind.ALTHOUGH_DENIED];
  return permitted
    .map((grant) => comparison(shown, grant))
    .reduce((best, next) => (isCloser(next, best) ? next : best));
}

/** Of two that differ in as much, always the same, in whatever order the ledger gives them. */
const isCloser = (one: readonly DifferenceKind[], other: readonly DifferenceKind[]): boolean =>
  one.length < other.length || (one.length === other.length && one.join() < other.join());

function comparison(shown: Granted, granted: Granted): readonly DifferenceKind[] {
  const { item: to, entry: by } = shown;
  const { item, entry } = granted;
  return [
    ...(to.rule === item.rule && to.evidence === item.evidence ? [] : [DifferenceKind.OTHER_BASIS]),
    ...(isWithin(item, to) ? [] : [DifferenceKind.HIGHER_LEVEL]),
    ...(isSameViewer(by.viewer, entry.viewer) ? [] : [DifferenceKind.OTHER_VIEWER]),
    ...(by.policyVersion === entry.policyVersion ? [] : [DifferenceKind.OTHER_POLICY]),
  ];
}

function isWithin({ level, upTo = level }: LedgerItem, shown: LedgerItem): boolean {
  return upTo !== undefined && shown.level !== undefined && isAtLeast(upTo, shown.level);
}

const isSameViewer = (one: ReconciledEntry['viewer'], other: ReconciledEntry['viewer']): boolean =>
  one.staffId === other.staffId &&
  one.office === other.office &&
  one.capacity === other.capacity &&
  one.purpose === other.purpose &&
  one.conference === other.conference;
