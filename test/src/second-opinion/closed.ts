import type { Evidence } from '@kasane/disclosure';
import type { Category, WithheldReason } from '@kasane/vocabulary';
import { isGiven, isWithin, type Asked } from './asked.js';
import { evidenceOf, longestLasting, NEVER, type Found } from './found.js';
import type { Line } from './spoken.js';
import { dayInTokyo } from './tokyo.js';

/** A forbid that holds. What is told has a reason; what is not, is silent. */
export interface Forbid {
  readonly rule: string;
  readonly reason?: WithheldReason;
  readonly evidence: Evidence;
  readonly closes: 'EVERYTHING' | 'CONSENT';
}

/** The noes to this viewer: of refused forms, and in forms that are in force. */
export function refusals(lines: readonly Line[], category: Category): readonly Found[] {
  const found: Found[] = [];
  for (const line of lines) {
    const { id, rule } = line;
    if (line.state === 'REFUSED') {
      if (rule.effect === 'DENY' || isWithin(category, rule.maxTier))
        found.push({ id, ends: line.viewerEnds });
    } else if (isGiven(line.state) && line.begun && rule.effect === 'DENY')
      found.push({ id, ends: line.ends });
  }
  return found;
}

const HIDDEN_BY_MEASURE: readonly Category[] = ['CONTACT', 'HOUSEHOLD', 'HOUSING', 'SCHOOL'];

/** Every forbid that holds, in the order in which they are told. */
export function forbidsOf({ facts, person, category, refusal }: Asked): readonly Forbid[] {
  const { viewer } = facts;
  const forbids: Forbid[] = [];
  const close = (rule: string, found: Found | undefined, reason?: WithheldReason): void => {
    if (found === undefined) return;
    forbids.push({
      rule,
      ...(reason !== undefined && { reason }),
      evidence: evidenceOf(found),
      closes: rule === 'REFUSAL' ? 'CONSENT' : 'EVERYTHING',
    });
  };

  if (viewer.purpose === undefined)
    close('NO_PURPOSE', { id: 'hub-purpose', ends: NEVER }, 'PURPOSE_MISSING');

  const today = dayInTokyo(facts.now);
  const measures = facts.measures.filter(
    ({ person: about, from, to }) => about === person && from <= today && (to === undefined || to >= today),
  );
  if (measures.some(({ restrictedStaff }) => restrictedStaff.includes(viewer.staffId)))
    close('RESTRICTED_PARTY', { id: 'never told', ends: NEVER });
  if (
    HIDDEN_BY_MEASURE.includes(category) &&
    measures.some(({ handlingOffices }) => !handlingOffices.includes(viewer.office))
  )
    close('PROTECTED', { id: 'never told', ends: NEVER });

  const conflicts = facts.conflicts.filter(
    ({ staff, person: about }) => staff === viewer.staffId && about === person,
  );
  close(
    'CONFLICT_OF_INTEREST',
    longestLasting(conflicts.map(({ id }) => ({ id, ends: NEVER }))),
    'CONFLICT_OF_INTEREST',
  );

  close('REFUSAL', refusal, 'REFUSED');
  return forbids;
}
