import type { PersonId } from '@kasane/vocabulary';
import { Category } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';

/** The rules that keep a worker away from a person altogether: the other party of a measure, a conflict of interest. */
const keeping: ReadonlySet<string | undefined> = new Set(['RESTRICTED_PARTY', 'CONFLICT_OF_INTEREST']);

/**
 * Whether an office's matter (something that waits, a referral in the inbox) speaks of somebody from whom this viewer is
 * kept: to them it is not there, though it is to the next desk. Everybody must have been admitted.
 */
export function isKeptFrom(
  { scope, recorder }: Pick<CollaborationContext, 'scope' | 'recorder'>,
  persons: readonly PersonId[],
  field: string,
): boolean {
  const kept = persons.filter((person) => keeping.has(scope.deniedBy(person, Category.INVOLVEMENT)));
  for (const person of kept)
    recorder.note(
      person,
      Category.INVOLVEMENT,
      field,
      undefined,
      scope.deniedBy(person, Category.INVOLVEMENT),
    );
  return kept.length > 0;
}
