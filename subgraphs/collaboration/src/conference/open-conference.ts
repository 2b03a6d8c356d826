import { about, isOpaqueId, UNLINKED } from '@kasane/subgraph-kit';
import {
  Category,
  ErrorCode,
  householdId,
  HubError,
  japanDate,
  Level,
  type HouseholdId,
  type PersonId,
} from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';
import { isKeptFromAll } from '../disclosure/kept-from.js';
import { personOf } from '../person/person.js';
import {
  AgendaItem,
  Conference,
  ConferenceMaterial,
  ConferenceMinutes,
  ConferenceParticipant,
  ConferenceRole,
  SharedWords,
} from './conference.js';
import { isInvited, leadsConference } from './conference-access.js';
import { MinutesState } from './conference-kind.js';
import {
  readConferences,
  type StoredConference,
  type StoredMinutes,
  type StoredRole,
} from './conference-repository.js';

/** Nobody's household: so that a conference that is not there costs as much as one that is. */
const NO_HOUSEHOLD = householdId('');

/**
 * A conference of which the viewer may know: who leads it, is invited to it, or may read its papers. Everybody on its
 * agenda is decided.
 * @throws {HubError} `NOT_FOUND` when there is none, or none that the viewer may know of: the same words, the same
 * line in the ledger
 */
export async function conferenceInHand(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<Conference> {
  const stored = await readConferences(context.manager, [isOpaqueId(id) ? id : '']);
  const [found] = await openConferences(context, stored);
  if (found) return found;
  context.recorder.noteAbsent(Category.INVOLVEMENT, field);
  throw new HubError(ErrorCode.NOT_FOUND);
}

/** The same, of one that the viewer leads. @throws {HubError} `NOT_FOUND`; `FORBIDDEN` to who may know of it only */
export async function conferenceToLead(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<StoredConference> {
  const { stored } = await conferenceInHand(id, context, field);
  if (!leadsConference(stored, context.viewer)) throw new HubError(ErrorCode.FORBIDDEN);
  return stored;
}

/**
 * Those of these conferences of which the viewer may know.
 * @param of households through which they are looked for: decided whether or not there is a conference about them
 */
export async function openConferences(
  context: CollaborationContext,
  all: readonly StoredConference[],
  of: readonly HouseholdId[] = [],
): Promise<readonly Conference[]> {
  const { loaders, scope, viewer, now } = context;
  const households = [
    ...new Set([...of, ...all.flatMap(({ people }) => people.map(({ household }) => household))]),
  ];
  const members = await loaders.facts.members(
    households.length === 0 ? [NO_HOUSEHOLD] : households,
    japanDate(now),
  );
  await scope.admitMembers(members);
  return all
    .filter(
      (stored) =>
        (leadsConference(stored, viewer) ||
          isInvited(stored, viewer) ||
          scope.permits(subjectsOf(stored), Category.CONFERENCE_RECORD, { level: Level.SUMMARY }) !==
            undefined) &&
        // A coordinator of the same office, too, learns nothing of one that is about nobody else.
        !isKeptFromAll(context, subjectsOf(stored), 'Conference.id'),
    )
    .map((stored) => conferenceOf(stored));
}

/** Everybody on the agenda; of one household where it is said. */
export function subjectsOf(
  { people }: Pick<StoredConference, 'people'>,
  household?: string,
): readonly PersonId[] {
  const persons = people.flatMap((each) =>
    household === undefined || each.household === household ? [each.person] : [],
  );
  return persons.length === 0 ? [UNLINKED] : [...new Set(persons)];
}

function conferenceOf(stored: StoredConference): Conference {
  const { id, kind, convenedBy, secretariat, heldAt, place, sessionId, movedFrom } = stored;
  const participants = stored.participants.map(
    ({ key, staff, office, affiliation, name, capacity, ...seat }) =>
      Object.assign(new ConferenceParticipant(), {
        seat: key,
        staff,
        office,
        affiliation,
        name,
        capacity,
        onPaper: staff === null,
        pledged: seat.pledgedAt !== null || seat.attendedAt !== null,
        attended: seat.attendedAt !== null,
      }),
  );
  return about(
    Object.assign(new Conference(), {
      stored,
      id,
      kind,
      convenedBy,
      secretariat,
      heldAt,
      place,
      sessionId,
      movedFrom,
      participants,
    }),
    subjectsOf(stored),
  );
}

type Context = Pick<CollaborationContext, 'scope' | 'now'>;

/** Those of whom the viewer may be told that they are concerned. */
const named = (persons: readonly PersonId[], { scope }: Context) =>
  persons.filter((person) => scope.mayBeNamed(person)).map(personOf);

export const agendaOf = (stored: StoredConference, context: Context): readonly AgendaItem[] =>
  stored.agenda.map(({ household, ...item }) =>
    about(
      Object.assign(new AgendaItem(), item, {
        author: stored.office,
        persons: named(subjectsOf(stored, household), context),
      }),
      subjectsOf(stored, household),
    ),
  );

/** The words of materials go when their time is over, or their session was ended: what and how much was shown stays. */
export const materialsOf = (stored: StoredConference, { now }: Context): readonly ConferenceMaterial[] =>
  stored.materials.map(({ household, words, expiresAt, ...material }) => {
    const planned = new Date(expiresAt);
    const ends = stored.sessionEnds !== null && stored.sessionEnds < planned ? stored.sessionEnds : planned;
    return about(
      Object.assign(new ConferenceMaterial(), material, {
        author: stored.office,
        words: now < ends ? words : null,
        expiresAt: ends,
      }),
      subjectsOf(stored, household),
    );
  });

export function minutesOf(
  stored: StoredConference,
  storedMinutes: StoredMinutes,
  context: Context,
): ConferenceMinutes {
  const { roles, shared, writtenAt, approvedAt, ...version } = storedMinutes;
  const subjects = subjectsOf(stored);
  return about(
    Object.assign(new ConferenceMinutes(), version, {
      stored,
      storedMinutes,
      author: stored.office,
      state: approvedAt === null ? MinutesState.DRAFT : MinutesState.APPROVED,
      shared: shared.map((each) =>
        about(Object.assign(new SharedWords(), each, { author: stored.office }), subjects),
      ),
      roles: roles.map((role) => roleOf(stored, role, context)),
      writtenAt: new Date(writtenAt),
      approvedAt: approvedAt === null ? null : new Date(approvedAt),
    }),
    subjects,
  );
}

/** A row of the role table belongs to the office whose role it is: it sees that for as long as it works with them. */
export const roleOf = (
  { id }: Pick<StoredConference, 'id'>,
  { office, what, until, persons }: StoredRole,
  context: Context,
): ConferenceRole =>
  about(
    Object.assign(new ConferenceRole(), {
      author: office,
      conference: id,
      office,
      what,
      until,
      persons: named(persons, context),
    }),
    persons.length === 0 ? [UNLINKED] : persons,
  );

/** The newest version that was approved: what is agreed. */
export const agreedMinutes = ({ minutes }: Pick<StoredConference, 'minutes'>): StoredMinutes | undefined =>
  minutes.findLast(({ approvedAt }) => approvedAt !== null);
