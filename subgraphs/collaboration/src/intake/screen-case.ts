import { Category, ErrorCode, HubError, Role } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { caseNode } from '../case/case-node.js';
import type { SupportCase } from '../case/case.js';
import { CaseStatus } from '../case/case-status.js';
import { CaseRow } from '../case/case-tables.js';
import { requireCaseWorker } from '../case/case-worker.js';
import { caseWorkedOn } from '../case/coordinate-case.js';
import { moveCase } from '../case/move-case.js';
import { takeSeat } from '../case/open-case.js';
import { change, linesOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { isGiven, textOf } from '../input.js';
import { requireRole } from '../permission.js';
import { reasonProblems } from '../reason.js';
import { referralNode } from '../referral/open-referral.js';
import { isIncomplete } from '../referral/referral-words.js';
import type { Referral } from '../referral/referral.js';
import { checkReferral, sentReferral } from '../referral/send-referral.js';
import { ScreeningOutcome, type ScreeningInput } from './screening.js';

export type ScreenedCase =
  | { readonly case: SupportCase; readonly referral: Referral | null }
  | { readonly problems: readonly string[] };

/**
 * Decides what becomes of a consultation. A hand-over leaves the case where it is until the other office made the first
 * contact; what came back is screened again.
 * @throws {HubError} `FORBIDDEN` to who works on no cases, and to who would accept it without being a coordinator;
 * `NOT_FOUND` for a case that is not the viewer's; `CONFLICT` when somebody else moved it first
 */
export async function screenCase(
  caseId: string,
  expected: number,
  input: ScreeningInput,
  context: CollaborationContext,
): Promise<ScreenedCase> {
  const field = 'Mutation.screenCase';
  const { viewer, loaders, manager } = context;
  requireCaseWorker(viewer);
  if (input.outcome === ScreeningOutcome.ACCEPTED) requireRole(viewer, Role.COORDINATOR);
  const inHand = await caseWorkedOn(caseId, context, field);
  const { row, persons } = inHand;
  const waiting = (await loaders.referralsOf.load(row.id)).some(({ state }) => isIncomplete(state));
  const problems = [
    ...reasonProblems(input.reason),
    ...(row.status === CaseStatus.RECEIVED || row.status === CaseStatus.TRIAGED
      ? []
      : ['このケースのスクリーニングは済んでいます。']),
    ...(input.outcome !== ScreeningOutcome.ACCEPTED && waiting
      ? ['まだ終わっていないつなぎがあります。先に受理されるのを待つか、取り下げてください。']
      : []),
    ...((input.outcome === ScreeningOutcome.HAND_OVER) === isGiven(input.referral)
      ? []
      : ['つなぎ先は、他機関へつなぐときに限り示してください。']),
    ...(input.outcome === ScreeningOutcome.ACCEPTED && textOf(input.workerName) === null
      ? ['受理する担当者の氏名を記入してください。']
      : []),
  ];
  if (problems.length > 0) return { problems };
  const referral = isGiven(input.referral)
    ? await checkReferral(input.referral, inHand, { handsOver: true, field }, context)
    : undefined;
  if (referral && 'problems' in referral) return referral;

  await change(context, linesOf(persons, Category.INVOLVEMENT, field, row.id), async (transaction) => {
    const { reason } = input;
    const isFirst = row.status === CaseStatus.RECEIVED;
    if (isFirst) await moveCase(transaction, { row, expected, to: CaseStatus.TRIAGED, reason }, context);
    const triaged = { id: row.id, status: CaseStatus.TRIAGED };
    const next = { row: triaged, expected: isFirst ? expected + 1 : expected, reason };
    if (referral) {
      if (!isFirst) await holdStill(transaction, row, expected);
      await referral.write(transaction);
    } else if (input.outcome === ScreeningOutcome.INFORMATION_ONLY)
      await moveCase(transaction, { ...next, to: CaseStatus.INFORMATION_ONLY }, context);
    else {
      await moveCase(transaction, { ...next, to: CaseStatus.ACCEPTED }, context);
      const seat = { caseId: row.id, persons: 'ALL', role: Role.COORDINATOR } as const;
      await takeSeat(transaction, { ...seat, staffName: textOf(input.workerName) }, context);
    }
  });
  const stands = (await manager.findOneBy(CaseRow, { id: row.id })) ?? row;
  return {
    case: caseNode(stands, persons),
    referral: referral ? referralNode(await sentReferral(referral.id, context)) : null,
  };
}

/** A case that stays where it is counts a change all the same, so that of two who hand it over at once one is told. */
async function holdStill(
  transaction: EntityManager,
  { id }: Pick<CaseRow, 'id'>,
  expected: number,
): Promise<void> {
  const { affected } = await transaction.update(
    CaseRow,
    { id, version: expected },
    { version: expected + 1 },
  );
  if (affected !== 1) throw new HubError(ErrorCode.CONFLICT);
}
