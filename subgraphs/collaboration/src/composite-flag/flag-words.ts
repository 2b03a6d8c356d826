import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** What a household carries together, more than each of its members alone. */
export const CompositeFlagKind = {
  EIGHTY_FIFTY: 'EIGHTY_FIFTY',
  DOUBLE_CARE: 'DOUBLE_CARE',
  YOUNG_CARER: 'YOUNG_CARER',
} as const;
export type CompositeFlagKind = (typeof CompositeFlagKind)[keyof typeof CompositeFlagKind];

registerLabelledEnum(
  CompositeFlagKind,
  'CompositeFlagKind',
  { ja: '複合的な課題', en: 'what a household carries together' },
  {
    EIGHTY_FIFTY: { ja: '8050', en: 'a child around 50 with parents around 80' },
    DOUBLE_CARE: { ja: 'ダブルケア', en: 'who cares for children and for parents at once' },
    YOUNG_CARER: { ja: 'ヤングケアラー', en: 'young carer' },
  },
);

/** What somebody decided about a suggestion, or without one. */
export const FlagDecision = { CONFIRMED: 'CONFIRMED', REJECTED: 'REJECTED' } as const;
export type FlagDecision = (typeof FlagDecision)[keyof typeof FlagDecision];

registerLabelledEnum(
  FlagDecision,
  'FlagDecision',
  { ja: '判断', en: 'what was decided' },
  {
    CONFIRMED: { ja: '該当する', en: 'confirmed' },
    REJECTED: { ja: '該当しない', en: 'rejected' },
  },
);
