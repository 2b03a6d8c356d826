import { findBy, type ForeignSupergraph } from './foreign-supergraph.js';

const places = [
  {
    __typename: 'Park',
    id: 'k1',
    name: 'Castle park',
    trees: 300,
    keeper: { __typename: 'City', id: 'c1', title: 'City' },
  },
  {
    __typename: 'Hall',
    id: 'h1',
    name: 'Town hall',
    seats: 80,
    keeper: { __typename: 'Club', id: 'l1', motto: 'Go' },
  },
  { __typename: 'Park', id: 'k2', name: 'River park', trees: 12, keeper: null },
];

export const abstractTypes: ForeignSupergraph = {
  of: 'interfaces and unions across subgraphs',
  subgraphs: {
    places: {
      sdl: `
        type Query { places: [Place!]!, place(id: ID!): Place, found: [Found], keepers: [Keeper] }
        interface Place { id: ID!, name: String, keeper: Keeper }
        interface Node { id: ID! }
        type Park implements Place & Node @key(fields: "id") { id: ID!, name: String, trees: Int, keeper: Keeper, twin: Park }
        type Hall implements Place & Node @key(fields: "id") { id: ID!, name: String, seats: Int, keeper: Keeper }
        union Keeper = City | Club
        union Found = Park | City
        type City @key(fields: "id") { id: ID!, title: String }
        type Club @key(fields: "id") { id: ID!, motto: String }`,
      resolvers: {
        Query: {
          places: () => places,
          place: (_: unknown, key: object) => findBy(places)({ ...key }),
          found: () => [places[0], null, places[0]!.keeper],
          keepers: () => places.map(({ keeper }) => keeper),
        },
        Park: {
          __resolveReference: findBy(places),
          twin: ({ id }: { id: string }) => (id === 'k1' ? places[2] : null),
        },
        Hall: { __resolveReference: findBy(places) },
      },
    },
    visits: {
      sdl: `
        type Query { popular: [Rated] }
        interface Rated { visits(year: Int): Int }
        type Park implements Rated @key(fields: "id") { id: ID!, visits(year: Int): Int }
        type Hall implements Rated @key(fields: "id") { id: ID!, visits(year: Int): Int, booked: [Booking!] }
        type City @key(fields: "id") { id: ID!, mayor: String }
        type Club @key(fields: "id") { id: ID!, members: Int! }
        interface Booking { at: String }
        type Wedding implements Booking { at: String, couple: String }
        type Concert implements Booking { at: String, band: String, venue: Hall }`,
      resolvers: {
        Query: {
          popular: () => [
            { __typename: 'Park', id: 'k2' },
            { __typename: 'Hall', id: 'h1' },
          ],
        },
        Park: {
          __resolveReference: (key: object) => key,
          visits: (_: unknown, { year }: { year?: number }) => year ?? 1,
        },
        Hall: {
          __resolveReference: (key: object) => key,
          visits: (_: unknown, { year }: { year?: number }) => (year ?? 1) * 2,
          booked: () => [
            { __typename: 'Wedding', at: 'May', couple: 'A and B' },
            { __typename: 'Concert', at: 'June', band: 'C', venue: { id: 'h1' } },
          ],
        },
        City: { __resolveReference: (key: object) => key, mayor: () => 'Ito' },
        Club: { __resolveReference: (key: object) => key, members: () => null },
      },
    },
  },
  questions: [
    {
      rule: 'a field of one of the types comes from the subgraph that has it',
      query: '{ places { name ... on Hall { seats visits(year: 2024) } ... on Park { trees visits } } }',
      data: {
        places: [
          { name: 'Castle park', trees: 300, visits: 1 },
          { name: 'Town hall', seats: 80, visits: 4048 },
          { name: 'River park', trees: 12, visits: 1 },
        ],
      },
      asks: { places: 1, visits: 1 },
    },
    {
      rule: 'the same key of two types may hold different things',
      query: '{ places { ... on Hall { n: seats } ... on Park { n: visits } } }',
      data: { places: [{ n: 1 }, { n: 80 }, { n: 1 }] },
    },
    {
      rule: 'a fragment on another interface applies to who implements it',
      query:
        '{ places { ... on Node { id } ... on Rated { visits } ... on Place { ... on Hall { seats } } } }',
      data: {
        places: [
          { id: 'k1', visits: 1 },
          { id: 'h1', visits: 2, seats: 80 },
          { id: 'k2', visits: 1 },
        ],
      },
    },
    {
      rule: 'union members are completed each by its own type, and holes stay',
      query: '{ found { __typename ... on Park { twin { name visits } } ... on City { mayor } } }',
      data: {
        found: [
          { __typename: 'Park', twin: { name: 'River park', visits: 1 } },
          null,
          { __typename: 'City', mayor: 'Ito' },
        ],
      },
    },
    {
      rule: 'a member that no fragment speaks of is an empty object',
      query: '{ keepers { ... on City { title } } }',
      data: { keepers: [{ title: 'City' }, {}, null] },
    },
    {
      rule: 'a null where none may be takes only its own member',
      query: '{ keepers { ... on Club { members } ... on City { mayor } } }',
      data: { keepers: [{ mayor: 'Ito' }, null, null] },
      errors: [{ code: 'INTERNAL', path: ['keepers', 1, 'members'] }],
    },
    {
      rule: 'abstract types within abstract types find their entities',
      query: `{ places { keeper { ... on City { mayor } ... on Club { motto } }
        ... on Hall { booked { at ... on Concert { band venue { name } } ... on Wedding { couple } } } } }`,
      data: {
        places: [
          { keeper: { mayor: 'Ito' } },
          {
            keeper: { motto: 'Go' },
            booked: [
              { at: 'May', couple: 'A and B' },
              { at: 'June', band: 'C', venue: { name: 'Town hall' } },
            ],
          },
          { keeper: null },
        ],
      },
    },
    {
      rule: 'an interface of the second subgraph leads back to the first',
      query: '{ popular { __typename visits ... on Park { name trees } ... on Hall { seats } } }',
      data: {
        popular: [
          { __typename: 'Park', visits: 1, name: 'River park', trees: 12 },
          { __typename: 'Hall', visits: 2, seats: 80 },
        ],
      },
    },
    {
      rule: 'named fragments nest, spread twice, with variables that include and skip',
      query: `query($trees: Boolean!, $not: Boolean!) { places { ...P ...P @skip(if: $not) } }
        fragment P on Place { __typename ...Q @include(if: $trees) } fragment Q on Park { trees k: __typename }`,
      variables: { trees: true, not: true },
      data: {
        places: [
          { __typename: 'Park', trees: 300, k: 'Park' },
          { __typename: 'Hall' },
          { __typename: 'Park', trees: 12, k: 'Park' },
        ],
      },
    },
    {
      rule: 'nothing of an abstract type but its name is asked',
      query: '{ place(id: "h1") { t: __typename } popular { __typename } }',
      data: { place: { t: 'Hall' }, popular: [{ __typename: 'Park' }, { __typename: 'Hall' }] },
    },
  ],
};
