import type { Label } from './label.js';

/** Why a viewer looks. Chosen once per work session, sent with every request, written in every ledger row. */
export const Purpose = {
  CONSULTATION: 'CONSULTATION',
  ASSESSMENT: 'ASSESSMENT',
  PLAN_MAKING: 'PLAN_MAKING',
  SERVICE_COORDINATION: 'SERVICE_COORDINATION',
  CONFERENCE: 'CONFERENCE',
  EMERGENCY: 'EMERGENCY',
  ABUSE_RESPONSE: 'ABUSE_RESPONSE',
  OUTREACH: 'OUTREACH',
  PARTICIPATION_MATCHING: 'PARTICIPATION_MATCHING',
  EVALUATION: 'EVALUATION',
  STATISTICS: 'STATISTICS',
  SUBJECT_ACCESS: 'SUBJECT_ACCESS',
} as const;
export type Purpose = (typeof Purpose)[keyof typeof Purpose];

export const purposeLabels: Readonly<Record<Purpose, Label>> = {
  CONSULTATION: { ja: '相談対応', en: 'consultation' },
  ASSESSMENT: { ja: 'アセスメント', en: 'assessment' },
  PLAN_MAKING: { ja: '支援プランの作成', en: 'plan making' },
  SERVICE_COORDINATION: { ja: 'サービス調整', en: 'service coordination' },
  CONFERENCE: { ja: '会議', en: 'conference' },
  EMERGENCY: { ja: '緊急対応', en: 'emergency' },
  ABUSE_RESPONSE: { ja: '虐待対応', en: 'abuse response' },
  OUTREACH: { ja: 'アウトリーチ', en: 'outreach' },
  PARTICIPATION_MATCHING: { ja: '参加支援のマッチング', en: 'participation matching' },
  EVALUATION: { ja: '評価', en: 'evaluation' },
  STATISTICS: { ja: '統計', en: 'statistics' },
  SUBJECT_ACCESS: { ja: '開示請求への対応', en: 'subject access' },
};

export const isPurpose = (value: unknown): value is Purpose =>
  typeof value === 'string' && Object.hasOwn(purposeLabels, value);
