import type { Relation } from '@kasane/vocabulary';
import { comesOfAge, startOfJapanDay } from '@kasane/vocabulary';
import { CompositeFlagKind } from './flag-words.js';

/**
 * Ages in full years between which a composite flag is suggested, both inclusive. Our own choice: the city's plan speaks
 * of a child of around 50 and of parents of around 80. None is a limit of what a person may confirm.
 */
export const suggestionAges = {
  eightyFifty: { childFrom: 40, childTo: 64, parentFrom: 70 },
  doubleCare: { childTo: 17, elderFrom: 75 },
  youngCarer: { from: 6, to: 29, elderFrom: 75, siblingTo: 17, adultFrom: 30, adultTo: 64 },
} as const;
export type SuggestionAges = {
  readonly [Kind in keyof typeof suggestionAges]: {
    readonly [Bound in keyof (typeof suggestionAges)[Kind]]: number;
  };
};

/** What of a member the viewer may know. */
export interface KnownMember<Id extends string = string> {
  readonly person: Id;
  /** To the 本人; null where the viewer may not know of the 本人. */
  readonly relation: Relation | null;
  /** Japanese calendar date; null where it is unknown, or not the viewer's to know. */
  readonly birthDate: string | null;
}

export interface Suggestion<Id extends string = string> {
  readonly kind: CompositeFlagKind;
  /** Whose ages and relations it was read from. */
  readonly persons: readonly Id[];
}

/**
 * Which composite flags the ages and relations of a household suggest. No more than a reason to ask: that somebody works,
 * or cares for somebody, is known to people only. The dead are not given.
 */
export function suggestFlags<Id extends string>(
  members: readonly KnownMember<Id>[],
  now: Date,
  ages: SuggestionAges = suggestionAges,
): readonly Suggestion<Id>[] {
  const household = members.flatMap(({ person, relation, birthDate }) => {
    const age = birthDate === null ? undefined : ageAt(birthDate, now);
    return relation === null || age === undefined
      ? []
      : [{ person, relation, age, generation: generations[relation] }];
  });
  return [
    ...eightyFifty(household, ages.eightyFifty),
    ...doubleCare(household, ages.doubleCare),
    ...youngCarer(household, ages.youngCarer),
  ];
}

interface Aged<Id> {
  readonly person: Id;
  readonly relation: Relation;
  readonly age: number;
  readonly generation: number | undefined;
}

/** Seen from the 本人: parents above, children below. Who is of no line is of none. */
const generations: Readonly<Record<Relation, number | undefined>> = {
  SELF: 0,
  SPOUSE: 0,
  COMMON_LAW_PARTNER: 0,
  SIBLING: 0,
  FATHER: 1,
  MOTHER: 1,
  GRANDFATHER: 2,
  GRANDMOTHER: 2,
  CHILD: -1,
  GRANDCHILD: -2,
  OTHER: undefined,
};

function eightyFifty<Id extends string>(
  household: readonly Aged<Id>[],
  { childFrom, childTo, parentFrom }: SuggestionAges['eightyFifty'],
): readonly Suggestion<Id>[] {
  const children = household.filter(({ age }) => childFrom <= age && age <= childTo);
  const pairs = children.flatMap((child) => {
    const parents = household.filter((one) => isOneAbove(one, child) && one.age >= parentFrom);
    return parents.length === 0 ? [] : [[child, ...parents]];
  });
  return suggestionOf(CompositeFlagKind.EIGHTY_FIFTY, pairs.flat());
}

function doubleCare<Id extends string>(
  household: readonly Aged<Id>[],
  { childTo, elderFrom }: SuggestionAges['doubleCare'],
): readonly Suggestion<Id>[] {
  const between = household.flatMap((carer) => {
    const children = household.filter((one) => isOneAbove(carer, one) && one.age <= childTo);
    const elders = household.filter((one) => isOneAbove(one, carer) && one.age >= elderFrom);
    return children.length > 0 && elders.length > 0 ? [carer, ...children, ...elders] : [];
  });
  return suggestionOf(CompositeFlagKind.DOUBLE_CARE, between);
}

/** Somebody young, at most one adult of working age beside them, and somebody who may need care. No cap at 18. */
function youngCarer<Id extends string>(
  household: readonly Aged<Id>[],
  { from, to, elderFrom, siblingTo, adultFrom, adultTo }: SuggestionAges['youngCarer'],
): readonly Suggestion<Id>[] {
  const adults = household.filter(({ age }) => adultFrom <= age && age <= adultTo);
  const young = household.filter(({ age }) => from <= age && age <= to);
  if (adults.length > 1 || young.length === 0) return [];
  const eldest = young.reduce((one, other) => (other.age > one.age ? other : one));
  const cared = household.filter(
    ({ person, age }) => person !== eldest.person && (age >= elderFrom || age <= siblingTo),
  );
  return cared.length === 0 ? [] : suggestionOf(CompositeFlagKind.YOUNG_CARER, [eldest, ...cared, ...adults]);
}

const isOneAbove = <Id>({ generation: above }: Aged<Id>, { generation: below }: Aged<Id>): boolean =>
  above !== undefined && below !== undefined && above === below + 1;

const suggestionOf = <Id extends string>(
  kind: CompositeFlagKind,
  persons: readonly Aged<Id>[],
): readonly Suggestion<Id>[] =>
  persons.length === 0 ? [] : [{ kind, persons: [...new Set(persons.map(({ person }) => person))] }];

/** Full years, as the law counts them; undefined for a date that is none, or not come yet. */
function ageAt(birthDate: string, now: Date): number | undefined {
  try {
    if (startOfJapanDay(birthDate) > now) return undefined;
  } catch {
    return undefined;
  }
  const guess = now.getUTCFullYear() - Number(birthDate.slice(0, 4)) + 1;
  for (let years = guess; years > 0; years -= 1) if (comesOfAge(birthDate, years) <= now) return years;
  return 0;
}
