import { findBy, type ForeignSupergraph } from './foreign-supergraph.js';

const residents = [
  { id: 'r1', name: 'Ito', zip: 1, address: { __typename: 'House', street: 'North', floors: 2 } },
  {
    id: 'r2',
    name: 'Abe',
    zip: 2,
    address: { __typename: 'Flat', street: 'South', number: 7, owner: { __typename: 'Owner', id: 'o1' } },
  },
  { id: 'r3', name: null, zip: 3, address: null },
];
const baskets = [
  { id: 'b1', lines: [{ sku: 's1' }, { sku: 's2' }] },
  { id: 'b2', lines: [] },
];
const pets = [
  { __typename: 'Dog', id: 'd1', name: 'Pochi' },
  { __typename: 'Cat', id: 'c1', name: 'Tama' },
];

/** What the other supergraphs leave out: requirements and provisions over interfaces, keys of lists, Federation 1. */
export const olderWays: ForeignSupergraph = {
  of: 'interfaces that are required and provided, keys of lists, Federation 1',
  subgraphs: {
    homes: {
      sdl: `
        type Query { residents: [Resident!]!, baskets: [Basket] }
        type Resident @key(fields: "id") { id: ID!, name: String, zip: Int, address: Address }
        interface Address { street: String }
        type House implements Address { street: String, floors: Int }
        type Flat implements Address { street: String, number: Int, owner: Owner }
        type Owner @key(fields: "id") { id: ID! }
        type Basket @key(fields: "lines { sku }") @key(fields: "id") { id: ID!, lines: [Line!]! }
        type Line @shareable { sku: ID! }
        interface Pet { id: ID!, name: String }
        type Dog implements Pet @key(fields: "id") { id: ID!, name: String @shareable }
        type Cat implements Pet @key(fields: "id") { id: ID!, name: String @shareable }`,
      resolvers: {
        Query: { residents: () => residents, baskets: () => [baskets[0], null, baskets[1]] },
        Resident: { __resolveReference: findBy(residents) },
        Owner: { __resolveReference: (key: object) => key },
        Basket: { __resolveReference: findBy(baskets) },
        Dog: { __resolveReference: findBy(pets) },
        Cat: { __resolveReference: findBy(pets) },
      },
    },
    post: {
      sdl: `
        type Query { pets: [Pet] @provides(fields: "... on Dog { name }"), shy: [Pet] }
        type Resident @key(fields: "id") {
          id: ID!
          name: String @external
          address: Address @external
          label: String @requires(fields: "address { __typename street ... on House { floors } ... on Flat { number owner { id } } }")
          zip: Int @override(from: "homes") @requires(fields: "name")
        }
        interface Address { street: String }
        type House implements Address { street: String @external, floors: Int @external }
        type Flat implements Address { street: String @external, number: Int @external, owner: Owner @external }
        type Owner @key(fields: "id") { id: ID!, phone: String }
        type Basket @key(fields: "lines { sku }") { lines: [Line!]!, total: Int }
        type Line @shareable { sku: ID! }
        interface Pet { id: ID! }
        type Dog implements Pet @key(fields: "id") { id: ID!, name: String @external }
        type Cat implements Pet @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { pets: () => pets, shy: () => pets.map(({ __typename, id }) => ({ __typename, id })) },
        Resident: {
          __resolveReference: (reference: object) => reference,
          label: ({ address }: { address: unknown }) => JSON.stringify(address),
          zip: ({ name }: { name: string | null }) => name?.length ?? 0,
        },
        Owner: {
          __resolveReference: (key: object) => key,
          phone: ({ id }: { id: string }) => `phone of ${id}`,
        },
        Basket: {
          __resolveReference: (key: object) => key,
          total: ({ lines }: { lines: readonly object[] }) => lines.length,
        },
      },
    },
    notes: {
      sdl: `
        # Federation 1
        extend type Resident @key(fields: "id") {
          id: ID! @external
          name: String @external
          greeting: String @requires(fields: "name")
          house: Household
        }
        type Household @key(fields: "head { id }") { head: Resident, size: Int }
        extend type Query { households: [Household] }`,
      resolvers: {
        Query: { households: () => [{ head: { id: 'r1' }, size: 2 }] },
        Resident: {
          __resolveReference: (reference: object) => reference,
          greeting: ({ name }: { name: string | null }) => (name === null ? null : `Dear ${name}`),
          house: ({ id }: { id: string }) => (id === 'r1' ? { head: { id }, size: 2 } : null),
        },
        Household: { __resolveReference: (key: object) => key },
      },
    },
  },
  questions: [
    {
      rule: 'a required interface is sent with what its type alone has, and with its type where that is required',
      query: '{ residents { label } }',
      data: {
        residents: [
          { label: '{"__typename":"House","street":"North","floors":2}' },
          {
            label: '{"__typename":"Flat","street":"South","number":7,"owner":{"id":"o1"}}',
          },
          { label: 'null' },
        ],
      },
      asks: { homes: 1, post: 1 },
    },
    {
      rule: 'the client asks for something else of the same interface, under the same names',
      query: `{ residents { label address { floors: __typename ... on House { street: floors }
        ... on Flat { street: number number: owner { phone } } } } }`,
      data: {
        residents: [
          {
            label: '{"__typename":"House","street":"North","floors":2}',
            address: { floors: 'House', street: 2 },
          },
          {
            label: '{"__typename":"Flat","street":"South","number":7,"owner":{"id":"o1"}}',
            address: { floors: 'Flat', street: 7, number: { phone: 'phone of o1' } },
          },
          { label: 'null', address: null },
        ],
      },
    },
    {
      rule: 'a field that was taken over may require what its old owner knows',
      query: '{ residents { zip } }',
      data: { residents: [{ zip: 3 }, { zip: 3 }, { zip: 0 }] },
    },
    {
      rule: 'a key that is a list is sent whole, an empty one too',
      query: '{ baskets { id total } }',
      data: { baskets: [{ id: 'b1', total: 2 }, null, { id: 'b2', total: 0 }] },
      asks: { homes: 1, post: 1 },
    },
    {
      rule: 'what is provided for one type of an interface is asked elsewhere for the others',
      query: '{ pets { id ... on Dog { name } ... on Cat { name } } }',
      data: { pets: pets.map(({ id, name }) => ({ id, name })) },
      asks: { post: 1, homes: 1 },
    },
    {
      rule: 'a provided field needs nobody else',
      query: '{ pets { ... on Dog { name } } }',
      data: { pets: [{ name: 'Pochi' }, {}] },
      asks: { post: 1 },
    },
    {
      rule: 'a field of the interface that its own subgraph lacks is found for every type',
      query: '{ shy { __typename name } }',
      data: { shy: pets.map(({ __typename, name }) => ({ __typename, name })) },
      asks: { post: 1, homes: 1 },
    },
    {
      rule: 'a subgraph of Federation 1 extends entities, and requires',
      query: '{ residents { greeting house { size head { name zip } } } }',
      data: {
        residents: [
          { greeting: 'Dear Ito', house: { size: 2, head: { name: 'Ito', zip: 3 } } },
          { greeting: 'Dear Abe', house: null },
          { greeting: null, house: null },
        ],
      },
    },
    {
      rule: 'and has root fields of its own',
      query: '{ households { head { name label greeting } } }',
      data: {
        households: [
          {
            head: {
              name: 'Ito',
              label: '{"__typename":"House","street":"North","floors":2}',
              greeting: 'Dear Ito',
            },
          },
        ],
      },
    },
  ],
};
