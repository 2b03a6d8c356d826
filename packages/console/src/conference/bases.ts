import type { Purpose } from '@kasane/vocabulary';
import type { SessionBasis } from '../generated/operations.js';

export interface BasisFacts {
  /** The purpose for which its members look while they are in it. */
  readonly purpose: Purpose;
  /** Days that it may last. */
  readonly maxDays: number;
  /** As the law is cited; absent where nobody has checked it. */
  readonly law?: string;
  /** What its members see without more. */
  readonly opens: string;
}

const conference = { purpose: 'CONFERENCE', maxDays: 7 } as const;
const protection = { maxDays: 93 } as const;
const abuse = { ...protection, purpose: 'ABUSE_RESPONSE' } as const;
const summary =
  '氏名・関与機関と、選んだ区分の支援情報の概要。要配慮・厳重秘匿の記録は、持っている機関が一件ずつ出します。';
const whole =
  '氏名・住所・関与機関と、選んだ区分の支援情報。要配慮・厳重秘匿の記録は、持っている機関が一件ずつ出します。';

/** What is said of each statute before somebody convenes a session under it. The hub holds to its own table. */
export const basisFacts: Readonly<Record<SessionBasis, BasisFacts>> = {
  SWA_106_6: { ...conference, law: '社会福祉法 第106条の6', opens: summary },
  SNSA_9: { ...conference, law: '生活困窮者自立支援法 第9条', opens: summary },
  LTCA_115_48: {
    ...conference,
    opens: '氏名・関与機関と、選んだ区分の支援情報があるかどうか。記録は、持っている機関が一件ずつ出します。',
  },
  CWA_25_2: { ...protection, purpose: 'CONFERENCE', law: '児童福祉法 第25条の2', opens: whole },
  EAPA_7: { ...abuse, law: '高齢者虐待防止法 第7条', opens: whole },
  DAPA_7: { ...abuse, law: '障害者虐待防止法 第7条', opens: whole },
  CAPA_6: { ...abuse, opens: whole },
};

/** Under which somebody may be suspected of abuse. */
export const isAbuseResponse = (basis: string): boolean =>
  Object.hasOwn(basisFacts, basis) && basisFacts[basis as SessionBasis].purpose === 'ABUSE_RESPONSE';
