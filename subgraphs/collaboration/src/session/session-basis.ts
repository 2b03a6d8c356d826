import { legalBases, type SessionBasis as AnySessionBasis } from '@kasane/disclosure';
import { registerLabelledEnum } from '@kasane/subgraph-kit';
import type { Label } from '@kasane/vocabulary';

/** The statutes under which a session is convened, as the schema names them. */
export const SessionBasis = {
  SWA_106_6: 'SWA_106_6',
  SNSA_9: 'SNSA_9',
  LTCA_115_48: 'LTCA_115_48',
  CWA_25_2: 'CWA_25_2',
  EAPA_7: 'EAPA_7',
  DAPA_7: 'DAPA_7',
  CAPA_6: 'CAPA_6',
} as const satisfies { readonly [Name in AnySessionBasis]: Name };
export type SessionBasis = AnySessionBasis;

/** Days that a session may last. Our own choice: a conference is met for; a child or a victim is followed for months. */
const CONFERENCE_DAYS = 7;
const PROTECTION_DAYS = 93;
export const maxSessionDays: Readonly<Record<SessionBasis, number>> = {
  SWA_106_6: CONFERENCE_DAYS,
  SNSA_9: CONFERENCE_DAYS,
  LTCA_115_48: CONFERENCE_DAYS,
  CWA_25_2: PROTECTION_DAYS,
  EAPA_7: PROTECTION_DAYS,
  DAPA_7: PROTECTION_DAYS,
  CAPA_6: PROTECTION_DAYS,
};

/** Under which somebody may be suspected of abuse. */
export const isAbuseResponse = (basis: SessionBasis): boolean =>
  basis === SessionBasis.EAPA_7 || basis === SessionBasis.DAPA_7 || basis === SessionBasis.CAPA_6;

/** What a session is called by the newest version of the register. */
const nameOf = (basis: SessionBasis): Label => legalBases[basis].at(-1) ?? { ja: basis, en: basis };

registerLabelledEnum(
  SessionBasis,
  'SessionBasis',
  { ja: '法令に基づく場の種類', en: 'statute of a session' },
  {
    SWA_106_6: nameOf(SessionBasis.SWA_106_6),
    SNSA_9: nameOf(SessionBasis.SNSA_9),
    LTCA_115_48: nameOf(SessionBasis.LTCA_115_48),
    CWA_25_2: nameOf(SessionBasis.CWA_25_2),
    EAPA_7: nameOf(SessionBasis.EAPA_7),
    DAPA_7: nameOf(SessionBasis.DAPA_7),
    CAPA_6: nameOf(SessionBasis.CAPA_6),
  },
);
