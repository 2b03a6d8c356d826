import type { AssignmentFacts, ConsentFacts, ConsentRuleFacts, Facts } from '@kasane/disclosure';
import type { Category, ConsentState, PersonId, SectorId } from '@kasane/vocabulary';
import { NEVER } from './found.js';
import { dayInTokyo, dayIsOver, eighteenthBirthday } from './tokyo.js';

/** A line of a consent that names the viewer, and what is known of its consent now. */
export interface Line {
  /** Of the consent. */
  readonly id: string;
  readonly consent: ConsentFacts;
  readonly rule: ConsentRuleFacts;
  readonly state: ConsentState;
  readonly begun: boolean;
  /** Whether it is known by what authority those spoke who signed: otherwise a yes opens nothing, and a no counts. */
  readonly authority: boolean;
  /** When it was last given or renewed; `-Infinity` when never. */
  readonly givenAt: number;
  /** When the line ends for this viewer, if it is in force now. */
  readonly ends: number;
  /** Only when the viewer's own assignment ends, for what the form's period does not end: a refusal. */
  readonly viewerEnds: number;
}

/** The viewer's assignments to a person today, in one sector or in any. */
export function assignmentsOf(facts: Facts, person: PersonId, sector?: SectorId): readonly AssignmentFacts[] {
  const { viewer } = facts;
  const today = dayInTokyo(facts.now);
  return facts.assignments.filter((assignment) => {
    if (assignment.person !== person) return false;
    if (sector !== undefined && assignment.sector !== sector) return false;
    if (assignment.office !== viewer.office) return false;
    if (today < assignment.from) return false;
    if (assignment.to !== undefined && today > assignment.to) return false;
    if (viewer.roles.includes('OFFICE_MANAGER')) return true;
    return assignment.staff === undefined || assignment.staff === viewer.staffId;
  });
}

/** When an assignment ends. */
export const assignmentEnds = ({ to }: AssignmentFacts): number => (to === undefined ? NEVER : dayIsOver(to));

/** When the viewer stops being named by a line; `undefined` when it does not name them at all. */
function namedUntil(facts: Facts, person: PersonId, rule: ConsentRuleFacts): number | undefined {
  const { viewer } = facts;
  const hasRole = viewer.roles.some((role) => rule.recipientRoles.includes(role));
  if (rule.recipientOffices.length > 0) {
    if (!rule.recipientOffices.includes(viewer.office)) return undefined;
    return rule.recipientRoles.length === 0 || hasRole ? NEVER : undefined;
  }
  if (!hasRole) return undefined;
  const mine = assignmentsOf(facts, person);
  return mine.length === 0 ? undefined : Math.max(...mine.map(assignmentEnds));
}

/** Somebody suspected of abusing the subject, or who could be, spoke for them: then nothing was said. */
function isTainted(facts: Facts, consent: ConsentFacts): boolean {
  const suspects = facts.suspicions
    .filter(({ person }) => person === consent.subject)
    .map(({ suspect }) => suspect);
  if (suspects.length === 0) return false;
  return consent.grantors.some(
    ({ relation, person }) => relation !== 'SELF' && (person === undefined || suspects.includes(person)),
  );
}

/** Whether only those spoke who speak for a child. */
const isForAChild = ({ grantors }: ConsentFacts): boolean =>
  grantors.length > 0 &&
  grantors.every(({ relation }) => relation === 'PARENTAL_AUTHORITY' || relation === 'MINOR_GUARDIAN');

/** The end of the form, of its last renewal, or of childhood. */
function endOf(facts: Facts, consent: ConsentFacts): number {
  let end = consent.validUntil.getTime();
  for (const event of consent.events)
    if (event.at.getTime() <= facts.now.getTime() && event.until !== undefined) end = event.until.getTime();
  const born = facts.birthDates.get(consent.subject);
  return isForAChild(consent) && born !== undefined ? Math.min(end, eighteenthBirthday(born)) : end;
}

/** What became of it last. */
function stateOf(facts: Facts, consent: ConsentFacts): ConsentState {
  let state: ConsentState = 'REQUESTED';
  for (const event of consent.events) if (event.at.getTime() <= facts.now.getTime()) state = event.state;
  if (state !== 'GIVEN' && state !== 'RENEWED') return state;
  return facts.now.getTime() < endOf(facts, consent) ? state : 'EXPIRED';
}

/** Every line about the person that names the viewer and lists the sector and the category, whatever its tier. */
export function linesAbout(
  facts: Facts,
  person: PersonId,
  sector: SectorId,
  category: Category,
): readonly Line[] {
  const lines: Line[] = [];
  for (const consent of facts.consents) {
    if (consent.subject !== person || isTainted(facts, consent)) continue;
    for (const rule of consent.rules) {
      if (!rule.sourceSectors.includes(sector) || !rule.categories.includes(category)) continue;
      const viewerEnds = namedUntil(facts, person, rule);
      if (viewerEnds === undefined) continue;
      const given = consent.events.filter(
        ({ at, state }) => at.getTime() <= facts.now.getTime() && (state === 'GIVEN' || state === 'RENEWED'),
      );
      lines.push({
        id: consent.id,
        consent,
        rule,
        state: stateOf(facts, consent),
        authority:
          consent.grantors.length > 0 && (!isForAChild(consent) || facts.birthDates.has(consent.subject)),
        begun: facts.now.getTime() >= consent.validFrom.getTime(),
        givenAt: Math.max(...given.map(({ at }) => at.getTime())),
        ends: Math.min(endOf(facts, consent), viewerEnds),
        viewerEnds,
      });
    }
  }
  return lines;
}
