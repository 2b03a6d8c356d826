import {
  createLedger,
  reconcileLedgers,
  type Difference,
  type DifferenceKind,
  type ReconcileOptions,
} from '@kasane/ledger';
import { COLLABORATION, type Label } from '@kasane/vocabulary';
import type { DataSource } from 'typeorm';
import { progressOf, withLedgerSource, wordsOf, type LedgerAddress } from './hub-ledgers.js';

/** What became of comparing one sector with what collaboration granted to it. */
export interface Reconciliation {
  readonly ledger: string;
  /** Disclosures that needed a grant. */
  readonly disclosures: number;
  /** How many there are. */
  readonly differences: number;
  /** The first of them. */
  readonly shown: readonly Difference[];
  /** Why the ledger could not be read. */
  readonly failure?: string;
}

/** What a screen takes; all that differ are counted. */
const SHOWN = 50;

/** Compares one sector's ledger with collaboration's. What cannot be read is told, not thrown. */
export async function reconcileAt(
  { name, url }: LedgerAddress,
  collaboration: DataSource,
  span: Pick<ReconcileOptions, 'from' | 'to'>,
): Promise<Reconciliation> {
  const shown: Difference[] = [];
  let differences = 0;
  let disclosures = 0;
  const tell = progressOf(name);
  try {
    await withLedgerSource(url, async (source) => {
      const found = reconcileLedgers({
        ...span,
        sector: name,
        grants: createLedger({ dataSource: collaboration, name: COLLABORATION }),
        disclosures: createLedger({ dataSource: source, name }),
        progress(done) {
          disclosures = done.disclosures;
          tell(done.entries);
        },
      });
      for await (const difference of found) {
        differences += 1;
        if (shown.length < SHOWN) shown.push(difference);
      }
    });
    return { ledger: name, disclosures, differences, shown };
  } catch (error) {
    return { ledger: name, disclosures, differences, shown, failure: wordsOf(error) };
  }
}

/** One line where everything agrees, one more for each difference. Entries are named, persons are not. */
export function reportReconciliation(of: Reconciliation): string {
  const { ledger, disclosures, differences, shown, failure } = of;
  const found = shown.map(
    ({ kind, seq, requestId, category }) =>
      `  - ${seq} 番: ${words[kind].ja} — entry ${seq} ${words[kind].en} [${kind}] ${category ?? '-'} (request ${requestId})`,
  );
  const more =
    differences > shown.length
      ? [`  … ほか ${differences - shown.length} 件 — and ${differences - shown.length} more`]
      : [];
  if (failure !== undefined)
    return [`✗ ${ledger}: 読み取れません — cannot be read: ${failure}`, ...found, ...more].join('\n');
  if (differences === 0)
    return `✓ ${ledger}: 開示 ${disclosures} 件、すべて許可のとおり — ${disclosures} disclosures, all as granted`;
  return [
    `✗ ${ledger}: 許可と異なる記録が ${differences} 件 — ${differences} differences in ${disclosures} disclosures`,
    ...found,
    ...more,
  ].join('\n');
}

const words: Readonly<Record<DifferenceKind, Label>> = {
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
