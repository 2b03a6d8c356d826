import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** How a consultation reached the window (相談経路). */
export const IntakeChannel = {
  OFFICE_VISIT: 'OFFICE_VISIT',
  PHONE: 'PHONE',
  HOME_VISIT: 'HOME_VISIT',
  MAIL: 'MAIL',
  FAMILY: 'FAMILY',
  WELFARE_COMMISSIONER: 'WELFARE_COMMISSIONER',
  RELATED_AGENCY: 'RELATED_AGENCY',
} as const;
export type IntakeChannel = (typeof IntakeChannel)[keyof typeof IntakeChannel];

registerLabelledEnum(
  IntakeChannel,
  'IntakeChannel',
  { ja: '相談経路', en: 'how a consultation came' },
  {
    OFFICE_VISIT: { ja: '本人来所', en: 'the person came' },
    PHONE: { ja: '電話', en: 'by telephone' },
    HOME_VISIT: { ja: '訪問', en: 'met at home' },
    MAIL: { ja: 'メール・手紙', en: 'by mail' },
    FAMILY: { ja: '家族から', en: 'through the family' },
    WELFARE_COMMISSIONER: { ja: '民生委員から', en: 'through a welfare commissioner' },
    RELATED_AGENCY: { ja: '関係機関から', en: 'through another agency' },
  },
);

/** Who came, to the 本人. Who reported an abuse (通報者) is none of these: that is never written into the hub. */
export const Visitor = {
  SELF: 'SELF',
  FAMILY: 'FAMILY',
  ACQUAINTANCE: 'ACQUAINTANCE',
  WELFARE_COMMISSIONER: 'WELFARE_COMMISSIONER',
  AGENCY: 'AGENCY',
  OTHER: 'OTHER',
} as const;
export type Visitor = (typeof Visitor)[keyof typeof Visitor];

registerLabelledEnum(
  Visitor,
  'Visitor',
  { ja: '相談者と本人の関係', en: 'who came, in relation to the person' },
  {
    SELF: { ja: '本人', en: 'the person' },
    FAMILY: { ja: '家族・親族', en: 'family' },
    ACQUAINTANCE: { ja: '知人・近隣', en: 'acquaintance or neighbour' },
    WELFARE_COMMISSIONER: { ja: '民生委員・児童委員', en: 'welfare commissioner' },
    AGENCY: { ja: '関係機関の職員', en: 'staff of an agency' },
    OTHER: { ja: 'その他', en: 'other' },
  },
);

/** How soon something has to be done. What it means for a referral's days is in `referral/due.ts`. */
export const Urgency = { IMMEDIATE: 'IMMEDIATE', SOON: 'SOON', NORMAL: 'NORMAL' } as const;
export type Urgency = (typeof Urgency)[keyof typeof Urgency];

registerLabelledEnum(
  Urgency,
  'Urgency',
  { ja: '緊急性', en: 'urgency' },
  {
    IMMEDIATE: { ja: 'すぐに対応が必要', en: 'at once' },
    SOON: { ja: '早めの対応が必要', en: 'soon' },
    NORMAL: { ja: '通常', en: 'in the usual time' },
  },
);

/** As a person says it; asked only where it matters. */
export const Sex = { MALE: 'MALE', FEMALE: 'FEMALE', UNKNOWN: 'UNKNOWN' } as const;
export type Sex = (typeof Sex)[keyof typeof Sex];

registerLabelledEnum(
  Sex,
  'Sex',
  { ja: '性別', en: 'sex' },
  {
    MALE: { ja: '男', en: 'male' },
    FEMALE: { ja: '女', en: 'female' },
    UNKNOWN: { ja: '不明・回答なし', en: 'not known or not said' },
  },
);
