import type { SectorId } from '@kasane/vocabulary';
import type { LedgerReader } from './ledger.js';
import { isReconciled, reconcile, type Difference } from './reconcile.js';
import { LedgerKind, type LedgerEntry } from './record.js';

export interface ReconcileOptions {
  /** Whose ledger `disclosures` is. */
  readonly sector: SectorId;
  readonly grants: Pick<LedgerReader, 'entriesOfRequests'>;
  readonly disclosures: Pick<LedgerReader, 'entriesBetween'>;
  /** Of the sector's entries; default: all. The grants for them are found by their request, whenever they were. */
  readonly from?: Date;
  readonly to?: Date;
  /** Told after every page. */
  readonly progress?: (done: ReconcileProgress) => void;
}

export interface ReconcileProgress {
  /** Entries of the sector that were read. */
  readonly entries: number;
  /** Of them, those that need a grant. */
  readonly disclosures: number;
}

const BEGINNING = new Date(0);
const END = new Date('9999-12-31T00:00:00Z');
const PAGE = 1_000;

/**
 * Reconciles a sector's whole ledger with collaboration's, page by page in the order of time: what is held in memory
 * is a page and the grants for it, however long the ledgers are. It believes what the rows say: whether they were
 * changed is the verifier's question.
 */
export async function* reconcileLedgers({
  sector,
  grants,
  disclosures,
  from = BEGINNING,
  to = END,
  progress,
}: ReconcileOptions): AsyncGenerator<Difference> {
  let after = 0;
  const done = { entries: 0, disclosures: 0 };
  for (;;) {
    const page = await disclosures.entriesBetween({ from, to, after, limit: PAGE });
    const last = page.at(-1);
    if (!last) return;
    const shown = page.filter(isReconciled);
    const requests = [...new Set(shown.map(({ requestId }) => requestId))];
    yield* reconcile({
      sector,
      disclosures: shown,
      grants: await grantsOf(grants, requests),
    });
    after = last.seq;
    done.entries += page.length;
    done.disclosures += shown.length;
    progress?.({ ...done });
  }
}

async function grantsOf(
  ledger: ReconcileOptions['grants'],
  requests: readonly string[],
): Promise<readonly LedgerEntry[]> {
  const found: LedgerEntry[] = [];
  for (let after = 0; ;) {
    const page = await ledger.entriesOfRequests(requests, { after, limit: PAGE });
    found.push(...page.filter(({ kind }) => kind === LedgerKind.GRANT));
    const last = page.at(-1);
    if (!last) return found;
    after = last.seq;
  }
}
