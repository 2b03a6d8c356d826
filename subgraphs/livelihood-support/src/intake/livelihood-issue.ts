import { registerLabelledEnum } from '@kasane/subgraph-kit';
import type { Label } from '@kasane/vocabulary';

/**
 * What an intake and assessment sheet marks as an issue. What belongs to the closed tier is not among them: see
 * {@link closedIssues}.
 */
export const LivelihoodIssue = {
  ILLNESS: 'ILLNESS',
  INJURY: 'INJURY',
  DISABILITY_CERTIFIED: 'DISABILITY_CERTIFIED',
  DISABILITY_SUSPECTED: 'DISABILITY_SUSPECTED',
  MENTAL_HEALTH: 'MENTAL_HEALTH',
  HOUSING_UNSTABLE: 'HOUSING_UNSTABLE',
  HOMELESS: 'HOMELESS',
  POVERTY: 'POVERTY',
  DEBT: 'DEBT',
  ARREARS: 'ARREARS',
  MONEY_MANAGEMENT: 'MONEY_MANAGEMENT',
  JOB_SEARCH: 'JOB_SEARCH',
  JOB_RETENTION: 'JOB_RETENTION',
  LIFESTYLE: 'LIFESTYLE',
  ISOLATION: 'ISOLATION',
  HIKIKOMORI: 'HIKIKOMORI',
  FAMILY_RELATION: 'FAMILY_RELATION',
  SINGLE_PARENT: 'SINGLE_PARENT',
  CARE_NEED: 'CARE_NEED',
  CHILD_REARING: 'CHILD_REARING',
  COMMUNICATION: 'COMMUNICATION',
  LANGUAGE: 'LANGUAGE',
  DISASTER: 'DISASTER',
  OTHER: 'OTHER',
} as const;
export type LivelihoodIssue = (typeof LivelihoodIssue)[keyof typeof LivelihoodIssue];
export const livelihoodIssueLabels: Readonly<Record<LivelihoodIssue, Label>> = {
  ILLNESS: { ja: '病気', en: 'illness' },
  INJURY: { ja: 'けが', en: 'injury' },
  DISABILITY_CERTIFIED: { ja: '障害(手帳有)', en: 'disability, certified' },
  DISABILITY_SUSPECTED: { ja: '障害(疑い)', en: 'disability, suspected' },
  MENTAL_HEALTH: { ja: 'メンタルヘルスの課題', en: 'mental health' },
  HOUSING_UNSTABLE: { ja: '住まい不安定', en: 'unstable housing' },
  HOMELESS: { ja: 'ホームレス', en: 'homeless' },
  POVERTY: { ja: '経済的困窮', en: 'poverty' },
  DEBT: { ja: '債務', en: 'debt' },
  ARREARS: { ja: '費用滞納', en: 'arrears' },
  MONEY_MANAGEMENT: { ja: '家計管理の課題', en: 'money management' },
  JOB_SEARCH: { ja: '就職活動困難', en: 'finding work' },
  JOB_RETENTION: { ja: '就職定着困難', en: 'keeping work' },
  LIFESTYLE: { ja: '生活習慣の乱れ', en: 'habits of life' },
  ISOLATION: { ja: '社会的孤立', en: 'isolation' },
  HIKIKOMORI: { ja: 'ひきこもり', en: 'withdrawal from society' },
  FAMILY_RELATION: { ja: '家族関係・家族の問題', en: 'family relations' },
  SINGLE_PARENT: { ja: 'ひとり親', en: 'single parent' },
  CARE_NEED: { ja: '介護', en: 'care' },
  CHILD_REARING: { ja: '子育て・育児不安', en: 'child-rearing' },
  COMMUNICATION: { ja: 'コミュニケーションが苦手', en: 'communication' },
  LANGUAGE: { ja: '日本語が不自由', en: 'little Japanese' },
  DISASTER: { ja: '被災', en: 'disaster' },
  OTHER: { ja: 'その他', en: 'other' },
};
registerLabelledEnum(
  LivelihoodIssue,
  'LivelihoodIssue',
  { ja: '課題', en: 'issue that an assessment marks' },
  livelihoodIssueLabels,
);

/**
 * Issues of the closed tier (T4): they stay in the sector, in a column that no field shows. No consent opens them, and
 * an assessment without them must look like one where they were never marked.
 */
export const closedIssues: Readonly<Record<string, string>> = {
  自死企図: 'SUICIDE_RISK',
  'DV・虐待': 'DV_ABUSE',
  経済的虐待: 'ECONOMIC_ABUSE',
};

const isIssue = (word: string): word is LivelihoodIssue => Object.hasOwn(LivelihoodIssue, word);

/** The issues of a column, comma-separated. A word outside the list is left alone: it was never for this field. */
export const issuesIn = (column: string | null): readonly LivelihoodIssue[] =>
  (column ?? '').split(',').filter(isIssue);
