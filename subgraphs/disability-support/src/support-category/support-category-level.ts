import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** 障害支援区分, by the codes of the record. */
export const SupportCategoryLevel = {
  NONE: 'NONE',
  CATEGORY_1: '1',
  CATEGORY_2: '2',
  CATEGORY_3: '3',
  CATEGORY_4: '4',
  CATEGORY_5: '5',
  CATEGORY_6: '6',
} as const;
export type SupportCategoryLevel = (typeof SupportCategoryLevel)[keyof typeof SupportCategoryLevel];

registerLabelledEnum(
  SupportCategoryLevel,
  'SupportCategoryLevel',
  { ja: '障害支援区分', en: 'disability support category' },
  {
    NONE: { ja: '区分なし', en: 'none' },
    CATEGORY_1: { ja: '区分1', en: 'category 1' },
    CATEGORY_2: { ja: '区分2', en: 'category 2' },
    CATEGORY_3: { ja: '区分3', en: 'category 3' },
    CATEGORY_4: { ja: '区分4', en: 'category 4' },
    CATEGORY_5: { ja: '区分5', en: 'category 5' },
    CATEGORY_6: { ja: '区分6', en: 'category 6' },
  },
);
