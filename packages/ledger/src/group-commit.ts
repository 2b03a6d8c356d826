import { setTimeout as sleep } from 'node:timers/promises';
import { ErrorCode, HubError } from '@kasane/vocabulary';
import { chain, headOf } from './chain.js';
import type { LedgerDraft, LedgerRow } from './columns.js';
import { createOutageLog, type LedgerLogger, type OutageLog } from './outage-log.js';
import type { LedgerHead } from './record.js';
import { failureCode, isConflict, type LedgerStore } from './store.js';

export interface GroupCommitLimits {
  /** Rows that may wait. Beyond it the database is too slow for the hub, and waiting would only hide it. */
  readonly waitingRows: number;
  /** Rows that one statement gathers; an append is never split, so one large append may exceed it. */
  readonly statementRows: number;
  /** Rows of one append, below what fits into the 65,535 parameters of a PostgreSQL statement. */
  readonly appendRows: number;
  /** Milliseconds for one batch with all its retries. */
  readonly deadlineMs: number;
}

export const defaultLimits: GroupCommitLimits = {
  waitingRows: 20_000,
  statementRows: 500,
  appendRows: 2_000,
  deadlineMs: 5_000,
};

interface Waiting {
  readonly drafts: readonly LedgerDraft[];
  resolve(): void;
  reject(error: HubError): void;
}

const MAX_CONFLICTS = 50;
const MAX_PAUSE_MS = 40;

/**
 * The one writer of a ledger in this process. Appends that arrive while a statement is on its way wait and go
 * together in the next one, so that the number of commits follows the speed of the disk and not the number of
 * requests.
 *
 * The chain needs no lock. The head is held in memory and `seq` is the primary key: of two processes that write
 * after the same head one is refused, reads the new head and tries again. A fork cannot be stored.
 */
export class GroupCommit {
  private readonly queue: Waiting[] = [];
  private waitingRows = 0;
  private running = false;
  private head: LedgerHead | undefined;
  private checking: Promise<void> | undefined;
  private readonly health: OutageLog;

  /** @param loadHead reads the head from the database; throws when the ledger may not be appended to. */
  constructor(
    private readonly store: Pick<LedgerStore, 'insert' | 'tryInsert' | 'rowAt'>,
    private readonly loadHead: () => Promise<LedgerHead>,
    private readonly limits: GroupCommitLimits,
    logger: LedgerLogger | undefined,
  ) {
    this.health = createOutageLog(logger);
  }

  /**
   * Resolves when the rows are committed.
   * @throws {HubError} `LEDGER_UNAVAILABLE`
   */
  append(drafts: readonly LedgerDraft[]): Promise<void> {
    if (drafts.length > this.limits.appendRows) {
      this.health.refused('too many entries at once');
      return Promise.reject(unavailable('too many entries at once'));
    }
    if (this.waitingRows + drafts.length > this.limits.waitingRows) {
      this.health.overloaded();
      return Promise.reject(unavailable('too many entries wait'));
    }
    return new Promise((resolve, reject) => {
      this.queue.push({ drafts, resolve, reject });
      this.waitingRows += drafts.length;
      if (!this.running) void this.run();
    });
  }

  /**
   * Writes a row and takes it back. Whoever asks meanwhile gets the same answer, so that a database that hangs holds
   * one connection and not one for each time that somebody asked.
   * @throws {HubError} `LEDGER_UNAVAILABLE`
   */
  async check(draft: LedgerDraft): Promise<void> {
    const deadline = createDeadline(this.limits.deadlineMs);
    this.checking ??= this.tryAfterHead(draft).finally(() => (this.checking = undefined));
    try {
      await deadline(this.checking);
      this.health.succeeded();
    } catch (error) {
      const code = failureCode(error);
      this.health.failed(code, 0);
      throw unavailable(code);
    }
  }

  private async tryAfterHead(draft: LedgerDraft): Promise<void> {
    const head = await this.loadHead();
    try {
      await this.store.tryInsert(chain(head, [draft]));
    } catch (error) {
      // An entry came first: so entries can be written. A conflict with nobody is a fault.
      if (!isConflict(error) || (await this.loadHead()).seq === head.seq) throw error;
    }
  }

  private async run(): Promise<void> {
    this.running = true;
    // One turn of grace: what the same event brought goes in the first statement already.
    await Promise.resolve();
    while (this.queue.length > 0) {
      const batch = this.take();
      try {
        await this.commit(batch.flatMap(({ drafts }) => drafts));
        this.health.succeeded();
        for (const { resolve } of batch) resolve();
      } catch (error) {
        // Those behind would meet the same database: tell them now instead of one deadline after the other.
        batch.push(...this.queue.splice(0));
        this.waitingRows = 0;
        const code = failureCode(error);
        this.health.failed(code, batch.length);
        for (const { reject } of batch) reject(unavailable(code));
      }
    }
    this.running = false;
    this.health.idle();
  }

  private take(): Waiting[] {
    let rows = 0;
    const fits = this.queue.findIndex(
      ({ drafts }, at) => (rows += drafts.length) > this.limits.statementRows && at > 0,
    );
    const batch = this.queue.splice(0, fits === -1 ? this.queue.length : fits);
    this.waitingRows -= batch.reduce((sum, { drafts }) => sum + drafts.length, 0);
    return batch;
  }

  /**
   * Writes one batch, all or nothing. A failed statement may still have been committed: the connection can break
   * between the commit and its answer. So before the batch is written again, its last row is looked for; and
   * because the same drafts after the same head are the same rows with the same keys, even a statement that is
   * still on its way cannot make a second copy.
   */
  private async commit(drafts: readonly LedgerDraft[]): Promise<void> {
    const deadline = createDeadline(this.limits.deadlineMs);
    let tried: LedgerRow | undefined;
    for (let conflicts = 0, failures = 0; ;) {
      try {
        const head = (this.head ??= await deadline(this.loadHead()));
        if (tried && (await deadline(this.store.rowAt(Number(tried.seq))))?.hash === tried.hash) return;
        const rows = chain(head, drafts);
        tried = rows.at(-1);
        await deadline(this.store.insert(rows));
        this.head = tried && headOf(tried);
        return;
      } catch (error) {
        this.head = undefined;
        const conflict = isConflict(error);
        if (conflict ? ++conflicts > MAX_CONFLICTS : error instanceof DeadlinePassed || ++failures > 1)
          throw error;
        if (!conflict) this.health.triedAgain(failureCode(error));
        // Jitter, or two processes would meet again and again.
        await sleep(Math.random() * Math.min(2 ** (conflicts + failures), MAX_PAUSE_MS));
      }
    }
  }
}

class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/** Waits for promises as long as the time they share lasts; a database that hangs must not hold the queue. */
function createDeadline(ms: number): <T>(work: Promise<T>) => Promise<T> {
  const end = performance.now() + ms;
  return async (work) => {
    let timer: NodeJS.Timeout | undefined;
    const passed = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new DeadlinePassed()), Math.max(0, end - performance.now()));
    });
    try {
      // What is given up may still fail later: the race has taken care of its rejection.
      return await Promise.race([work, passed]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The cause is a code: what a database says quotes the values of the statement. */
export const unavailable = (cause: string): HubError =>
  new HubError(ErrorCode.LEDGER_UNAVAILABLE, undefined, { cause });
