import {
  ConsentEffect,
  ConsentState,
  endOfJapanDay,
  isWithinTier,
  japanDate,
  Role,
  Tier,
  tierOf,
} from '@kasane/vocabulary';
import type { Category, PersonId, SectorId } from '@kasane/vocabulary';
import { consentStateAt, hasEnded, isGiven } from './consent-state.js';
import type { AssignmentFacts, ConsentRuleFacts, Facts } from './facts.js';

/** Something that holds for this viewer now, and until when. */
interface Holding {
  readonly id: string;
  readonly until?: Date | undefined;
}
interface Assignment extends Holding {
  readonly sector: SectorId;
}
/** One rule of a consent. */
interface Line extends Holding {
  readonly rule: ConsentRuleFacts;
}

/**
 * The facts of one person, sorted once so that each of its cells is decided by a few look-ups.
 * Every line here already names this viewer as recipient. In each list the longest-lasting comes first, so what is
 * found is the same whatever order the facts came in, and a grant is not cut short by what it does not need.
 */
export interface PersonFacts {
  readonly facts: Facts;
  readonly assignments: readonly Assignment[];
  readonly permitted: readonly Line[];
  readonly permittedForOtherPurpose: readonly Line[];
  readonly refused: readonly Line[];
  readonly ended: readonly Line[];
}

/** Sorts the facts about one person by what they mean to this viewer now. */
export function personFacts(facts: Facts, person: PersonId): PersonFacts {
  const assignments = facts.assignments
    .filter((assignment) => assignment.person === person && isAssigned(assignment, facts))
    .map(({ id, sector, to }) => ({ id, sector, until: to === undefined ? undefined : endOfJapanDay(to) }))
    .sort(longestFirst);
  const permitted: Line[] = [];
  const permittedForOtherPurpose: Line[] = [];
  const refused: Line[] = [];
  const ended: Line[] = [];
  for (const consent of facts.consents) {
    if (consent.subject !== person) continue;
    const state = consentStateAt(consent, facts.now);
    const begun = facts.now >= consent.validFrom;
    const forPurpose = facts.viewer.purpose !== undefined && consent.purposes.includes(facts.viewer.purpose);
    for (const rule of consent.rules) {
      if (!namesViewer(rule, facts, assignments)) continue;
      // Named by role alone, a viewer is a recipient for as long as they are assigned.
      const until = earlier(
        consent.validUntil,
        rule.recipientOffices.length === 0 ? assignments[0]?.until : undefined,
      );
      const line = { id: consent.id, until, rule };
      if (state === ConsentState.REFUSED) refused.push(line);
      else if (isGiven(state) && begun && rule.effect === ConsentEffect.DENY) refused.push(line);
      else if (isGiven(state) && begun) (forPurpose ? permitted : permittedForOtherPurpose).push(line);
      else if (hasEnded(state) && rule.effect === ConsentEffect.PERMIT) ended.push(line);
    }
  }
  for (const lines of [permitted, permittedForOtherPurpose, refused, ended]) lines.sort(longestFirst);
  return { facts, assignments, permitted, permittedForOtherPurpose, refused, ended };
}

/** The line that speaks of this cell, the longest-lasting if there are several. */
export const lineFor = (lines: readonly Line[], sector: SectorId, category: Category): Line | undefined =>
  lines.find(({ rule }) => covers(rule, sector, category));

function longestFirst(a: Holding, b: Holding): number {
  const [endA, endB] = [a.until?.getTime() ?? Infinity, b.until?.getTime() ?? Infinity];
  if (endA !== endB) return endB - endA;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

const earlier = (a: Date, b: Date | undefined): Date => (b !== undefined && b < a ? b : a);

const covers = (rule: ConsentRuleFacts, sector: SectorId, category: Category): boolean =>
  rule.categories.includes(category) &&
  rule.sourceSectors.includes(sector) &&
  (rule.effect === ConsentEffect.DENY || isWithinTier(tierOf(category), rule.maxTier));

/** Own office and own assignment, on this Japanese calendar day; a manager answers for the whole office. */
function isAssigned({ office, staff, from, to }: AssignmentFacts, { viewer, now }: Facts): boolean {
  const today = japanDate(now);
  return (
    office === viewer.office &&
    (staff === undefined || staff === viewer.staffId || viewer.roles.includes(Role.OFFICE_MANAGER)) &&
    from <= today &&
    (to === undefined || today <= to)
  );
}

function namesViewer(rule: ConsentRuleFacts, { viewer }: Facts, assignments: readonly Assignment[]): boolean {
  const byRole = rule.recipientRoles.some((role) => viewer.roles.includes(role));
  if (rule.recipientOffices.length === 0) return byRole && assignments.length > 0;
  return rule.recipientOffices.includes(viewer.office) && (rule.recipientRoles.length === 0 || byRole);
}

/** T4 is released item by item by its owner, never by a general consent. */
export const isClosed = (category: Category): boolean => tierOf(category) === Tier.T4;
