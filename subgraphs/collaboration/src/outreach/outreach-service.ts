import { Category, ErrorCode, HubError, japanDate, officeCode, OfficeStatus, Role } from '@kasane/vocabulary';
import { absent } from '../absent.js';
import { caseWorkedOn } from '../case/coordinate-case.js';
import { isLive } from '../case/own-seat.js';
import { change, isDone, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { askedId, textOf } from '../input.js';
import { newId } from '../new-id.js';
import { requireOfficial } from '../permission.js';
import { rosterSeatsOf } from '../roster/seat-in-hand.js';
import {
  contactProblems,
  outreachProblems,
  type OutreachContactInput,
  type OutreachInput,
} from './outreach-input.js';
import { OutreachContactRow, OutreachRow } from './outreach-tables.js';
import { OutreachStage } from './outreach-words.js';

/** What became of it: done, not to be recorded and why, or somebody else was first. */
export type ChangedOutreach =
  { readonly row: OutreachRow } | { readonly problems: readonly string[] } | { readonly newest: OutreachRow };

/**
 * Gives an office of the roster the task to reach somebody.
 * @throws {HubError} `FORBIDDEN` to partners, volunteers and guests; `NOT_FOUND` for a case that the viewer does not
 * work on, or somebody of it with whom they do not work
 */
export async function beginOutreach(
  input: OutreachInput,
  context: CollaborationContext,
): Promise<ChangedOutreach> {
  const { viewer, loaders, now } = context;
  const field = 'Mutation.beginOutreach';
  requireOfficial(viewer);
  const { row: ofCase, persons } = await caseWorkedOn(input.case, context, field);
  const person = persons.find((each) => each === input.person);
  if (person === undefined) return absent(context.recorder, Category.INVOLVEMENT, field);
  const [office, seats] = await Promise.all([
    loaders.offices.load(input.office),
    loaders.seats.load(ofCase.id),
  ]);
  const today = japanDate(now);
  // For this very person: a seat for somebody hidden would be told by the answer, and opens nothing of this one.
  const isSeated = (await rosterSeatsOf(seats, [person], context)).some(
    ({ seat }) => seat.officeCode === input.office && isLive(seat, today),
  );
  const problems = [
    ...outreachProblems(input, now),
    ...(office?.status === OfficeStatus.OPEN && isSeated
      ? []
      : ['担当する機関は、支援体制に入っている開設中の機関から選んでください。']),
  ];
  if (problems.length > 0) return { problems };
  const row: OutreachRow = {
    id: newId('or'),
    caseId: ofCase.id,
    personId: person,
    officeCode: officeCode(input.office),
    staffId: null,
    foundThrough: input.foundThrough,
    foundWords: textOf(input.foundWords),
    foundOn: input.foundOn,
    withdrawnSince: input.withdrawnSince ?? null,
    quietFrom: input.quietFrom ?? null,
    quietTo: input.quietTo ?? null,
    stage: OutreachStage.IDENTIFIED,
    nextOn: input.nextOn ?? null,
    version: 1,
    begunAt: now,
  };
  await change(
    context,
    [lineOf(field, row.id, { category: Category.NOTES, person })],
    async (transaction) => {
      await transaction.insert(OutreachRow, row);
    },
  );
  return { row };
}

/**
 * Records an attempt at contact, and the stage that was reached with it.
 * @throws {HubError} `NOT_FOUND` when there is no such outreach, or it is neither the viewer's office's nor, for a
 * coordinator, of a case of theirs
 */
export async function recordContact(
  id: string,
  input: OutreachContactInput,
  context: CollaborationContext,
): Promise<ChangedOutreach> {
  const { viewer, manager, now } = context;
  const field = 'Mutation.recordOutreachContact';
  requireOfficial(viewer);
  const found = await manager.findOneBy(OutreachRow, { id: askedId(id) });
  const { persons } = await caseWorkedOn(found?.caseId ?? '', context, field);
  const mayWrite = found?.officeCode === viewer.office || viewer.roles.includes(Role.COORDINATOR);
  if (!found || !mayWrite || !persons.includes(found.personId))
    return absent(context.recorder, Category.INVOLVEMENT, field);
  const problems = contactProblems(input, found, now);
  if (problems.length > 0) return { problems };
  const { stage, expectedVersion } = input;
  const next = { stage, nextOn: input.nextOn ?? null, version: expectedVersion + 1 };
  const line = lineOf(field, id, { category: Category.NOTES, person: found.personId });
  const write = change(context, [line], async (transaction) => {
    const { affected } = await transaction.update(OutreachRow, { id, version: expectedVersion }, next);
    if (affected !== 1) throw new HubError(ErrorCode.CONFLICT);
    await transaction.insert(OutreachContactRow, {
      id: newId('oc'),
      outreachId: id,
      at: input.at,
      method: input.method,
      outcome: input.outcome,
      words: input.words.trim(),
      quietReason: textOf(input.quietReason),
      stage,
      officeCode: viewer.office,
      staffId: viewer.staffId,
      recordedAt: now,
    });
  });
  return (await isDone(write))
    ? { row: { ...found, ...next } }
    : { newest: await manager.findOneByOrFail(OutreachRow, { id }) };
}
