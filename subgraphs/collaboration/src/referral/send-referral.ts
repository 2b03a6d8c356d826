import {
  Category,
  ErrorCode,
  HubError,
  japanDate,
  officeCode,
  personId,
  type PersonId,
} from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import { requireCaseWorker } from '../case/case-worker.js';
import { caseWorkedOn } from '../case/coordinate-case.js';
import type { CaseInHand } from '../case/move-case.js';
import { change, linesOf } from '../change.js';
import type { CollaborationContext } from '../context.js';
import { isGiven, textOf } from '../input.js';
import { newId } from '../new-id.js';
import { referralInHand } from './open-referral.js';
import type { ReferralInput } from './referral-input.js';
import { findReferral, type StoredReferral } from './referral-repository.js';
import { duesOf, holderOf, referralProblems } from './referral-rules.js';
import { ReferralEventRow, ReferralPersonRow, ReferralRow } from './referral-tables.js';
import { isIncomplete, ReferralState } from './referral-words.js';
import { writeStep } from './write-step.js';

/** A referral that may be sent: it is written as a part of a larger change. */
export interface CheckedReferral {
  readonly id: string;
  readonly persons: readonly PersonId[];
  readonly write: (transaction: EntityManager) => Promise<void>;
}

/**
 * Checks a referral of a case that the viewer works on.
 * @param handsOver whether the case ends with it; one that goes in another's place does as that did
 * @throws {HubError} `NOT_FOUND` when it is to go in the place of one that is not the viewer's
 */
export async function checkReferral(
  input: ReferralInput,
  { row, persons }: CaseInHand,
  { handsOver, field }: { readonly handsOver: boolean; readonly field: string },
  context: CollaborationContext,
): Promise<CheckedReferral | { readonly problems: readonly string[] }> {
  const { viewer, loaders, now } = context;
  const today = japanDate(now);
  const named = [...new Set(input.persons)].map(personId);
  const [own, to, ofCase] = await Promise.all([
    loaders.offices.load(viewer.office),
    loaders.offices.load(input.toOffice),
    loaders.referralsOf.load(row.id),
  ]);
  const replaced = isGiven(input.replaces) ? await referralInHand(input.replaces, context, field) : undefined;
  const problems = [
    ...referralProblems(
      { ...input, persons: [...named] },
      {
        own: viewer.office,
        to: to && {
          name: to.name,
          status: to.status,
          isOfOwnCity: to.localGovernmentCode === own?.localGovernmentCode,
        },
        // Of one's own alone: whether another office sent somebody there is not told.
        isUnderWay: ofCase.some(
          (other) =>
            other.fromOffice === viewer.office &&
            other.toOffice === input.toOffice &&
            other.id !== replaced?.id &&
            isIncomplete(other.state) &&
            other.persons.some((person) => named.includes(person)),
        ),
        persons,
        today,
      },
    ),
    ...(replaced === undefined || canBeReplaced(replaced, viewer.office, row.id)
      ? []
      : ['つなぎ直せるのは、このケースから自分の機関が送り、差し戻されたものだけです。']),
  ];
  if (problems.length > 0 || !to) return { problems };
  const id = newId('r');
  const referral = {
    id,
    caseId: row.id,
    householdId: row.householdId,
    fromOffice: viewer.office,
    fromStaff: viewer.staffId,
    toOffice: officeCode(to.code),
    urgency: input.urgency,
    handsOver: handsOver || replaced?.handsOver === true,
    onPaper: isGiven(input.paper),
    toldBy: textOf(input.paper?.toldBy),
    toldTo: textOf(input.paper?.toldTo),
    toldOn: isGiven(input.paper) ? (input.paper.toldOn ?? today) : null,
    reason: input.reason.trim(),
    request: textOf(input.request),
    sentAt: now,
    ...duesOf(input, today),
    replacesId: replaced?.id ?? null,
    state: ReferralState.SENT,
    version: 1,
    seatId: null,
  };
  return {
    id,
    persons: named,
    write: async (transaction) => {
      if (replaced)
        await writeStep(
          transaction,
          replaced,
          { to: ReferralState.SENT_ON, expected: replaced.version },
          context,
        );
      await transaction.insert(ReferralRow, {
        ...referral,
        ...holderOf(referral, referral.state, { by: viewer.staffId, today }),
      });
      await transaction.insert(
        ReferralPersonRow,
        named.map((person) => ({ referralId: id, personId: person })),
      );
      await transaction.insert(ReferralEventRow, {
        referralId: id,
        version: 1,
        state: ReferralState.SENT,
        sendBackReason: null,
        withdrawnBy: null,
        onDate: today,
        text: null,
        officeCode: viewer.office,
        staffId: viewer.staffId,
        at: now,
      });
    },
  };
}

const canBeReplaced = (
  { fromOffice, caseId, state }: StoredReferral,
  office: string,
  ofCase: string,
): boolean => fromOffice === office && caseId === ofCase && state === ReferralState.SENT_BACK;

/**
 * Sends a referral about people with whom the viewer works.
 * @throws {HubError} `FORBIDDEN` to who works on no cases; `NOT_FOUND` for a case that is not the viewer's; `CONFLICT`
 * when the referral in whose place it goes was dealt with meanwhile
 */
export async function sendReferral(
  caseId: string,
  input: ReferralInput,
  context: CollaborationContext,
): Promise<StoredReferral | { readonly problems: readonly string[] }> {
  const field = 'Mutation.sendReferral';
  requireCaseWorker(context.viewer);
  const inHand = await caseWorkedOn(caseId, context, field);
  const checked = await checkReferral(input, inHand, { handsOver: false, field }, context);
  if ('problems' in checked) return checked;
  await change(context, linesOf(checked.persons, Category.INVOLVEMENT, field, checked.id), checked.write);
  return sentReferral(checked.id, context);
}

export async function sentReferral(
  id: string,
  { manager }: Pick<CollaborationContext, 'manager'>,
): Promise<StoredReferral> {
  const sent = await findReferral(manager, id);
  if (!sent) throw new HubError(ErrorCode.INTERNAL, 'A referral that was written is not there.');
  return sent;
}
