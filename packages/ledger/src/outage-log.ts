/** Told to the operators; holds codes and counts only. */
export interface LedgerLogger {
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What the writer of a ledger tells of its own health. */
export interface OutageLog {
  succeeded(): void;
  /** A batch of this many appends was refused (none: the ledger was only asked whether it could be written). */
  failed(code: string, appends: number): void;
  /** A statement failed, and is sent once more. */
  triedAgain(code: string): void;
  /** One append was refused for its own sake. */
  refused(code: string): void;
  /** More waits than the database can take; told once until nothing waits any more. */
  overloaded(): void;
  idle(): void;
}

/**
 * Tells of an outage once when it begins and once when it is over: a line for every refused answer would bury the one
 * that operators have to see.
 */
export function createOutageLog(logger: LedgerLogger | undefined): OutageLog {
  let outage: { readonly since: number; refused: number } | undefined;
  let isOverloaded = false;
  return {
    succeeded() {
      if (!outage) return;
      const seconds = Math.round((performance.now() - outage.since) / 1_000);
      logger?.warn({ seconds, refused: outage.refused }, 'the ledger can be written again');
      outage = undefined;
    },
    failed(code, appends) {
      if (!outage) {
        outage = { since: performance.now(), refused: 0 };
        logger?.error({ code }, 'the ledger cannot be written: nothing is disclosed until it can');
      }
      outage.refused += appends;
    },
    triedAgain(code) {
      if (!outage) logger?.warn({ code }, 'the ledger failed once and is tried again');
    },
    refused(code) {
      logger?.error({ code }, 'one answer was held back: its record cannot be written');
    },
    overloaded() {
      if (!isOverloaded) logger?.error({}, 'the ledger is too slow: answers are held back');
      isOverloaded = true;
    },
    idle() {
      isOverloaded = false;
    },
  };
}
