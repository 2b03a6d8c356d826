import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byKind } from './by-kind.js';

const item = fc.record({
  kind: fc.constantFrom('SCREENING', 'MINUTES', 'OUTREACH'),
  id: fc.uuid(),
  isOverdue: fc.boolean(),
});

describe('the desk by kind', () => {
  test('loses nothing, adds nothing, and keeps the order within a kind', () =>
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const groups = byKind(items);
        for (const { kind, items: of, overdue } of groups) {
          expect(of).toEqual(items.filter((each) => each.kind === kind));
          expect(overdue).toBe(of.filter(({ isOverdue }) => isOverdue).length);
        }
        expect(groups.flatMap(({ items: of }) => of)).toHaveLength(items.length);
        expect(groups[0]?.items[0]).toEqual(items[0]);
      }),
    ));
});
