import type { Label } from './label.js';
import { Tier } from './tier.js';

/** Data categories: the unit that a person consents to and that a decision permits or withholds. */
export const Category = {
  IDENTITY: 'IDENTITY',
  CONTACT: 'CONTACT',
  HOUSEHOLD: 'HOUSEHOLD',
  LANGUAGE_NEEDS: 'LANGUAGE_NEEDS',
  CONSENT: 'CONSENT',
  INVOLVEMENT: 'INVOLVEMENT',
  NOTES: 'NOTES',
  INTAKE: 'INTAKE',
  SUPPORT_PLAN: 'SUPPORT_PLAN',
  CONFERENCE_RECORD: 'CONFERENCE_RECORD',
  SENSITIVE_ISSUE: 'SENSITIVE_ISSUE',
  CARE_CERT: 'CARE_CERT',
  CARE_PLAN: 'CARE_PLAN',
  CARE_SERVICE: 'CARE_SERVICE',
  CARE_HEALTH: 'CARE_HEALTH',
  RIGHTS_ADVOCACY: 'RIGHTS_ADVOCACY',
  DISABILITY_CERT: 'DISABILITY_CERT',
  DISABILITY_SERVICE: 'DISABILITY_SERVICE',
  DISABILITY_PLAN: 'DISABILITY_PLAN',
  MEDICAL: 'MEDICAL',
  MATERNAL_HEALTH: 'MATERNAL_HEALTH',
  CHILD_HEALTH: 'CHILD_HEALTH',
  CHILD_SUPPORT_PLAN: 'CHILD_SUPPORT_PLAN',
  YOUNG_CARER: 'YOUNG_CARER',
  SCHOOL: 'SCHOOL',
  CHILD_PROTECTION: 'CHILD_PROTECTION',
  LIVELIHOOD_INTAKE: 'LIVELIHOOD_INTAKE',
  LIVELIHOOD_PLAN: 'LIVELIHOOD_PLAN',
  FINANCE: 'FINANCE',
  EMPLOYMENT: 'EMPLOYMENT',
  HOUSING: 'HOUSING',
  ABUSE: 'ABUSE',
} as const;
export type Category = (typeof Category)[keyof typeof Category];

export interface CategoryFacts extends Label {
  readonly tier: Tier;
}

export const categories: Readonly<Record<Category, CategoryFacts>> = {
  IDENTITY: { ja: '氏名・生年月日', en: 'name and birth date', tier: Tier.T1 },
  CONTACT: { ja: '住所・連絡先', en: 'address and contact', tier: Tier.T1 },
  HOUSEHOLD: { ja: '世帯構成', en: 'household membership', tier: Tier.T1 },
  LANGUAGE_NEEDS: { ja: '言語・通訳の必要', en: 'language needs', tier: Tier.T1 },
  CONSENT: { ja: '同意の記録', en: 'consent records', tier: Tier.T1 },
  INVOLVEMENT: { ja: '関与機関・担当者', en: 'responsible office and worker', tier: Tier.T1 },
  NOTES: { ja: '相談・支援経過', en: 'contacts and case notes', tier: Tier.T2 },
  INTAKE: { ja: '相談受付・課題', en: 'consultation and issues', tier: Tier.T2 },
  SUPPORT_PLAN: { ja: '多機関協働の支援プラン', en: 'multi-agency support plan', tier: Tier.T2 },
  CONFERENCE_RECORD: { ja: '会議の記録', en: 'conference papers and minutes', tier: Tier.T2 },
  SENSITIVE_ISSUE: { ja: '特に配慮を要する課題', en: 'issues that need particular care', tier: Tier.T4 },
  CARE_CERT: { ja: '要介護認定', en: 'care-need certification', tier: Tier.T2 },
  CARE_PLAN: { ja: 'ケアプラン', en: 'care plan', tier: Tier.T2 },
  CARE_SERVICE: { ja: '介護サービス利用', en: 'care service use', tier: Tier.T2 },
  CARE_HEALTH: { ja: '心身の状況(介護)', en: 'health in care', tier: Tier.T3 },
  RIGHTS_ADVOCACY: { ja: '権利擁護', en: 'rights advocacy', tier: Tier.T4 },
  DISABILITY_CERT: {
    ja: '障害者手帳・障害支援区分',
    en: 'disability certificate and support category',
    tier: Tier.T3,
  },
  DISABILITY_SERVICE: { ja: '障害福祉サービスの支給決定', en: 'disability benefit decision', tier: Tier.T3 },
  DISABILITY_PLAN: { ja: 'サービス等利用計画', en: 'service use plan', tier: Tier.T2 },
  MEDICAL: { ja: '医療・服薬', en: 'medical care', tier: Tier.T3 },
  MATERNAL_HEALTH: { ja: '妊娠・母子保健', en: 'maternal health', tier: Tier.T3 },
  CHILD_HEALTH: { ja: '乳幼児健診', en: 'infant check-ups', tier: Tier.T3 },
  CHILD_SUPPORT_PLAN: { ja: 'サポートプラン', en: 'child and family support plan', tier: Tier.T2 },
  YOUNG_CARER: { ja: 'ヤングケアラー', en: 'young carer', tier: Tier.T3 },
  SCHOOL: { ja: '学校・園', en: 'school and nursery', tier: Tier.T2 },
  CHILD_PROTECTION: { ja: '児童保護・要対協', en: 'child protection', tier: Tier.T4 },
  LIVELIHOOD_INTAKE: { ja: '生活困窮の相談受付', en: 'livelihood intake', tier: Tier.T2 },
  LIVELIHOOD_PLAN: { ja: '自立支援プラン', en: 'self-reliance plan', tier: Tier.T2 },
  FINANCE: { ja: '家計・収入・債務', en: 'income, arrears and debt', tier: Tier.T3 },
  EMPLOYMENT: { ja: '就労支援', en: 'employment support', tier: Tier.T2 },
  HOUSING: { ja: '住まい・住居確保給付金', en: 'housing and housing benefit', tier: Tier.T2 },
  ABUSE: { ja: '虐待対応', en: 'abuse response', tier: Tier.T4 },
};

export const allCategories = Object.keys(categories) as readonly Category[];
export const tierOf = (category: Category): Tier => categories[category].tier;
export const isCategory = (value: unknown): value is Category =>
  typeof value === 'string' && Object.hasOwn(categories, value);
