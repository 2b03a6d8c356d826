import type { Label } from './label.js';

/** In what legal position a viewer works: the law differs for city staff, entrusted bodies and guests. */
export const Capacity = {
  CITY_STAFF: 'CITY_STAFF',
  ENTRUSTED_STAFF: 'ENTRUSTED_STAFF',
  PRIVATE_PARTNER: 'PRIVATE_PARTNER',
  VOLUNTEER: 'VOLUNTEER',
  GUEST: 'GUEST',
} as const;
export type Capacity = (typeof Capacity)[keyof typeof Capacity];

export const capacityLabels: Readonly<Record<Capacity, Label>> = {
  CITY_STAFF: { ja: '市職員', en: 'city staff' },
  ENTRUSTED_STAFF: { ja: '受託機関職員', en: 'staff of an entrusted body' },
  PRIVATE_PARTNER: { ja: '民間協力機関', en: 'private partner' },
  VOLUNTEER: { ja: '民生委員等', en: 'volunteer' },
  GUEST: { ja: '会議参加者', en: 'guest' },
};

/** What a viewer does in their office. A role alone opens nothing: assignment or a consent must name it. */
export const Role = {
  COORDINATOR: 'COORDINATOR',
  SECTOR_WORKER: 'SECTOR_WORKER',
  OFFICE_MANAGER: 'OFFICE_MANAGER',
  PRIVACY_OFFICER: 'PRIVACY_OFFICER',
  PROTECTION_OFFICER: 'PROTECTION_OFFICER',
  OPERATOR: 'OPERATOR',
  COMMITTEE: 'COMMITTEE',
} as const;
export type Role = (typeof Role)[keyof typeof Role];

export const roleLabels: Readonly<Record<Role, Label>> = {
  COORDINATOR: { ja: '包括化支援員', en: 'case integration coordinator' },
  SECTOR_WORKER: { ja: '相談支援員', en: 'sector worker' },
  OFFICE_MANAGER: { ja: '所属長', en: 'office manager' },
  PRIVACY_OFFICER: { ja: '個人情報保護管理者', en: 'privacy officer' },
  PROTECTION_OFFICER: { ja: '支援措置担当', en: 'protective measure officer' },
  OPERATOR: { ja: 'システム運用担当', en: 'operator' },
  COMMITTEE: { ja: '推進会議委員', en: 'promotion committee member' },
};

export const isCapacity = (value: unknown): value is Capacity =>
  typeof value === 'string' && Object.hasOwn(capacityLabels, value);
export const isRole = (value: unknown): value is Role =>
  typeof value === 'string' && Object.hasOwn(roleLabels, value);
