import { ErrorCode, HubError, japanDate } from '@kasane/vocabulary';
import type { EntityManager } from 'typeorm';
import type { CollaborationContext } from '../context.js';
import { textOf } from '../input.js';
import type { StoredReferral } from './referral-repository.js';
import { holderOf } from './referral-rules.js';
import { ReferralEventRow, ReferralRow } from './referral-tables.js';
import type { ReferralState, SendBackReason, WithdrawnBy } from './referral-words.js';

/** A step of a referral. */
export interface ReferralStep {
  readonly to: ReferralState;
  /** The version that its writer saw. */
  readonly expected: number;
  /** On which day it happened; today when absent. */
  readonly on?: string | undefined;
  readonly text?: string | null | undefined;
  readonly sendBackReason?: SendBackReason | undefined;
  readonly withdrawnBy?: WithdrawnBy | undefined;
  /** The seat that came with it. */
  readonly seatId?: string | undefined;
}

/** @throws {HubError} `CONFLICT` when somebody else took a step first */
export async function writeStep(
  transaction: EntityManager,
  referral: StoredReferral,
  { to, expected, on, text, sendBackReason, withdrawnBy, seatId }: ReferralStep,
  { viewer, now }: Pick<CollaborationContext, 'viewer' | 'now'>,
): Promise<void> {
  const today = japanDate(now);
  const version = expected + 1;
  const { affected } = await transaction.update(
    ReferralRow,
    { id: referral.id, version: expected },
    {
      state: to,
      version,
      ...holderOf(referral, to, { by: viewer.staffId, today }),
      ...(seatId !== undefined && { seatId }),
    },
  );
  if (affected !== 1) throw new HubError(ErrorCode.CONFLICT);
  await transaction.insert(ReferralEventRow, {
    referralId: referral.id,
    version,
    state: to,
    sendBackReason: sendBackReason ?? null,
    withdrawnBy: withdrawnBy ?? null,
    onDate: on ?? today,
    text: textOf(text),
    officeCode: viewer.office,
    staffId: viewer.staffId,
    at: now,
  });
}
