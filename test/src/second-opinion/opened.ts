import { legalBases, type Basis, type Permitted } from '@kasane/disclosure';
import { isGiven, isWithin, tierOf, type Asked } from './asked.js';
import { evidenceOf, longestLasting, type Found } from './found.js';
import { hasEntered, seatsAt, sessionOpens, SESSION_RULES } from './sessions.js';
import { assignmentEnds, assignmentsOf } from './spoken.js';
import { dayInTokyo } from './tokyo.js';

/** What opens it, in the order in which one is preferred to another that opens as much. */
export function permitsOf(asked: Asked): readonly Permitted[] {
  const { facts, person, sector, category, refusal } = asked;
  const permits: Permitted[] = [];
  const detail = (rule: string, basis: Basis, found: Found | undefined, despite?: string): void => {
    if (found === undefined) return;
    const opening = { level: 'DETAIL', evidence: evidenceOf(found) } as const;
    permits.push({ permitted: true, rule, basis, ...opening, ...(despite !== undefined && { despite }) });
  };

  const own = assignmentsOf(facts, person, sector).filter(
    ({ basicOnly }) =>
      (basicOnly !== true || tierOf(category) === 'T1') &&
      !(sector === 'collaboration' && tierOf(category) === 'T4'),
  );
  detail(
    'OWN_OFFICE',
    'OWN_DUTY',
    longestLasting(own.map((assignment) => ({ id: assignment.id, ends: assignmentEnds(assignment) }))),
  );
  detail('CONSENT', 'CONSENT', consented(asked));
  for (const session of facts.sessions) {
    if (!seatsAt(facts, person, session) || !hasEntered(facts, session)) continue;
    const opening = sessionOpens(asked, session);
    if (opening !== undefined)
      permits.push({
        permitted: true,
        rule: SESSION_RULES[session.basis],
        basis: session.basis,
        ...opening,
      });
  }
  detail('EMERGENCY', 'LIFE_SAFETY', emergency(asked), refusal?.id);
  return permits.filter(({ basis }) => isInForce(basis, facts.now));
}

/**
 * The newest form that speaks of the cell decides alone, an expired one too, and a no whatever its purposes; of several
 * given at one instant all must open it, and the first to end is the evidence.
 */
function consented({ facts, category, lines }: Asked): Found | undefined {
  const { purpose } = facts.viewer;
  if (tierOf(category) === 'T4' || purpose === undefined) return undefined;
  const speaking = lines.filter(
    ({ consent, rule, begun, state }) =>
      begun &&
      (isGiven(state) || state === 'EXPIRED') &&
      (rule.effect === 'DENY' || consent.purposes.includes(purpose)),
  );
  const newest = Math.max(...speaking.map(({ givenAt }) => givenAt));
  const deciding = speaking.filter(({ givenAt }) => givenAt === newest);
  let shortest: Found | undefined;
  for (const { consent } of deciding) {
    const opening = longestLasting(
      deciding.filter(
        (line) =>
          line.consent === consent &&
          line.rule.effect === 'PERMIT' &&
          isGiven(line.state) &&
          line.authority &&
          isWithin(category, line.rule.maxTier),
      ),
    );
    if (opening === undefined) return undefined;
    if (
      shortest === undefined ||
      opening.ends < shortest.ends ||
      (opening.ends === shortest.ends && opening.id < shortest.id)
    )
      shortest = opening;
  }
  return shortest;
}

function emergency({ facts, person, category }: Asked): Found | undefined {
  const { viewer, now, emergencies } = facts;
  if (tierOf(category) === 'T4' || viewer.purpose !== 'EMERGENCY') return undefined;
  if ((viewer.emergencyReason ?? '').trim() === '') return undefined;
  return longestLasting(
    emergencies
      .filter(({ person: about, staff }) => about === person && staff === viewer.staffId)
      .filter(({ from, until }) => from.getTime() <= now.getTime() && now.getTime() < until.getTime())
      .map(({ id, until }) => ({ id, ends: until.getTime() })),
  );
}

const isInForce = (basis: Basis, now: Date): boolean =>
  legalBases[basis].some(
    ({ from, to }) => dayInTokyo(now) >= from && (to === undefined || dayInTokyo(now) <= to),
  );
