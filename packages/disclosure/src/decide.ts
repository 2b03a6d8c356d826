import { COLLABORATION, WithheldReason } from '@kasane/vocabulary';
import type { Category, PersonId, SectorId } from '@kasane/vocabulary';
import type { Cell, Decision, PersonDecision } from './cell.js';
import type { Facts } from './facts.js';
import { isClosed, lineFor, personFacts, type PersonFacts } from './matching.js';
import { rules, type ForbidRule, type PermitRule } from './rules.js';

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

const FAILED: Cell = { permitted: false, rule: 'FAILED', reason: WithheldReason.NO_BASIS };

function decidePerson(facts: Facts, id: PersonId): PersonDecision {
  let person: PersonFacts | undefined;
  try {
    person = personFacts(facts, id);
  } catch {
    person = undefined;
  }
  return new Map(
    facts.registry.map(({ id: sector, categories }) => [
      sector,
      new Map(
        categories.map((category) => [category, person ? decideCell(person, sector, category) : FAILED]),
      ),
    ]),
  );
}

function decideCell(person: PersonFacts, sector: SectorId, category: Category): Cell {
  try {
    const against = forbids.flatMap((rule) => {
      const evidence = rule.when(person, sector, category);
      return evidence ? [{ rule, evidence }] : [];
    });
    for (const { id, basis, level, when } of permits) {
      if (against.some(({ rule }) => rule.against.includes(basis))) continue;
      const evidence = when(person, sector, category);
      if (evidence) return { permitted: true, level, rule: id, basis, evidence };
    }
    const [first] = against;
    return first
      ? { permitted: false, rule: first.rule.id, reason: first.rule.reason, evidence: first.evidence }
      : { permitted: false, rule: 'DEFAULT_DENY', reason: whyNot(person, sector, category) };
  } catch {
    return FAILED;
  }
}

/** Why nothing permitted: told from consents and assignments alone, never from a sector's records. */
function whyNot(person: PersonFacts, sector: SectorId, category: Category): WithheldReason {
  if (sector !== COLLABORATION && person.facts.viewer.sector === sector)
    return WithheldReason.OWN_SECTOR_DECIDES;
  if (isClosed(category)) return WithheldReason.CLOSED_TIER;
  if (lineFor(person.permittedForOtherPurpose, sector, category)) return WithheldReason.PURPOSE_NOT_COVERED;
  if (lineFor(person.ended, sector, category)) return WithheldReason.CONSENT_ENDED;
  return WithheldReason.NO_BASIS;
}
