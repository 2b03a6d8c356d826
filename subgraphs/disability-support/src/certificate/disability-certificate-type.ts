import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** The three certificates, each of a law of its own; a person may hold more than one. */
export const DisabilityCertificateType = {
  PHYSICAL: 'PHYSICAL',
  INTELLECTUAL: 'INTELLECTUAL',
  MENTAL: 'MENTAL',
} as const;
export type DisabilityCertificateType =
  (typeof DisabilityCertificateType)[keyof typeof DisabilityCertificateType];

registerLabelledEnum(
  DisabilityCertificateType,
  'DisabilityCertificateType',
  { ja: '手帳の種別', en: 'kind of disability certificate' },
  {
    PHYSICAL: { ja: '身体障害者手帳', en: 'physical disability certificate' },
    INTELLECTUAL: { ja: '療育手帳', en: 'intellectual disability certificate' },
    MENTAL: { ja: '精神障害者保健福祉手帳', en: 'mental disability certificate' },
  },
);
