import type { ForeignSupergraph } from './foreign-supergraph.js';

const log: string[] = [];
const note = (word: string): number => log.push(word);

const traced = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
    @link(url: "https://specs.example.jp/traced/v1.0", import: ["@traced"])
    @composeDirective(name: "@traced")
  directive @traced(level: Int = 1) on FIELD | FRAGMENT_SPREAD`;

/** Operations of every kind: mutations in order, inputs, names, what is refused. */
export const operations: ForeignSupergraph = {
  of: 'operations',
  subgraphs: {
    left: {
      sdl: `
        ${traced}
        type Query {
          echo(text: String = "nothing", number: Float, yes: Boolean, id: ID): String
          find(filter: Filter!, sort: [Sort!] = [NAME]): String
          json(value: Json): Json
          user: User, desk: Desk
          fail: Int, list: [Int!]!, must: Int!
        }
        type Mutation { leftOne: Int, leftTwo: Int, logged: [String], make(id: ID!): User, broken: Int }
        type Subscription { ticks: Int }
        scalar Json
        type Desk { user: User }
        enum Sort { NAME AGE }
        input Filter { name: String, sort: Sort = AGE, age: [Int!], not: Filter }
        type User @key(fields: "id") { id: ID!, name: String, tags(first: Int = 2, filter: Filter): [String], age: Int }`,
      resolvers: {
        Query: {
          echo: (_: unknown, args: object) => JSON.stringify(args),
          find: (_: unknown, args: object) => JSON.stringify(args),
          json: (_: unknown, { value }: { value: unknown }) => value,
          user: () => ({ id: 'u1', name: 'Ito', age: 40 }),
          desk: () => ({ user: { id: 'u2' } }),
          fail: () => {
            throw new Error('canary-81');
          },
          list: () => [1, null],
          must: () => null,
        },
        Mutation: {
          leftOne: () => note('left one'),
          leftTwo: () => note('left two'),
          logged: () => log.splice(0),
          make: (_: unknown, { id }: { id: string }) => (
            note(`make ${id}`),
            { id, name: `made ${id}`, age: 1 }
          ),
          broken: () => {
            throw new Error('canary-82');
          },
        },
        User: {
          __resolveReference: ({ id }: { id: string }) => ({ id, name: 'resolved', age: 40 }),
          tags: (_: unknown, { first, filter }: { first: number; filter?: { name: string } }) =>
            ['x', 'y', 'z'].slice(0, first).map((tag) => (filter?.name ?? '') + tag),
        },
      },
    },
    right: {
      sdl: `
        ${traced}
        type Mutation { rightOne: Int }
        type User @key(fields: "id") { id: ID!, mail(to: Sort): String, friend: User }
        enum Sort { NAME AGE }`,
      resolvers: {
        Mutation: { rightOne: () => note('right one') },
        User: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          mail: ({ id }: { id: string }, { to }: { to?: string }) => `${id}@${to ?? 'nowhere'}`,
          friend: ({ id }: { id: string }) => ({ id: `${id}1` }),
        },
      },
    },
  },
  questions: [
    {
      rule: 'mutations run in order across subgraphs; those that stand together for one subgraph go together',
      query: 'mutation { a: leftOne rightOne b: make(id: "n") { mail } leftTwo logged }',
      data: {
        a: 1,
        rightOne: 2,
        b: { mail: 'n@nowhere' },
        leftTwo: 4,
        logged: ['left one', 'right one', 'make n', 'left two'],
      },
    },
    {
      rule: 'a mutation that fails leaves the others',
      query: 'mutation { x: leftOne broken y: leftTwo logged }',
      data: { x: 1, broken: null, y: 2, logged: ['left one', 'left two'] },
      errors: [{ code: 'INTERNAL', path: ['broken'] }],
    },
    {
      rule: 'literals of every kind arrive',
      query: `{ echo(text: "a\\"b\\\\c\\n語", number: -1.5e3, yes: true, id: 7)
        find(filter: { name: null, age: [1, 2], not: { sort: NAME, not: { name: """block "quoted" text""" } } }, sort: [AGE, NAME]) }`,
      data: {
        echo: JSON.stringify({ text: 'a"b\\c\n語', number: -1500, yes: true, id: '7' }),
        find: JSON.stringify({
          filter: {
            name: null,
            sort: 'AGE',
            age: [1, 2],
            not: { sort: 'NAME', not: { name: 'block "quoted" text', sort: 'AGE' } },
          },
          sort: ['AGE', 'NAME'],
        }),
      },
    },
    {
      rule: 'variables of every kind arrive, their defaults too, within objects and lists',
      query: `query($f: Filter!, $s: [Sort!], $one: Sort! = NAME, $t: String = "deft", $n: [Int!] = [4], $in: String) {
        a: find(filter: $f, sort: $s) b: find(filter: { sort: $one, age: $n, not: { name: $in } }, sort: [$one, AGE])
        echo(text: $t) user { tags(first: 1, filter: { name: $t }) mail(to: $one) } }`,
      variables: { f: { name: 'x', not: { age: [3] } }, s: ['AGE'], in: 'deep' },
      data: {
        a: '{"filter":{"name":"x","sort":"AGE","not":{"sort":"AGE","age":[3]}},"sort":["AGE"]}',
        b: '{"filter":{"sort":"NAME","age":[4],"not":{"name":"deep","sort":"AGE"}},"sort":["NAME","AGE"]}',
        echo: '{"text":"deft"}',
        user: { tags: ['deftx'], mail: 'u1@NAME' },
      },
    },
    {
      rule: 'absent, null and given are three things',
      query: 'query($t: String) { a: echo(text: $t) b: echo(text: null) c: echo }',
      data: { a: '{"text":"nothing"}', b: '{"text":null}', c: '{"text":"nothing"}' },
    },
    {
      rule: 'a scalar of their own passes as it is, as literal and as variable',
      query: 'query($v: Json) { a: json(value: { x: [1, "two", null, { y: 2.5 }] }) b: json(value: $v) }',
      variables: { v: { __proto: 1, deep: [[{}]], n: 12345678901 } },
      data: { a: { x: [1, 'two', null, { y: 2.5 }] }, b: { __proto: 1, deep: [[{}]], n: 12345678901 } },
    },
    {
      rule: 'a variable of another kind is refused before anything is asked',
      query: 'query($f: Filter!) { find(filter: $f) }',
      variables: { f: { age: ['x'] } },
      errors: [{ code: 'BAD_USER_INPUT' }],
      asks: {},
    },
    {
      rule: 'names that are dangerous in JavaScript are only names, at every level',
      query: `{ __proto__: user { constructor: id toString: name hasOwnProperty: age valueOf: mail __proto__: friend { __proto__: mail then: id } }
        constructor: echo then: echo toJSON: echo }`,
      data: JSON.parse(
        `{ "__proto__": { "constructor": "u1", "toString": "Ito", "hasOwnProperty": 40, "valueOf": "u1@nowhere",
           "__proto__": { "__proto__": "u11@nowhere", "then": "u11" } },
           "constructor": "{\\"text\\":\\"nothing\\"}", "then": "{\\"text\\":\\"nothing\\"}", "toJSON": "{\\"text\\":\\"nothing\\"}" }`,
      ) as unknown,
    },
    {
      rule: 'a key under the name of another field is still the key',
      query: '{ user { id: name name: id mail friend { id: mail mail: id name } } }',
      data: {
        user: {
          id: 'Ito',
          name: 'u1',
          mail: 'u1@nowhere',
          friend: { id: 'u11@nowhere', mail: 'u11', name: 'resolved' },
        },
      },
    },
    {
      rule: 'an error takes its own field, and what encloses it where null may not be',
      query: '{ fail echo }',
      data: { fail: null, echo: '{"text":"nothing"}' },
      errors: [{ code: 'INTERNAL', path: ['fail'] }],
    },
    {
      rule: 'a null where none may be in the answer of a subgraph takes everything above',
      query: '{ must }',
      data: null,
      errors: [{ code: 'INTERNAL', path: ['must'] }],
    },
    {
      rule: 'skip and include are decided by literal, by variable and by default, on fields and fragments',
      query: `query($a: Boolean!, $b: Boolean = true) {
        echo @skip(if: $b) user @include(if: $b) { id @skip(if: true) name @include(if: $a) @skip(if: $b) ...F @include(if: $a) ... @skip(if: $a) { age } } }
        fragment F on User { mail friend @include(if: $b) { mail } }`,
      variables: { a: true },
      data: { user: { mail: 'u1@nowhere', friend: { mail: 'u11@nowhere' } } },
    },
    {
      rule: 'what stands in a conditional fragment is completed by the other subgraph, at the root and within a value',
      query: `query($yes: Boolean = true, $no: Boolean = false) {
        ... @include(if: $yes) { user { mail } }
        ... on Query @skip(if: $no) { desk { ... @include(if: $yes) { user { mail } } ... on Desk @skip(if: $no) { user { friend { mail } } } } }
        ... @include(if: $no) { other: user { mail } } }`,
      data: {
        user: { mail: 'u1@nowhere' },
        desk: { user: { mail: 'u2@nowhere', friend: { mail: 'u21@nowhere' } } },
      },
    },
    {
      rule: 'an operation in which nothing is left is answered with nothing',
      query: 'query($no: Boolean = false) { user @include(if: $no) { mail } echo @skip(if: true) }',
      data: {},
    },
    {
      rule: 'the same field asked twice is one field, with both selections',
      query:
        '{ user { friend { id } } user { name friend { mail } } ...U } fragment U on Query { user { age } }',
      data: { user: { friend: { id: 'u11', mail: 'u11@nowhere' }, name: 'Ito', age: 40 } },
    },
    {
      rule: 'a directive that the subgraphs compose for clients may be used',
      query: '{ user @traced { id @traced(level: 3) ...F @traced } } fragment F on User { name }',
      data: { user: { id: 'u1', name: 'Ito' } },
    },
    {
      rule: 'the schema answers about itself beside the data',
      query: '{ __typename user { __typename t: __typename } __type(name: "User") { kind fields { name } } }',
      data: {
        __typename: 'Query',
        user: { __typename: 'User', t: 'User' },
        __type: {
          kind: 'OBJECT',
          fields: ['id', 'name', 'tags', 'age', 'mail', 'friend'].map((name) => ({ name })),
        },
      },
    },
    {
      rule: 'a subscription is refused in words',
      query: 'subscription { ticks }',
      errors: [{ code: 'BAD_USER_INPUT' }],
      asks: {},
    },
    {
      rule: '@defer is refused in words',
      query: '{ user { id ... @defer { mail } } }',
      errors: [{ code: 'GRAPHQL_VALIDATION_FAILED' }],
      asks: {},
    },
  ],
};
