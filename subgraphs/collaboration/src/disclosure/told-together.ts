import { Category, type PersonId } from '@kasane/vocabulary';
import type { CollaborationScope } from './collaboration-scope.js';

/**
 * Of some persons those who may be told of in one breath (of a case, a referral, something that waits): to be named
 * beside each other tells who lives with whom, and that is masked of whoever is protected. They are left out beside the
 * others, without a gap; who is there alone is told, for that says nothing of anybody's household.
 */
export function toldTogether(
  persons: readonly PersonId[],
  scope: Pick<CollaborationScope, 'deniedBy'>,
): readonly PersonId[] {
  if (persons.length === 1) return persons;
  return persons.filter((person) => scope.deniedBy(person, Category.HOUSEHOLD) !== 'PROTECTED');
}
