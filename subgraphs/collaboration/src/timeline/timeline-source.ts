import type { Category, HouseholdId, PersonId } from '@kasane/vocabulary';
import { NEWEST, type PageLoader } from '../case/case-pages.js';
import type { Place } from '../connection.js';
import type { CollaborationContext } from '../context.js';
import type { AuthoredRecord } from '../disclosure/authored.js';
import type { TimelineEvent, TimelineKind } from './timeline.js';

export { NEWEST };

/** What of a household's timeline is asked for. */
export interface TimelinePage {
  readonly household: HouseholdId;
  /** The members of whom the viewer may know, and all who live there today. */
  readonly known: readonly PersonId[];
  readonly all: readonly PersonId[];
  /** Cases of the household. */
  readonly cases: readonly string[];
  readonly before: Place | undefined;
  readonly limit: number;
}

/** An event with what was asked of whom to let it out: it is noted as that. */
export interface FoundEvent {
  readonly event: TimelineEvent;
  readonly category: Category;
  readonly subjects: readonly PersonId[];
  /** What stands behind it, where its author may see it by that alone. */
  readonly record?: AuthoredRecord;
}

/**
 * One kind of event: the newest before a place, at most `limit`, in one statement. Only what this viewer may know of;
 * what is hidden leaves no gap.
 */
export interface TimelineSource {
  readonly kind: TimelineKind;
  readonly read: (page: TimelinePage, context: CollaborationContext) => Promise<readonly FoundEvent[]>;
}

/** The pages of all cases of a household. */
export async function ofCases<Row>(
  loader: PageLoader<Row>,
  { cases, limit, before }: TimelinePage,
  sight: { readonly open: readonly PersonId[]; readonly own: readonly PersonId[] },
): Promise<readonly Row[]> {
  return (await Promise.all(cases.map((of) => loader.load({ of, limit, before, sight })))).flat();
}
