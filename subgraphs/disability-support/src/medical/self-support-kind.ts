import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** 自立支援医療の種類, in the words of the record. */
export const SelfSupportMedicalKind = {
  PSYCHIATRIC_OUTPATIENT: '精神通院',
  REHABILITATION: '更生',
  DEVELOPMENTAL: '育成',
} as const;
export type SelfSupportMedicalKind = (typeof SelfSupportMedicalKind)[keyof typeof SelfSupportMedicalKind];

registerLabelledEnum(
  SelfSupportMedicalKind,
  'SelfSupportMedicalKind',
  { ja: '自立支援医療の種類', en: 'kind of self-support medical care' },
  {
    PSYCHIATRIC_OUTPATIENT: { ja: '精神通院医療', en: 'psychiatric outpatient care' },
    REHABILITATION: { ja: '更生医療', en: 'rehabilitation of adults' },
    DEVELOPMENTAL: { ja: '育成医療', en: 'treatment of children' },
  },
);
