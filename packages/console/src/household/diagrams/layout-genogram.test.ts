import { describe, expect, test } from '@jest/globals';
import { Relation } from '@kasane/vocabulary';
import fc from 'fast-check';
import { boxOf, layOutGenogram, meet, type Genogram, type Point, type Relative } from './layout-genogram.js';

const draw = (
  members: readonly Relative[],
  childrenOf: 'couple' | 'self' = 'couple',
  livesTogether: (id: string) => boolean = () => false,
): Genogram => layOutGenogram(members, { childrenOf, livesTogether });

const is = (id: string, relation: Relation | null, birthDate: string | null = null): Relative => ({
  id,
  relation,
  birthDate,
});

const family = [
  is('self', 'SELF', '1980-05-14'),
  is('spouse', 'SPOUSE', '1982-01-01'),
  is('father', 'FATHER', '1950-01-01'),
  is('mother', 'MOTHER', '1952-01-01'),
  is('grandmother', 'GRANDMOTHER', '1928-01-01'),
  is('older', 'SIBLING', '1975-01-01'),
  is('younger', 'SIBLING', '1985-01-01'),
  is('second', 'CHILD', '2012-01-01'),
  is('first', 'CHILD', '2010-01-01'),
  is('grandchild', 'GRANDCHILD', '2026-01-01'),
  is('friend', 'OTHER', '1990-01-01'),
];

const placeOf = ({ places }: Genogram, id: string): Point => {
  const found = places.find((place) => place.id === id);
  if (!found) throw new Error(`${id} is not drawn.`);
  return { x: found.x, y: found.y };
};

/** Any family, those with two fathers and no 本人 included. */
const aFamily = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^p-[a-z2-9]{4}$/),
    relation: fc.oneof(fc.constant(null), fc.constantFrom(...Object.values(Relation))),
    birthDate: fc.oneof(
      fc.constant(null),
      fc
        .date({ min: new Date('1920-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
        .map((at) => at.toISOString().slice(0, 10)),
    ),
  }),
  { selector: ({ id }) => id, maxLength: 14 },
);
const aCustom = fc.constantFrom('couple' as const, 'self' as const);

const isOn = ([one, other]: readonly [Point, Point], { x, y }: Point): boolean =>
  x >= Math.min(one.x, other.x) &&
  x <= Math.max(one.x, other.x) &&
  y >= Math.min(one.y, other.y) &&
  y <= Math.max(one.y, other.y);

const segments = (stroke: readonly Point[]): readonly (readonly [Point, Point])[] =>
  stroke.slice(1).map((point, n) => [stroke[n] ?? point, point] as const);

describe('a family', () => {
  const drawing = draw(family);

  test('stands in its generations', () => {
    const rows = ['grandmother', 'father', 'self', 'first', 'grandchild', 'friend'].map(
      (id) => placeOf(drawing, id).y,
    );
    expect(rows).toEqual([...rows].sort((one, other) => one - other));
    expect(new Set(rows).size).toBe(rows.length);
    for (const id of ['spouse', 'older', 'younger'])
      expect(placeOf(drawing, id).y).toBe(placeOf(drawing, 'self').y);
  });

  test('has the older to the left', () => {
    const xs = (...ids: string[]): number[] => ids.map((id) => placeOf(drawing, id).x);
    for (const row of [xs('older', 'self', 'spouse', 'younger'), xs('first', 'second')])
      expect(row).toEqual([...row].sort((one, other) => one - other));
  });

  test('is joined by what is on record: a marriage, descent, and kin where the record leaves out somebody', () => {
    expect(drawing.lines.map(({ kind, of }) => [kind, [...of].sort()])).toEqual([
      ['married', ['self', 'spouse']],
      ['descent', ['father', 'mother', 'older', 'self', 'younger']],
      ['descent', ['first', 'second', 'self', 'spouse']],
      ['kin', ['grandmother', 'self']],
      ['kin', ['grandchild', 'self']],
    ]);
  });

  test('has no line between father and mother: whether they are married is not on record', () => {
    const { lines } = draw([is('self', 'SELF'), is('father', 'FATHER'), is('mother', 'MOTHER')]);
    expect(lines.filter(({ kind }) => kind !== 'descent')).toEqual([]);
  });

  test('has the children below 本人 alone, where that is chosen', () => {
    expect(draw(family, 'self').lines.find(({ of }) => of.includes('first'))?.of).toEqual([
      'self',
      'first',
      'second',
    ]);
  });

  test('has a line of its own for 内縁', () => {
    const { lines } = draw([is('self', 'SELF'), is('partner', 'COMMON_LAW_PARTNER')]);
    expect(lines.map(({ kind }) => kind)).toEqual(['partners']);
  });

  test('whose 本人 is not told stands side by side, with no line', () => {
    const { lines, places, apart } = draw(
      family.filter(({ id }) => id !== 'self').map((each) => ({ ...each, relation: null })),
    );
    expect(lines).toEqual([]);
    expect(places).toHaveLength(family.length - 1);
    expect(apart).toBeUndefined();
  });

  test('of nobody is an empty drawing', () => {
    expect(draw([])).toMatchObject({ places: [], lines: [], together: undefined });
  });
});

describe('who is added moves the others as little as possible', () => {
  test.each([
    ['an older brother or sister', is('new', 'SIBLING', '1970-01-01')],
    ['the youngest brother or sister', is('new', 'SIBLING', '1990-01-01')],
    ['the youngest child', is('new', 'CHILD', '2015-01-01')],
    ['a second grandmother', is('new', 'GRANDMOTHER', '1931-01-01')],
    ['a younger grandchild', is('new', 'GRANDCHILD', '2026-06-01')],
    ['somebody else', is('new', 'OTHER', '1999-01-01')],
  ])('%s moves nobody', (_who, member) => {
    const after = draw([...family, member]);
    for (const { id, x, y } of draw(family).places) expect(placeOf(after, id)).toEqual({ x, y });
  });

  test('who is alone in a place for two stands in the middle, as if nobody were missing', () => {
    const withMother = draw([is('self', 'SELF'), is('mother', 'MOTHER')]);
    expect(placeOf(withMother, 'mother').x).toBe(0);
    const withBoth = draw([is('self', 'SELF'), is('mother', 'MOTHER'), is('father', 'FATHER')]);
    expect(placeOf(withBoth, 'father').x).toBe(-placeOf(withBoth, 'mother').x);
  });

  test('本人 stays where 本人 is', () => {
    fc.assert(
      fc.property(aFamily, (members) => {
        const [self] = members.filter(({ relation }) => relation === 'SELF');
        if (members.filter(({ relation }) => relation === 'SELF').length !== 1 || !self) return;
        expect(placeOf(draw(members), self.id)).toEqual({ x: 0, y: 0 });
      }),
    );
  });
});

describe('those who live together', () => {
  test('have a line around them', () => {
    const { together, places } = draw(family, 'couple', () => true);
    for (const place of places) expect(together && meet(together, boxOf(place))).toBe(true);
  });

  test('have none where it would enclose somebody who does not', () => {
    const { together } = draw(family, 'couple', (id) => id !== 'self');
    expect(together).toBeUndefined();
  });

  test('never enclose anybody else', () => {
    fc.assert(
      fc.property(aFamily, fc.func(fc.boolean()), (members, lives) => {
        const { together, places } = draw(members, 'couple', lives);
        for (const place of places)
          if (together && !lives(place.id)) expect(meet(together, boxOf(place))).toBe(false);
      }),
    );
  });
});

describe('every family', () => {
  test('is drawn whole, each once, nobody on top of another, within the bounds', () => {
    fc.assert(
      fc.property(aFamily, aCustom, (members, custom) => {
        const { places, bounds } = draw(members, custom);
        expect(places.map(({ id }) => id).sort()).toEqual(members.map(({ id }) => id).sort());
        places.forEach((place, n) => {
          const box = boxOf(place);
          for (const other of places.slice(n + 1)) expect(meet(box, boxOf(other))).toBe(false);
          expect(box.left >= bounds.left && box.right <= bounds.right).toBe(true);
          expect(box.top >= bounds.top && box.bottom <= bounds.bottom).toBe(true);
        });
      }),
    );
  });

  test('has lines that end at whom they join, or on the line of the couple', () => {
    fc.assert(
      fc.property(aFamily, aCustom, (members, custom) => {
        const { places, lines } = draw(members, custom);
        const touches = (point: Point, ids: readonly string[]): boolean =>
          places
            .filter(({ id }) => ids.includes(id))
            .some((place) => {
              const { left, right, top, bottom } = boxOf(place);
              return point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
            });
        const couples = lines.filter(({ kind }) => kind === 'married' || kind === 'partners');
        for (const { of, strokes } of lines) {
          for (const id of of) expect(places.some((place) => place.id === id)).toBe(true);
          strokes.forEach((stroke, n) => {
            const rest = [
              ...strokes.filter((_, other) => other !== n),
              ...couples.flatMap(({ strokes: ofCouple }) => ofCouple),
            ].flatMap(segments);
            for (const end of [stroke[0], stroke.at(-1)])
              expect(end && (touches(end, of) || rest.some((segment) => isOn(segment, end)))).toBe(true);
          });
          // Whom it joins it reaches.
          for (const id of of)
            expect(
              strokes.some((stroke) => stroke.some((point) => touches(point, [id]))) ||
                couples.some((couple) => couple.of.includes(id)),
            ).toBe(true);
        }
      }),
    );
  });

  test('has no line through anybody whom it does not join', () => {
    fc.assert(
      fc.property(aFamily, aCustom, (members, custom) => {
        const { places, lines } = draw(members, custom);
        for (const { of, strokes } of lines)
          for (const place of places.filter(({ id }) => !of.includes(id)))
            for (const [one, other] of strokes.flatMap(segments)) {
              const stroke = {
                left: Math.min(one.x, other.x),
                right: Math.max(one.x, other.x),
                top: Math.min(one.y, other.y),
                bottom: Math.max(one.y, other.y),
              };
              expect(meet(stroke, boxOf(place))).toBe(false);
            }
      }),
    );
  });

  test('without a member has no line to them, and no trace of them', () => {
    fc.assert(
      fc.property(aFamily, fc.nat(), (members, n) => {
        const hidden = members[n % Math.max(members.length, 1)];
        const rest = members.filter((member) => member !== hidden);
        const drawing = draw(rest);
        for (const { of } of drawing.lines) expect(of).not.toContain(hidden?.id);
        expect(drawing.places).toHaveLength(rest.length);
      }),
    );
  });

  test('looks the same in whatever order it is told', () => {
    fc.assert(
      fc.property(
        aFamily.chain((members) =>
          fc.tuple(
            fc.constant(members),
            fc.shuffledSubarray([...members], { minLength: members.length, maxLength: members.length }),
          ),
        ),
        ([members, shuffled]) => {
          expect(draw(shuffled)).toEqual(draw(members));
        },
      ),
    );
  });
});
