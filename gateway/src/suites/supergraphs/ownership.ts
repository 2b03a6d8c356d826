import { findBy, type ForeignSupergraph } from './foreign-supergraph.js';

const items = [
  { id: 'a', label: 'A', maker: { id: 'm', name: 'Maker', city: { id: 'c', name: 'Aizu' } } },
  { id: 'b', label: 'B', maker: { id: 'm', name: 'Maker', city: { id: 'c', name: 'Aizu' } } },
];

/** Fields that several subgraphs know: shared, provided on some ways, or taken over. */
export const ownership: ForeignSupergraph = {
  of: '@shareable, @provides, @override and @inaccessible',
  subgraphs: {
    stock: {
      sdl: `
        type Query {
          items: [Item!]! @provides(fields: "label maker { name city { name } }")
          plain: [Item!]!
          city: City @shareable
          offers: [Offer] @provides(fields: "... on Sale { item { label } }")
        }
        type Item @key(fields: "id") { id: ID!, label: String @external, price: Int, count: Int, maker: Maker }
        type Maker @key(fields: "id") { id: ID!, name: String @external, city: City }
        type City @key(fields: "id") { id: ID!, name: String @external }
        union Offer = Sale | Gift
        type Sale { item: Item }
        type Gift { text: String }`,
      resolvers: {
        Query: {
          items: () => items,
          plain: () => items.map(({ id }) => ({ id, maker: { id: 'm' } })),
          city: () => ({ id: 'c' }),
          offers: () => [
            { __typename: 'Sale', item: { id: 'a', label: 'A' } },
            { __typename: 'Gift', text: 'free' },
          ],
        },
        Item: { __resolveReference: findBy(items), price: () => 'old'.length, count: () => 7 },
        Maker: { __resolveReference: ({ id }: { id: string }) => ({ id }) },
        City: { __resolveReference: ({ id }: { id: string }) => ({ id }) },
      },
    },
    names: {
      sdl: `
        type Query { city: City @shareable, hidden: String @inaccessible, seen: Seen }
        type Item @key(fields: "id") { id: ID!, label: String @shareable, price: Int @override(from: "stock") }
        type Maker @key(fields: "id") { id: ID!, name: String @shareable, secret: String @inaccessible }
        type City @key(fields: "id") { id: ID!, name: String @shareable, people: Int }
        type Seen {
          id: ID!, kind: Kind, kinds: [Kind], must: Kind!
          of(kind: Kind = OPEN, extra: Int @inaccessible): String, any: Any
          sign: Sign, signs: [Sign]
        }
        interface Sign { text: String }
        type Plate implements Sign { text: String }
        type Mark implements Sign @inaccessible { text: String }
        enum Kind { OPEN SEALED @inaccessible }
        union Any = City | Sealed
        type Sealed @inaccessible { id: ID! }`,
      resolvers: {
        Query: {
          city: () => ({ id: 'c', name: 'Aizu', people: 100 }),
          seen: () => ({
            id: '1',
            kind: 'SEALED',
            kinds: ['OPEN', 'SEALED', 'OPEN'],
            must: 'SEALED',
            any: { __typename: 'Sealed', id: 'x' },
            sign: { __typename: 'Mark', text: 'canary-6e' },
            signs: [
              { __typename: 'Plate', text: 'open' },
              { __typename: 'Mark', text: 'canary-6f' },
            ],
          }),
        },
        Item: { __resolveReference: ({ id }: { id: string }) => ({ id, label: `owner's ${id}`, price: 90 }) },
        Maker: {
          __resolveReference: ({ id }: { id: string }) => ({
            id,
            name: "owner's maker",
            secret: 'canary-5d',
          }),
        },
        City: { __resolveReference: ({ id }: { id: string }) => ({ id, name: "owner's city", people: 100 }) },
        Seen: { of: (_: unknown, { kind }: { kind: string }) => kind },
      },
    },
  },
  questions: [
    {
      rule: 'what is provided on the way is not asked for again',
      query: '{ items { id label maker { name city { name } } } }',
      data: {
        items: ['A', 'B'].map((label, at) => ({
          id: 'ab'[at],
          label,
          maker: { name: 'Maker', city: { name: 'Aizu' } },
        })),
      },
      asks: { stock: 1 },
    },
    {
      rule: 'on another way the same field comes from its owner',
      query: '{ plain { label maker { name } } }',
      data: { plain: ['a', 'b'].map((id) => ({ label: `owner's ${id}`, maker: { name: "owner's maker" } })) },
      asks: { stock: 1, names: 1 },
    },
    {
      rule: 'a member of a union brings what is provided for it',
      query: '{ offers { ... on Sale { item { label count } } ... on Gift { text } } }',
      data: { offers: [{ item: { label: 'A', count: 7 } }, { text: 'free' }] },
      asks: { stock: 1 },
    },
    {
      rule: 'a field that was taken over comes from its new owner, beside the others of the old',
      query: '{ items { price count } }',
      data: {
        items: [
          { price: 90, count: 7 },
          { price: 90, count: 7 },
        ],
      },
    },
    {
      rule: 'a shared root field is asked where it is known whole',
      query: '{ city { id name people } }',
      data: { city: { id: 'c', name: 'Aizu', people: 100 } },
    },
    {
      rule: 'what is inaccessible cannot be asked for',
      query: '{ hidden }',
      errors: [{ code: 'GRAPHQL_VALIDATION_FAILED' }],
    },
    {
      rule: 'nor its arguments, nor its values, nor its types',
      query: '{ seen { a: of(extra: 1) b: of(kind: SEALED) any { ... on Sealed { id } } } }',
      errors: [1, 2, 3].map(() => ({ code: 'GRAPHQL_VALIDATION_FAILED' })),
    },
    {
      rule: 'a hidden value, and an object of a hidden type, are not there',
      query: '{ seen { id kind of any { __typename } } }',
      data: { seen: { id: '1', kind: null, of: 'OPEN', any: null } },
    },
    {
      rule: 'an object of a hidden type is not there by way of an interface either, though nobody asks for its type',
      query: '{ seen { sign { text } all: signs { words: text } } }',
      data: { seen: { sign: null, all: [{ words: 'open' }, null] } },
    },
    {
      rule: 'among others a hidden value leaves a null in its place',
      query: '{ seen { kinds } }',
      data: { seen: { kinds: ['OPEN', null, 'OPEN'] } },
    },
    {
      rule: 'a hidden value where null may not be takes what encloses it, with an error',
      query: '{ seen { must } city { id } }',
      data: { seen: null, city: { id: 'c' } },
      errors: [{ code: 'INTERNAL', path: ['seen', 'must'] }],
    },
    {
      rule: 'introspection does not know it',
      query:
        '{ q: __type(name: "Query") { fields { name } } k: __type(name: "Kind") { enumValues { name } } s: __type(name: "Sealed") { name } m: __type(name: "Maker") { fields { name } } }',
      data: {
        q: { fields: ['city', 'seen', 'items', 'plain', 'offers'].map((name) => ({ name })) },
        k: { enumValues: [{ name: 'OPEN' }] },
        s: null,
        m: { fields: ['id', 'name', 'city'].map((name) => ({ name })) },
      },
      asks: {},
    },
  ],
};
