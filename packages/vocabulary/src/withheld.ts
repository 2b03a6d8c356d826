import type { Label } from './label.js';

/** Why a category is not shown. Computed from the decision alone: it never says whether a record exists. */
export const WithheldReason = {
  NO_BASIS: 'NO_BASIS',
  PURPOSE_MISSING: 'PURPOSE_MISSING',
  PURPOSE_NOT_COVERED: 'PURPOSE_NOT_COVERED',
  REFUSED: 'REFUSED',
  CONSENT_ENDED: 'CONSENT_ENDED',
  CLOSED_TIER: 'CLOSED_TIER',
  PLEDGE_MISSING: 'PLEDGE_MISSING',
  CONFERENCE_NOT_ENTERED: 'CONFERENCE_NOT_ENTERED',
  CONFLICT_OF_INTEREST: 'CONFLICT_OF_INTEREST',
  OWN_SECTOR_DECIDES: 'OWN_SECTOR_DECIDES',
} as const;
export type WithheldReason = (typeof WithheldReason)[keyof typeof WithheldReason];

export const withheldReasons: Readonly<Record<WithheldReason, Label>> = {
  NO_BASIS: { ja: '本人の同意等の根拠がありません', en: 'no consent or statutory basis' },
  PURPOSE_MISSING: { ja: '利用目的が選ばれていません', en: 'no purpose was stated' },
  PURPOSE_NOT_COVERED: {
    ja: '同意された利用目的に含まれません',
    en: 'the consent does not cover this purpose',
  },
  REFUSED: { ja: '本人が提供に同意していません', en: 'the person refused this disclosure' },
  CONSENT_ENDED: {
    ja: '同意が撤回されたか、期限が切れています',
    en: 'the consent was withdrawn or has expired',
  },
  CLOSED_TIER: { ja: '一般の同意では共有できない情報です', en: 'never shared by general consent' },
  PLEDGE_MISSING: {
    ja: '会議の守秘義務をまだ確認していません',
    en: 'the duty of confidentiality of the conference is not accepted yet',
  },
  CONFERENCE_NOT_ENTERED: {
    ja: '会議の構成員として見るには、会議とその利用目的を選んでください',
    en: 'shown to members inside the conference: choose it, and its purpose',
  },
  CONFLICT_OF_INTEREST: {
    ja: '利害関係があるため、担当から外れています',
    en: 'you are recused: a conflict of interest is on record',
  },
  OWN_SECTOR_DECIDES: {
    ja: '自機関の担当割当により各システムが判断します',
    en: 'decided by your own sector system',
  },
};

/** What would open a withheld category. */
export const NextStep = {
  STATE_PURPOSE: 'STATE_PURPOSE',
  ASK_CONSENT: 'ASK_CONSENT',
  RENEW_CONSENT: 'RENEW_CONSENT',
  CONVENE_SUPPORT_CONFERENCE: 'CONVENE_SUPPORT_CONFERENCE',
  ACCEPT_SECRECY: 'ACCEPT_SECRECY',
  ENTER_CONFERENCE: 'ENTER_CONFERENCE',
  HAND_OVER: 'HAND_OVER',
  ASK_OWNER_OFFICE: 'ASK_OWNER_OFFICE',
} as const;
export type NextStep = (typeof NextStep)[keyof typeof NextStep];

export const nextSteps: Readonly<Record<NextStep, Label>> = {
  STATE_PURPOSE: { ja: '利用目的を選ぶ', en: 'state a purpose' },
  ASK_CONSENT: { ja: '本人に同意を求める', en: 'ask the person for consent' },
  RENEW_CONSENT: { ja: 'あらためて同意を求める', en: 'ask for the consent again' },
  CONVENE_SUPPORT_CONFERENCE: {
    ja: '支援会議(社会福祉法106条の6)を開く',
    en: 'convene a 支援会議 (Social Welfare Act 106-6)',
  },
  ACCEPT_SECRECY: { ja: '守秘義務を確認する', en: 'accept the duty of confidentiality' },
  ENTER_CONFERENCE: { ja: '会議とその利用目的を選ぶ', en: 'enter the conference, with its purpose' },
  HAND_OVER: { ja: '他の職員に引き継ぐ', en: 'hand over to a colleague' },
  ASK_OWNER_OFFICE: { ja: '情報を持つ機関に相談する', en: 'talk to the office that holds it' },
};
