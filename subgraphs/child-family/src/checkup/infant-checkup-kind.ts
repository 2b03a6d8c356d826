import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** Which of the check-ups, by the age for which it is held. */
export const InfantCheckupKind = {
  MONTHS_3_4: 'MONTHS_3_4',
  MONTHS_18: 'MONTHS_18',
  YEARS_3: 'YEARS_3',
  YEARS_5: 'YEARS_5',
  OTHER: 'OTHER',
} as const;
export type InfantCheckupKind = (typeof InfantCheckupKind)[keyof typeof InfantCheckupKind];

registerLabelledEnum(
  InfantCheckupKind,
  'InfantCheckupKind',
  { ja: '健診の種別', en: 'which check-up' },
  {
    MONTHS_3_4: { ja: '3〜4か月児健診', en: 'at three to four months' },
    MONTHS_18: { ja: '1歳6か月児健診', en: 'at eighteen months' },
    YEARS_3: { ja: '3歳児健診', en: 'at three years' },
    YEARS_5: { ja: '5歳児健診', en: 'at five years' },
    OTHER: { ja: 'その他', en: 'another check-up' },
  },
);
