import { Capacity, type PersonId } from '@kasane/vocabulary';
import type { DataSource } from 'typeorm';
import { emptyHead, genesisHash } from './chain.js';
import type { LedgerDraft } from './columns.js';
import { draftsOf } from './draft.js';
import { entryOf } from './entry.js';
import { defaultLimits, GroupCommit, unavailable, type GroupCommitLimits } from './group-commit.js';
import type { LedgerLogger } from './outage-log.js';
import { LedgerKind, LedgerOutcome, type LedgerEntry, type LedgerHead, type LedgerRecord } from './record.js';
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

  /** The same, the newest first, before entry `before` (without it: from the last on). */
  latestOf(
    person: PersonId,
    page?: { readonly before?: number; readonly limit?: number },
  ): Promise<readonly LedgerEntry[]>;

  /** What one request left behind, at most 1,000 entries. */
  entriesOfRequest(requestId: string): Promise<readonly LedgerEntry[]>;

  /** What several requests left behind, by number, after entry `after`; at most `limit` (1,000; never above). */
  entriesOfRequests(
    requestIds: readonly string[],
    page?: { readonly after?: number; readonly limit?: number },
  ): Promise<readonly LedgerEntry[]>;

  /**
   * What was recorded from one instant until before another, by number, after entry `after`; at most `limit` (1,000;
   * never above). To read on, pass the last entry's `seq`.
   * @example
   * let page = await ledger.entriesBetween({ from, to });
   * while (page.length > 0) page = await ledger.entriesBetween({ from, to, after: page.at(-1).seq });
   */
  entriesBetween(span: LedgerSpan): Promise<readonly LedgerEntry[]>;

  /**
   * Whether an append would be taken now: writes an entry and takes it back, which leaves nothing.
   * @throws {HubError} `LEDGER_UNAVAILABLE`
   */
  check(): Promise<void>;
}

/** The half of a ledger that changes nothing. */
export type LedgerReader = Omit<Ledger, 'append' | 'check'>;

export interface LedgerSpan {
  readonly from: Date;
  /** The first instant that is not meant any more. */
  readonly to: Date;
  readonly after?: number;
  readonly limit?: number;
}

export interface LedgerOptions {
  /** PostgreSQL or MariaDB, after the migration of `ledgerMigrations`; connected as a role that may not migrate. */
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
  const sized = (limit: number): number => Math.min(Math.max(limit, 1), MAX_PAGE);
  return {
    async append(records) {
      if (records.length === 0) return;
      let drafts: readonly LedgerDraft[];
      try {
        drafts = draftsOf(records, clock());
      } catch (error) {
        // Its own fault: other appends go on, but what cannot be recorded is not disclosed.
        const problem = error instanceof TypeError ? error.message : 'a ledger record is not usable';
        logger?.error({ problem }, 'one answer was held back: its record cannot be written');
        throw unavailable(problem);
      }
      await writer.append(drafts);
    },
    head,
    async entriesOf(person, { after = 0, limit = 100 } = {}) {
      return (await store.rowsWhere('person_id', person, { after, limit: sized(limit) })).map(entryOf);
    },
    async latestOf(person, { before, limit = 100 } = {}) {
      return (await store.newestWhere('person_id', person, { before, limit: sized(limit) })).map(entryOf);
    },
    async entriesOfRequest(requestId) {
      return (await store.rowsWhere('request_id', requestId, { after: 0, limit: MAX_PAGE })).map(entryOf);
    },
    async entriesOfRequests(requestIds, { after = 0, limit = MAX_PAGE } = {}) {
      return (await store.rowsOfRequests(requestIds, { after, limit: sized(limit) })).map(entryOf);
    },
    async entriesBetween({ from, to, after = 0, limit = MAX_PAGE }) {
      return (await store.rowsBetween({ from, to }, { after, limit: sized(limit) })).map(entryOf);
    },
    check: () => writer.check(probeAt(clock())),
  };
}

/** An entry like any other, that is never committed. */
const probeAt = (at: Date): LedgerDraft => ({
  at: at.toISOString(),
  kind: LedgerKind.READING,
  request_id: 'check',
  viewer_staff: 'check',
  viewer_office: 'check',
  viewer_capacity: Capacity.CITY_STAFF,
  viewer_roles: '[]',
  purpose: null,
  conference: null,
  emergency_reason_digest: null,
  person_id: null,
  household_id: null,
  sector: 'check',
  outcome: LedgerOutcome.DENIED,
  items: '[]',
  policy_version: 'check',
});

/** Two parties whose database addresses were exchanged would each continue the other's chain. */
async function assertOwn(store: LedgerStore, name: string): Promise<void> {
  const first = await store.rowAt(1);
  if (first && first.prev_hash !== genesisHash(name)) throw new ForeignLedger();
}

class ForeignLedger extends Error {
  override readonly name = 'ForeignLedger';
}
