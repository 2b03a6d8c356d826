import { households, people } from '@kasane/sample-municipality';
import { defaultRegistry, sectorsOf, type HouseholdId } from '@kasane/vocabulary';
import type { GraphQLObjectType } from 'graphql';
import { objectOf, objectType } from '../api-schema.js';
import type { Random } from './random.js';

export interface RandomQueryOptions {
  /** What every selection of a type asks besides, by type: how a test knows whom an answer speaks of. */
  readonly marks?: Readonly<Record<string, string>>;
  /** The household that is asked for most. */
  readonly focus: HouseholdId;
  /** A session that is asked for now and then. */
  readonly session?: string | undefined;
}

/** Enough for a household with its members and their records; far more would only repeat them. */
const MAX_FIELDS = 240;
const MAX_DEPTH = 7;

/**
 * A query as a client might write it: any selection of the API schema down to the leaves, with aliases, fragments of
 * each kind, and fields asked twice. It starts where persons are found: a household, a search, a sector's clients.
 */
export function randomQuery(random: Random, { marks = {}, focus, session }: RandomQueryOptions): string {
  const fragments: string[] = [];
  let names = 0;
  let asked = 0;

  const selection = (type: GraphQLObjectType, depth: number): string => {
    const open = Object.values(type.getFields()).filter(
      (field) => (objectOf(field) === undefined || depth < MAX_DEPTH) && !isBeside(type, field),
    );
    const chosen = asked > MAX_FIELDS ? [] : open.filter((field) => random.chance(objectOf(field) ? 75 : 45));
    const parts = (
      chosen.length > 0 ? chosen : open.filter((field) => objectOf(field) === undefined).slice(0, 1)
    ).map((field) => {
      asked += 1;
      const inner = objectOf(field);
      const key = random.chance(25) ? `a${++names}: ${field.name}` : field.name;
      const once = (): string => (inner ? `${key} ${selection(inner, depth + 1)}` : key);
      return random.chance(12) ? `${once()} ${once()}` : once();
    });
    const wrapped = parts.map((part) => {
      if (random.chance(10)) return `... on ${type.name} { ${part} }`;
      if (random.chance(5)) return `... { ${part} }`;
      if (!random.chance(10)) return part;
      const name = `F${++names}`;
      fragments.push(`fragment ${name} on ${type.name} { ${part} }`);
      return `...${name}`;
    });
    if (random.chance(10)) wrapped.push('__typename');
    return `{ ${[marks[type.name] ?? '', ...wrapped].join(' ') || '__typename'} }`.replace(
      '{  }',
      '{ __typename }',
    );
  };

  const root = (): string => {
    const alias = `r${++names}: `;
    if (session !== undefined && random.chance(40))
      return `${alias}statutorySession(id: ${JSON.stringify(session)}) ${selection(objectType('StatutorySession'), 2)}`;
    switch (random.int(5)) {
      case 0:
        return `${alias}households(${random.chance(60) ? `search: ${JSON.stringify(random.of(searches))}, ` : ''}first: ${1 + random.int(4)}${random.chance(20) ? `, after: ${JSON.stringify(random.of(cursors))}` : ''}) ${selection(objectType('HouseholdConnection'), 1)}`;
      case 1:
        return `${alias}${random.of(sectors).field}Clients(first: ${1 + random.int(5)}) ${selection(objectType('Person'), 3)}`;
      default:
        return `${alias}household(id: ${JSON.stringify(random.chance(75) ? focus : random.of(householdIds))}) ${selection(objectType('Household'), 2)}`;
    }
  };
  const roots = [root(), ...(random.chance(30) ? [root()] : [])];
  return `query Random { ${roots.join(' ')} } ${fragments.join(' ')}`;
}

const beside = new Set(['seenBy', 'form', 'receipt', 'receiptJson']);

/** What tells of the ledger, which every question changes, or prints what other fields tell. Tested by itself. */
const isBeside = (type: GraphQLObjectType, { name }: { readonly name: string }): boolean =>
  type.name === 'ConsentRecord' && beside.has(name);

const sectors = sectorsOf(defaultRegistry);
const householdIds = [...households.map(({ id }) => id as string), 'h-nobody'];
const cursors = households.map(({ id }) => Buffer.from(id).toString('base64url'));
/** What staff type: parts of names and kana, case numbers, wildcards; and a word that only hidden rows hold. */
export const HIDDEN_WORD = 'カクレ';
const searches = [
  ...people.map(({ name }) => [...name].slice(0, 2).join('')),
  ...people.map(({ kana }) => kana.slice(0, 3)),
  ...households.map(({ caseNumber }) => caseNumber),
  HIDDEN_WORD,
  '%',
  '_',
];

/** Everything that the schema has of a household. A person within a person is told by id, an office by its code. */
export function wholeHouseholdQuery(): string {
  const selection = (type: GraphQLObjectType, within: readonly string[]): string => {
    const parts = Object.values(type.getFields()).flatMap((field) => {
      const inner = objectOf(field);
      if (isBeside(type, field)) return [];
      if (!inner) return [field.name];
      if (inner.name === 'Office') return [`${field.name} { code name }`];
      if (within.includes(inner.name))
        return [`${field.name} { ${inner.getFields()['id'] ? 'id' : '__typename'} }`];
      // Who is on a roster or gave a consent is a member, and told as such.
      const beyond = inner.name === 'HouseholdMember' ? [] : type.name === 'Household' ? ['Person'] : [];
      return [`${field.name} ${selection(inner, [...within, inner.name, ...beyond])}`];
    });
    return `{ ${parts.join(' ')} }`;
  };
  return `query Whole($id: ID!) { household(id: $id) ${selection(objectType('Household'), ['Household'])} }`;
}
