import { UNLINKED } from '@kasane/subgraph-kit';
import { japanDate } from '@kasane/vocabulary';
import type { Place } from '../connection.js';
import type { CollaborationContext } from '../context.js';
import { isKeptFrom } from '../disclosure/kept-from.js';
import type { OpenItemKind, OpenItemRow } from './open-item.js';
import { sources } from './sources.js';

/** What has no last day comes after everything that has one. */
const NO_DUE = '9999-12-31';

/** Where an item stands on the desk: by its last day, then by its id. */
export const placeOf = ({ due, id, kind }: OpenItemRow): Place => ({
  at: due ?? NO_DUE,
  id: `${id}-${kind}`,
});

/** Items of one desk that are read at most, however far one pages. Our own choice: beyond it a list is no desk. */
const MAX_READ = 6_400;

/**
 * What waits for the viewer after a place, the most urgent first: all sources in one round, one statement each. What
 * speaks of somebody from whom the viewer is kept is not there; the page is filled up from what follows.
 */
export async function readDesk(
  { first, after, kinds }: DeskPage,
  context: CollaborationContext,
): Promise<readonly OpenItemRow[]> {
  const { manager, viewer, now } = context;
  const wanted = sources.filter((source) => source.kinds.some((kind) => kinds.includes(kind)));
  for (let limit = first + 1; ; limit *= 4) {
    const of = { viewer, today: japanDate(now), now, limit };
    const read = await Promise.all(wanted.map((source) => source.read(manager, of)));
    const isAll = read.every((each) => each.length < limit) || limit >= MAX_READ;
    const rows = merged(read, isAll ? Infinity : limit);
    const rest = rows.filter((row) => kinds.includes(row.kind) && (!after || isAfter(placeOf(row), after)));
    const page: OpenItemRow[] = [];
    for (let at = 0; at === 0 || (at < rest.length && page.length <= first); at += first + 1)
      page.push(...(await withoutKept(context, rest.slice(at, at + first + 1))));
    if (page.length > first || isAll) return page.slice(0, first + 1);
  }
}

export interface DeskPage {
  readonly first: number;
  readonly after: Place | undefined;
  readonly kinds: readonly OpenItemKind[];
}

/** In order; of a source that may have more only what no unread row of it could come before. */
export function merged(read: readonly (readonly OpenItemRow[])[], limit: number): readonly OpenItemRow[] {
  const ends = read.flatMap((rows) => {
    const last = rows.length < limit ? undefined : rows.at(-1);
    return last ? [placeOf(last).at] : [];
  });
  const sure = ends.sort()[0];
  return read
    .flat()
    .filter((row) => sure === undefined || placeOf(row).at < sure)
    .sort((a, b) => compare(placeOf(a), placeOf(b)));
}

const compare = (a: Place, b: Place): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
const isAfter = (place: Place, after: Place): boolean => compare(place, after) > 0;

async function withoutKept(
  context: CollaborationContext,
  rows: readonly OpenItemRow[],
): Promise<readonly OpenItemRow[]> {
  const persons = [...new Set(rows.flatMap((row) => row.persons))];
  // Where there is nobody as much is read: time must not tell.
  await Promise.all(
    (persons.length === 0 ? [UNLINKED] : persons).map((person) => context.scope.admit(person)),
  );
  return rows.filter((row) => !isKeptFrom(context, row.persons, 'Query.myOpenItems'));
}
