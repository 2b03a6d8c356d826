import type { ConsentFacts } from '@kasane/disclosure';
import { isOpaqueId, mayShow } from '@kasane/subgraph-kit';
import { Category, ErrorCode, HubError, type PersonId } from '@kasane/vocabulary';
import { absent } from '../absent.js';
import type { CollaborationContext } from '../context.js';
import { ConsentRow, type ConsentEventRow } from './consent-tables.js';
import { happened } from './happened.js';

/**
 * Only who works on the person's case handles their consents; to everybody else the person is not found.
 * @throws {HubError} `NOT_FOUND`
 */
export async function mayHandle(
  context: CollaborationContext,
  person: PersonId,
  field: string,
): Promise<void> {
  const { scope, recorder } = context;
  if (!isOpaqueId(person)) return absent(recorder, Category.CONSENT, field);
  await scope.admit(person);
  if (!isHandler(context, person, field)) throw new HubError(ErrorCode.NOT_FOUND);
}

/**
 * Whether the viewer works on the case of a person who was admitted; noted either way. A consent to see somebody's
 * consents is none to change them.
 */
export function isHandler(
  { scope, recorder }: Pick<CollaborationContext, 'scope' | 'recorder'>,
  person: PersonId,
  field: string,
): boolean {
  const permit = scope.permits([person], Category.CONSENT)?.[0];
  const own = permit?.rule === 'OWN_OFFICE' ? permit : undefined;
  const deniedBy = own ? undefined : scope.deniedBy(person, Category.CONSENT);
  recorder.note(person, Category.CONSENT, field, own, deniedBy);
  return own !== undefined;
}

/** A consent with all that happened to it, before it is changed. */
export interface ConsentInHand {
  readonly row: ConsentRow;
  readonly events: readonly ConsentEventRow[];
}

/**
 * A consent that the viewer may handle.
 * @param expectedEvents how many events its writer had before them, if they say so
 * @throws {HubError} `NOT_FOUND` for an unknown or foreign consent, in the same words; `CONFLICT` when something
 * happened to it since it was read.
 */
export async function consentInHand(
  id: string,
  expectedEvents: number | null | undefined,
  context: CollaborationContext,
  field: string,
): Promise<ConsentInHand> {
  const { loaders } = context;
  const row = await consentRow(id, context, field);
  if (!row) throw new HubError(ErrorCode.NOT_FOUND);
  await mayHandle(context, row.subjectId, field);
  const events = await loaders.consentEvents.load(id);
  assertUnchanged(events, expectedEvents);
  return { row, events };
}

/** A consent that the viewer may see; null when there is none, or none that they may know of. */
export async function consentInSight(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<ConsentInHand | null> {
  const row = await consentRow(id, context, field);
  if (!row) return null;
  await context.scope.admit(row.subjectId);
  if (!mayShow(context, [row.subjectId], Category.CONSENT, field)) return null;
  return { row, events: await context.loaders.consentEvents.load(id) };
}

async function consentRow(
  id: string,
  { manager, scope, recorder }: CollaborationContext,
  field: string,
): Promise<ConsentRow | null> {
  const row = isOpaqueId(id) ? await manager.findOneBy(ConsentRow, { id }) : null;
  if (row) return row;
  // Where there is none, as much is read and recorded as where there is one that is hidden: time must not tell.
  await scope.admitMembers([]);
  recorder.noteAbsent(Category.CONSENT, field);
  return null;
}

/** @throws {HubError} `CONFLICT` when there are other events than its writer had before them. */
export function assertUnchanged(
  events: readonly ConsentEventRow[],
  expectedEvents: number | null | undefined,
): void {
  if (expectedEvents !== undefined && expectedEvents !== null && expectedEvents !== events.length)
    throw new HubError(ErrorCode.CONFLICT);
}

type StateFacts = Pick<ConsentFacts, 'events' | 'validUntil'>;

/** What the state of a consent depends on, as it was written down. */
export const asSaid = ({ row, events }: ConsentInHand): StateFacts => ({
  validUntil: row.validUntil,
  events: events.map(({ at, state, validUntil }) => ({ at, state, until: validUntil ?? undefined })),
});

/** The same as it stands at `now`. */
export function asOf(consent: ConsentInHand, now: Date): StateFacts {
  const said = asSaid(consent);
  return { ...said, events: happened(said.events, now) };
}
