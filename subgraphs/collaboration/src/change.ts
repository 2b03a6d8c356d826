import type { Recorder } from '@kasane/subgraph-kit';
import { ErrorCode, HubError, type Category, type HouseholdId, type PersonId } from '@kasane/vocabulary';
import { QueryFailedError, type EntityManager } from 'typeorm';
import type { CollaborationContext } from './context.js';

export type LedgerLine = Parameters<Recorder['add']>[0];

/** PostgreSQL's code for a key that is already there. */
const UNIQUE_VIOLATION = '23505';
/** Its code for a text that is longer than its column. */
const TOO_LONG = '22001';

/**
 * Makes a change together with its lines in the ledger: neither stands without the other.
 * @throws {HubError} `CONFLICT` when somebody else wrote a row of the same key first; `BAD_USER_INPUT` for a text that
 * its form did not ask to be shorter; `LEDGER_UNAVAILABLE`
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
      if (codeOf(error) === UNIQUE_VIOLATION) throw new HubError(ErrorCode.CONFLICT);
      if (codeOf(error) === TOO_LONG)
        throw new HubError(ErrorCode.BAD_USER_INPUT, '長すぎる文章があります。 A text is too long.');
      throw error;
    }
    for (const line of lines) recorder.add(line);
    await record();
  });
}

/**
 * The line that a change leaves in the ledger: by which field, of what, and of which person or household. Without one
 * where who reads a ledger must not learn whom it is about.
 */
export const lineOf = (
  field: string,
  evidence: string,
  {
    category,
    ...of
  }: { readonly category?: Category; readonly person?: PersonId; readonly household?: HouseholdId } = {},
): LedgerLine => ({
  kind: 'CHANGE',
  ...of,
  outcome: 'PERMITTED',
  items: [{ ...(category && { category }), fields: [field], evidence }],
});

/** One line for everybody of whom a change speaks. */
export const linesOf = (
  persons: readonly PersonId[],
  category: Category,
  field: string,
  evidence: string,
): readonly LedgerLine[] => persons.map((person) => lineOf(field, evidence, { category, person }));

/** Whether a change was made; not, when somebody else was first: then nothing of it stands, nor in the ledger. */
export async function isDone(change: Promise<void>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (error instanceof HubError && error.code === ErrorCode.CONFLICT) return false;
    throw error;
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
