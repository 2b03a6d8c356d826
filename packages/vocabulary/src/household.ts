import type { Label } from './label.js';

/** Which household is meant: the registered one and the one that lives together are often not the same. */
export const HouseholdKind = {
  REGISTERED: 'REGISTERED',
  ACTUAL: 'ACTUAL',
  BENEFIT: 'BENEFIT',
  SUPPORT: 'SUPPORT',
} as const;
export type HouseholdKind = (typeof HouseholdKind)[keyof typeof HouseholdKind];

export const householdKindLabels: Readonly<Record<HouseholdKind, Label>> = {
  REGISTERED: { ja: '住民票上の世帯', en: 'as registered' },
  ACTUAL: { ja: '実態の世帯', en: 'as it lives' },
  BENEFIT: { ja: '給付上の世帯', en: 'for a benefit' },
  SUPPORT: { ja: '支援対象世帯', en: 'as supported' },
};

/** Relation of a member to the person whom the support began with (本人). */
export const Relation = {
  SELF: 'SELF',
  SPOUSE: 'SPOUSE',
  COMMON_LAW_PARTNER: 'COMMON_LAW_PARTNER',
  FATHER: 'FATHER',
  MOTHER: 'MOTHER',
  CHILD: 'CHILD',
  SIBLING: 'SIBLING',
  GRANDFATHER: 'GRANDFATHER',
  GRANDMOTHER: 'GRANDMOTHER',
  GRANDCHILD: 'GRANDCHILD',
  OTHER: 'OTHER',
} as const;
export type Relation = (typeof Relation)[keyof typeof Relation];

export const relationLabels: Readonly<Record<Relation, Label>> = {
  SELF: { ja: '本人', en: 'the person' },
  SPOUSE: { ja: '配偶者', en: 'spouse' },
  COMMON_LAW_PARTNER: { ja: '内縁の配偶者', en: 'common-law partner' },
  FATHER: { ja: '父', en: 'father' },
  MOTHER: { ja: '母', en: 'mother' },
  CHILD: { ja: '子', en: 'child' },
  SIBLING: { ja: 'きょうだい', en: 'sibling' },
  GRANDFATHER: { ja: '祖父', en: 'grandfather' },
  GRANDMOTHER: { ja: '祖母', en: 'grandmother' },
  GRANDCHILD: { ja: '孫', en: 'grandchild' },
  OTHER: { ja: 'その他', en: 'other' },
};
