import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** 要介護状態区分, by the codes that the care-insurance systems exchange. */
export const CareNeedLevel = {
  PROGRAM_ELIGIBLE: '06',
  SUPPORT_1: '12',
  SUPPORT_2: '13',
  CARE_1: '21',
  CARE_2: '22',
  CARE_3: '23',
  CARE_4: '24',
  CARE_5: '25',
} as const;
export type CareNeedLevel = (typeof CareNeedLevel)[keyof typeof CareNeedLevel];

registerLabelledEnum(
  CareNeedLevel,
  'CareNeedLevel',
  { ja: '要介護状態区分', en: 'care-need level' },
  {
    PROGRAM_ELIGIBLE: { ja: '事業対象者', en: 'programme-eligible' },
    SUPPORT_1: { ja: '要支援1', en: 'support need 1' },
    SUPPORT_2: { ja: '要支援2', en: 'support need 2' },
    CARE_1: { ja: '要介護1', en: 'care need 1' },
    CARE_2: { ja: '要介護2', en: 'care need 2' },
    CARE_3: { ja: '要介護3', en: 'care need 3' },
    CARE_4: { ja: '要介護4', en: 'care need 4' },
    CARE_5: { ja: '要介護5', en: 'care need 5' },
  },
);
