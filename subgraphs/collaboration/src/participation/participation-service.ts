import { isOpaqueId } from '@kasane/subgraph-kit';
import { Category, ErrorCode, HubError, japanDate, Role, type PersonId } from '@kasane/vocabulary';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { caseInHand } from '../case/move-case.js';
import { change, isDone } from '../change.js';
import { requireOwnCity } from '../community/own-city.js';
import type { CollaborationContext } from '../context.js';
import { requireOfficial } from '../permission.js';
import {
  followUpProblems,
  hostProblems,
  participationProblems,
  stepProblems,
  type FollowUpInput,
  type HostInput,
  type MatchStepInput,
  type ParticipationInput,
} from './participation-input.js';
import {
  FollowUpRow,
  HostRow,
  MatchRow,
  MatchStepRow,
  MenuRow,
  ParticipationRow,
} from './participation-tables.js';
import { MatchState } from './participation-words.js';

interface Problems {
  readonly problems: readonly string[];
}
/** What became of it: done, not to be recorded and why, or somebody else was first. */
export type ChangedParticipation =
  { readonly row: ParticipationRow } | Problems | { readonly newest: ParticipationRow };

const newId = (prefix: string): string => `${prefix}-${randomBytes(10).toString('hex')}`;

/** Lists a place that takes people in. @throws {HubError} as {@link requireOwnCity} */
export async function listHost(
  input: HostInput,
  context: CollaborationContext,
): Promise<{ readonly row: HostRow; readonly menus: readonly MenuRow[] } | Problems> {
  await requireOwnCity(input.municipality, context);
  const problems = hostProblems(input);
  if (problems.length > 0) return { problems };
  const row: HostRow = {
    id: newId('ph'),
    name: input.name.trim(),
    kind: input.kind,
    localGovernmentCode: input.municipality,
    address: input.address?.trim() || null,
    isOpen: true,
  };
  const menus = input.menus.map(({ title, words, places }) => ({
    id: newId('pm'),
    hostId: row.id,
    title: title.trim(),
    words: words?.trim() || null,
    places: places ?? null,
  }));
  const line = {
    kind: 'CHANGE' as const,
    outcome: 'PERMITTED' as const,
    items: [{ fields: ['Mutation.listParticipationHost'], evidence: row.id }],
  };
  await change(context, [line], async (transaction) => {
    await transaction.insert(HostRow, row);
    await transaction.insert(MenuRow, menus);
  });
  return { row, menus };
}

/**
 * Begins to look for something that somebody would like to do.
 * @throws {HubError} `NOT_FOUND` for a case that the viewer does not work on, or somebody with whom they do not work
 */
export async function beginParticipation(
  input: ParticipationInput,
  context: CollaborationContext,
): Promise<ChangedParticipation> {
  const { viewer, now } = context;
  const field = 'Mutation.beginParticipation';
  requireOfficial(viewer);
  const { row: ofCase, persons } = await caseInHand(input.case, context, field);
  const person = persons.find((each) => each === input.person);
  if (person === undefined) return absent(context, field);
  const problems = participationProblems(input);
  if (problems.length > 0) return { problems };
  const row: ParticipationRow = {
    id: newId('pa'),
    caseId: ofCase.id,
    personId: person,
    officeCode: viewer.office,
    wishes: input.wishes.trim(),
    strengths: input.strengths?.trim() || null,
    conditions: input.conditions?.trim() || null,
    begunAt: now,
  };
  await change(context, [lineOf(field, row.id, person)], async (transaction) => {
    await transaction.insert(ParticipationRow, row);
  });
  return { row };
}

/** Proposes a menu. @throws {HubError} as {@link participationInHand}; `NOT_FOUND` for a menu that is not offered */
export async function proposeMatch(
  id: string,
  menuId: string,
  context: CollaborationContext,
): Promise<ChangedParticipation> {
  const { manager, viewer, now } = context;
  const field = 'Mutation.proposeParticipationMatch';
  const row = await participationInHand(id, context, field);
  const menu = await manager.findOneBy(MenuRow, { id: isOpaqueId(menuId) ? menuId : '' });
  const host = menu && (await manager.findOneBy(HostRow, { id: menu.hostId }));
  if (!menu || !host?.isOpen) return { problems: ['受入中の支援メニューから選んでください。'] };
  const match: MatchRow = {
    id: newId('px'),
    participationId: row.id,
    menuId: menu.id,
    state: MatchState.PROPOSED,
    sinceOn: japanDate(now),
    followUpOn: null,
    version: 1,
  };
  await change(context, [lineOf(field, match.id, row.personId)], async (transaction) => {
    await transaction.insert(MatchRow, match);
    await insertStep(transaction, match, null, viewer.staffId, now);
  });
  return { row };
}

/** Takes a match a step on. @throws {HubError} as {@link participationInHand} */
export async function moveMatch(
  id: string,
  input: MatchStepInput,
  context: CollaborationContext,
): Promise<ChangedParticipation> {
  const { viewer, now } = context;
  const field = 'Mutation.moveParticipationMatch';
  const { match, row } = await matchInHand(id, context, field);
  if (match.version === input.expectedVersion) {
    const problems = stepProblems(input, match.state, now);
    if (problems.length > 0) return { problems };
  }
  const next = { state: input.state, sinceOn: japanDate(now), followUpOn: input.followUpOn ?? null };
  return writeMatch({ match, row, next, expected: input.expectedVersion, field }, context, (transaction) =>
    insertStep(transaction, { ...match, ...next }, input.reason?.trim() || null, viewer.staffId, now),
  );
}

/** Records how it goes, as the person or the host says. @throws {HubError} as {@link participationInHand} */
export async function recordFollowUp(
  id: string,
  input: FollowUpInput,
  context: CollaborationContext,
): Promise<ChangedParticipation> {
  const { viewer, now } = context;
  const field = 'Mutation.recordParticipationFollowUp';
  const { match, row } = await matchInHand(id, context, field);
  const problems = followUpProblems(input, now);
  if (problems.length > 0) return { problems };
  const next = { followUpOn: input.followUpOn ?? null };
  return writeMatch(
    { match, row, next, expected: input.expectedVersion, field },
    context,
    async (transaction) => {
      await transaction.insert(FollowUpRow, {
        id: newId('pf'),
        matchId: id,
        of: input.of,
        on: input.on,
        words: input.words.trim(),
        officeCode: viewer.office,
        staffId: viewer.staffId,
        recordedAt: now,
      });
    },
  );
}

interface MatchChange {
  readonly match: MatchRow;
  readonly row: ParticipationRow;
  readonly next: Partial<MatchRow>;
  readonly expected: number;
  readonly field: string;
}

async function writeMatch(
  { match, row, next, expected, field }: MatchChange,
  context: CollaborationContext,
  alongside: (transaction: EntityManager) => Promise<unknown>,
): Promise<ChangedParticipation> {
  const write = change(context, [lineOf(field, match.id, row.personId)], async (transaction) => {
    const { affected } = await transaction.update(
      MatchRow,
      { id: match.id, version: expected },
      { ...next, version: expected + 1 },
    );
    if (affected !== 1) throw new HubError(ErrorCode.CONFLICT);
    await alongside(transaction);
  });
  return (await isDone(write)) ? { row } : { newest: row };
}

async function matchInHand(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<{ readonly match: MatchRow; readonly row: ParticipationRow }> {
  const match = await context.manager.findOneBy(MatchRow, { id: isOpaqueId(id) ? id : '' });
  const row = await participationInHand(match?.participationId ?? '', context, field);
  return match ? { match, row } : absent(context, field);
}

/**
 * @throws {HubError} `NOT_FOUND` when there is none, or it is neither the viewer's office's nor, for a coordinator, of a
 * case of theirs; `FORBIDDEN` to partners, volunteers and guests
 */
async function participationInHand(
  id: string,
  context: CollaborationContext,
  field: string,
): Promise<ParticipationRow> {
  const { viewer, manager } = context;
  requireOfficial(viewer);
  const row = await manager.findOneBy(ParticipationRow, { id: isOpaqueId(id) ? id : '' });
  const { persons } = await caseInHand(row?.caseId ?? '', context, field);
  const mayWrite = row?.officeCode === viewer.office || viewer.roles.includes(Role.COORDINATOR);
  return row && mayWrite && persons.includes(row.personId) ? row : absent(context, field);
}

const insertStep = (
  transaction: EntityManager,
  { id, state }: Pick<MatchRow, 'id' | 'state'>,
  reason: string | null,
  staffId: MatchStepRow['staffId'],
  at: Date,
): Promise<unknown> =>
  transaction.insert(MatchStepRow, { id: newId('ps'), matchId: id, state, reason, staffId, at });

function absent({ recorder }: CollaborationContext, field: string): never {
  recorder.noteAbsent(Category.INVOLVEMENT, field);
  throw new HubError(ErrorCode.NOT_FOUND);
}

const lineOf = (field: string, evidence: string, person: PersonId) => ({
  kind: 'CHANGE' as const,
  person,
  outcome: 'PERMITTED' as const,
  items: [{ category: Category.SUPPORT_PLAN, fields: [field], evidence }],
});
