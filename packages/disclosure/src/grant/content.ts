import { isCategory, isLevel } from '@kasane/vocabulary';
import type { Category, HouseholdId, Level, PersonId, SectorId } from '@kasane/vocabulary';
import type { Permitted, PersonDecision, Released } from '../cell.js';

/** What a permitted category rests on, as it travels in a grant. */
export interface Permit {
  readonly level: Level;
  readonly rule: string;
  /** The consent, conference, ... that permits. */
  readonly evidence: string;
  readonly released?: Released;
}

/** What one sector may show one viewer of some persons. */
export interface GrantContent {
  readonly sector: SectorId;
  /** Digest of the viewer token that it is bound to. */
  readonly viewer: string;
  readonly policyVersion: string;
  readonly persons: ReadonlyMap<PersonId, ReadonlyMap<Category, Permit>>;
  /** What even the sector's own duty does not open to this viewer. */
  readonly barred: ReadonlyMap<PersonId, readonly Category[]>;
  /** Members that the viewer may know of, so that a record about a household finds the persons it speaks of. */
  readonly households: ReadonlyMap<HouseholdId, readonly PersonId[]>;
}

/** The part of a person's decision that concerns one sector, as permits. */
export function permitsOf(decision: PersonDecision, sector: SectorId): ReadonlyMap<Category, Permit> {
  const permits = new Map<Category, Permit>();
  for (const [category, cell] of decision.get(sector) ?? [])
    if (cell.permitted) permits.set(category, permitOf(cell));
  return permits;
}

export const permitOf = ({ level, rule, evidence, released }: Permitted): Permit => ({
  level,
  rule,
  evidence: evidence.id,
  ...(released && { released }),
});

/** The categories that are closed to the sector's own duty too: masked, or kept from this very viewer. */
export const barredOf = (decision: PersonDecision, sector: SectorId): readonly Category[] =>
  [...(decision.get(sector) ?? [])].flatMap(([category, cell]) =>
    !cell.permitted && cell.barred ? [category] : [],
  );

/**
 * The payload's JSON. It travels once per person of an answer, so each word stands in it once: cells point at
 * categories and permits by their place.
 */
export interface Encoded {
  readonly categories: readonly string[];
  readonly permits: readonly (readonly [
    level: string,
    rule: string,
    evidence: string,
    session?: string,
    approved?: readonly string[],
  ])[];
  /** Per person, for each permit: its place, then the places of the categories that it opens. */
  readonly persons: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** Per person the places of what is barred; whoever has nothing barred is left out. */
  readonly barred: Readonly<Record<string, readonly number[]>>;
  readonly households: Readonly<Record<string, readonly string[]>>;
}

type Content = Pick<GrantContent, 'persons' | 'barred' | 'households'>;

export function encode({ persons, barred, households }: Content): Encoded {
  const categories = new Places<Category>();
  const permits = new Places<Permit>((permit) => JSON.stringify(encodePermit(permit)));
  const encodeCells = (cells: ReadonlyMap<Category, Permit>): readonly (readonly number[])[] => {
    const byPermit = new Map<number, number[]>();
    for (const [category, permit] of cells) {
      const at = permits.of(permit);
      const opened = byPermit.get(at);
      if (opened) opened.push(categories.of(category));
      else byPermit.set(at, [at, categories.of(category)]);
    }
    return [...byPermit.values()];
  };
  return {
    persons: Object.fromEntries([...persons].map(([id, cells]) => [id, encodeCells(cells)])),
    barred: Object.fromEntries(
      [...barred]
        .filter(([, closed]) => closed.length > 0)
        .map(([id, closed]) => [id, closed.map((category) => categories.of(category))]),
    ),
    households: Object.fromEntries(households),
    categories: categories.all,
    permits: permits.all.map(encodePermit),
  };
}

const encodePermit = ({ level, rule, evidence, released }: Permit): Encoded['permits'][number] =>
  released
    ? released.approved
      ? [level, rule, evidence, released.session, released.approved]
      : [level, rule, evidence, released.session]
    : [level, rule, evidence];

/** Things in the order in which they were first named. */
class Places<T> {
  readonly all: T[] = [];
  private readonly places = new Map<string, number>();

  constructor(private readonly keyOf: (thing: T) => string = String) {}

  of(thing: T): number {
    const key = this.keyOf(thing);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.all.length);
    return this.all.push(thing) - 1;
  }
}

/** @throws {TypeError} when the payload is not one that {@link encode} wrote. */
export function decode(encoded: Encoded): Content {
  const categories = encoded.categories.map((category) => (isCategory(category) ? category : fail()));
  const permits = encoded.permits.map(([level, rule, evidence, session, approved]): Permit => ({
    level: isLevel(level) ? level : fail(),
    rule,
    evidence,
    ...(session !== undefined && {
      released: {
        session: text(session),
        ...(approved !== undefined && { approved: list(approved).map(text) }),
      },
    }),
  }));
  const decodeCells = (cells: readonly (readonly number[])[]): ReadonlyMap<Category, Permit> =>
    new Map(
      cells.flatMap(([at = fail(), ...opened]) => {
        const permit = permits[at] ?? fail();
        return opened.map((place) => [categories[place] ?? fail(), permit] as const);
      }),
    );
  return {
    persons: new Map(
      Object.entries(encoded.persons).map(([id, cells]) => [id as PersonId, decodeCells(cells)]),
    ),
    barred: new Map(
      Object.entries(encoded.barred).map(([id, places]) => [
        id as PersonId,
        places.map((place) => categories[place] ?? fail()),
      ]),
    ),
    households: new Map(
      Object.entries(encoded.households).map(([id, members]) => [
        id as HouseholdId,
        members as readonly PersonId[],
      ]),
    ),
  };
}

// A text has `includes` too: it must not pass for a list of what was approved.
const list = <T>(value: readonly T[]): readonly T[] => (Array.isArray(value) ? value : fail());
const text = (value: string): string => (typeof value === 'string' ? value : fail());

function fail(): never {
  throw new TypeError('not a grant');
}
