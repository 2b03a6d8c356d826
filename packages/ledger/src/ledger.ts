import type { PersonId } from '@kasane/vocabulary';
import type { DataSource } from 'typeorm';
import { emptyHead, genesisHash } from './chain.js';
import type { LedgerDraft } from './columns.js';
import { draftOf } from './draft.js';
import { entryOf } from './entry.js';
import {
  defaultLimits,
  GroupCommit,
  unavailable,
  type GroupCommitLimits,
  type LedgerLogger,
} from './group-commit.js';
import type { LedgerEntry, LedgerHead, LedgerRecord } from './record.js';
import { createStore, type LedgerStore } from './store.js';

/** The append-only record of one party, in its own database. */
export interface Ledger {
  /**
   * Resolves when all records are committed: only then may the answer leave. All or nothing.
   * @throws {HubError} `LEDGER_UNAVAILABLE`; the `cause` is a code for the operator. In doubt (the database did
   * not answer in time) records may have been written although this rejects, never the reverse.
   */
  append(records: readonly LedgerRecord[]): Promise<void>;

  /** The last entry, to be kept elsewhere: only against a kept head can a cut-off end be found. */
  head(): Promise<LedgerHead>;

  /** Who looked at a person, by number, after entry `after`; at most `limit` (100; never above 1,000). */
  entriesOf(
    person: PersonId,
    page?: { readonly after?: number; readonly limit?: number },
  ): Promise<readonly LedgerEntry[]>;

  /** What one request left behind, at most 1,000 entries. */
  entriesOfRequest(requestId: string): Promise<readonly LedgerEntry[]>;
}

export interface LedgerOptions {
  /** PostgreSQL or MariaDB, after the migration of `ledgerMigration`; connected as a role that may not migrate. */
  readonly dataSource: DataSource;
  /** The party's name. It is part of the chain: another name cannot continue it. */
  readonly name: string;
  readonly clock?: () => Date;
  readonly logger?: LedgerLogger;
  readonly limits?: Partial<GroupCommitLimits>;
}

const MAX_PAGE = 1_000;

/**
 * Opens a ledger. Nothing is read until the first append.
 * @example
 * const ledger = createLedger({ dataSource, name: 'elder-care' });
 * await ledger.append(recorder.entries());
 */
export function createLedger({
  dataSource,
  name,
  clock = () => new Date(),
  logger,
  limits,
}: LedgerOptions): Ledger {
  const store = createStore(dataSource);
  const head = async (): Promise<LedgerHead> => (await store.head()) ?? emptyHead(name);
  const loadOwnHead = async (): Promise<LedgerHead> => {
    await assertOwn(store, name);
    return head();
  };
  const writer = new GroupCommit(store, loadOwnHead, { ...defaultLimits, ...limits }, logger);
  return {
    async append(records) {
      if (records.length === 0) return;
      let drafts: readonly LedgerDraft[];
      try {
        const at = clock();
        drafts = records.map((record) => draftOf(record, at));
      } catch (error) {
        // Its own fault: other appends go on, but what cannot be recorded is not disclosed.
        throw unavailable(error instanceof TypeError ? error.message : 'a ledger record is not usable');
      }
      await writer.append(drafts);
    },
    head,
    async entriesOf(person, { after = 0, limit = 100 } = {}) {
      const page = { after, limit: Math.min(Math.max(limit, 1), MAX_PAGE) };
      return (await store.rowsWhere('person_id', person, page)).map(entryOf);
    },
    async entriesOfRequest(requestId) {
      return (await store.rowsWhere('request_id', requestId, { after: 0, limit: MAX_PAGE })).map(entryOf);
    },
  };
}

/** Two parties whose database addresses were exchanged would each continue the other's chain. */
async function assertOwn(store: LedgerStore, name: string): Promise<void> {
  const first = await store.rowAt(1);
  if (first && first.prev_hash !== genesisHash(name)) throw new ForeignLedger();
}

class ForeignLedger extends Error {
  override readonly name = 'ForeignLedger';
}
