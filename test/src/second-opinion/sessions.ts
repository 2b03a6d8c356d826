import { sessionTerms, type Facts, type Opening, type SessionFacts } from '@kasane/disclosure';
import type { PersonId, Tier } from '@kasane/vocabulary';
import { tierOf, type Asked } from './asked.js';

export const SESSION_RULES = {
  SWA_106_6: 'SUPPORT_CONFERENCE',
  SNSA_9: 'LIVELIHOOD_CONFERENCE',
  LTCA_115_48: 'CARE_CONFERENCE',
  CWA_25_2: 'PROTECTION_COUNCIL',
  EAPA_7: 'ELDER_ABUSE',
  DAPA_7: 'DISABILITY_ABUSE',
  CAPA_6: 'CHILD_ABUSE',
} as const;

/** An open session about the person with the viewer on its roster. */
export const seatsAt = ({ viewer, now }: Facts, person: PersonId, session: SessionFacts): boolean =>
  session.subjects.includes(person) &&
  session.opensAt.getTime() <= now.getTime() &&
  now.getTime() < session.closesAt.getTime() &&
  session.members.some(({ staff, office }) => staff === viewer.staffId && office === viewer.office);

export const hasPledged = ({ viewer, now }: Facts, session: SessionFacts): boolean =>
  session.members.some(
    ({ staff, office, pledgedAt }) =>
      staff === viewer.staffId &&
      office === viewer.office &&
      pledgedAt !== undefined &&
      pledgedAt.getTime() <= now.getTime(),
  );

export const hasEntered = (facts: Facts, session: SessionFacts): boolean =>
  facts.viewer.conference === session.id &&
  hasPledged(facts, session) &&
  facts.viewer.purpose === sessionTerms[session.basis].purpose;

/** What a session would open to a member who has entered it. */
export function sessionOpens(
  { facts: { viewer }, person, category, refusal }: Asked,
  session: SessionFacts,
): Opening | undefined {
  const tier = tierOf(category);
  const terms = sessionTerms[session.basis];
  const bound = viewer.capacity === 'CITY_STAFF' || viewer.capacity === 'ENTRUSTED_STAFF';
  const level = bound ? terms.levels[tier] : 'NONE';
  const releasable = (terms.releasable as readonly Tier[]).includes(tier);
  if (!releasable && level === 'NONE') return undefined;
  if (tier !== 'T1' && !session.categories.includes(category)) return undefined;
  if (refusal !== undefined && !session.justified.includes(person)) return undefined;
  return {
    level,
    evidence: { id: session.id, until: session.closesAt },
    ...(releasable && {
      released: { session: session.id, ...(tier === 'T4' && { approved: [...session.approved].sort() }) },
    }),
    ...(refusal !== undefined && { despite: refusal.id }),
  };
}
