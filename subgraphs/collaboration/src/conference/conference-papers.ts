import { Category, endOfJapanDay, householdId, japanDate, officeCode } from '@kasane/vocabulary';
import { change, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { charProblems } from '../input.js';
import { newId } from '../new-id.js';
import { withoutConferenceConsent } from './conference-consents.js';
import type { MaterialInput, ParticipantInput } from './conference-input.js';
import { ConferenceKind, type AgendaOutcome } from './conference-kind.js';
import type { StoredConference } from './conference-repository.js';
import { materialProblems, notYetHeld, participantProblems } from './conference-rules.js';
import { AgendaResultRow, AttendanceRow, MaterialRow, ParticipantRow } from './conference-tables.js';
import { byRoster, officeCodes, participantRow, type ChangedConference } from './convene-conference.js';
import { conferenceToLead, subjectsOf } from './open-conference.js';

/** Characters of what came of an item. */
const MAX_RESULT = 20_000;

/** Invites more people. Who is invited twice is a problem, not a second seat. @throws {HubError} as {@link conferenceToLead} */
export async function inviteToConference(
  id: string,
  participants: readonly ParticipantInput[],
  context: CollaborationContext,
): Promise<ChangedConference> {
  const field = 'Mutation.inviteToConference';
  const stored = await conferenceToLead(id, context, field);
  const problems = [
    ...participantProblems(
      participants,
      stored.participants.map(({ key }) => key),
      await officeCodes(context.manager),
    ),
    ...(stored.kind === ConferenceKind.SUPPORT ? byRoster(participants) : []),
    ...(participants.length === 0 ? ['招く人を記入してください。'] : []),
  ];
  if (problems.length > 0) return { problems: [...new Set(problems)] };
  await change(context, linesOf(stored, field, id), async (transaction) => {
    await transaction.insert(
      ParticipantRow,
      participants.map((participant) => participantRow(id, participant, context)),
    );
  });
  return { id };
}

/**
 * Records what is laid on the table: title, kind, names of fields and digest. Its own words are shown until the session
 * ends; of a 重層的支援会議 until the end of its day.
 * @throws {HubError} as {@link conferenceToLead}
 */
export async function addConferenceMaterial(
  id: string,
  material: MaterialInput,
  context: CollaborationContext,
): Promise<ChangedConference> {
  const field = 'Mutation.addConferenceMaterial';
  const { manager, viewer, scope, now } = context;
  const stored = await conferenceToLead(id, context, field);
  if (stored.sessionEnds !== null && stored.sessionEnds <= now) return { since: stored.sessionEnds };
  const problems = materialProblems(
    material,
    stored.people.map(({ household }) => household),
    await officeCodes(manager),
  );
  if (problems.length > 0) return { problems };
  // A withdrawal since it was convened bites here: nothing more is laid on the table.
  if (stored.kind === ConferenceKind.MULTILAYER) {
    const missing = await withoutConferenceConsent(subjectsOf(stored), context);
    if (missing.length > 0) return { missing: missing.filter((person) => scope.mayBeNamed(person)) };
  }
  const materialId = newId('mat');
  const household = householdId(material.household);
  const categories = [...new Set(material.categories)];
  // What was shown on paper stands in the ledger as what it was, not as "a paper".
  const line = {
    ...lineOf(field, materialId, { household }),
    items: categories.map((category) => ({ category, fields: [field], evidence: materialId })),
  };
  await change(context, [line], async (transaction) => {
    await transaction.insert(MaterialRow, {
      id: materialId,
      conferenceId: id,
      householdId: household,
      sourceOffice: officeCode(material.source),
      title: material.title.trim(),
      categories,
      fields: [...new Set(material.fields)],
      digest: material.digest,
      words: material.words?.trim() || null,
      addedBy: viewer.staffId,
      addedAt: now,
      expiresAt: stored.sessionEnds ?? endOfJapanDay(japanDate(stored.heldAt)),
    });
  });
  return { id };
}

/** Somebody who came. */
export interface Attendee {
  readonly seat: string;
  /** That they accepted the duty of confidentiality, on paper where they have no account. */
  readonly pledged: boolean;
}

/**
 * Records who came. Nobody is recorded who has not accepted the duty of confidentiality: with an account in the
 * session itself, without one by a signature on paper, which the secretariat confirms here; and with it, that what
 * they were shown on paper is a disclosure on record.
 * @throws {HubError} as {@link conferenceToLead}
 */
export async function recordAttendance(
  id: string,
  attendees: readonly Attendee[],
  context: CollaborationContext,
): Promise<ChangedConference> {
  const field = 'Mutation.recordAttendance';
  const { viewer, now } = context;
  const stored = await conferenceToLead(id, context, field);
  const problems = [...attendanceProblems(stored, attendees), ...notYetHeld(stored.heldAt, now)];
  if (problems.length > 0) return { problems };
  await change(context, linesOf(stored, field, id), async (transaction) => {
    await transaction.insert(
      AttendanceRow,
      attendees.map(({ seat }) => ({ conferenceId: id, seatKey: seat, recordedBy: viewer.staffId, at: now })),
    );
  });
  return { id };
}

function attendanceProblems(
  { kind, participants }: Pick<StoredConference, 'kind' | 'participants'>,
  attendees: readonly Attendee[],
): readonly string[] {
  if (attendees.length === 0) return ['出席者を選んでください。'];
  const seats = attendees.map(({ seat }) => seat);
  return attendees.flatMap(({ seat, pledged }, at) => {
    const found = participants.find(({ key }) => key === seat);
    if (!found) return ['名簿にない出席者が含まれています。'];
    if (found.attendedAt !== null || seats.indexOf(seat) !== at)
      return [`「${found.name}」の出席は、すでに記録されています。`];
    const hasPledged =
      kind === ConferenceKind.SUPPORT && found.staff !== null ? found.pledgedAt !== null : pledged;
    return hasPledged ? [] : [`「${found.name}」の守秘義務が確認されていません。`];
  });
}

/** Records what came of an item, once. Of two who do so at once the second is told `CONFLICT`. */
export async function recordAgendaResult(
  id: string,
  item: string,
  { outcome, words }: { readonly outcome: AgendaOutcome; readonly words: string },
  context: CollaborationContext,
): Promise<ChangedConference> {
  const field = 'Mutation.recordAgendaResult';
  const { viewer, now } = context;
  const stored = await conferenceToLead(id, context, field);
  const found = stored.agenda.find((each) => each.id === item);
  const problems = [
    ...(found ? [] : ['この会議の議題ではありません。']),
    ...(found?.outcome ? ['この議題の検討結果は、すでに記録されています。'] : []),
    ...charProblems(words),
    ...(words.trim() === '' || words.length > MAX_RESULT
      ? [`検討結果の内容を${MAX_RESULT}文字以内で記入してください。`]
      : []),
    ...notYetHeld(stored.heldAt, now),
  ];
  if (!found || problems.length > 0) return { problems };
  await change(
    context,
    [lineOf(field, item, { category: Category.CONFERENCE_RECORD, household: found.household })],
    async (transaction) => {
      await transaction.insert(AgendaResultRow, {
        itemId: item,
        conferenceId: id,
        outcome,
        words: words.trim(),
        recordedBy: viewer.staffId,
        at: now,
      });
    },
  );
  return { id };
}

/** One line for each household of a conference. */
export const linesOf = ({ people }: Pick<StoredConference, 'people'>, field: string, evidence: string) =>
  [...new Set(people.map(({ household }) => household))].map((household) =>
    lineOf(field, evidence, { category: Category.CONFERENCE_RECORD, household }),
  );
