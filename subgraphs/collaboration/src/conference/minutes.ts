import { ErrorCode, householdId, HubError, japanDate, officeCode, personId } from '@kasane/vocabulary';
import { change } from '../change.js';
import type { CollaborationContext } from '../context.js';
import type { MinutesInput } from './conference-input.js';
import { ConferenceKind } from './conference-kind.js';
import { linesOf } from './conference-papers.js';
import type { StoredConference } from './conference-repository.js';
import { minutesProblems, notYetHeld } from './conference-rules.js';
import {
  ConferencePersonRow,
  ConferenceRoleRow,
  MinutesApprovalRow,
  MinutesRow,
} from './conference-tables.js';
import { officeCodes, reread, type ChangedConference } from './convene-conference.js';
import { conferenceToLead } from './open-conference.js';

/**
 * Writes the next version of the minutes; the older ones stay. Whoever wrote on an older version than the newest is
 * given the newest, and nothing is overwritten.
 * @throws {HubError} as {@link conferenceToLead}
 */
export async function saveMinutes(
  id: string,
  input: MinutesInput,
  context: CollaborationContext,
): Promise<ChangedConference> {
  const field = 'Mutation.saveConferenceMinutes';
  const { manager, loaders, scope, viewer, now } = context;
  const stored = await conferenceToLead(id, context, field);
  if (input.expectedVersion !== newestOf(stored)) return { changed: stored };
  const people = await peopleAt(stored, loaders, now);
  const problems = [
    ...minutesProblems(
      input,
      {
        households: people.map(({ household }) => household),
        // Whoever is masked is not on the agenda, as far as the viewer may know: or an id could be tried here.
        known: people.filter(({ person }) => scope.mayBeNamed(person)),
      },
      await officeCodes(manager),
    ),
    ...notYetHeld(stored.heldAt, now),
  ];
  if (problems.length > 0) return { problems: [...new Set(problems)] };
  const version = input.expectedVersion + 1;
  const added = people.filter(({ person }) => !stored.people.some((each) => each.person === person));
  const write = change(context, linesOf(stored, field, `${id}-${version}`), async (transaction) => {
    await transaction.insert(MinutesRow, {
      conferenceId: id,
      version,
      shared: input.shared.map(({ office, what }) => ({ office: officeCode(office), what: what.trim() })),
      discussion: input.discussion.trim(),
      gaps: input.gaps.map((gap) => gap.trim()),
      nextOn: input.nextOn ?? null,
      writtenBy: viewer.staffId,
      writtenAt: now,
    });
    if (input.roles.length > 0)
      await transaction.insert(
        ConferenceRoleRow,
        input.roles.map(({ office, household, persons, what, until }, at) => ({
          conferenceId: id,
          version,
          number: at + 1,
          officeCode: officeCode(office),
          householdId: householdId(household),
          persons:
            persons?.map(personId) ??
            people.filter((each) => each.household === household).map(({ person }) => person),
          what: what.trim(),
          until,
        })),
      );
    if (added.length > 0)
      await transaction.insert(
        ConferencePersonRow,
        added.map(({ person, household }) => ({
          conferenceId: id,
          personId: person,
          householdId: household,
        })),
      );
  });
  return orChanged(write, id, context);
}

/**
 * Approves a version of the minutes: the newest, and no other.
 * @throws {HubError} as {@link conferenceToLead}
 */
export async function approveMinutes(
  id: string,
  version: number,
  context: CollaborationContext,
): Promise<ChangedConference> {
  const field = 'Mutation.approveConferenceMinutes';
  const { viewer, now } = context;
  const stored = await conferenceToLead(id, context, field);
  const found = stored.minutes.find((each) => each.version === version);
  if (!found) return { problems: ['その版の会議録はありません。'] };
  if (version !== newestOf(stored)) return { changed: stored };
  if (found.approvedAt !== null) return { problems: ['この版は、すでに承認されています。'] };
  await change(context, linesOf(stored, field, `${id}-${version}`), async (transaction) => {
    await transaction.insert(MinutesApprovalRow, {
      conferenceId: id,
      version,
      approvedBy: viewer.staffId,
      approvedAt: now,
    });
  });
  return { id };
}

const newestOf = ({ minutes }: StoredConference): number => minutes.at(-1)?.version ?? 0;

/**
 * Of whom minutes written now speak: of a 支援会議 those who have come into its households since too; of a
 * 重層的支援会議 those who consented to it, and nobody else.
 */
async function peopleAt(
  { kind, people }: StoredConference,
  { facts }: CollaborationContext['loaders'],
  now: Date,
): Promise<StoredConference['people']> {
  if (kind === ConferenceKind.MULTILAYER) return people;
  const households = [...new Set(people.map(({ household }) => household))];
  const members = await facts.members(households, japanDate(now));
  const here = members.map((member) => ({ person: member.personId, household: member.householdId }));
  return [...people, ...here.filter(({ person }) => !people.some((each) => each.person === person))];
}

/** Of two who write the same version at once the second is given what the first wrote. */
async function orChanged(
  write: Promise<void>,
  id: string,
  context: CollaborationContext,
): Promise<ChangedConference> {
  try {
    await write;
    return { id };
  } catch (error) {
    if (error instanceof HubError && error.code === ErrorCode.CONFLICT)
      return { changed: await reread(id, context) };
    throw error;
  }
}
