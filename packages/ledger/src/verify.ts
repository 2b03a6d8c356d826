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

/** A ledger that was replaced altogether has a problem in every row; a page of them tells as much. */
export const MAX_PROBLEMS = 1_000;
const PAGE = 1_000;

/**
 * Reads a whole ledger, page by page, and checks every row's hash, every link and every number. Any change of any
 * column of any row is found, and any row removed from, added to or moved within the middle.
 *
 * Not to be found from the ledger alone: that its end was cut off, or that all of it was written anew by somebody
 * who knows this code. Both show against `expectedHead`, a head that was kept where the database's owner cannot
 * write.
 */
export async function verifyLedger(
  dataSource: DataSource,
  { name, expectedHead }: { readonly name: string; readonly expectedHead?: LedgerHead },
): Promise<LedgerVerification> {
  const store = createStore(dataSource);
  const problems: LedgerProblem[] = [];
  const report = (seq: bigint | number, problem: string): void => {
    if (problems.length < MAX_PROBLEMS) problems.push({ seq: Number(seq), problem });
  };
  let entries = 0;
  let lastSeq = 0n;
  let lastHash = genesisHash(name);
  let expectedSeen = expectedHead === undefined || (expectedHead.seq === 0 && expectedHead.hash === lastHash);

  const check = (row: LedgerRow): void => {
    const seq = BigInt(row.seq ?? 0);
    if (seq !== lastSeq + 1n) report(seq, `follows ${lastSeq}: entries are missing or were added`);
    if (row.prev_hash !== lastHash)
      report(seq, seq === 1n ? 'does not begin this ledger' : 'does not follow the entry before it');
    if (row.hash !== hashOf(row)) report(seq, 'was changed after it was written');
    if (expectedHead && seq === BigInt(expectedHead.seq)) {
      expectedSeen = true;
      if (row.hash !== expectedHead.hash) report(seq, 'is not the entry of the checkpoint');
    }
    entries += 1;
    lastSeq = seq;
    lastHash = row.hash ?? '';
  };

  for (let page = await store.page(undefined, PAGE); page.length > 0; page = await store.page(lastSeq, PAGE))
    page.forEach(check);
  if (!expectedSeen && expectedHead)
    report(expectedHead.seq, 'is missing: the ledger ends before the checkpoint');
  return { entries, head: { seq: Number(lastSeq), hash: lastHash }, problems };
}
