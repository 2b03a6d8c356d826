import { registerLabelledEnum } from '@kasane/subgraph-kit';
import type { Label } from '@kasane/vocabulary';

/** Where a referral stands. It belongs to one of the two offices at every moment: see `holderOf`. */
export const ReferralState = {
  SENT: 'SENT',
  ACCEPTED: 'ACCEPTED',
  SENT_BACK: 'SENT_BACK',
  CONTACTED: 'CONTACTED',
  DONE: 'DONE',
  WITHDRAWN: 'WITHDRAWN',
  SENT_ON: 'SENT_ON',
} as const;
export type ReferralState = (typeof ReferralState)[keyof typeof ReferralState];

registerLabelledEnum(
  ReferralState,
  'ReferralState',
  { ja: 'つなぎの状態', en: 'where a referral stands' },
  {
    SENT: { ja: '回答待ち', en: 'sent, not answered yet' },
    ACCEPTED: { ja: '受理', en: 'accepted, no contact yet' },
    SENT_BACK: { ja: '差戻し', en: 'sent back' },
    CONTACTED: { ja: '初回接触済', en: 'first contact made' },
    DONE: { ja: '完了', en: 'done' },
    WITHDRAWN: { ja: '取下げ', en: 'withdrawn' },
    SENT_ON: { ja: '別の機関へつなぎ直し', en: 'sent on to another office' },
  },
);

/** Why a referral is sent back: told to its sender, whatever else they may see. */
export const SendBackReason = {
  OUT_OF_SCOPE: 'OUT_OF_SCOPE',
  OUT_OF_AREA: 'OUT_OF_AREA',
  NO_CAPACITY: 'NO_CAPACITY',
  MORE_INFORMATION: 'MORE_INFORMATION',
  ALREADY_SUPPORTED: 'ALREADY_SUPPORTED',
  DECLINED: 'DECLINED',
  NOT_REACHED: 'NOT_REACHED',
  OTHER: 'OTHER',
} as const;
export type SendBackReason = (typeof SendBackReason)[keyof typeof SendBackReason];

export const sendBackLabels: Readonly<Record<SendBackReason, Label>> = {
  OUT_OF_SCOPE: { ja: '業務の対象外', en: 'not what the office does' },
  OUT_OF_AREA: { ja: '担当地域の外', en: 'outside its area' },
  NO_CAPACITY: { ja: '受け入れる余裕がない', en: 'no capacity' },
  MORE_INFORMATION: { ja: '情報が足りない', en: 'more information is needed' },
  ALREADY_SUPPORTED: { ja: 'すでに支援している', en: 'already supported' },
  DECLINED: { ja: '本人が希望しない', en: 'the person does not want it' },
  NOT_REACHED: { ja: '本人に連絡がつかない', en: 'the person could not be reached' },
  OTHER: { ja: 'その他', en: 'other' },
};

registerLabelledEnum(
  SendBackReason,
  'SendBackReason',
  { ja: '差戻しの理由', en: 'why a referral is sent back' },
  sendBackLabels,
);

/** At whose wish a referral is withdrawn. */
export const WithdrawnBy = { PERSON: 'PERSON', OFFICE: 'OFFICE' } as const;
export type WithdrawnBy = (typeof WithdrawnBy)[keyof typeof WithdrawnBy];

registerLabelledEnum(
  WithdrawnBy,
  'WithdrawnBy',
  { ja: '取下げの申し出', en: 'at whose wish a referral is withdrawn' },
  {
    PERSON: { ja: '本人の申し出', en: 'of the person' },
    OFFICE: { ja: '機関の判断', en: 'of an office' },
  },
);

const { ACCEPTED, SENT_BACK, CONTACTED, DONE, WITHDRAWN, SENT_ON } = ReferralState;

/** Which state may follow which. */
export const followers: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  SENT: [ACCEPTED, SENT_BACK, WITHDRAWN],
  ACCEPTED: [CONTACTED, SENT_BACK, WITHDRAWN],
  SENT_BACK: [SENT_ON, WITHDRAWN],
  CONTACTED: [DONE],
  DONE: [],
  WITHDRAWN: [],
  SENT_ON: [],
};

/** Whether somebody still has to do something before the person is in other hands. */
export const isIncomplete = (state: ReferralState): boolean => followers[state].includes(WITHDRAWN);

/** States as SQL compares them. */
export const incompleteStates: readonly ReferralState[] = Object.values(ReferralState).filter(isIncomplete);
