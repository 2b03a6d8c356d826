import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** 児童虐待防止法2条: the four kinds of abuse of a child. */
export const ChildAbuseKind = {
  PHYSICAL: 'PHYSICAL',
  SEXUAL: 'SEXUAL',
  NEGLECT: 'NEGLECT',
  PSYCHOLOGICAL: 'PSYCHOLOGICAL',
} as const;
export type ChildAbuseKind = (typeof ChildAbuseKind)[keyof typeof ChildAbuseKind];

registerLabelledEnum(
  ChildAbuseKind,
  'ChildAbuseKind',
  { ja: '児童虐待の種類', en: 'kind of child abuse' },
  {
    PHYSICAL: { ja: '身体的虐待', en: 'physical' },
    SEXUAL: { ja: '性的虐待', en: 'sexual' },
    NEGLECT: { ja: 'ネグレクト', en: 'neglect' },
    PSYCHOLOGICAL: { ja: '心理的虐待', en: 'psychological' },
  },
);

/** The forms of a case. */
export const ProtectionFormKind = {
  INTAKE: 'INTAKE',
  URGENCY_ASSESSMENT: 'URGENCY_ASSESSMENT',
  HOME_SUPPORT_ASSESSMENT: 'HOME_SUPPORT_ASSESSMENT',
  CHILD_RECORD: 'CHILD_RECORD',
  PROGRESS_RECORD: 'PROGRESS_RECORD',
  INTAKE_LEDGER: 'INTAKE_LEDGER',
  PROGRESS_LEDGER: 'PROGRESS_LEDGER',
  CASE_REVIEW: 'CASE_REVIEW',
  REFERRAL: 'REFERRAL',
  CASE_TRANSFER: 'CASE_TRANSFER',
} as const;
export type ProtectionFormKind = (typeof ProtectionFormKind)[keyof typeof ProtectionFormKind];

registerLabelledEnum(
  ProtectionFormKind,
  'ProtectionFormKind',
  { ja: '帳票の種類', en: 'form of a child protection case' },
  {
    INTAKE: { ja: '虐待相談・通告受付票', en: 'intake' },
    URGENCY_ASSESSMENT: { ja: '緊急度アセスメント', en: 'assessment of urgency' },
    HOME_SUPPORT_ASSESSMENT: { ja: '在宅支援アセスメント', en: 'assessment for support at home' },
    CHILD_RECORD: { ja: '児童記録票', en: 'record of the child' },
    PROGRESS_RECORD: { ja: '経過記録', en: 'record of progress' },
    INTAKE_LEDGER: { ja: '受理台帳', en: 'register of intakes' },
    PROGRESS_LEDGER: { ja: '進行管理台帳・票', en: 'register of progress' },
    CASE_REVIEW: { ja: '個別ケース検討会議録', en: 'minutes of a case review' },
    REFERRAL: { ja: '送致書', en: 'referral' },
    CASE_TRANSFER: { ja: 'ケース移管通知書', en: 'notice of transfer' },
  },
);
