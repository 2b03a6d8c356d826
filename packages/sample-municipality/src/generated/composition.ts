import { Relation } from '@kasane/vocabulary';
import type { Random } from './random.js';

/** Who lives together, before they have names: `age` in whole years. */
export interface Sketch {
  readonly relation: Relation;
  readonly sex: 'MALE' | 'FEMALE';
  readonly age: number;
  /** Born with the one before. */
  readonly isTwin?: boolean;
}

/** How people live. */
export const Composition = {
  OLDER_SINGLE: 'OLDER_SINGLE',
  SINGLE: 'SINGLE',
  OLDER_COUPLE: 'OLDER_COUPLE',
  COUPLE: 'COUPLE',
  PARENTS_AND_CHILDREN: 'PARENTS_AND_CHILDREN',
  ONE_PARENT: 'ONE_PARENT',
  OLDER_PARENT_AND_CHILD: 'OLDER_PARENT_AND_CHILD',
  THREE_GENERATIONS: 'THREE_GENERATIONS',
} as const;
export type Composition = (typeof Composition)[keyof typeof Composition];

/** Our own assumption, in hundredths; no statistics of any city. */
const shares: readonly (readonly [number, Composition])[] = [
  [15, 'OLDER_SINGLE'],
  [22, 'SINGLE'],
  [13, 'OLDER_COUPLE'],
  [10, 'COUPLE'],
  [22, 'PARENTS_AND_CHILDREN'],
  [6, 'ONE_PARENT'],
  [6, 'OLDER_PARENT_AND_CHILD'],
  [6, 'THREE_GENERATIONS'],
];
/** The same of households that several offices work with: our own assumption, too. */
const sharesOfCases: typeof shares = [
  [10, 'OLDER_SINGLE'],
  [10, 'SINGLE'],
  [6, 'OLDER_COUPLE'],
  [14, 'PARENTS_AND_CHILDREN'],
  [20, 'ONE_PARENT'],
  [20, 'OLDER_PARENT_AND_CHILD'],
  [20, 'THREE_GENERATIONS'],
];

const { SELF, SPOUSE, FATHER, MOTHER, CHILD } = Relation;
const sexOf = (random: Random): 'MALE' | 'FEMALE' => (random.chance(0.5) ? 'FEMALE' : 'MALE');
const other = (sex: 'MALE' | 'FEMALE'): 'MALE' | 'FEMALE' => (sex === 'MALE' ? 'FEMALE' : 'MALE');
const within = (age: number, from: number, to: number): number => Math.min(to, Math.max(from, age));

export function sketchHousehold(random: Random, isCase: boolean): readonly Sketch[] {
  const composition = random.weighted(isCase ? sharesOfCases : shares);
  const sex = sexOf(random);
  const self = (age: number): Sketch => ({ relation: SELF, sex, age });
  const spouse = (age: number, least: number): Sketch => ({
    relation: SPOUSE,
    sex: other(sex),
    age: within(age + random.between(-6, 6), least, 100),
  });
  switch (composition) {
    case 'OLDER_SINGLE':
      return [self(random.between(65, 97))];
    case 'SINGLE':
      return [self(random.between(18, 64))];
    case 'OLDER_COUPLE': {
      const age = random.between(65, 94);
      return [self(age), spouse(age, 60)];
    }
    case 'COUPLE': {
      const age = random.between(20, 64);
      return [self(age), spouse(age, 20)];
    }
    case 'OLDER_PARENT_AND_CHILD': {
      const parent = random.between(70, 92);
      const child = self(parent - random.between(22, 40));
      return [child, ...parentsOf(random, parent)];
    }
    case 'ONE_PARENT': {
      const [eldest, ...younger] = childrenOf(random);
      const age = (eldest?.age ?? 0) + random.between(18, 38);
      const parent = random.chance(0.85) ? 'FEMALE' : 'MALE';
      return [{ relation: SELF, sex: parent, age }, ...(eldest ? [eldest] : []), ...younger];
    }
    case 'PARENTS_AND_CHILDREN':
    case 'THREE_GENERATIONS': {
      const children = childrenOf(random);
      const age = (children[0]?.age ?? 0) + random.between(20, 38);
      const grandparents =
        composition === 'THREE_GENERATIONS'
          ? parentsOf(random, within(age + random.between(22, 36), age + 20, 100))
          : [];
      // The other parent was of age when the eldest was born.
      return [self(age), spouse(age, (children[0]?.age ?? 0) + 18), ...grandparents, ...children];
    }
  }
}

/** One or both parents of the 本人, the younger of them of this age. */
function parentsOf(random: Random, age: number): readonly Sketch[] {
  const mother: Sketch = { relation: MOTHER, sex: 'FEMALE', age };
  const father: Sketch = { relation: FATHER, sex: 'MALE', age: Math.min(103, age + random.between(0, 7)) };
  return random.weighted<readonly Sketch[]>([
    [45, [mother]],
    [15, [father]],
    [40, [father, mother]],
  ]);
}

/** One to three minors, the eldest first; some are twins. */
function childrenOf(random: Random): readonly Sketch[] {
  const wanted = random.weighted([
    [45, 1],
    [40, 2],
    [15, 3],
  ] as const);
  const children: Sketch[] = [{ relation: CHILD, sex: sexOf(random), age: random.between(0, 17) }];
  for (let last = children[0]; last && children.length < wanted;) {
    const isTwin = random.chance(0.03);
    const age = isTwin ? last.age : last.age - random.between(1, 5);
    if (age < 0) break;
    last = { relation: CHILD, sex: sexOf(random), age, ...(isTwin && { isTwin }) };
    children.push(last);
  }
  return children;
}
