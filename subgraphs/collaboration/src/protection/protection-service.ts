import {
  Category,
  ErrorCode,
  HubError,
  japanDate,
  officeCode,
  personId,
  Role,
  staffId,
} from '@kasane/vocabulary';
import { absent } from '../absent.js';
import { change, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { askedId } from '../input.js';
import { newId } from '../new-id.js';
import { DirectoryOfficeRow } from '../office/office-tables.js';
import { requireRole } from '../permission.js';
import { findMeasures, type StoredMeasure } from './protection-repository.js';
import { MeasureEventKind, MeasureEventRow, MeasureRow } from './protection-tables.js';
import { renewalProblems, renewed, termProblems } from './term.js';
import type { ProtectiveMeasureInput } from './protection.js';

type Problems = { readonly problems: readonly string[] };

/**
 * Registers a measure: from the next request on it masks everywhere.
 * @throws {HubError} `FORBIDDEN` to who is no protection officer; `NOT_FOUND` for an unknown person, for a mistyped id
 * would leave somebody unprotected without anybody noticing
 */
export async function registerMeasure(
  input: ProtectiveMeasureInput,
  context: CollaborationContext,
): Promise<StoredMeasure | Problems> {
  const { viewer, now, manager, loaders, recorder } = context;
  const field = 'Mutation.registerProtectiveMeasure';
  requireRole(viewer, Role.PROTECTION_OFFICER);
  const person = personId(input.person);
  if (!(await loaders.persons.load(person))) return absent(recorder, Category.HOUSEHOLD, field);
  const problems = await registrationProblems(input, context);
  if (problems.length > 0) return { problems };
  const id = newId('pm');
  // Without the person: a ledger is read by more than those who may know that somebody is protected. The id of the
  // measure leads whoever handles it to them.
  await change(context, [lineOf(field, id)], async (transaction) => {
    await transaction.insert(MeasureRow, {
      id,
      personId: person,
      handlingOffices: [...new Set(input.handlingOffices)].map(officeCode),
      restrictedStaff: [...new Set(input.restrictedStaff)].map(staffId),
      from: input.from,
      to: input.to,
      registeredBy: viewer.staffId,
      registeredAtOffice: viewer.office,
      registeredAt: now,
    });
  });
  const [measure] = await findMeasures(manager, viewer, { today: japanDate(now), only: id });
  return measure ?? missing();
}

/**
 * Gives a measure another year, from a month before its end.
 * @throws {HubError} `FORBIDDEN` to who is no protection officer; `NOT_FOUND` for an unknown measure, and for one that
 * another office handles: the same words; `CONFLICT` when somebody else was first
 */
export async function renewMeasure(
  id: string,
  context: CollaborationContext,
): Promise<StoredMeasure | Problems> {
  const field = 'Mutation.renewProtectiveMeasure';
  const measure = await measureInHand(id, context, field);
  const problems = renewalProblems(measure.to, japanDate(context.now));
  if (problems.length > 0) return { problems };
  const to = renewed(measure.to);
  await append(measure, { kind: MeasureEventKind.RENEWED, to }, context, field);
  return { ...measure, to, events: measure.events + 1 };
}

/** Ends a measure. @throws {HubError} as {@link renewMeasure} */
export async function endMeasure(
  id: string,
  context: CollaborationContext,
): Promise<{ readonly id: string }> {
  const field = 'Mutation.endProtectiveMeasure';
  const measure = await measureInHand(id, context, field);
  await append(measure, { kind: MeasureEventKind.ENDED, to: null }, context, field);
  return { id };
}

async function registrationProblems(
  { handlingOffices, restrictedStaff, from, to }: ProtectiveMeasureInput,
  { viewer, now, manager }: CollaborationContext,
): Promise<readonly string[]> {
  const known = new Set<string>(
    (await manager.find(DirectoryOfficeRow, { select: { code: true } })).map(({ code }) => code),
  );
  return [
    ...termProblems(from, to, japanDate(now)),
    ...handlingOffices
      .filter((code) => !known.has(code))
      .map((code) => `取扱機関「${code}」は登録されていません。`),
    // Else it would mask to whoever registered it, who could neither see nor end it.
    ...(handlingOffices.includes(viewer.office) ? [] : ['取扱機関に自機関を含めてください。']),
    ...(restrictedStaff.includes(viewer.staffId) ? ['相手方に自分を含めることはできません。'] : []),
  ];
}

async function measureInHand(
  id: string,
  { manager, viewer, now, recorder }: CollaborationContext,
  field: string,
): Promise<StoredMeasure> {
  requireRole(viewer, Role.PROTECTION_OFFICER);
  const [measure] = await findMeasures(manager, viewer, {
    today: japanDate(now),
    only: askedId(id),
  });
  if (measure) return measure;
  return absent(recorder, Category.HOUSEHOLD, field);
}

const append = (
  { id, events }: StoredMeasure,
  event: Pick<MeasureEventRow, 'kind' | 'to'>,
  context: CollaborationContext,
  field: string,
): Promise<void> =>
  change(context, [lineOf(field, id)], async (transaction) => {
    await transaction.insert(MeasureEventRow, {
      measureId: id,
      seq: events + 1,
      ...event,
      recordedBy: context.viewer.staffId,
      at: context.now,
    });
  });

function missing(): never {
  throw new HubError(ErrorCode.INTERNAL, 'A measure that was just registered is not there.');
}
