import type { Recorder } from '@kasane/subgraph-kit';
import { ErrorCode, HubError } from '@kasane/vocabulary';
import { QueryFailedError, type EntityManager } from 'typeorm';
import type { CollaborationContext } from './context.js';

type LedgerLine = Parameters<Recorder['add']>[0];

/** PostgreSQL's code for a key that is already there. */
const UNIQUE_VIOLATION = '23505';

/**
 * Makes a change together with its lines in the ledger: neither stands without the other.
 * @throws {HubError} `CONFLICT` when somebody else wrote a row of the same key first; `LEDGER_UNAVAILABLE`
 */
export async function change(
  { manager, recorder, record }: CollaborationContext,
  lines: readonly LedgerLine[],
  write: (transaction: EntityManager) => Promise<void>,
): Promise<void> {
  await manager.transaction(async (transaction) => {
    try {
      await write(transaction);
    } catch (error) {
      if (isTaken(error)) throw new HubError(ErrorCode.CONFLICT);
      throw error;
    }
    for (const line of lines) recorder.add(line);
    await record();
  });
}

const isTaken = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION;
