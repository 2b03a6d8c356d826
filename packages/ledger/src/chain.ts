import { hash as digestOf } from 'node:crypto';
import { columnNames, type LedgerDraft, type LedgerRow } from './columns.js';
import type { LedgerHead } from './record.js';

/** Names the canonical form; part of every hash, so that another form can never give the same one. */
const FORM = 'kasane-ledger-1';

const hashed = columnNames.filter((name) => name !== 'hash');

const sha256 = (text: string): string => digestOf('sha256', text);

/**
 * The hash of a row: SHA-256 over a JSON array of every column but `hash` itself, in the order of the table.
 * JSON tells apart what plain joining would not: `null` from empty, and where one value ends.
 */
export const hashOf = (row: Omit<LedgerRow, 'hash'>): string =>
  sha256(JSON.stringify([FORM, ...hashed.map((name) => row[name as Exclude<typeof name, 'hash'>])]));

/** What the first entry follows: it holds the ledger's name, so that one ledger cannot be put in another's place. */
export const genesisHash = (name: string): string => sha256(JSON.stringify([FORM, 'genesis', name]));

export const emptyHead = (name: string): LedgerHead => ({ seq: 0, hash: genesisHash(name) });

/** Gives drafts their places after `head`. The same drafts after the same head are the same rows. */
export function chain(head: LedgerHead, drafts: readonly LedgerDraft[]): readonly LedgerRow[] {
  let { seq, hash } = head;
  return drafts.map((draft) => {
    const row = { seq: String(++seq), ...draft, prev_hash: hash };
    hash = hashOf(row);
    return { ...row, hash };
  });
}

/** The head that a row becomes. */
export const headOf = (row: LedgerRow): LedgerHead => ({ seq: Number(row.seq), hash: row.hash ?? '' });
