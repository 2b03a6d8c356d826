import { findBy, type ForeignSupergraph } from './foreign-supergraph.js';

const parcels = [
  {
    id: 'p1',
    grams: 100,
    box: { w: 1, h: 2, liner: { mm: 3 } },
    tags: [{ name: 'a' }, { name: 'b' }],
    next: { id: 'p2' },
  },
  { id: 'p2', grams: 200, box: { w: 3, h: 4, liner: null }, tags: [], next: null },
  { id: 'p3', grams: null, box: null, tags: null, next: { id: 'p1' } },
];

type Parcel = { id: string; price?: number; yen?: number; grams?: number | null };

export const requires: ForeignSupergraph = {
  of: '@requires',
  subgraphs: {
    parcels: {
      sdl: `
        type Query { parcels: [Parcel!]!, parcel(id: ID!): Parcel }
        type Parcel @key(fields: "id") {
          id: ID!, grams: Int, price(currency: Currency! = EUR, tax: TaxInput): Int, box: Box, tags: [Tag!], next: Parcel
          carrier: Carrier
        }
        enum Currency { EUR JPY }
        input TaxInput { percent: Int = 10 }
        type Box { w: Int, h: Int, liner: Liner }
        type Liner { mm: Int }
        type Tag { name: String }
        union Carrier = Post | Courier
        type Post { office: String }
        type Courier { van: String }`,
      resolvers: {
        Query: { parcels: () => parcels, parcel: (_: unknown, key: object) => findBy(parcels)({ ...key }) },
        Parcel: {
          __resolveReference: findBy(parcels),
          next: ({ next }: { next: object | null }) => next && findBy(parcels)({ ...next }),
          price: ({ id }: Parcel, { currency, tax }: { currency: string; tax?: { percent: number } }) =>
            Number(id.slice(1)) * (currency === 'JPY' ? 160 : 1) * (tax ? tax.percent : 1),
          carrier: ({ id }: Parcel) =>
            id === 'p1' ? { __typename: 'Post', office: 'o' } : { __typename: 'Courier', van: 'v' },
        },
      },
    },
    shipping: {
      sdl: `
        type Parcel @key(fields: "id") {
          id: ID!
          grams: Int @external
          price(currency: Currency! = EUR, tax: TaxInput): Int @external
          box: Box @external
          tags: [Tag!] @external
          carrier: Carrier @external
          euros: String @requires(fields: "price(currency: EUR)")
          yen: Int @requires(fields: "price(currency: JPY, tax: { percent: 2 }) grams")
          volume: String @requires(fields: "box { w h liner { mm } }")
          labels: String @requires(fields: "tags { name }")
          by: String @requires(fields: "carrier { ... on Post { office } ... on Courier { van } }")
          hops(count: Int = 2): Int @requires(fields: "grams")
          along: [Parcel!]
          stop: Stop
        }
        interface Stop { held: [Parcel!] }
        type Depot implements Stop { held: [Parcel!] }
        enum Currency { EUR JPY }
        input TaxInput { percent: Int = 10 }
        type Box { w: Int @external, h: Int @external, liner: Liner @external }
        type Liner { mm: Int @external }
        type Tag { name: String @external }
        union Carrier = Post | Courier
        type Post { office: String @external }
        type Courier { van: String @external }`,
      resolvers: {
        Parcel: {
          __resolveReference: (reference: object) => reference,
          euros: ({ price }: Parcel) => `${price} EUR`,
          yen: ({ price }: Parcel) => price,
          volume: ({ box }: { box: unknown }) => JSON.stringify(box),
          labels: ({ tags }: { tags: unknown }) => JSON.stringify(tags),
          by: ({ carrier }: { carrier: { office?: string; van?: string } }) =>
            carrier.office ? `post ${carrier.office}` : `courier ${carrier.van}`,
          along: ({ id }: Parcel) => (id === 'p1' ? [{ id: 'p2' }, { id: 'p3' }] : [{ id: 'p1' }]),
          stop: ({ id }: Parcel) => ({ __typename: 'Depot', held: [{ id }] }),
          hops: ({ grams }: Parcel, { count }: { count: number }) => (grams ?? 0) * count,
        },
      },
    },
    customs: {
      sdl: `
        type Parcel @key(fields: "id") {
          id: ID!
          yen: Int @external
          euros: String @external
          duty: Int @requires(fields: "yen")
          form: String @requires(fields: "euros yen")
        }`,
      resolvers: {
        Parcel: {
          __resolveReference: (reference: object) => reference,
          duty: ({ yen }: Parcel) => (yen ?? 0) / 10,
          form: ({ yen, euros }: { yen: number; euros: string }) => `${euros} ${yen}`,
        },
      },
    },
  },
  questions: [
    {
      rule: 'where the plan would tell a subgraph one value of a required field for two, nothing is answered',
      query: '{ parcels { labels euros duty } }',
      errors: [{ code: 'INTERNAL' }],
      asks: {},
    },
    {
      rule: 'a subgraph leads to other entities, and requires of each what the first subgraph knows',
      query: '{ parcel(id: "p1") { along { euros hops(count: 3) along { volume } } } }',
      data: {
        parcel: {
          along: [
            { euros: '2 EUR', hops: 600, along: [{ volume: '{"w":1,"h":2,"liner":{"mm":3}}' }] },
            { euros: '3 EUR', hops: 0, along: [{ volume: '{"w":1,"h":2,"liner":{"mm":3}}' }] },
          ],
        },
      },
    },
    {
      rule: 'by way of an interface too, with what a third subgraph requires of that',
      query:
        'query($yes: Boolean = true) { parcels { stop { held { yen ... @include(if: $yes) { duty next { id: by } } } } } }',
      data: {
        parcels: [
          { stop: { held: [{ yen: 320, duty: 32, next: { id: 'courier v' } }] } },
          { stop: { held: [{ yen: 640, duty: 64, next: null }] } },
          { stop: { held: [{ yen: 960, duty: 96, next: { id: 'post o' } }] } },
        ],
      },
    },
    {
      rule: 'the same field is required with two arguments, beside a third of the client',
      query: '{ parcels { price(currency: EUR, tax: {}) euros yen } }',
      data: {
        parcels: [
          { price: 10, euros: '1 EUR', yen: 320 },
          { price: 20, euros: '2 EUR', yen: 640 },
          { price: 30, euros: '3 EUR', yen: 960 },
        ],
      },
    },
    {
      rule: 'what a field requires may itself require something of another subgraph',
      query: '{ parcel(id: "p2") { duty form } }',
      data: { parcel: { duty: 64, form: '2 EUR 640' } },
    },
    {
      rule: 'required objects and lists are sent as they are, nulls too',
      query: '{ parcels { volume labels } }',
      data: {
        parcels: [
          { volume: '{"w":1,"h":2,"liner":{"mm":3}}', labels: '[{"name":"a"},{"name":"b"}]' },
          { volume: '{"w":3,"h":4,"liner":null}', labels: '[]' },
          { volume: 'null', labels: 'null' },
        ],
      },
    },
    {
      rule: 'a required union is sent by what it is',
      query: '{ parcels { by } }',
      data: { parcels: [{ by: 'post o' }, { by: 'courier v' }, { by: 'courier v' }] },
    },
    {
      rule: 'the client may take the required names for something else',
      query: '{ parcels { grams: id price: grams box: __typename id: grams yen: volume volume: yen } }',
      data: {
        parcels: [
          {
            grams: 'p1',
            price: 100,
            box: 'Parcel',
            id: 100,
            yen: '{"w":1,"h":2,"liner":{"mm":3}}',
            volume: 320,
          },
          { grams: 'p2', price: 200, box: 'Parcel', id: 200, yen: '{"w":3,"h":4,"liner":null}', volume: 640 },
          { grams: 'p3', price: null, box: 'Parcel', id: null, yen: 'null', volume: 960 },
        ],
      },
    },
    {
      rule: 'what was fetched for another subgraph only does not reach the client',
      query: '{ parcel(id: "p1") { duty } }',
      data: { parcel: { duty: 32 } },
    },
    {
      rule: 'at every level of a chain of entities',
      query: '{ parcel(id: "p3") { next { euros next { duty volume } } } }',
      data: {
        parcel: { next: { euros: '1 EUR', next: { duty: 64, volume: '{"w":3,"h":4,"liner":null}' } } },
      },
    },
    {
      rule: 'a field with a requirement keeps its own arguments, by literal, by variable and by default',
      query:
        'query($n: Int) { parcel(id: "p1") { a: hops(count: 3) b: hops(count: $n) c: hops d: hops(count: null) } }',
      variables: { n: 5 },
      data: { parcel: { a: 300, b: 500, c: 200, d: 0 } },
    },
    {
      rule: 'a skipped field needs nothing',
      query: 'query($no: Boolean!) { parcel(id: "p1") { id yen @skip(if: $no) duty @include(if: false) } }',
      variables: { no: true },
      data: { parcel: { id: 'p1' } },
      asks: { parcels: 1 },
    },
  ],
};
