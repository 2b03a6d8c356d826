import { registerLabelledEnum } from '@kasane/subgraph-kit';

/** The forms (帳票) of the 事業, as staff print them. The id that each needs is told with it. */
export const SheetKind = {
  INTAKE: 'INTAKE',
  ASSESSMENT: 'ASSESSMENT',
  CASE_NOTES: 'CASE_NOTES',
  REFERRAL: 'REFERRAL',
  PLAN: 'PLAN',
  EVALUATION: 'EVALUATION',
  MINUTES: 'MINUTES',
} as const;
export type SheetKind = (typeof SheetKind)[keyof typeof SheetKind];

registerLabelledEnum(
  SheetKind,
  'SheetKind',
  { ja: '帳票', en: 'a form, as it is printed' },
  {
    INTAKE: { ja: '相談受付・申込票(ケースの番号)', en: 'intake and application; id of the case' },
    ASSESSMENT: { ja: 'インテーク・アセスメントシート(ケースの番号)', en: 'assessment; id of the case' },
    CASE_NOTES: { ja: '支援経過記録(ケースの番号)', en: 'case notes; id of the case' },
    REFERRAL: { ja: 'つなぎシート(つなぎの番号)', en: 'referral; its id' },
    PLAN: { ja: 'プランシート(プランの番号)', en: 'support plan; its id' },
    EVALUATION: { ja: '評価シート(プランの番号)', en: 'evaluation; id of the plan' },
    MINUTES: { ja: '会議録(会議の番号)', en: 'minutes of a conference; its id' },
  },
);
