import { COLLABORATION, isAtLeast, japanDate, WithheldReason } from '@kasane/vocabulary';
import type { Category, PersonId, SectorId } from '@kasane/vocabulary';
import { Basis, basisOn } from './bases.js';
import type { Cell, Decision, Denied, Evidence, Permitted, PersonDecision } from './cell.js';
import type { Facts } from './facts.js';
import { isClosed, isPledged, lineFor, personFacts, shortestFirst, type PersonFacts } from './matching.js';
import { isEntered, rules, sessionOpening, type ForbidRule, type PermitRule } from './rules.js';

const forbids = rules.filter((rule): rule is ForbidRule => rule.effect === 'FORBID');
const permits = rules.filter((rule): rule is PermitRule => rule.effect === 'PERMIT');

/**
 * Decides every person × sector × category at once. Pure: the same facts give the same decision, in whatever
 * order they come. Denied unless a rule permits; a rule that throws denies its cell, and facts that cannot be read
 * deny their person, and nobody else.
 */
export function decide(facts: Facts, persons: readonly PersonId[]): Decision {
  return new Map(persons.map((person) => [person, decidePerson(facts, person)]));
}

/** The rule of a cell that could not be decided: whoever operates the hub must be told. */
export const FAILED = 'FAILED';
const failed: Cell = { permitted: false, rule: FAILED, reason: WithheldReason.NO_BASIS, barred: true };

function decidePerson(facts: Facts, id: PersonId): PersonDecision {
  let decideOne: (sector: SectorId, category: Category) => Cell = () => failed;
  try {
    const person = personFacts(facts, id);
    const today = japanDate(facts.now);
    const inForce = permits.filter(({ basis }) => basisOn(basis, today) !== undefined);
    decideOne = (sector, category) => decideCell(person, sector, category, inForce);
  } catch {
    // Facts that cannot be read, or a clock that tells no time: every cell stays denied.
  }
  return new Map(
    facts.registry.map(({ id: sector, categories }) => [
      sector,
      new Map(categories.map((category) => [category, decideOne(sector, category)])),
    ]),
  );
}

interface Forbidden {
  readonly rule: ForbidRule;
  readonly evidence: Evidence;
}

function decideCell(
  person: PersonFacts,
  sector: SectorId,
  category: Category,
  inForce: readonly PermitRule[],
): Cell {
  try {
    const against: Forbidden[] = [];
    for (const rule of forbids) {
      const found = rule.when(person, sector, category);
      if (found) against.push({ rule, evidence: { id: found.id, until: found.until } });
    }
    let widest: Permitted | undefined;
    for (const { id, basis, when } of inForce) {
      if (against.some(({ rule }) => rule.against.includes(basis))) continue;
      const opening = when(person, sector, category);
      if (opening) widest = wider(widest, { permitted: true, rule: id, basis, ...opening });
    }
    return widest ?? denied(person, sector, category, against);
  } catch {
    return failed;
  }
}

/**
 * The permit that opens more, the first of two alike. What was released to a session stays released when another basis
 * opens more of the rest; both then hold until the first of them ends.
 */
function wider(first: Permitted | undefined, second: Permitted): Permitted {
  if (!first) return second;
  const [wide, narrow] = isAtLeast(first.level, second.level) ? [first, second] : [second, first];
  if (!narrow.released) return wide;
  const [{ until }] = [wide.evidence, narrow.evidence].sort(shortestFirst) as [Evidence, Evidence];
  return { ...wide, evidence: { id: wide.evidence.id, until }, released: narrow.released };
}

function denied(
  person: PersonFacts,
  sector: SectorId,
  category: Category,
  against: readonly Forbidden[],
): Denied {
  const silent = against.find(({ rule }) => rule.reason === undefined);
  const told = against.find(({ rule }) => rule.reason !== undefined);
  return {
    permitted: false,
    ...(told?.rule.reason !== undefined
      ? { rule: told.rule.id, reason: told.rule.reason, evidence: told.evidence }
      : { rule: 'DEFAULT_DENY', reason: whyNot(person, sector, category) }),
    ...(silent && { silent: silent.rule.id }),
    ...(against.some(({ rule }) => rule.against.includes(Basis.OWN_DUTY)) && { barred: true }),
  };
}

/** Why nothing permitted: told from what the viewer takes part in and from consents to them, never from records. */
function whyNot(person: PersonFacts, sector: SectorId, category: Category): WithheldReason {
  const { facts, memberships } = person;
  if (sector !== COLLABORATION && facts.viewer.sector === sector) return WithheldReason.OWN_SECTOR_DECIDES;
  const membership = memberships.find(
    (session) => !isEntered(person, session) && sessionOpening(person, session, sector, category),
  );
  if (membership)
    return isPledged(membership, facts)
      ? WithheldReason.CONFERENCE_NOT_ENTERED
      : WithheldReason.PLEDGE_MISSING;
  if (isClosed(category)) return WithheldReason.CLOSED_TIER;
  if (lineFor(person.agreedForOtherPurpose, sector, category)) return WithheldReason.PURPOSE_NOT_COVERED;
  if (lineFor(person.ended, sector, category)) return WithheldReason.CONSENT_ENDED;
  return WithheldReason.NO_BASIS;
}
