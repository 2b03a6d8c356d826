import type { Relation } from '@kasane/vocabulary';

/** A member of the household, as far as the drawing needs to know. */
export interface Relative {
  readonly id: string;
  /** To 本人; null when it is not told. */
  readonly relation: Relation | null;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where somebody stands: the middle of the symbol. */
export interface Place extends Point {
  readonly id: string;
}

/**
 * `married` and `partners` join 本人 and the partner; `descent` joins parents and children, and siblings; `kin` joins
 * 本人 with grandparents and grandchildren, where the record does not say through whom.
 */
export type LineKind = 'married' | 'partners' | 'descent' | 'kin';

/** A line and all whom it joins. Its strokes meet each other, and end at those whom it joins and nowhere else. */
export interface Line {
  readonly kind: LineKind;
  readonly of: readonly string[];
  readonly strokes: readonly (readonly Point[])[];
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Genogram {
  readonly places: readonly Place[];
  readonly lines: readonly Line[];
  /** Where those stand whom no line joins, as their relation is of no kind that a line could show. */
  readonly apart: Box | undefined;
  /** Round everybody who lives together; absent where it would enclose somebody else too. */
  readonly together: Box | undefined;
  readonly bounds: Box;
}

export interface GenogramOptions {
  /**
   * From where the children hang: the line of the couple, as is the custom, or 本人 alone, of whom the record says
   * that they are children.
   */
  readonly childrenOf: 'couple' | 'self';
  /** Who is on record as living together. */
  readonly livesTogether: (id: string) => boolean;
}

export const SYMBOL = 52;
/** Room below a symbol for the name and the relation. A long name takes a line more, on top of the line of descent. */
export const LABEL = 46;
export const BOX = 116;
const PITCH = 140;
const ROW = 190;
/** Between the bar that joins brothers and sisters and their symbols. */
const DROP = 28;
/** Beside the line of descent, not on it. */
const BESIDE = 8;
const MARGIN = 20;
const PER_ROW = 6;

export const boxOf = ({ x, y }: Point): Box => ({
  left: x - BOX / 2,
  right: x + BOX / 2,
  top: y - SYMBOL / 2,
  bottom: y + SYMBOL / 2 + LABEL,
});
const above = ({ x, y }: Point, beside = 0): Point => ({ x: x + beside, y: y - SYMBOL / 2 });
const below = ({ x, y }: Point, beside = 0): Point => ({ x: x + beside, y: y + SYMBOL / 2 + LABEL });
/** Where the bar above a row lies. */
const barAbove = (row: number): number => row * ROW - SYMBOL / 2 - DROP;

/**
 * Places a family: 本人 in the middle, one row a generation, the older to the left. Everybody stands where they would
 * stand without the others as far as that is possible, so that a family is recognised after somebody joined it.
 * It knows of nobody but those it is given: who is hidden leaves neither a gap nor a line.
 */
export function layOutGenogram(members: readonly Relative[], options: GenogramOptions): Genogram {
  const ordered = [...members].sort(byBirth);
  const self = ordered.find(({ relation }) => relation === 'SELF');
  const placed = self ? placeFamily(self, ordered) : new Map<string, Place>();
  const others = ordered.filter(({ id }) => !placed.has(id));
  const lowest = Math.max(...[...placed.values()].map(({ y }) => y), -ROW);
  const apart = others.map(({ id }, n) => ({
    id,
    x: (n % PER_ROW) * PITCH,
    y: lowest + ROW * (1 + Math.floor(n / PER_ROW)),
  }));
  const places = [...placed.values(), ...apart];
  const lines = self ? joinFamily(self, ordered, placed, options) : [];
  const together = enclose(places, options.livesTogether);
  return {
    places,
    lines,
    apart: apart.length > 0 && placed.size > 0 ? around(apart.map(boxOf), 4) : undefined,
    together,
    bounds: around([...places.map(boxOf), ...(together ? [together] : [])], MARGIN),
  };
}

/** The oldest first; whose birth date is not known comes last. Ids decide between twins. */
const byBirth = (one: Relative, other: Relative): number =>
  compare(one.birthDate ?? '9999', other.birthDate ?? '9999') || compare(one.id, other.id);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const isPartner = ({ relation }: Relative): boolean =>
  relation === 'SPOUSE' || relation === 'COMMON_LAW_PARTNER';

function placeFamily(self: Relative, ordered: readonly Relative[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const put = (row: number, relatives: readonly Relative[], xOf: (n: number) => number): void => {
    relatives.forEach(({ id }, n) => places.set(id, { id, x: xOf(n) * PITCH, y: row * ROW }));
  };
  const all = (relation: Relation): Relative[] => ordered.filter((each) => each.relation === relation);
  const sideBySide = (row: number, left: readonly Relative[], right: readonly Relative[]): void => {
    // Who is alone stands in the middle: beside them there is no empty place, as if somebody were missing.
    const apart = left.length > 0 && right.length > 0 ? 0.5 : 0;
    put(row, left, (n) => -n - apart);
    put(row, right, (n) => n + apart);
  };
  sideBySide(-2, all('GRANDFATHER'), all('GRANDMOTHER'));
  sideBySide(-1, all('FATHER'), all('MOTHER'));
  put(0, [self], () => 0);
  const partners = ordered.filter(isPartner);
  put(0, partners, (n) => n + 1);
  const isOlder = (sibling: Relative): boolean => byBirth(sibling, self) < 0;
  const siblings = all('SIBLING');
  // The nearest in age stand nearest, so that an older one who is added moves nobody.
  put(0, siblings.filter(isOlder).reverse(), (n) => -n - 1);
  put(
    0,
    siblings.filter((sibling) => !isOlder(sibling)),
    (n) => n + 1 + partners.length,
  );
  put(1, all('CHILD'), (n) => n);
  put(2, all('GRANDCHILD'), (n) => n);
  return places;
}

function joinFamily(
  self: Relative,
  ordered: readonly Relative[],
  places: ReadonlyMap<string, Place>,
  { childrenOf }: GenogramOptions,
): readonly Line[] {
  const placesOf = (...relations: readonly Relation[]): Place[] =>
    ordered.flatMap(({ id, relation }) => {
      const place = places.get(id);
      return place && relation && relations.includes(relation) ? [place] : [];
    });
  const here = { id: self.id, x: 0, y: 0 };
  const lines: Line[] = [];

  const partners = ordered
    .filter(isPartner)
    .map(({ id, relation }) => ({ relation, ...placeIn(places, id) }));
  partners.forEach((partner, n) =>
    lines.push({
      kind: partner.relation === 'SPOUSE' ? 'married' : 'partners',
      of: [self.id, partner.id],
      strokes: [n === 0 ? between(here, partner) : over(here, partner, n)],
    }),
  );

  const parents = placesOf('FATHER', 'MOTHER');
  const siblings = placesOf('SIBLING');
  // Each parent has a line of their own to the children: whether the two are or were married is not on record.
  if (parents.length + siblings.length > 0)
    lines.push(bus('descent', parents.map(outOf), [here, ...siblings].map(into), barAbove(0)));

  const children = placesOf('CHILD');
  const [partner] = partners;
  if (children.length > 0) {
    const ofBoth = childrenOf === 'couple' && partners.length === 1 && partner !== undefined;
    const from: End = ofBoth
      ? { ids: [self.id, partner.id], at: { x: partner.x / 2, y: 0 } }
      : { ids: [self.id], at: below(here) };
    lines.push(bus('descent', [from], children.map(into), barAbove(1)));
  }

  const grandparents = placesOf('GRANDFATHER', 'GRANDMOTHER');
  if (grandparents.length > 0) {
    // Between the parents, or past the one who stands in the middle.
    const x = parents.some((parent) => parent.x === 0) ? -PITCH / 2 : -BESIDE;
    const turn = { x, y: barAbove(0) - 10 };
    const end = above(here, -BESIDE);
    const { kind, of, strokes } = bus(
      'kin',
      grandparents.map(outOf),
      [{ ids: [self.id], at: turn }],
      barAbove(-1),
    );
    lines.push({ kind, of, strokes: [...strokes, [turn, { x: end.x, y: turn.y }, end]] });
  }

  const grandchildren = placesOf('GRANDCHILD');
  if (grandchildren.length > 0) {
    // Past the children on their left: it does not go through any of them.
    const start = below(here, -BESIDE);
    const turn = { x: -PITCH / 2, y: start.y + 10 };
    const { kind, of, strokes } = bus(
      'kin',
      [{ ids: [self.id], at: turn }],
      grandchildren.map(into),
      barAbove(2),
    );
    lines.push({ kind, of, strokes: [[start, { x: start.x, y: turn.y }, turn], ...strokes] });
  }
  return lines;
}

/** Where a line ends, and at whom. */
interface End {
  readonly ids: readonly string[];
  readonly at: Point;
}
const outOf = (place: Place): End => ({ ids: [place.id], at: below(place) });
const into = (place: Place): End => ({ ids: [place.id], at: above(place) });

/** Down from some to a bar, and down from the bar to the others. */
function bus(kind: LineKind, from: readonly End[], to: readonly End[], barY: number): Line {
  const xs = [...from, ...to].map(({ at }) => at.x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  return {
    kind,
    of: [...from, ...to].flatMap(({ ids }) => ids),
    strokes: [
      ...from.map(({ at }) => [at, { x: at.x, y: barY }]),
      ...(right > left
        ? [
            [
              { x: left, y: barY },
              { x: right, y: barY },
            ],
          ]
        : []),
      ...to.map(({ at }) => [{ x: at.x, y: barY }, at]),
    ],
  };
}

const between = (one: Point, other: Point): readonly Point[] => [
  { x: one.x + SYMBOL / 2, y: one.y },
  { x: other.x - SYMBOL / 2, y: other.y },
];

/** A second partner stands behind the first: the line goes over their head. */
const over = (one: Point, other: Point, n: number): readonly Point[] => {
  const y = one.y - SYMBOL / 2 - 6 * n;
  const start = above(one, BESIDE);
  const end = above(other);
  return [start, { x: start.x, y }, { x: end.x, y }, end];
};

function placeIn(places: ReadonlyMap<string, Place>, id: string): Place {
  const place = places.get(id);
  if (!place) throw new Error('A line would end where nobody stands.');
  return place;
}

function enclose(places: readonly Place[], isIn: (id: string) => boolean): Box | undefined {
  const within = places.filter(({ id }) => isIn(id));
  if (within.length < 2) return undefined;
  const box = around(within.map(boxOf), 10);
  const meetsOther = places.some((place) => !isIn(place.id) && meet(box, boxOf(place)));
  return meetsOther ? undefined : box;
}

export const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const around = (boxes: readonly Box[], margin: number): Box =>
  boxes.length === 0
    ? { left: 0, top: 0, right: 0, bottom: 0 }
    : {
        left: Math.min(...boxes.map(({ left }) => left)) - margin,
        top: Math.min(...boxes.map(({ top }) => top)) - margin,
        right: Math.max(...boxes.map(({ right }) => right)) + margin,
        bottom: Math.max(...boxes.map(({ bottom }) => bottom)) + margin,
      };
