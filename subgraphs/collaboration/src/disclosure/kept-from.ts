import type { PersonId } from '@kasane/vocabulary';
import { Category } from '@kasane/vocabulary';
import type { CollaborationContext } from '../context.js';

/** The rules that keep a worker away from a person altogether: the other party of a measure, a conflict of interest. */
const keeping: ReadonlySet<string | undefined> = new Set(['RESTRICTED_PARTY', 'CONFLICT_OF_INTEREST']);

/**
 * Whether an office's matter (something that waits, a referral in the inbox) speaks of somebody from whom this viewer is
 * kept: to them it is not there, though it is to the next desk. Somebody must have been admitted.
 */
export function isKeptFrom(
  { scope, recorder }: Pick<CollaborationContext, 'scope' | 'recorder'>,
  persons: readonly PersonId[],
  field: string,
): boolean {
  const kept = persons.filter((person) => keepsAway(scope, person));
  for (const person of kept) noteKept({ scope, recorder }, person, field);
  return kept.length > 0;
}

/**
 * The same of what speaks of a household: to them it is not there where it speaks of nobody else. Else it is as if those
 * from whom they are kept lived elsewhere: what went from them would tell of a measure.
 */
export function isKeptFromAll(
  context: Pick<CollaborationContext, 'scope' | 'recorder'>,
  persons: readonly PersonId[],
  field: string,
): boolean {
  if (persons.length === 0 || !persons.every((person) => keepsAway(context.scope, person))) return false;
  for (const person of persons) noteKept(context, person, field);
  return true;
}

const keepsAway = (scope: CollaborationContext['scope'], person: PersonId): boolean =>
  scope.keepsAway(person) || keeping.has(scope.deniedBy(person, Category.INVOLVEMENT));

const noteKept = (
  { scope, recorder }: Pick<CollaborationContext, 'scope' | 'recorder'>,
  person: PersonId,
  field: string,
): void =>
  recorder.note(person, Category.INVOLVEMENT, field, undefined, scope.deniedBy(person, Category.INVOLVEMENT));
