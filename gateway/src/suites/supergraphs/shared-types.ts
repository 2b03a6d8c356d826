import { setTimeout as sleep } from 'node:timers/promises';
import { findBy, type ForeignSupergraph } from './foreign-supergraph.js';

const about = { text: 'of paper', pages: 12 };
const items = [
  { id: 'i1', name: 'Kite', price: 500, category: { name: 'toys', rank: 1, about } },
  { id: 'i2', name: 'Fan', price: 300, category: { name: 'summer', rank: 2, about } },
];
const media = [
  { __typename: 'Book', isbn: 'b', title: 'Rain' },
  { __typename: 'Film', title: 'Wind', minutes: 90 },
];
const playing = [
  { __typename: 'Song', secs: 200 },
  { __typename: 'Book', isbn: 'b', title: 'Rain' },
];
const asked = (_: unknown, args: object): string => JSON.stringify(args);

/** Values without a key, unions, enums and inputs, of which each subgraph knows another part. */
export const sharedTypes: ForeignSupergraph = {
  of: 'types that several subgraphs know',
  subgraphs: {
    catalog: {
      sdl: `
        type Query {
          today: Today @shareable, lost: Today @shareable, gone: Today @shareable, days: [Today!]! @shareable, items: [Item!]!
          media: [Media], findName(by: By, sort: Sort = X): String, kindOf: Kind
        }
        type Today @shareable { date: String, name: String, about: About }
        type About @shareable { text: String }
        type Item @key(fields: "id") { id: ID!, name: String, category: Category @shareable }
        type Category @shareable { name: String, about: About }
        union Media = Book | Film
        type Book @shareable { isbn: ID, title: String }
        type Film { title: String, minutes: Int }
        enum Sort { X Y }
        enum Kind { A B }
        input By { a: Int = 1, b: Int, both: String }`,
      resolvers: {
        Query: {
          today: () => ({ date: 'd0', name: 'n0', about }),
          lost: () => ({ date: 'd0', name: 'n0', about }),
          gone: () => sleep(20, { date: 'd0', name: 'n0', about }),
          days: () => ['d1', 'd2'].map((date) => ({ date, name: `name of ${date}`, about })),
          items: () => items,
          media: () => media,
          findName: asked,
          kindOf: () => 'B',
        },
        Item: { __resolveReference: findBy(items) },
      },
    },
    prices: {
      sdl: `
        type Query {
          today: Today @shareable, lost: Today @shareable, gone: Today @shareable, days: [Today!]! @shareable
          playing: [Media], findPrice(by: By, sort: Sort): String, sortOf: Kind
        }
        type Today @shareable { date: String, price: Int, about: About }
        type About @shareable { pages: Int }
        type Item @key(fields: "id") { id: ID!, price: Int, category: Category @shareable }
        type Category @shareable { rank: Int, about: About }
        union Media = Book | Song
        type Book @shareable { isbn: ID, title: String }
        type Song { secs: Int }
        enum Sort { X Z }
        enum Kind { A C }
        input By { a: Int = 1, c: Int, both: String }`,
      resolvers: {
        Query: {
          today: () => ({ date: 'd0', price: 10, about }),
          lost: () => sleep(20, null),
          gone: () => null,
          days: () => ['d1', 'd2'].map((date, at) => ({ date, price: at, about })),
          playing: () => playing,
          findPrice: asked,
          sortOf: () => 'C',
        },
        Item: { __resolveReference: findBy(items) },
      },
    },
  },
  questions: [
    {
      rule: 'a shared root field gets from each subgraph what only that one knows',
      query: '{ today { date name price about { text pages } } }',
      data: { today: { date: 'd0', name: 'n0', price: 10, about } },
      asks: { catalog: 1, prices: 1 },
    },
    {
      rule: 'a shared list is laid together member by member',
      query: '{ days { p: price date n: name about { pages t: text } } }',
      data: {
        days: [
          { p: 0, date: 'd1', n: 'name of d1', about: { pages: 12, t: 'of paper' } },
          { p: 1, date: 'd2', n: 'name of d2', about: { pages: 12, t: 'of paper' } },
        ],
      },
    },
    ...['lost', 'gone'].map((field, at) => ({
      rule: `what one subgraph has not is null, though it answers ${['last', 'first'][at]}`,
      query: `{ ${field} { name price } }`,
      data: { [field]: { name: 'n0', price: null } },
      asks: { catalog: 1, prices: 1 },
    })),
    {
      rule: 'what one subgraph knows whole is asked of it alone',
      query: '{ today { date price } }',
      data: { today: { date: 'd0', price: 10 } },
      asks: { prices: 1 },
    },
    {
      rule: 'a value without a key is completed by way of the entity above it',
      query: '{ items { category { name rank about { text pages } } } }',
      data: { items: items.map(({ category }) => ({ category })) },
      asks: { catalog: 1, prices: 1 },
    },
    {
      rule: 'the client may name the two halves of a value as it likes',
      query:
        '{ items { rank: name c: category { name: rank } d: category { rank: name } category { __typename } } }',
      data: {
        items: items.map(({ name, category }) => ({
          rank: name,
          c: { name: category.rank },
          d: { rank: category.name },
          category: { __typename: 'Category' },
        })),
      },
    },
    {
      rule: 'no subgraph is asked for a member that it does not know',
      query: `{ media { ...M } playing { ...M } }
        fragment M on Media { __typename ... on Book { title } ... on Film { minutes } ... on Song { secs } }`,
      data: {
        media: [
          { __typename: 'Book', title: 'Rain' },
          { __typename: 'Film', minutes: 90 },
        ],
        playing: [
          { __typename: 'Song', secs: 200 },
          { __typename: 'Book', title: 'Rain' },
        ],
      },
    },
    {
      rule: 'an answer may be any value that one of them has',
      query: '{ kindOf sortOf __type(name: "Kind") { enumValues { name } } }',
      data: {
        kindOf: 'B',
        sortOf: 'C',
        __type: { enumValues: ['A', 'B', 'C'].map((name) => ({ name })) },
      },
    },
    {
      rule: 'a question may be only what all of them understand',
      query:
        '{ a: findName(sort: Y) b: findPrice(sort: Z) c: findName(by: { b: 1 }) d: findPrice(by: { c: 1 }) }',
      errors: [1, 2, 3, 4].map(() => ({ code: 'GRAPHQL_VALIDATION_FAILED' })),
      asks: {},
    },
    {
      rule: 'and then each is asked with its own defaults',
      query: 'query($by: By = { both: "v" }) { findName(by: $by) findPrice(by: { both: "l" }, sort: X) }',
      data: {
        findName: '{"by":{"a":1,"both":"v"},"sort":"X"}',
        findPrice: '{"by":{"a":1,"both":"l"},"sort":"X"}',
      },
    },
  ],
};
