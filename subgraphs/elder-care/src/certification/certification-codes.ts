import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** Where an application for certification stands, by the codes of the package. */
export const CertificationStatus = {
  NOT_APPLIED: '0',
  APPLIED: '1',
  CERTIFIED: '2',
  EXPIRED: '9',
} as const;
export type CertificationStatus = (typeof CertificationStatus)[keyof typeof CertificationStatus];
registerLabelledEnum(
  CertificationStatus,
  'CertificationStatus',
  { ja: '認定の状況', en: 'where the certification stands' },
  {
    NOT_APPLIED: { ja: '未申請', en: 'not applied' },
    APPLIED: { ja: '申請中', en: 'applied, not decided' },
    CERTIFIED: { ja: '認定済', en: 'certified' },
    EXPIRED: { ja: '有効期間満了', en: 'the last certification has ended' },
  },
);

/** 申請区分, by the codes of the package. */
export const CareApplicationKind = { NEW: '1', RENEWAL: '2', CHANGE: '3' } as const;
export type CareApplicationKind = (typeof CareApplicationKind)[keyof typeof CareApplicationKind];
registerLabelledEnum(
  CareApplicationKind,
  'CareApplicationKind',
  { ja: '申請区分', en: 'kind of application' },
  {
    NEW: { ja: '新規', en: 'new' },
    RENEWAL: { ja: '更新', en: 'renewal' },
    CHANGE: { ja: '区分変更', en: 'change of level' },
  },
);
