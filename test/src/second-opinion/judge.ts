import type { Cell, Denied, Facts, Permitted } from '@kasane/disclosure';
import type { Category, ConsentState, Level, PersonId, SectorId, WithheldReason } from '@kasane/vocabulary';
import { isGiven, isWithin, tierOf, type Asked } from './asked.js';
import { forbidsOf, refusals, type Forbid } from './closed.js';
import { endOf, evidenceOf, longestLasting } from './found.js';
import { permitsOf } from './opened.js';
import { hasEntered, hasPledged, seatsAt, sessionOpens } from './sessions.js';
import { linesAbout } from './spoken.js';

/**
 * One cell, judged straight from the words of the rules, by none of the code that the hub decides with: one question
 * after the other, slowly. Only the vocabulary, the types and the tables of `bases.ts` are shared.
 */
export function judge(facts: Facts, person: PersonId, sector: SectorId, category: Category): Cell {
  const lines = linesAbout(facts, person, sector, category);
  const refusal = longestLasting(refusals(lines, category));
  const asked: Asked = { facts, person, sector, category, lines, refusal };
  const forbids = forbidsOf(asked);
  const permits = permitsOf(asked).filter(
    ({ basis }) => !forbids.some(({ closes }) => closes === 'EVERYTHING' || closes === basis),
  );
  return preferred(permits) ?? denied(asked, forbids);
}

const LEVELS: readonly Level[] = ['NONE', 'EXISTENCE', 'SUMMARY', 'DETAIL'];

/**
 * The permit that opens most, the first of those alike. What was released to a session stays released, and then the
 * whole lasts only as long as both do.
 */
function preferred(permits: readonly Permitted[]): Permitted | undefined {
  let best: Permitted | undefined;
  for (const permit of permits)
    if (best === undefined || LEVELS.indexOf(permit.level) > LEVELS.indexOf(best.level)) best = permit;
  const withReleases = permits.find(({ released }) => released !== undefined);
  if (best === undefined || withReleases?.released === undefined || withReleases === best) return best;
  const ends = Math.min(endOf(best.evidence), endOf(withReleases.evidence));
  return { ...best, evidence: evidenceOf({ id: best.evidence.id, ends }), released: withReleases.released };
}

/** What is told of what is closed. */
function denied(asked: Asked, forbids: readonly Forbid[]): Denied {
  const told = forbids.find(({ reason }) => reason !== undefined);
  const silent = forbids.find(({ reason }) => reason === undefined);
  return {
    permitted: false,
    rule: told?.rule ?? 'DEFAULT_DENY',
    reason: told?.reason ?? reasonOf(asked),
    ...(told && { evidence: told.evidence }),
    ...(silent && { silent: silent.rule }),
    ...(forbids.some(({ closes }) => closes === 'EVERYTHING') && { barred: true as const }),
  };
}

/** Why nothing permitted. */
function reasonOf(asked: Asked): WithheldReason {
  const { facts, person, sector, category, lines } = asked;
  const { viewer } = facts;
  if (sector !== 'collaboration' && sector === viewer.sector) return 'OWN_SECTOR_DECIDES';

  const [session] = facts.sessions
    .filter((one) => seatsAt(facts, person, one) && !hasEntered(facts, one))
    .filter((one) => sessionOpens(asked, one) !== undefined)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  if (session !== undefined) return hasPledged(facts, session) ? 'CONFERENCE_NOT_ENTERED' : 'PLEDGE_MISSING';

  if (tierOf(category) === 'T4') return 'CLOSED_TIER';

  const covering = lines.filter(({ rule }) => rule.effect === 'PERMIT' && isWithin(category, rule.maxTier));
  const forAnother = covering.some(
    ({ consent, begun, state, authority }) =>
      viewer.purpose !== undefined &&
      !consent.purposes.includes(viewer.purpose) &&
      begun &&
      isGiven(state) &&
      authority,
  );
  if (forAnother) return 'PURPOSE_NOT_COVERED';
  if (covering.some(({ state }) => ENDED.includes(state))) return 'CONSENT_ENDED';
  return 'NO_BASIS';
}

const ENDED: readonly ConsentState[] = ['EXPIRED', 'WITHDRAWN', 'REVOKED', 'INVALIDATED'];
