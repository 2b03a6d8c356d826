import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** What kind of place a child goes to. */
export const SchoolingKind = {
  NURSERY: 'NURSERY',
  KODOMOEN: 'KODOMOEN',
  KINDERGARTEN: 'KINDERGARTEN',
  ELEMENTARY: 'ELEMENTARY',
  JUNIOR_HIGH: 'JUNIOR_HIGH',
  HIGH: 'HIGH',
  OTHER: 'OTHER',
} as const;
export type SchoolingKind = (typeof SchoolingKind)[keyof typeof SchoolingKind];

registerLabelledEnum(
  SchoolingKind,
  'SchoolingKind',
  { ja: '所属の種別', en: 'kind of nursery or school' },
  {
    NURSERY: { ja: '保育所', en: 'nursery' },
    KODOMOEN: { ja: 'こども園', en: 'centre for early childhood education and care' },
    KINDERGARTEN: { ja: '幼稚園', en: 'kindergarten' },
    ELEMENTARY: { ja: '小学校', en: 'elementary school' },
    JUNIOR_HIGH: { ja: '中学校', en: 'junior high school' },
    HIGH: { ja: '高等学校', en: 'high school' },
    OTHER: { ja: 'その他', en: 'another place' },
  },
);
