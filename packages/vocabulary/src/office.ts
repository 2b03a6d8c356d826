import type { Label } from './label.js';

export const OperationMode = { ENTRUSTED: 'ENTRUSTED', CITY_RUN: 'CITY_RUN', UNSTATED: 'UNSTATED' } as const;
export type OperationMode = (typeof OperationMode)[keyof typeof OperationMode];

export const operationModeLabels: Readonly<Record<OperationMode, Label>> = {
  ENTRUSTED: { ja: '委託', en: 'entrusted' },
  CITY_RUN: { ja: '直営', en: 'run by the city' },
  UNSTATED: { ja: '記載なし', en: 'not stated' },
};

export const OfficeStatus = { OPEN: 'OPEN', SUSPENDED: 'SUSPENDED' } as const;
export type OfficeStatus = (typeof OfficeStatus)[keyof typeof OfficeStatus];

export const officeStatusLabels: Readonly<Record<OfficeStatus, Label>> = {
  OPEN: { ja: '開設', en: 'open' },
  SUSPENDED: { ja: '休止中', en: 'suspended' },
};

/** What kind of place an office is, in the words of the cities' plans. */
export const OfficeKind = {
  MULTI_AGENCY_COORDINATOR: 'MULTI_AGENCY_COORDINATOR',
  COMMUNITY_GENERAL_SUPPORT_CENTER: 'COMMUNITY_GENERAL_SUPPORT_CENTER',
  CORE_CONSULTATION_CENTER: 'CORE_CONSULTATION_CENTER',
  DISABILITY_DESK: 'DISABILITY_DESK',
  COMMUNITY_ACTIVITY_CENTER: 'COMMUNITY_ACTIVITY_CENTER',
  PLANNING_CONSULTATION_OFFICE: 'PLANNING_CONSULTATION_OFFICE',
  CHILD_FAMILY_CENTER: 'CHILD_FAMILY_CENTER',
  CHILD_REARING_HUB: 'CHILD_REARING_HUB',
  LIVELIHOOD_SUPPORT_DESK: 'LIVELIHOOD_SUPPORT_DESK',
  CITY_DIVISION: 'CITY_DIVISION',
  SCHOOL: 'SCHOOL',
  NURSERY: 'NURSERY',
  SUPPORT_AGENCY: 'SUPPORT_AGENCY',
} as const;
export type OfficeKind = (typeof OfficeKind)[keyof typeof OfficeKind];

export const officeKindLabels: Readonly<Record<OfficeKind, Label>> = {
  MULTI_AGENCY_COORDINATOR: { ja: '多機関協働事業者', en: 'multi-agency coordinator body' },
  COMMUNITY_GENERAL_SUPPORT_CENTER: { ja: '地域包括支援センター', en: 'community general support centre' },
  CORE_CONSULTATION_CENTER: { ja: '基幹相談支援センター', en: 'core consultation centre' },
  DISABILITY_DESK: { ja: '障がい者相談窓口', en: 'disability desk' },
  COMMUNITY_ACTIVITY_CENTER: { ja: '地域活動支援センター', en: 'community activity centre' },
  PLANNING_CONSULTATION_OFFICE: { ja: '計画相談事業所', en: 'planning consultation office' },
  CHILD_FAMILY_CENTER: { ja: 'こども家庭センター', en: 'child and family centre' },
  CHILD_REARING_HUB: { ja: '地域子育て支援拠点', en: 'community child-rearing hub' },
  LIVELIHOOD_SUPPORT_DESK: { ja: '生活サポート相談窓口', en: 'livelihood support desk' },
  CITY_DIVISION: { ja: '市の担当課', en: 'division of the city hall' },
  SCHOOL: { ja: '学校', en: 'school' },
  NURSERY: { ja: '園・保育所', en: 'nursery' },
  SUPPORT_AGENCY: { ja: '支援関係機関等', en: 'support agency' },
};
