import type { DataSource } from 'typeorm';
import { genesisHash, hashOf } from './chain.js';
import type { LedgerRow } from './columns.js';
import type { LedgerHead } from './record.js';
import { createStore } from './store.js';

export interface LedgerProblem {
  readonly seq: number;
  readonly problem: string;
}

export interface LedgerVerification {
  /** Entries that were read. */
  readonly entries: number;
  /** The last entry: compare it with a head kept elsewhere, or keep it. */
  readonly head: LedgerHead;
  /** Empty when the ledger is whole. The first {@link MAX_PROBLEMS} in the order of the chain. */
  readonly problems: readonly LedgerProblem[];
}

export interface VerifyOptions {
  /** The party whose ledger it has to be. */
  readonly name: string;
  /** The last entry as it was when it was kept elsewhere. */
  readonly expectedHead?: LedgerHead;
  /** Entries that were kept elsewhere at any time: the ledger must still hold each of them. */
  readonly checkpoints?: readonly LedgerHead[];
  /** Told after every page how many entries were read. */
  readonly progress?: (entries: number) => void;
}

/** A ledger that was replaced altogether has a problem in every row; a page of them tells as much. */
export const MAX_PROBLEMS = 1_000;
const PAGE = 1_000;

/**
 * Reads a whole ledger, page by page, and checks every row's hash, every link and every number. Any change of any
 * column of any row is found, and any row removed from, added to or moved within the middle.
 *
 * Not to be found from the ledger alone: that its end was cut off, or that all of it was written anew by somebody
 * who knows this code. Both show against `expectedHead` or `checkpoints`, which were kept where the database's owner
 * cannot write.
 */
export async function verifyLedger(
  dataSource: DataSource,
  { name, expectedHead, checkpoints = [], progress }: VerifyOptions,
): Promise<LedgerVerification> {
  const store = createStore(dataSource);
  const problems: LedgerProblem[] = [];
  const report = (seq: bigint | number, problem: string): void => {
    if (problems.length < MAX_PROBLEMS) problems.push({ seq: Number(seq), problem });
  };
  let entries = 0;
  let lastSeq = 0n;
  let lastHash = genesisHash(name);
  const expected = groupBySeq([...checkpoints, ...(expectedHead ? [expectedHead] : [])]);
  const compare = (seq: bigint, hash: string | null): void => {
    if (expected.get(seq)?.some((head) => head.hash !== hash))
      report(seq, 'is not the entry of the checkpoint');
    expected.delete(seq);
  };
  compare(0n, lastHash);

  const check = (row: LedgerRow): void => {
    const seq = BigInt(row.seq ?? 0);
    if (seq !== lastSeq + 1n) report(seq, `follows ${lastSeq}: entries are missing or were added`);
    if (row.prev_hash !== lastHash)
      report(seq, seq === 1n ? 'does not begin this ledger' : 'does not follow the entry before it');
    if (row.hash !== hashOf(row)) report(seq, 'was changed after it was written');
    compare(seq, row.hash);
    entries += 1;
    lastSeq = seq;
    lastHash = row.hash ?? '';
  };

  for (
    let page = await store.page(undefined, PAGE);
    page.length > 0;
    page = await store.page(lastSeq, PAGE)
  ) {
    page.forEach(check);
    progress?.(entries);
  }
  for (const seq of expected.keys())
    report(
      seq,
      seq > lastSeq
        ? 'is missing: the ledger ends before the checkpoint'
        : 'is missing: it is the entry of a checkpoint',
    );
  return { entries, head: { seq: Number(lastSeq), hash: lastHash }, problems };
}

function groupBySeq(heads: readonly LedgerHead[]): Map<bigint, readonly LedgerHead[]> {
  const grouped = new Map<bigint, readonly LedgerHead[]>();
  for (const head of heads) {
    const seq = BigInt(head.seq);
    grouped.set(seq, [...(grouped.get(seq) ?? []), head]);
  }
  return grouped;
}
