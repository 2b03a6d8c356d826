import { isOpaqueId } from '@kasane/subgraph-kit';
import {
  Category,
  ErrorCode,
  householdId,
  HubError,
  japanDate,
  officeCode,
  personId,
  Role,
  staffId,
  type HouseholdId,
  type PersonId,
} from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { absent } from '../absent.js';
import { change, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { newId } from '../new-id.js';
import { DirectoryOfficeRow } from '../office/office-tables.js';
import { requireOfficial, requireRole } from '../permission.js';
import { reasonProblems } from '../reason.js';
import { sessionInHand } from './open-session.js';
import type { StatutorySession } from './session.js';
import { leads, seatIn, SessionState } from './session-access.js';
import type { ConveneSessionInput, SessionMemberInput } from './session-input.js';
import { checkSession, rosterProblems } from './session-rules.js';
import {
  SessionApprovalRow,
  SessionClosingRow,
  SessionHouseholdRow,
  SessionJustificationRow,
  SessionMemberRow,
  SessionPledgeRow,
  SessionRow,
  SessionSuspectRow,
} from './session-tables.js';

/** What became of a change: done, not to be recorded and why, or too late. */
export type ChangedSession =
  { readonly id: string } | { readonly problems: readonly string[] } | { readonly since: Date };

/**
 * Convenes a session about households that the viewer works with.
 * @throws {HubError} `FORBIDDEN` to who is neither coordinator nor manager; `NOT_FOUND` when one of the households does
 * not exist, or is none of the viewer's own: the same words
 */
export async function conveneSession(
  input: ConveneSessionInput,
  context: CollaborationContext,
): Promise<ChangedSession> {
  const { manager, viewer, now } = context;
  const field = 'Mutation.conveneSession';
  requireRole(viewer, Role.COORDINATOR, Role.OFFICE_MANAGER);
  requireOfficial(viewer);
  const households = [...new Set(input.households)].map(householdId);
  const persons = await ownAgenda(households, context, field);
  const checked = checkSession(input, { offices: await officeCodes(manager), persons, now });
  if (!checked.ok) return { problems: checked.problems };

  const id = newId('s');
  const lines = households.map((household) =>
    lineOf(field, id, { category: Category.INVOLVEMENT, household }),
  );
  await change(context, lines, async (transaction) => {
    await transaction.insert(SessionRow, {
      id,
      basis: input.basis,
      officeCode: viewer.office,
      convenedBy: viewer.staffId,
      convenedAt: now,
      opensAt: checked.opensAt,
      closesAt: checked.closesAt,
      categories: [...new Set(input.categories)],
      whyNoConsent: input.whyNoConsent.trim(),
    });
    await transaction.insert(
      SessionHouseholdRow,
      households.map((household) => ({ sessionId: id, householdId: household })),
    );
    await transaction.insert(
      SessionMemberRow,
      input.members.map((member) => memberRow(id, member, context)),
    );
    await transaction.insert(
      SessionSuspectRow,
      distinct(input.suspicions).map(({ person, suspect }) => ({
        sessionId: id,
        personId: personId(person),
        suspectId: personId(suspect),
      })),
    );
  });
  return { id };
}

/** Puts somebody on the roster. @throws {HubError} as {@link sessionToLead} */
export async function addSessionMember(
  id: string,
  member: SessionMemberInput,
  context: CollaborationContext,
): Promise<ChangedSession> {
  const field = 'Mutation.addSessionMember';
  const { stored, since } = await sessionToLead(id, context, field);
  if (since) return { since };
  const problems = [
    ...rosterProblems([member], await officeCodes(context.manager)),
    ...(stored.members.some(({ staff, office }) => staff === member.staff && office === member.office)
      ? ['すでに名簿にある構成員です。']
      : []),
  ];
  if (problems.length > 0) return { problems };
  await change(context, [lineOf(field, id, { category: Category.INVOLVEMENT })], async (transaction) => {
    await transaction.insert(SessionMemberRow, memberRow(id, member, context));
  });
  return { id };
}

/**
 * Accepts the duty of confidentiality, for oneself alone.
 * @throws {HubError} `NOT_FOUND` when there is no such session, or none that the viewer may know of; `FORBIDDEN` to who
 * leads it without sitting in it
 */
export async function acceptSecrecy(id: string, context: CollaborationContext): Promise<ChangedSession> {
  const { viewer, now } = context;
  const field = 'Mutation.acceptSecrecy';
  const session = await sessionInHand(id, context, field);
  const seat = seatIn(session.stored, viewer);
  if (!seat) throw new HubError(ErrorCode.FORBIDDEN);
  if (seat.pledgedAt !== null) return { id };
  if (session.state === SessionState.OVER) return { since: endOf(session) };
  // Who sits as a guest must not be shown what the city's own staff is, nor bind themselves as something they are not.
  if (seat.capacity !== viewer.capacity)
    return { problems: ['名簿の立場と、サインインの立場が異なります。招集した機関に確認してください。'] };
  await change(context, [lineOf(field, id, { category: Category.INVOLVEMENT })], async (transaction) => {
    await transaction.insert(SessionPledgeRow, {
      sessionId: id,
      staffId: viewer.staffId,
      officeCode: viewer.office,
      pledgedAt: now,
    });
  });
  return { id };
}

/**
 * Records why this very session goes on although a person refused.
 * @throws {HubError} as {@link sessionToLead}; `NOT_FOUND` for whoever is not on the agenda, or may not be known of
 */
export async function justifyDespiteRefusal(
  id: string,
  person: PersonId,
  reason: string,
  context: CollaborationContext,
): Promise<ChangedSession> {
  const { viewer, now, recorder } = context;
  const field = 'Mutation.justifyDespiteRefusal';
  const session = await sessionToLead(id, context, field);
  if (!personsToBeKnown(session, context).includes(person))
    return absent(recorder, Category.INVOLVEMENT, field);
  if (session.since) return { since: session.since };
  const problems = [
    ...reasonProblems(reason),
    ...(session.stored.justifications.some((each) => each.person === person)
      ? ['この人については、すでに理由が記録されています。']
      : []),
  ];
  if (problems.length > 0) return { problems };
  await change(
    context,
    [lineOf(field, id, { category: Category.INVOLVEMENT, person })],
    async (transaction) => {
      await transaction.insert(SessionJustificationRow, {
        sessionId: id,
        personId: person,
        reason: reason.trim(),
        recordedBy: viewer.staffId,
        at: now,
      });
    },
  );
  return { id };
}

/**
 * Agrees to what an owner released to the session of the closed tier (T4). What it is only its owner knows: the id
 * alone is kept, and opens nothing unless the owner did release it.
 * @throws {HubError} as {@link sessionToLead}
 */
export async function approveRelease(
  id: string,
  release: string,
  context: CollaborationContext,
): Promise<ChangedSession> {
  const { viewer, now } = context;
  const field = 'Mutation.approveRelease';
  const { stored, since } = await sessionToLead(id, context, field);
  if (since) return { since };
  if (!isOpaqueId(release)) return { problems: ['提供の番号の形が正しくありません。'] };
  if (stored.approvals.some((approval) => approval.release === release)) return { id };
  await change(context, [lineOf(field, id, { category: Category.INVOLVEMENT })], async (transaction) => {
    await transaction.insert(SessionApprovalRow, {
      sessionId: id,
      releaseId: release,
      approvedBy: viewer.staffId,
      at: now,
    });
  });
  return { id };
}

/** Closes a session before its time; it bites on the next request. @throws {HubError} as {@link sessionToLead} */
export async function closeSession(id: string, context: CollaborationContext): Promise<ChangedSession> {
  const field = 'Mutation.closeSession';
  const { since } = await sessionToLead(id, context, field);
  if (since) return { since };
  await change(context, [lineOf(field, id, { category: Category.INVOLVEMENT })], async (transaction) => {
    await transaction.insert(SessionClosingRow, {
      sessionId: id,
      closedBy: context.viewer.staffId,
      closedAt: context.now,
    });
  });
  return { id };
}

/** Those on the agenda of whom the viewer may know, shown by that a session is about them. */
export const personsToBeKnown = (
  { subjects }: Pick<StatutorySession, 'subjects'>,
  { scope }: CollaborationContext,
): readonly PersonId[] => (subjects ?? []).filter((person) => scope.mayBeNamed(person));

/**
 * A session that the viewer may change, and since when it is over if it is.
 * @throws {HubError} `NOT_FOUND` when there is none, or none that the viewer may know of; `FORBIDDEN` to a member who
 * does not lead it
 */
async function sessionToLead(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<Pick<StatutorySession, 'stored' | 'subjects'> & { readonly since: Date | undefined }> {
  const session = await sessionInHand(id, context, field);
  if (!leads(session.stored, context.viewer)) throw new HubError(ErrorCode.FORBIDDEN);
  const { stored, subjects, state } = session;
  return {
    stored,
    ...(subjects && { subjects }),
    since: state === SessionState.OVER ? endOf(session) : undefined,
  };
}

const endOf = ({ stored: { closesAt, closedAt } }: Pick<StatutorySession, 'stored'>): Date =>
  closedAt !== null && closedAt < closesAt ? closedAt : closesAt;

/**
 * Those of some households of whom the viewer may know, when of each at least one is the viewer's own to work with.
 * @throws {HubError} `NOT_FOUND` otherwise: the same for a household that does not exist
 */
async function ownAgenda(
  households: readonly HouseholdId[],
  { loaders, scope, recorder, now }: CollaborationContext,
  field: string,
): Promise<readonly PersonId[]> {
  const areIds = households.every(isOpaqueId);
  const members = areIds ? await loaders.facts.members(households, japanDate(now)) : [];
  await scope.admitMembers(members);
  const known = members.filter(({ personId: person }) => scope.mayBeNamed(person));
  const isOwn = (household: HouseholdId): boolean =>
    known.some(
      (member) =>
        member.householdId === household &&
        scope.permits([member.personId], Category.HOUSEHOLD)?.[0]?.rule === 'OWN_OFFICE',
    );
  const foreign = households.find((household) => !isOwn(household));
  if (foreign === undefined) return known.map(({ personId: person }) => person);
  return absent(recorder, Category.HOUSEHOLD, field, areIds ? foreign : undefined);
}

const officeCodes = async (manager: EntityManager): Promise<ReadonlySet<string>> =>
  new Set((await manager.find(DirectoryOfficeRow, { select: { code: true } })).map(({ code }) => code));

const memberRow = (
  sessionId: string,
  { staff, office, name, capacity }: SessionMemberInput,
  { viewer, now }: CollaborationContext,
) => ({
  sessionId,
  staffId: staffId(staff),
  officeCode: officeCode(office),
  name: name.trim(),
  capacity,
  addedBy: viewer.staffId,
  addedAt: now,
});

/** Each pair once. */
const distinct = <Pair extends { readonly person: string; readonly suspect: string }>(
  pairs: readonly Pair[],
): readonly Pair[] => [...new Map(pairs.map((pair) => [`${pair.person} ${pair.suspect}`, pair])).values()];
