import type { ReferralState } from '../generated/operations.js';

/** What may be done with a referral. */
export type ReferralStep = 'ACCEPT' | 'SEND_BACK' | 'FIRST_CONTACT' | 'COMPLETE' | 'SEND_ON' | 'WITHDRAW';

export const stepNames: Readonly<Record<ReferralStep, string>> = {
  ACCEPT: '受ける',
  SEND_BACK: '差し戻す',
  FIRST_CONTACT: '初回接触を記録する',
  COMPLETE: '完了にする',
  SEND_ON: '別の機関へつなぎ直す',
  WITHDRAW: '取り下げる',
};

interface Standing {
  readonly state: ReferralState;
  readonly onPaper: boolean;
  readonly fromOffice: { readonly code: string };
  readonly toOffice: { readonly code: string };
}

const answersTo: Readonly<Record<ReferralState, readonly ReferralStep[]>> = {
  SENT: ['ACCEPT', 'SEND_BACK'],
  ACCEPTED: ['FIRST_CONTACT', 'SEND_BACK'],
  CONTACTED: ['COMPLETE'],
  SENT_BACK: [],
  DONE: [],
  WITHDRAWN: [],
  SENT_ON: [],
};

/**
 * What an office is offered to do next: the receiver answers (on paper the sender for them), the sender withdraws or
 * sends on. Only an offer: the hub decides.
 */
export function nextSteps(
  { state, onPaper, fromOffice, toOffice }: Standing,
  office: string,
): readonly ReferralStep[] {
  const isSender = fromOffice.code === office;
  const answers = onPaper ? isSender : toOffice.code === office;
  const mayWithdraw =
    (isSender && (state === 'SENT' || state === 'ACCEPTED' || state === 'SENT_BACK')) ||
    (answers && state === 'ACCEPTED');
  return [
    ...(answers ? answersTo[state] : []),
    ...(isSender && state === 'SENT_BACK' ? (['SEND_ON'] as const) : []),
    ...(mayWithdraw ? (['WITHDRAW'] as const) : []),
  ];
}
