import { Category, ErrorCode, HubError, japanDate } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { absent } from '../absent.js';
import { change, isDone, lineOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { askedId, textOf } from '../input.js';
import { newId } from '../new-id.js';
import {
  followUpProblems,
  stepProblems,
  type FollowUpInput,
  type MatchStepInput,
} from './participation-input.js';
import { participationInHand, type ChangedParticipation } from './participation-service.js';
import {
  FollowUpRow,
  HostRow,
  MatchRow,
  MatchStepRow,
  MenuRow,
  type ParticipationRow,
} from './participation-tables.js';
import { MatchState } from './participation-words.js';

/** Proposes a menu. @throws {HubError} as {@link participationInHand}; `NOT_FOUND` for a menu that is not offered */
export async function proposeMatch(
  id: string,
  menuId: string,
  context: CollaborationContext,
): Promise<ChangedParticipation> {
  const { manager, viewer, now } = context;
  const field = 'Mutation.proposeParticipationMatch';
  const row = await participationInHand(id, context, field);
  const menu = await manager.findOneBy(MenuRow, { id: askedId(menuId) });
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
  await change(
    context,
    [lineOf(field, match.id, { category: Category.SUPPORT_PLAN, person: row.personId })],
    async (transaction) => {
      await transaction.insert(MatchRow, match);
      await insertStep(transaction, match, null, viewer.staffId, now);
    },
  );
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
    insertStep(transaction, { ...match, ...next }, textOf(input.reason), viewer.staffId, now),
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
  const line = lineOf(field, match.id, { category: Category.SUPPORT_PLAN, person: row.personId });
  const write = change(context, [line], async (transaction) => {
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
  const match = await context.manager.findOneBy(MatchRow, { id: askedId(id) });
  const row = await participationInHand(match?.participationId ?? '', context, field);
  return match ? { match, row } : absent(context.recorder, Category.INVOLVEMENT, field);
}

const insertStep = (
  transaction: EntityManager,
  { id, state }: Pick<MatchRow, 'id' | 'state'>,
  reason: string | null,
  staffId: MatchStepRow['staffId'],
  at: Date,
): Promise<unknown> =>
  transaction.insert(MatchStepRow, { id: newId('ps'), matchId: id, state, reason, staffId, at });
