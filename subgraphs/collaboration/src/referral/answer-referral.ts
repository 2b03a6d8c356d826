import { Category, ErrorCode, HubError, isCalendarDate, japanDate } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { CaseStatus, mayFollow } from '../case/case-status.js';
import { CaseRow, RosterSeatRow } from '../case/case-tables.js';
import { requireCaseWorker, seatRole } from '../case/case-worker.js';
import { moveCase } from '../case/move-case.js';
import { takeSeat } from '../case/open-case.js';
import { change, linesOf } from '../change.js';
import { addDays } from '../consent/period.js';
import type { CollaborationContext } from '../context.js';
import { textOf } from '../input.js';
import { answers, referralInHand } from './open-referral.js';
import { findReferral, type StoredReferral } from './referral-repository.js';
import { followers, ReferralState, SendBackReason, WithdrawnBy } from './referral-words.js';
import { writeStep, type ReferralStep } from './write-step.js';

/** What became of a step: taken, not to be recorded and why, or somebody else was first and it stands so now. */
export type SteppedReferral =
  StoredReferral | { readonly problems: readonly string[] } | { readonly movedOn: StoredReferral };

interface Step {
  readonly id: string;
  readonly expected: number;
}

/**
 * Accepts a referral: whoever does takes a seat in the case for those whom it is about, and basic data of them opens.
 * @throws {HubError} as {@link step}
 */
export function acceptReferral(
  { id, expected }: Step,
  workerName: string,
  context: CollaborationContext,
): Promise<SteppedReferral> {
  return step(
    id,
    'Mutation.acceptReferral',
    { to: ReferralState.ACCEPTED, expected },
    context,
    () => (textOf(workerName) === null ? ['担当者の氏名を記入してください。'] : []),
    async (transaction, referral) => {
      const open = await transaction.findOneBy(CaseRow, { id: referral.caseId });
      if (open?.closedOn !== null) return undefined;
      return referral.onPaper
        ? undefined
        : takeSeat(
            transaction,
            {
              caseId: referral.caseId,
              persons: referral.persons,
              role: seatRole(context.viewer),
              staffName: workerName.trim(),
            },
            context,
          );
    },
  );
}

/** Sends a referral back, with a reason that its sender is told whatever else they may see. @throws as {@link step} */
export function sendBackReferral(
  { id, expected }: Step,
  reason: SendBackReason,
  text: string | null,
  context: CollaborationContext,
): Promise<SteppedReferral> {
  return step(
    id,
    'Mutation.sendBackReferral',
    { to: ReferralState.SENT_BACK, expected, sendBackReason: reason, text },
    context,
    () =>
      reason === SendBackReason.OTHER && textOf(text) === null
        ? ['差戻しの理由が「その他」のときは、内容を記入してください。']
        : [],
    endSeat(context),
  );
}

/**
 * Records the first contact with the person. A case that was handed over by the referral is over with it: not before,
 * so that nobody falls between two windows.
 * @throws {HubError} as {@link step}
 */
export function recordFirstContact(
  { id, expected }: Step,
  on: string,
  text: string | null,
  context: CollaborationContext,
): Promise<SteppedReferral> {
  const today = japanDate(context.now);
  return step(
    id,
    'Mutation.recordFirstContact',
    { to: ReferralState.CONTACTED, expected, on, text },
    context,
    (referral) => {
      if (!isCalendarDate(on)) return [`初回接触日「${on}」は存在しない日付です。`];
      if (on > today) return ['初回接触日が今日より後です。'];
      const sentOn = referral.toldOn ?? japanDate(referral.sentAt);
      return on < sentOn ? [`初回接触日は、つないだ日(${sentOn})以後にしてください。`] : [];
    },
    async (transaction, referral) => {
      if (!referral.handsOver) return undefined;
      const row = await transaction.findOneBy(CaseRow, { id: referral.caseId });
      if (row && mayFollow(row.status, CaseStatus.HANDED_OVER))
        await moveCase(
          transaction,
          { row, expected: row.version, to: CaseStatus.HANDED_OVER, reason: `つなぎ ${id} の初回接触` },
          context,
        );
      return undefined;
    },
  );
}

/** Records that nothing is left to do of a referral. @throws {HubError} as {@link step} */
export const completeReferral = (
  { id, expected }: Step,
  text: string | null,
  context: CollaborationContext,
): Promise<SteppedReferral> =>
  step(id, 'Mutation.completeReferral', { to: ReferralState.DONE, expected, text }, context);

/**
 * Withdraws a referral that is not complete, at the wish of the person or of an office: by its sender, or by who accepted
 * it. What came with the acceptance ends on the next request.
 * @throws {HubError} as {@link step}
 */
export function withdrawReferral(
  { id, expected }: Step,
  by: WithdrawnBy,
  text: string | null,
  context: CollaborationContext,
): Promise<SteppedReferral> {
  return step(
    id,
    'Mutation.withdrawReferral',
    { to: ReferralState.WITHDRAWN, expected, withdrawnBy: by, text },
    context,
    () =>
      by === WithdrawnBy.OFFICE && textOf(text) === null
        ? ['機関の判断で取り下げるときは、理由を記入してください。']
        : [],
    endSeat(context),
  );
}

/**
 * Takes a step of a referral of the viewer's own office.
 * @param with what else belongs to it; gives the seat that came with it
 * @throws {HubError} `FORBIDDEN` to who works on no cases, and to the office of the two whose step it is not;
 * `NOT_FOUND` for a referral that is not there, or not of the viewer's office: the same words
 */
async function step(
  id: string,
  field: string,
  taken: ReferralStep,
  context: CollaborationContext,
  problemsOf: (referral: StoredReferral) => readonly string[] = () => [],
  alongWith: Along = () => Promise.resolve(undefined),
): Promise<SteppedReferral> {
  const { manager, viewer } = context;
  requireCaseWorker(viewer);
  const referral = await referralInHand(id, context, field);
  if (!mayStep(referral, taken.to, viewer.office)) throw new HubError(ErrorCode.FORBIDDEN);
  if (referral.version !== taken.expected) return { movedOn: referral };
  const problems = followers[referral.state].includes(taken.to)
    ? problemsOf(referral)
    : ['このつなぎは、今の状態からその記録はできません。'];
  if (problems.length > 0) return { problems };
  try {
    await change(context, linesOf(referral.persons, Category.INVOLVEMENT, field, id), async (transaction) => {
      const seatId = await alongWith(transaction, referral);
      await writeStep(transaction, referral, { ...taken, seatId }, context);
    });
  } catch (error) {
    if (!(error instanceof HubError && error.code === ErrorCode.CONFLICT)) throw error;
    // Two at once: what the slower one typed is still on their screen, and they see what stands there now.
    return { movedOn: (await findReferral(manager, id)) ?? referral };
  }
  return (await findReferral(manager, id)) ?? referral;
}

type Along = (transaction: EntityManager, referral: StoredReferral) => Promise<string | undefined>;

/** The receiver answers; the sender withdraws, and so does who accepted. */
const mayStep = (
  referral: StoredReferral,
  to: ReferralState,
  office: StoredReferral['fromOffice'],
): boolean =>
  answers(referral, office)
    ? to !== ReferralState.WITHDRAWN || referral.onPaper || referral.state === ReferralState.ACCEPTED
    : to === ReferralState.WITHDRAWN;

/** Ends the seat that came with the acceptance: with the day before, so that it bites at once. */
const endSeat =
  ({ now }: Pick<CollaborationContext, 'now'>): Along =>
  async (transaction, { seatId }) => {
    if (seatId !== null)
      await transaction.update(RosterSeatRow, { id: seatId }, { to: addDays(japanDate(now), -1) });
    return undefined;
  };
