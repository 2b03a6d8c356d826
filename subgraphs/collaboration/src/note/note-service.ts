import { Category, ErrorCode, HubError, japanDate, officeCode, personId } from '@kasane/vocabulary';
import { absent } from '../absent.js';
import { change, linesOf } from '../change.js';
import { caseWorkedOn } from '../case/coordinate-case.js';
import type { CaseInHand } from '../case/move-case.js';
import type { CollaborationContext } from '../context.js';
import { askedId, textOf } from '../input.js';
import { newId } from '../new-id.js';
import { reasonProblems } from '../reason.js';
import { requireOfficial } from '../permission.js';
import { rosterSeatsOf } from '../roster/seat-in-hand.js';
import type { CaseNoteInput, ToldDisclosureInput } from './note-input.js';
import { noteProblems, toldProblems, type NoteSetting } from './note-rules.js';
import { CaseNoteRow, CaseNoteVersionRow, ToldDisclosureRow } from './note-tables.js';

/** What became of a note: written; not to be written, and why; or somebody else revised it first. */
export type WrittenNote =
  { readonly id: string } | { readonly problems: readonly string[] } | { readonly newer: string };

/**
 * Writes a note of a case on which the viewer works, in whatever role.
 * @throws {HubError} as {@link caseWorkedOn}
 */
export async function addCaseNote(
  caseId: string,
  input: CaseNoteInput,
  context: CollaborationContext,
): Promise<WrittenNote> {
  const field = 'Mutation.addCaseNote';
  const found = await caseWorkedOn(caseId, context, field);
  const problems = noteProblems(input, await settingOf(found, context));
  if (problems.length > 0) return { problems };
  const id = newId('n');
  const version = versionOf(id, 1, input, null, context);
  await change(context, linesOf(version.persons, Category.NOTES, field, id), async (transaction) => {
    const { heldAt, persons, officeCode: office } = version;
    await transaction.insert(CaseNoteRow, {
      id,
      caseId: found.row.id,
      officeCode: office,
      version: 1,
      heldAt,
      persons: [...persons],
    });
    await transaction.insert(CaseNoteVersionRow, version as never);
  });
  return { id };
}

/**
 * Writes the next version of a note; what stood there before stays readable to who may read it.
 * @throws {HubError} `NOT_FOUND` when there is no such note, or none of the viewer's own office: the same words
 */
export async function reviseCaseNote(
  { id, expected }: { readonly id: string; readonly expected: number },
  input: CaseNoteInput,
  reason: string,
  context: CollaborationContext,
): Promise<WrittenNote> {
  const { manager, recorder, viewer } = context;
  const field = 'Mutation.reviseCaseNote';
  const note = await manager.findOneBy(CaseNoteRow, { id: askedId(id) });
  const found = await caseWorkedOn(note?.caseId ?? '', context, field);
  if (note?.officeCode !== viewer.office || !note.persons.every((each) => found.persons.includes(each)))
    return absent(recorder, Category.INVOLVEMENT, field);
  if (note.version !== expected) return { newer: id };
  const problems = [...noteProblems(input, await settingOf(found, context)), ...reasonProblems(reason)];
  if (problems.length > 0) return { problems };
  const version = versionOf(id, expected + 1, input, reason.trim(), context);
  const { heldAt, persons } = version;
  const concerned = [...new Set([...note.persons, ...persons])];
  try {
    await change(context, linesOf(concerned, Category.NOTES, field, id), async (transaction) => {
      const { affected } = await transaction.update(
        CaseNoteRow,
        { id, version: expected },
        { version: expected + 1, heldAt, persons: [...persons] },
      );
      if (affected !== 1) throw new HubError(ErrorCode.CONFLICT);
      await transaction.insert(CaseNoteVersionRow, version as never);
    });
  } catch (error) {
    if (error instanceof HubError && error.code === ErrorCode.CONFLICT) return { newer: id };
    throw error;
  }
  return { id };
}

/**
 * Puts on record what was told outside the hub: a row, and a line in the ledger for each person, so that who asks who
 * was shown their data is told of this too.
 * @throws {HubError} as {@link caseWorkedOn}; `FORBIDDEN` to who is no official
 */
export async function recordToldDisclosure(
  caseId: string,
  input: ToldDisclosureInput,
  context: CollaborationContext,
): Promise<{ readonly row: ToldDisclosureRow } | { readonly problems: readonly string[] }> {
  const { viewer, now } = context;
  const field = 'Mutation.recordToldDisclosure';
  requireOfficial(viewer);
  const { row: found, persons: known } = await caseWorkedOn(caseId, context, field);
  const problems = toldProblems(input, { persons: known, today: japanDate(now) });
  if (problems.length > 0) return { problems };
  const row = Object.assign(new ToldDisclosureRow(), {
    id: newId('td'),
    caseId: found.id,
    persons: [...new Set(input.persons)].map(personId),
    recipient: input.recipient.trim(),
    categories: [...new Set(input.categories)],
    how: input.how,
    toldOn: input.toldOn,
    basis: input.basis.trim(),
    officeCode: viewer.office,
    staffId: viewer.staffId,
    at: now,
  });
  const items = row.categories.map((category) => ({ category, fields: [field], evidence: row.id }));
  const lines = row.persons.map((person) => ({
    kind: 'DISCLOSURE' as const,
    person,
    outcome: 'PERMITTED' as const,
    items,
  }));
  await change(context, lines, async (transaction) => {
    await transaction.insert(ToldDisclosureRow, row as never);
  });
  return { row };
}

async function settingOf({ row, persons }: CaseInHand, context: CollaborationContext): Promise<NoteSetting> {
  const { loaders, scope, viewer, now } = context;
  // Only what the viewer can see on the roster: else a code that is tried would tell of a seat that is hidden.
  const seats = await rosterSeatsOf(
    await loaders.seats.load(row.id),
    scope.membersOf(row.householdId),
    context,
  );
  const offices = [viewer.office, ...seats.map(({ seat }) => seat.officeCode)];
  return { persons, offices, now, today: japanDate(now) };
}

function versionOf(
  noteId: string,
  version: number,
  input: CaseNoteInput,
  reason: string | null,
  { viewer, now }: Pick<CollaborationContext, 'viewer' | 'now'>,
): CaseNoteVersionRow {
  const nextStep = textOf(input.nextStep);
  return {
    noteId,
    version,
    heldAt: input.heldAt,
    method: input.method,
    answeredBy: input.answeredBy.trim(),
    counterpart: input.counterpart.trim(),
    content: input.content,
    nextStep,
    nextOn: input.nextOn ?? null,
    nextOffice: nextStep === null ? null : officeCode(input.nextOffice ?? viewer.office),
    minutes: input.minutes ?? null,
    persons: [...new Set(input.persons)].map(personId),
    reason,
    officeCode: viewer.office,
    staffId: viewer.staffId,
    at: now,
  };
}
