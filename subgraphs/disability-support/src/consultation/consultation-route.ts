import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** By whom a consultation came. No value names a person, and none stands for neighbours: that would point at one. */
export const ConsultationRoute = {
  SELF: 'SELF',
  FAMILY: 'FAMILY',
  MEDICAL: 'MEDICAL',
  SERVICE_PROVIDER: 'SERVICE_PROVIDER',
  CITY: 'CITY',
  SCHOOL: 'SCHOOL',
  EMPLOYER: 'EMPLOYER',
  OTHER: 'OTHER',
} as const;
export type ConsultationRoute = (typeof ConsultationRoute)[keyof typeof ConsultationRoute];

registerLabelledEnum(
  ConsultationRoute,
  'DisabilityConsultationRoute',
  { ja: '相談経路', en: 'how the consultation came' },
  {
    SELF: { ja: '本人', en: 'the person' },
    FAMILY: { ja: '家族', en: 'family' },
    MEDICAL: { ja: '医療機関', en: 'hospital or clinic' },
    SERVICE_PROVIDER: { ja: 'サービス事業所', en: 'service provider' },
    CITY: { ja: '行政機関', en: 'the city or another authority' },
    SCHOOL: { ja: '学校', en: 'school' },
    EMPLOYER: { ja: '勤務先', en: 'employer' },
    OTHER: { ja: 'その他', en: 'other' },
  },
);
