import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** Kinds of consultation about a child. */
export const ChildConsultationKind = {
  PROTECTIVE_CARE: 'PROTECTIVE_CARE',
  ABUSE: 'ABUSE',
  HEALTH: 'HEALTH',
  DISABILITY: 'DISABILITY',
  DELINQUENCY: 'DELINQUENCY',
  UPBRINGING: 'UPBRINGING',
  OTHER: 'OTHER',
} as const;
export type ChildConsultationKind = (typeof ChildConsultationKind)[keyof typeof ChildConsultationKind];

registerLabelledEnum(
  ChildConsultationKind,
  'ChildConsultationKind',
  { ja: '児童相談の種別', en: 'kind of consultation about a child' },
  {
    PROTECTIVE_CARE: { ja: '養護相談(虐待を除く)', en: 'care, other than abuse' },
    ABUSE: { ja: '児童虐待相談', en: 'abuse' },
    HEALTH: { ja: '保健相談', en: 'health' },
    DISABILITY: { ja: '障害相談', en: 'disability' },
    DELINQUENCY: { ja: '非行相談', en: 'delinquency' },
    UPBRINGING: { ja: '育成相談', en: 'upbringing' },
    OTHER: { ja: 'その他', en: 'other' },
  },
);

/** By whom a consultation came. No value names a person, and none stands for neighbours: that would point at one. */
export const ChildConsultationRoute = {
  CHILD: 'CHILD',
  FAMILY: 'FAMILY',
  SCHOOL: 'SCHOOL',
  MEDICAL: 'MEDICAL',
  CHECKUP: 'CHECKUP',
  CITY: 'CITY',
  GUIDANCE_CENTER: 'GUIDANCE_CENTER',
  OTHER: 'OTHER',
} as const;
export type ChildConsultationRoute = (typeof ChildConsultationRoute)[keyof typeof ChildConsultationRoute];

registerLabelledEnum(
  ChildConsultationRoute,
  'ChildConsultationRoute',
  { ja: '相談経路', en: 'how the consultation came' },
  {
    CHILD: { ja: '本人', en: 'the child' },
    FAMILY: { ja: '家族', en: 'family' },
    SCHOOL: { ja: '学校・園', en: 'school or nursery' },
    MEDICAL: { ja: '医療機関', en: 'hospital or clinic' },
    CHECKUP: { ja: '健診', en: 'a check-up' },
    CITY: { ja: '市の他の窓口', en: 'another office of the city' },
    GUIDANCE_CENTER: { ja: '児童相談所', en: 'child guidance centre' },
    OTHER: { ja: 'その他', en: 'other' },
  },
);
