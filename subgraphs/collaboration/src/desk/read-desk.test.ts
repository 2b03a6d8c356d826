import { describe, expect, test } from '@jest/globals';
import { officeCode } from '@kasane/vocabulary';
import fc from 'fast-check';
import { OpenItemKind, type OpenItemRow } from './open-item.js';
import { merged, placeOf } from './read-desk.js';

const item = (id: string, due: string | null): OpenItemRow => ({
  kind: OpenItemKind.SCREENING,
  id,
  caseId: null,
  persons: [],
  office: officeCode('here'),
  staff: null,
  due,
  since: new Date(0),
});
const ids = (rows: readonly OpenItemRow[]): readonly string[] => rows.map(({ id }) => id);

describe('a desk', () => {
  test('lies in the order of the last days, then of the ids; what has none comes last', () => {
    const rows = merged(
      [
        [item('b', '2026-01-02'), item('d', null)],
        [item('a', '2026-01-02'), item('c', '2026-01-01')],
      ],
      9,
    );
    expect(ids(rows)).toEqual(['c', 'a', 'b', 'd']);
  });

  test('shows of a source that has more nothing before which an unread row may come', () => {
    const full = [item('z', '2026-01-01'), item('y', '2026-01-03')];
    expect(ids(merged([full, [item('x', '2026-01-03')]], 2))).toEqual(['z']);
  });

  test('is for every limit the beginning of the whole', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 99 })), {
      maxLength: 20,
    });
    const byPlace = (a: OpenItemRow, b: OpenItemRow): number => {
      const [x, y] = [placeOf(a), placeOf(b)];
      return x.at < y.at || (x.at === y.at && x.id < y.id) ? -1 : 1;
    };
    const source = (of: readonly (readonly [number, number])[], name: string): OpenItemRow[] =>
      of.map(([day, id]) => item(`${name}${id}`, `2026-01-0${day}`)).sort(byPlace);
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 1, max: 20 }), (one, other, limit) => {
        const [a, b] = [source(one, 'a'), source(other, 'b')];
        const part = ids(merged([a.slice(0, limit), b.slice(0, limit)], limit));
        expect(ids([...a, ...b].sort(byPlace)).slice(0, part.length)).toEqual(part);
      }),
    );
  });
});
