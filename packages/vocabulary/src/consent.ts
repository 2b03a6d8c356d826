import type { Label } from './label.js';

/** State of a consent record at a moment. Only GIVEN and RENEWED are valid for disclosure (W3C DPV consent states). */
export const ConsentState = {
  REQUESTED: 'REQUESTED',
  DEFERRED: 'DEFERRED',
  REFUSED: 'REFUSED',
  GIVEN: 'GIVEN',
  RENEWED: 'RENEWED',
  EXPIRED: 'EXPIRED',
  WITHDRAWN: 'WITHDRAWN',
  REVOKED: 'REVOKED',
  INVALIDATED: 'INVALIDATED',
} as const;
export type ConsentState = (typeof ConsentState)[keyof typeof ConsentState];

export const consentStateLabels: Readonly<Record<ConsentState, Label>> = {
  REQUESTED: { ja: '依頼中', en: 'requested' },
  DEFERRED: { ja: '保留', en: 'deferred' },
  REFUSED: { ja: '不同意', en: 'refused' },
  GIVEN: { ja: '同意', en: 'given' },
  RENEWED: { ja: '再同意', en: 'renewed' },
  EXPIRED: { ja: '失効', en: 'expired' },
  WITHDRAWN: { ja: '撤回', en: 'withdrawn by the person' },
  REVOKED: { ja: '取消', en: 'revoked by another' },
  INVALIDATED: { ja: '無効', en: 'invalidated' },
};

/** What somebody says who was asked for consent: a decision, or that they want to think about it. */
export const ConsentAnswer = { GIVEN: 'GIVEN', REFUSED: 'REFUSED', DEFERRED: 'DEFERRED' } as const;
export type ConsentAnswer = (typeof ConsentAnswer)[keyof typeof ConsentAnswer];

export const consentAnswerLabels: Readonly<Record<ConsentAnswer, Label>> = {
  GIVEN: { ja: '同意する', en: 'consents' },
  REFUSED: { ja: '同意しない', en: 'refuses' },
  DEFERRED: { ja: '考えたい', en: 'wants to think about it' },
};

/** How a consent was expressed. Oral consent needs two listeners. */
export const ConsentExpression = {
  WRITTEN: 'WRITTEN',
  WRITTEN_PROXY: 'WRITTEN_PROXY',
  ORAL_IN_PERSON: 'ORAL_IN_PERSON',
  ORAL_PHONE: 'ORAL_PHONE',
  ELECTRONIC: 'ELECTRONIC',
} as const;
export type ConsentExpression = (typeof ConsentExpression)[keyof typeof ConsentExpression];

export const consentExpressionLabels: Readonly<Record<ConsentExpression, Label>> = {
  WRITTEN: { ja: '書面', en: 'written' },
  WRITTEN_PROXY: { ja: '代筆', en: 'written by proxy' },
  ORAL_IN_PERSON: { ja: '口頭(対面)', en: 'oral, in person' },
  ORAL_PHONE: { ja: '口頭(電話)', en: 'oral, by telephone' },
  ELECTRONIC: { ja: '電子', en: 'electronic' },
};

/** By what authority a grantor speaks for the subject. */
export const GrantorRelation = {
  SELF: 'SELF',
  PARENTAL_AUTHORITY: 'PARENTAL_AUTHORITY',
  MINOR_GUARDIAN: 'MINOR_GUARDIAN',
  ADULT_GUARDIAN: 'ADULT_GUARDIAN',
  CURATOR: 'CURATOR',
  ASSISTANT: 'ASSISTANT',
  VOLUNTARY_GUARDIAN: 'VOLUNTARY_GUARDIAN',
} as const;
export type GrantorRelation = (typeof GrantorRelation)[keyof typeof GrantorRelation];

export const grantorRelationLabels: Readonly<Record<GrantorRelation, Label>> = {
  SELF: { ja: '本人', en: 'the person' },
  PARENTAL_AUTHORITY: { ja: '親権者', en: 'parental authority' },
  MINOR_GUARDIAN: { ja: '未成年後見人', en: 'guardian of a minor' },
  ADULT_GUARDIAN: { ja: '成年後見人', en: 'adult guardian' },
  CURATOR: { ja: '保佐人', en: 'curator' },
  ASSISTANT: { ja: '補助人', en: 'assistant' },
  VOLUNTARY_GUARDIAN: { ja: '任意後見人', en: 'voluntary guardian' },
};

/** Whether a rule of a consent opens or closes. DENY wins over every PERMIT of any consent. */
export const ConsentEffect = { PERMIT: 'PERMIT', DENY: 'DENY' } as const;
export type ConsentEffect = (typeof ConsentEffect)[keyof typeof ConsentEffect];

export const consentEffectLabels: Readonly<Record<ConsentEffect, Label>> = {
  PERMIT: { ja: '同意する', en: 'permit' },
  DENY: { ja: '同意しない', en: 'deny' },
};
