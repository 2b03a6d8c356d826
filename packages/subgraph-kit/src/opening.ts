import type { Permit, Released } from '@kasane/disclosure';
import { isAtLeast, Level } from '@kasane/vocabulary';
import type { Asked } from './context.js';
import { recordKey, sealOf, type PersonalRecord } from './subjects.js';

/**
 * The permit on which that what is asked for is shown; none when the permit does not open so much of it. A row that
 * its owner released is shown whole; one that is sealed, only then.
 */
export function opening(
  permit: Permit,
  { level = Level.EXISTENCE, record }: Asked,
  isReleased: (record: PersonalRecord, to: Released) => boolean,
): Permit | undefined {
  const { released } = permit;
  const isRow = recordKey(record) !== undefined;
  if (record && isRow && released && isReleased(record, released)) return { ...permit, level: Level.DETAIL };
  if (sealOf(record) !== null) return undefined;
  if (isAtLeast(permit.level, level)) return permit;
  // What gives rows is gone through for those that were released.
  return !isRow && released && level === Level.EXISTENCE ? permit : undefined;
}
