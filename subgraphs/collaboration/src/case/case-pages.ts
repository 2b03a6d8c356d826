import { createLoader, groupBy } from '@kasane/subgraph-kit';
import type { PersonId } from '@kasane/vocabulary';
import type { Place } from '../connection.js';

/** Of whom a viewer may read rows: of whom everybody's, and of whom those of the own office. */
export interface Sight {
  readonly open: readonly PersonId[];
  readonly own: readonly PersonId[];
}

/** A page of one case: which, where it begins, and of whom its rows may speak. */
export interface PageKey {
  readonly of: string;
  readonly limit: number;
  readonly before: Place | undefined;
  readonly sight?: Sight;
}

export interface PageLoader<Row> {
  load(key: PageKey): Promise<readonly Row[]>;
}

/** The same bounds for the pages of some cases. */
export interface PageBounds extends Sight {
  readonly before: Place;
  readonly limit: number;
}

type ReadPages<Row> = (
  of: readonly string[],
  bounds: PageBounds,
) => Promise<readonly (Row & { readonly of: string })[]>;

/** Later than everything, for a page that begins at the newest. */
export const NEWEST: Place = { at: '9999-12-31T00:00:00.000Z', id: '~' };

const NOBODY: Sight = { open: [], own: [] };

/**
 * Loads pages of many cases, those with the same bounds in one statement. Rows say of which case they are. Of whom rows
 * may speak is asked for all these cases together: who may be known is the same person in each.
 */
export function pageLoader<Row>(read: ReadPages<Row>): PageLoader<Row> {
  const inner = createLoader<string, readonly Row[]>(
    async (texts) => {
      const keys = texts.map((text) => ({ text, ...(JSON.parse(text) as PageKey) }));
      const groups = [...groupBy(keys, ({ limit, before }) => JSON.stringify([limit, before])).values()];
      const pages = await Promise.all(
        groups.map(async (group) => {
          const [{ limit, before } = { limit: 0, before: undefined }] = group;
          const sights = group.map(({ sight }) => sight ?? NOBODY);
          const rows = await read(
            group.map(({ of }) => of),
            {
              limit,
              before: before ?? NEWEST,
              open: [...new Set(sights.flatMap(({ open }) => open))],
              own: [...new Set(sights.flatMap(({ own }) => own))],
            },
          );
          return group.map(({ text, of }) => [text, rows.filter((row) => row.of === of)] as const);
        }),
      );
      return new Map(pages.flat());
    },
    () => [],
  );
  return {
    load: ({ of, limit, before, sight }) => inner.load(JSON.stringify({ of, limit, before, sight })),
  };
}
