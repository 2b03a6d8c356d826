import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** 障害者虐待防止法2条: the five kinds of abuse. */
export const AbuseKind = {
  PHYSICAL: 'PHYSICAL',
  SEXUAL: 'SEXUAL',
  PSYCHOLOGICAL: 'PSYCHOLOGICAL',
  NEGLECT: 'NEGLECT',
  ECONOMIC: 'ECONOMIC',
} as const;
export type AbuseKind = (typeof AbuseKind)[keyof typeof AbuseKind];

registerLabelledEnum(
  AbuseKind,
  'DisabilityAbuseKind',
  { ja: '障害者虐待の種類', en: 'kind of abuse' },
  {
    PHYSICAL: { ja: '身体的虐待', en: 'physical' },
    SEXUAL: { ja: '性的虐待', en: 'sexual' },
    PSYCHOLOGICAL: { ja: '心理的虐待', en: 'psychological' },
    NEGLECT: { ja: '放棄・放置', en: 'neglect' },
    ECONOMIC: { ja: '経済的虐待', en: 'economic' },
  },
);

/** 障害者虐待防止法2条: from whom the person is to be protected. */
export const AbuserKind = {
  CAREGIVER: 'CAREGIVER',
  FACILITY_STAFF: 'FACILITY_STAFF',
  EMPLOYER: 'EMPLOYER',
} as const;
export type AbuserKind = (typeof AbuserKind)[keyof typeof AbuserKind];

registerLabelledEnum(
  AbuserKind,
  'DisabilityAbuserKind',
  { ja: '虐待者の区分', en: 'who is said to abuse' },
  {
    CAREGIVER: { ja: '養護者', en: 'carer' },
    FACILITY_STAFF: { ja: '障害者福祉施設従事者等', en: 'staff of a welfare facility' },
    EMPLOYER: { ja: '使用者', en: 'employer' },
  },
);
