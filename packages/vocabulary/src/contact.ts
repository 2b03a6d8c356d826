import type { Label } from './label.js';

/** How staff and a person met. */
export const ContactMethod = {
  OFFICE_VISIT: 'OFFICE_VISIT',
  PHONE: 'PHONE',
  HOME_VISIT: 'HOME_VISIT',
  ACCOMPANIMENT: 'ACCOMPANIMENT',
  MEETING: 'MEETING',
  MAIL: 'MAIL',
} as const;
export type ContactMethod = (typeof ContactMethod)[keyof typeof ContactMethod];

export const contactMethodLabels: Readonly<Record<ContactMethod, Label>> = {
  OFFICE_VISIT: { ja: '来所', en: 'visit to the office' },
  PHONE: { ja: '電話', en: 'telephone' },
  HOME_VISIT: { ja: '訪問', en: 'home visit' },
  ACCOMPANIMENT: { ja: '同行', en: 'accompaniment' },
  MEETING: { ja: '会議', en: 'meeting' },
  MAIL: { ja: '郵便・メール', en: 'letter or e-mail' },
};

/** Who leads and who helps in an office's responsibility for a person. */
export const ResponsibilityRole = { LEAD: 'LEAD', DEPUTY: 'DEPUTY' } as const;
export type ResponsibilityRole = (typeof ResponsibilityRole)[keyof typeof ResponsibilityRole];

export const responsibilityRoleLabels: Readonly<Record<ResponsibilityRole, Label>> = {
  LEAD: { ja: '主担当', en: 'lead' },
  DEPUTY: { ja: '副担当', en: 'deputy' },
};
