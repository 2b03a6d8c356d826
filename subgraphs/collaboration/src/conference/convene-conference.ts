import {
  Category,
  ErrorCode,
  householdId,
  HubError,
  japanDate,
  personId,
  Role,
  staffId,
  type HouseholdId,
  type PersonId,
} from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { caseWorkedOn } from '../case/coordinate-case.js';
import { change, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { newId } from '../new-id.js';
import { DirectoryOfficeRow } from '../office/office-tables.js';
import { requireOfficial, requireRole } from '../permission.js';
import { sessionInHand } from '../session/open-session.js';
import { leads, SessionState } from '../session/session-access.js';
import { SessionBasis } from '../session/session-basis.js';
import type { StoredSession } from '../session/session-repository.js';
import { SessionClosingRow } from '../session/session-tables.js';
import type { AgendaItemInput, MeetingInput, ParticipantInput } from './conference-input.js';
import { withoutConferenceConsent } from './conference-consents.js';
import { AgendaKind, ConferenceKind } from './conference-kind.js';
import { readConferences, type StoredConference, type StoredParticipant } from './conference-repository.js';
import { agendaProblems, heldAtProblems, participantProblems, seatKeyOf } from './conference-rules.js';
import { AgendaItemRow, ConferencePersonRow, ConferenceRow, ParticipantRow } from './conference-tables.js';
import { conferenceToLead } from './open-conference.js';

/** What became of a change: done, or why not. */
export type ChangedConference =
  | { readonly id: string }
  | { readonly problems: readonly string[] }
  | { readonly missing: readonly PersonId[] }
  | { readonly since: Date }
  | { readonly changed: StoredConference };

type People = readonly { readonly person: PersonId; readonly household: HouseholdId }[];

/**
 * Opens the papers of a 支援会議, in its session. They speak of everybody who lives in its households, known to the
 * viewer or not.
 * @throws {HubError} `NOT_FOUND` for a session of which the viewer may not know; `FORBIDDEN` to who does not lead it
 */
export async function openSupportConference(
  session: string,
  meeting: MeetingInput,
  context: CollaborationContext,
): Promise<ChangedConference> {
  const field = 'Mutation.openSupportConference';
  const { manager, loaders, viewer, now } = context;
  const { stored, state } = await sessionInHand(session, context, field);
  if (!leads(stored, viewer)) throw new HubError(ErrorCode.FORBIDDEN);
  if (state === SessionState.OVER) return { since: endOf(stored) };
  const members = await loaders.facts.members(stored.households, japanDate(now));
  const taken = await manager.existsBy(ConferenceRow, { sessionId: session });
  const problems = [
    ...(taken ? ['この場の会議はすでに登録されています。'] : []),
    ...(stored.basis === SessionBasis.SWA_106_6
      ? []
      : ['支援会議(社会福祉法第106条の6)の場ではありません。']),
    ...(meeting.heldAt >= stored.opensAt && meeting.heldAt < stored.closesAt
      ? []
      : ['開催日時を、場の開始から終了までの間にしてください。']),
    ...agendaProblems(meeting.agenda, ConferenceKind.SUPPORT, stored.households),
    ...participantProblems(meeting.participants, seatsOf(stored), await officeCodes(manager)),
    ...byRoster(meeting.participants),
    ...secretariatProblems(
      meeting,
      stored.members.flatMap((seat) => (seat.office === viewer.office ? [seat.staff] : [])),
      context,
    ),
  ];
  if (problems.length > 0) return { problems: [...new Set(problems)] };
  const people = members.map((member) => ({ person: member.personId, household: member.householdId }));
  const row = { kind: ConferenceKind.SUPPORT, sessionId: session, caseId: null, movedFrom: null };
  return { id: await write(row, { meeting, people, agenda: meeting.agenda, field }, context) };
}

/**
 * Convenes a 重層的支援会議 about those of a case who consented to it.
 * @throws {HubError} `FORBIDDEN` to who is no coordinator; `NOT_FOUND` for a case that the viewer does not work on
 */
export async function conveneMultilayerConference(
  { caseId, persons }: { readonly caseId: string; readonly persons: readonly string[] },
  meeting: MeetingInput,
  context: CollaborationContext,
): Promise<ChangedConference> {
  const field = 'Mutation.conveneMultilayerConference';
  const checked = await checkMultilayer({ caseId, persons, field }, meeting, [], context);
  if (!('people' in checked)) return checked;
  const row = { kind: ConferenceKind.MULTILAYER, sessionId: null, caseId, movedFrom: null };
  const { people } = checked;
  return { id: await write(row, { meeting, people, agenda: meeting.agenda, field }, context) };
}

/**
 * Moves from a 支援会議 to a 重層的支援会議, now that there is consent: its agenda and its roster come along, and its
 * session is closed: from then on nobody is shown anything by the statute.
 * @throws {HubError} as {@link conveneMultilayerConference}, and `NOT_FOUND` or `FORBIDDEN` about the 支援会議
 */
export async function moveToMultilayer(
  from: string,
  { caseId, persons }: { readonly caseId: string; readonly persons: readonly string[] },
  meeting: MeetingInput,
  context: CollaborationContext,
): Promise<ChangedConference> {
  const field = 'Mutation.moveToMultilayerConference';
  const { manager, viewer, now } = context;
  const stored = await conferenceToLead(from, context, field);
  const { sessionId } = stored;
  if (stored.kind !== ConferenceKind.SUPPORT || sessionId === null)
    return { problems: ['支援会議ではありません。'] };
  const households = stored.people.map(({ household }) => household);
  const checked = await checkMultilayer({ caseId, persons, field }, meeting, carriedSeats(stored), context);
  if (!('people' in checked)) return checked;
  const { people, household } = checked;
  if (!households.includes(household)) return { problems: ['この支援会議の世帯のケースではありません。'] };
  if (await manager.existsBy(ConferenceRow, { movedFrom: from }))
    return { problems: ['この支援会議は、すでに重層的支援会議へ移行しています。'] };
  // Words about everybody must not come to be about those alone who consented: then the item comes without them.
  const isWhole = stored.people.every(
    (each) => each.household !== household || people.some(({ person }) => person === each.person),
  );
  const carried = stored.agenda
    .filter((item) => item.household === household)
    .map(({ topic }) => ({
      household,
      kind: AgendaKind.DIRECTION,
      topic: isWhole ? topic : CARRIED_TOPIC,
      planId: null,
    }));
  const row = { kind: ConferenceKind.MULTILAYER, sessionId: null, caseId, movedFrom: from };
  const id = await write(
    row,
    {
      meeting,
      people,
      agenda: [...meeting.agenda, ...carried],
      field,
      carry: await asPrinted(stored, manager),
    },
    context,
    async (transaction) => {
      if (stored.sessionEnds !== null && stored.sessionEnds <= now) return;
      // A session that another closed in this moment is closed: the same row, and so a conflict, told as one.
      await transaction.insert(SessionClosingRow, { sessionId, closedBy: viewer.staffId, closedAt: now });
    },
  );
  return { id };
}

const CARRIED_TOPIC = '支援会議から引き継いだ議題';

interface Asked {
  readonly caseId: string;
  readonly persons: readonly string[];
  readonly field: string;
}

/** Who takes part in a 重層的支援会議, or why it cannot be held. */
async function checkMultilayer(
  { caseId, persons, field }: Asked,
  meeting: MeetingInput,
  taken: readonly string[],
  context: CollaborationContext,
): Promise<{ readonly people: People; readonly household: HouseholdId } | ChangedConference> {
  const { manager, viewer, scope, recorder, now } = context;
  requireRole(viewer, Role.COORDINATOR);
  requireOfficial(viewer);
  const { row, persons: known } = await caseWorkedOn(caseId, context, field);
  const asked = [...new Set(persons)].map(personId);
  // The same for a stranger, somebody hidden and nobody.
  const isKnown = (person: PersonId): boolean => known.includes(person) && scope.mayBeNamed(person);
  if (asked.length === 0 || !asked.every(isKnown)) {
    recorder.noteAbsent(Category.INVOLVEMENT, field);
    throw new HubError(ErrorCode.NOT_FOUND);
  }
  const problems = [
    ...heldAtProblems(meeting.heldAt, now),
    ...agendaProblems(meeting.agenda, ConferenceKind.MULTILAYER, [row.householdId]),
    ...participantProblems(meeting.participants, taken, await officeCodes(manager)),
    ...secretariatProblems(
      meeting,
      meeting.participants.flatMap(({ staff, office }) => (staff && office === viewer.office ? [staff] : [])),
      context,
    ),
  ];
  if (problems.length > 0) return { problems: [...new Set(problems)] };
  const missing = await withoutConferenceConsent(asked, context);
  if (missing.length > 0) return { missing };
  return {
    household: row.householdId,
    people: asked.map((person) => ({ person, household: row.householdId })),
  };
}

interface Paper {
  readonly meeting: MeetingInput;
  readonly people: People;
  readonly agenda: readonly AgendaItemInput[];
  readonly field: string;
  /** The roster that comes along from a 支援会議. */
  readonly carry?: readonly StoredParticipant[];
}

async function write(
  row: Pick<ConferenceRow, 'kind' | 'sessionId' | 'caseId' | 'movedFrom'>,
  { meeting, people, agenda, field, carry }: Paper,
  context: CollaborationContext,
  also: (transaction: EntityManager) => Promise<void> = async () => undefined,
): Promise<string> {
  const { viewer, now } = context;
  const id = newId('conf');
  const lines = [...new Set(people.map(({ household }) => household))].map((household) =>
    lineOf(field, id, { category: Category.CONFERENCE_RECORD, household }),
  );
  await change(context, lines, async (transaction) => {
    await transaction.insert(ConferenceRow, {
      ...row,
      id,
      officeCode: viewer.office,
      convenedBy: viewer.staffId,
      secretariat: meeting.secretariat ? staffId(meeting.secretariat) : viewer.staffId,
      heldAt: meeting.heldAt,
      place: meeting.place.trim(),
      createdAt: now,
    });
    await transaction.insert(
      ConferencePersonRow,
      people.map(({ person, household }) => ({ conferenceId: id, personId: person, householdId: household })),
    );
    await transaction.insert(
      AgendaItemRow,
      agenda.map(({ household, kind, topic, planId }, at) => ({
        id: newId('ag'),
        conferenceId: id,
        number: at + 1,
        householdId: householdId(household),
        kind,
        topic: topic.trim(),
        planId: planId ?? null,
      })),
    );
    const invited = [
      ...meeting.participants.map((participant) => participantRow(id, participant, context)),
      ...(carry ? carriedRows(id, carry, context) : []),
    ];
    if (invited.length > 0) await transaction.insert(ParticipantRow, invited);
    await also(transaction);
  });
  return id;
}

export const officeCodes = async (manager: EntityManager): Promise<ReadonlySet<string>> =>
  new Set((await manager.find(DirectoryOfficeRow, { select: { code: true } })).map(({ code }) => code));

export const participantRow = (
  conferenceId: string,
  participant: ParticipantInput,
  { viewer, now }: Pick<CollaborationContext, 'viewer' | 'now'>,
): Partial<ParticipantRow> =>
  ({
    conferenceId,
    seatKey: seatKeyOf(participant),
    staffId: participant.staff ?? null,
    officeCode: participant.office ?? null,
    affiliation: participant.affiliation.trim(),
    name: participant.name.trim(),
    capacity: participant.capacity,
    invitedBy: viewer.staffId,
    invitedAt: now,
  }) as Partial<ParticipantRow>;

/** Who has an account enters a 支援会議 by the roster of its session, where the duty of confidentiality is accepted. */
export const byRoster = (participants: readonly ParticipantInput[]): readonly string[] =>
  participants.some(({ staff }) => staff)
    ? ['アカウントのある構成員は、場の構成員名簿に加えてください。ここには紙で参加する人だけを記入します。']
    : [];

const seatsOf = ({ members }: StoredSession): readonly string[] =>
  members.map(({ staff, office }) => `${staff} ${office}`);

const carriedSeats = ({ participants }: StoredConference): readonly string[] =>
  participants.map(({ key }) => key);

/** In a session somebody has an office; on the papers of a 重層的支援会議 its name is printed. */
async function asPrinted(
  { participants }: StoredConference,
  manager: EntityManager,
): Promise<readonly StoredParticipant[]> {
  const offices = await manager.find(DirectoryOfficeRow, { select: { code: true, name: true } });
  const names = new Map(offices.map(({ code, name }) => [code, name]));
  return participants.map((each) => ({
    ...each,
    affiliation: each.affiliation ?? (each.office && (names.get(each.office) ?? each.office)),
  }));
}

const carriedRows = (
  id: string,
  roster: readonly StoredParticipant[],
  { viewer, now }: Pick<CollaborationContext, 'viewer' | 'now'>,
) =>
  roster.map(({ key, staff, office, affiliation, name, capacity }) => ({
    conferenceId: id,
    seatKey: key,
    staffId: staff,
    officeCode: office,
    affiliation: affiliation ?? '',
    name,
    capacity,
    invitedBy: viewer.staffId,
    invitedAt: now,
  }));

/** The secretariat sits in the convening office: the viewer, or somebody of it who is on the roster. */
const secretariatProblems = (
  { secretariat }: MeetingInput,
  colleagues: readonly string[],
  { viewer }: CollaborationContext,
): readonly string[] =>
  !secretariat || secretariat === viewer.staffId || colleagues.includes(secretariat)
    ? []
    : ['事務局は、主宰する機関の職員で、構成員名簿にある人にしてください。'];

const endOf = ({ closesAt, closedAt }: StoredSession): Date =>
  closedAt !== null && closedAt < closesAt ? closedAt : closesAt;

/** One conference as it stands, after a change. */
export async function reread(id: string, { manager }: CollaborationContext): Promise<StoredConference> {
  const [stored] = await readConferences(manager, [id]);
  if (!stored) throw new HubError(ErrorCode.NOT_FOUND);
  return stored;
}
