import type { Label } from '@kasane/vocabulary';

/** What a permission rests on. */
export const Basis = { OWN_DUTY: 'OWN_DUTY', CONSENT: 'CONSENT' } as const;
export type Basis = (typeof Basis)[keyof typeof Basis];

export interface LegalBasis extends Label {
  /** The law, as staff would cite it. */
  readonly citation: string;
}

export const bases: Readonly<Record<Basis, LegalBasis>> = {
  OWN_DUTY: {
    ja: '自機関の担当業務',
    en: 'own office and assignment',
    citation: '個人情報の保護に関する法律 第61条(利用目的の範囲内)',
  },
  CONSENT: {
    ja: '本人の同意',
    en: 'consent',
    citation: '個人情報の保護に関する法律 第69条第2項第1号',
  },
};
