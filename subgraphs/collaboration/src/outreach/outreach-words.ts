import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** How somebody whom support does not reach came to be known: 「会議や関係機関とのネットワークの中から把握する」. */
export const FoundThrough = {
  CONFERENCE: 'CONFERENCE',
  SUPPORT_AGENCY: 'SUPPORT_AGENCY',
  WELFARE_COMMISSIONER: 'WELFARE_COMMISSIONER',
  COMMUNITY: 'COMMUNITY',
  FAMILY: 'FAMILY',
  SELF: 'SELF',
} as const;
export type FoundThrough = (typeof FoundThrough)[keyof typeof FoundThrough];

/** How far the relationship has come. It may go back: trust is lost more quickly than won. */
export const OutreachStage = {
  IDENTIFIED: 'IDENTIFIED',
  ATTEMPTING: 'ATTEMPTING',
  FAMILY_CONTACT: 'FAMILY_CONTACT',
  PERSON_CONTACT: 'PERSON_CONTACT',
  TRUST: 'TRUST',
  CONNECTED: 'CONNECTED',
  PAUSED: 'PAUSED',
} as const;
export type OutreachStage = (typeof OutreachStage)[keyof typeof OutreachStage];

export const ContactMethod = {
  VISIT: 'VISIT',
  ACCOMPANIMENT: 'ACCOMPANIMENT',
  TELEPHONE: 'TELEPHONE',
  LETTER: 'LETTER',
  MESSAGE: 'MESSAGE',
  MEETING_PLACE: 'MEETING_PLACE',
} as const;
export type ContactMethod = (typeof ContactMethod)[keyof typeof ContactMethod];

export const ContactOutcome = {
  ABSENT: 'ABSENT',
  NO_ANSWER: 'NO_ANSWER',
  DECLINED: 'DECLINED',
  SPOKE_WITH_FAMILY: 'SPOKE_WITH_FAMILY',
  SPOKE_WITH_PERSON: 'SPOKE_WITH_PERSON',
} as const;
export type ContactOutcome = (typeof ContactOutcome)[keyof typeof ContactOutcome];

registerLabelledEnum(
  FoundThrough,
  'OutreachFoundThrough',
  { ja: '把握の経路', en: 'how somebody came to be known' },
  {
    CONFERENCE: { ja: '会議', en: 'a conference' },
    SUPPORT_AGENCY: { ja: '支援関係機関', en: 'a support agency' },
    WELFARE_COMMISSIONER: { ja: '民生委員・児童委員', en: 'a welfare commissioner' },
    COMMUNITY: { ja: '地域の人・区長', en: 'neighbours, the neighbourhood head' },
    FAMILY: { ja: '家族', en: 'the family' },
    SELF: { ja: '本人', en: 'the person' },
  },
);
registerLabelledEnum(
  OutreachStage,
  'OutreachStage',
  { ja: '関係づくりの段階', en: 'stage of the relationship' },
  {
    IDENTIFIED: { ja: '把握した', en: 'identified' },
    ATTEMPTING: { ja: '働きかけ中', en: 'contact being tried' },
    FAMILY_CONTACT: { ja: '家族とつながった', en: 'in contact with the family' },
    PERSON_CONTACT: { ja: '本人とつながった', en: 'in contact with the person' },
    TRUST: { ja: '信頼関係ができた', en: 'trust' },
    CONNECTED: { ja: '支援につながった', en: 'connected with support' },
    PAUSED: { ja: '見守り(働きかけを休止)', en: 'watching over, no contact for now' },
  },
);
registerLabelledEnum(
  ContactMethod,
  'OutreachContactMethod',
  { ja: '働きかけの方法', en: 'how contact was tried' },
  {
    VISIT: { ja: '訪問', en: 'visit' },
    ACCOMPANIMENT: { ja: '同行', en: 'accompaniment' },
    TELEPHONE: { ja: '電話', en: 'telephone' },
    LETTER: { ja: '手紙・置き手紙', en: 'letter' },
    MESSAGE: { ja: 'メール・SNS', en: 'message' },
    MEETING_PLACE: { ja: '居場所・来所', en: 'at a meeting place or the office' },
  },
);
registerLabelledEnum(
  ContactOutcome,
  'OutreachContactOutcome',
  { ja: '働きかけの結果', en: 'what came of it' },
  {
    ABSENT: { ja: '不在', en: 'nobody at home' },
    NO_ANSWER: { ja: '応答なし', en: 'no answer' },
    DECLINED: { ja: '断られた', en: 'declined' },
    SPOKE_WITH_FAMILY: { ja: '家族と話した', en: 'spoke with the family' },
    SPOKE_WITH_PERSON: { ja: '本人と話した', en: 'spoke with the person' },
  },
);
