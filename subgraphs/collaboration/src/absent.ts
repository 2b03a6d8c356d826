import type { Recorder } from '@kasane/subgraph-kit';
import { ErrorCode, HubError, type Category, type HouseholdId } from '@kasane/vocabulary';

/**
 * Ends a request about what is not there, or may not be known of: the same words for both, and both are on record.
 * @throws {HubError} `NOT_FOUND`
 */
export function absent(
  recorder: Pick<Recorder, 'noteAbsent'>,
  category: Category,
  field: string,
  household?: HouseholdId,
): never {
  recorder.noteAbsent(category, field, household);
  throw new HubError(ErrorCode.NOT_FOUND);
}
