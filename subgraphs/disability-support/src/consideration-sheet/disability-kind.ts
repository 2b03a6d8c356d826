import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** Kinds of disability as consultations and decisions count them. */
export const DisabilityKind = {
  PHYSICAL: 'PHYSICAL',
  SEVERE_MOTOR_AND_INTELLECTUAL: 'SEVERE_MOTOR_AND_INTELLECTUAL',
  INTELLECTUAL: 'INTELLECTUAL',
  MENTAL: 'MENTAL',
  DEVELOPMENTAL: 'DEVELOPMENTAL',
  HIGHER_BRAIN_FUNCTION: 'HIGHER_BRAIN_FUNCTION',
  INTRACTABLE_DISEASE: 'INTRACTABLE_DISEASE',
  OTHER: 'OTHER',
} as const;
export type DisabilityKind = (typeof DisabilityKind)[keyof typeof DisabilityKind];

registerLabelledEnum(
  DisabilityKind,
  'DisabilityKind',
  { ja: '障害種別', en: 'kind of disability' },
  {
    PHYSICAL: { ja: '身体障害', en: 'physical' },
    SEVERE_MOTOR_AND_INTELLECTUAL: { ja: '重症心身障害', en: 'severe motor and intellectual' },
    INTELLECTUAL: { ja: '知的障害', en: 'intellectual' },
    MENTAL: { ja: '精神障害', en: 'mental' },
    DEVELOPMENTAL: { ja: '発達障害', en: 'developmental' },
    HIGHER_BRAIN_FUNCTION: { ja: '高次脳機能障害', en: 'higher brain function' },
    INTRACTABLE_DISEASE: { ja: '難病等', en: 'intractable disease' },
    OTHER: { ja: 'その他', en: 'other' },
  },
);
