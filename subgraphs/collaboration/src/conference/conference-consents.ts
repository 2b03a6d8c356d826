import { decide } from '@kasane/disclosure';
import { Purpose, sectorId, type PersonId } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';

/** The rule of the decision by which a consent opens something. */
const BY_CONSENT = 'CONSENT';
/** No sector: what is assigned there opens nothing, but still makes a viewer somebody who works with a person. */
const NOWHERE = sectorId('');

/**
 * Those of these persons who have no consent in force that permits this office to use anything in a conference. It is
 * the decision itself that is asked, with the duties of the office taken away: so an expiry, a withdrawal, a refusal
 * by another parent, a guardian under suspicion count here as they count everywhere.
 */
export async function withoutConferenceConsent(
  persons: readonly PersonId[],
  { loaders, scope, viewer, now }: CollaborationContext,
): Promise<readonly PersonId[]> {
  const asked = {
    ...viewer,
    purpose: Purpose.CONFERENCE,
    conference: undefined,
    emergencyReason: undefined,
  };
  const { keptFrom: _, assignments, ...facts } = await loaders.facts.of(persons, viewer, now);
  const decision = decide(
    {
      now,
      viewer: asked,
      registry: scope.registry,
      ...facts,
      assignments: assignments.map((assignment) => ({ ...assignment, sector: NOWHERE })),
    },
    persons,
  );
  const consents = (person: PersonId): boolean =>
    [...(decision.get(person)?.values() ?? [])].some((cells) =>
      [...cells.values()].some((cell) => cell.permitted && cell.rule === BY_CONSENT),
    );
  return persons.filter((person) => !consents(person));
}
