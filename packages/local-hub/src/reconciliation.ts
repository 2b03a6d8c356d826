import {
  createLedger,
  differenceLabels,
  reconcileLedgers,
  type Difference,
  type ReconcileOptions,
} from '@kasane/ledger';
import { COLLABORATION } from '@kasane/vocabulary';
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
      `  - ${seq} 番: ${differenceLabels[kind].ja} — entry ${seq} ${differenceLabels[kind].en} [${kind}] ${category ?? '-'} (request ${requestId})`,
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
