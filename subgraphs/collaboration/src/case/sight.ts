import { Level, type Category, type HouseholdId } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';
import type { Sight } from './case-pages.js';

/** Of which members of a household, admitted before, the viewer may read rows of a category. */
export function sightOf(
  household: HouseholdId,
  category: Category,
  { scope }: Pick<CollaborationContext, 'scope'>,
): Sight {
  const known = scope.membersOf(household);
  return {
    open: known.filter((person) => scope.permits([person], category, { level: Level.SUMMARY })),
    own: known.filter((person) => scope.worksWith(person)),
  };
}
