import { Category, type PersonId } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { change } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { ConsentEventRow } from './consent-tables.js';
import type { ConsentInHand } from './handling.js';

/** Characters that an event keeps of who expressed it; the consent itself names every grantor in full. */
const MAX_EXPRESSED_BY = 256;

/** What an event tells; whatever it leaves out it has not. */
export type NewEvent = Pick<ConsentEventRow, 'state' | 'expression' | 'expressedBy'> &
  Partial<Pick<ConsentEventRow, 'witnesses' | 'validUntil' | 'writtenBy' | 'explanation'>>;

/**
 * Appends what happened to a consent, and its record in the ledger: both stand, or neither.
 * @throws {HubError} `CONFLICT` when somebody else was first; `LEDGER_UNAVAILABLE`.
 */
export async function changeConsent(
  { row, events }: ConsentInHand,
  event: NewEvent,
  context: CollaborationContext,
  field: string,
): Promise<void> {
  await change(context, [changeOf(row.subjectId, field, [row.id])], (transaction) =>
    appendEvent(transaction, row.id, events.length + 1, event, context),
  );
  context.loaders.consentEvents.clear(row.id);
}

/** Writes event number `seq`. Its key is that number, so of two writers who saw the same events one wins. */
export async function appendEvent(
  manager: EntityManager,
  consentId: string,
  seq: number,
  { expressedBy, ...event }: NewEvent,
  { now, viewer }: Pick<CollaborationContext, 'now' | 'viewer'>,
): Promise<void> {
  await manager.insert(ConsentEventRow, {
    witnesses: [],
    validUntil: null,
    writtenBy: null,
    explanation: null,
    ...event,
    consentId,
    seq,
    at: now,
    expressedBy: expressedBy.slice(0, MAX_EXPRESSED_BY),
    recordedBy: viewer.staffId,
  } as never);
}

/** The line that a change of consents leaves in the ledger. */
export const changeOf = (person: PersonId, field: string, consents: readonly string[]) => ({
  kind: 'CHANGE' as const,
  person,
  outcome: 'PERMITTED' as const,
  items: consents.map((evidence) => ({ category: Category.CONSENT, fields: [field], evidence })),
});
