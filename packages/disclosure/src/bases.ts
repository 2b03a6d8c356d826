import { japanDate, Level, Purpose, Tier, type Label } from '@kasane/vocabulary';

/** What a permission rests on. */
export const Basis = {
  OWN_DUTY: 'OWN_DUTY',
  CONSENT: 'CONSENT',
  SWA_106_6: 'SWA_106_6',
  SNSA_9: 'SNSA_9',
  LTCA_115_48: 'LTCA_115_48',
  CWA_25_2: 'CWA_25_2',
  EAPA_7: 'EAPA_7',
  DAPA_7: 'DAPA_7',
  CAPA_6: 'CAPA_6',
  LIFE_SAFETY: 'LIFE_SAFETY',
} as const;
export type Basis = (typeof Basis)[keyof typeof Basis];

/** One version of an entry in the register of legal bases. */
export interface LegalBasis extends Label {
  /** The first Japanese calendar day on which the hub works by this version; not the day on which the law began. */
  readonly from: string;
  /** The last day; a reform ends a version and begins the next. */
  readonly to?: string;
  /** The law, as staff would cite it. Absent until somebody has checked it against the law itself: never guessed. */
  readonly citation?: string;
}

const register = (ja: string, en: string, citation?: string): readonly LegalBasis[] => [
  { ja, en, from: '2021-04-01', ...(citation !== undefined && { citation }) },
];

/** The register of legal bases: every version, the oldest first. */
export const legalBases: Readonly<Record<Basis, readonly LegalBasis[]>> = {
  OWN_DUTY: register(
    '自機関の担当業務',
    'own office and assignment',
    '個人情報の保護に関する法律 第61条(利用目的の範囲内)',
  ),
  CONSENT: register('本人の同意', 'consent', '個人情報の保護に関する法律 第69条第2項第1号'),
  SWA_106_6: register('支援会議', 'support conference', '社会福祉法 第106条の6'),
  SNSA_9: register(
    '生活困窮者自立支援法の支援会議',
    'livelihood support conference',
    '生活困窮者自立支援法 第9条',
  ),
  LTCA_115_48: register('地域ケア会議', 'community care conference'),
  CWA_25_2: register('要保護児童対策地域協議会', 'child protection council', '児童福祉法 第25条の2'),
  EAPA_7: register('高齢者虐待への対応', 'response to elder abuse', '高齢者虐待防止法 第7条'),
  DAPA_7: register('障害者虐待への対応', 'response to abuse of disabled persons', '障害者虐待防止法 第7条'),
  CAPA_6: register('児童虐待への対応', 'response to child abuse'),
  LIFE_SAFETY: register('生命・身体の危険がある緊急時', 'danger to life or body'),
};

/** The version of a basis on a Japanese calendar day; none when it is not in force. */
export const basisOn = (basis: Basis, day: string, versions = legalBases[basis]): LegalBasis | undefined =>
  versions.find(({ from, to }) => from <= day && (to === undefined || day <= to));

/** The version of a basis on the Japanese calendar day of an instant; none when it is not in force. */
export const basisAt = (basis: Basis, at: Date): LegalBasis | undefined => basisOn(basis, japanDate(at));

/** What a session under a statute opens to its members. */
export interface SessionTerms {
  /** The purpose that must be stated. */
  readonly purpose: Purpose;
  /** What its members are shown without more, by tier; T2 and above only of the categories that the session named. */
  readonly levels: Readonly<Record<Tier, Level>>;
  /** The tiers of which an owner may release records to it, one by one. */
  readonly releasable: readonly Tier[];
}

const { NONE, EXISTENCE, SUMMARY, DETAIL } = Level;
const { T1, T2, T3, T4 } = Tier;

/** A conference learns who is involved; the rest its owners release. */
const conference = (t2: Level, releasable: readonly Tier[]): SessionTerms => ({
  purpose: Purpose.CONFERENCE,
  levels: { T0: DETAIL, T1: SUMMARY, T2: t2, T3: NONE, T4: NONE },
  releasable,
});
/** Who protects somebody must find them. */
const protection = (purpose: Purpose): SessionTerms => ({
  purpose,
  levels: { T0: DETAIL, T1: DETAIL, T2: DETAIL, T3: NONE, T4: NONE },
  releasable: [T1, T2, T3, T4],
});

/** Sensitivity by basis: our own table, on the safe side of what the statutes allow. */
export const sessionTerms = {
  SWA_106_6: conference(SUMMARY, [T1, T2, T3, T4]),
  SNSA_9: conference(SUMMARY, [T1, T2, T3]),
  LTCA_115_48: conference(EXISTENCE, [T1, T2, T3]),
  CWA_25_2: protection(Purpose.CONFERENCE),
  EAPA_7: protection(Purpose.ABUSE_RESPONSE),
  DAPA_7: protection(Purpose.ABUSE_RESPONSE),
  CAPA_6: protection(Purpose.ABUSE_RESPONSE),
} as const satisfies Partial<Record<Basis, SessionTerms>>;

/** A statute under which somebody convenes a session. */
export type SessionBasis = keyof typeof sessionTerms;
export const sessionBases = Object.keys(sessionTerms) as readonly SessionBasis[];
