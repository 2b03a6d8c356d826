import { findBy, type ForeignSupergraph } from './foreign-supergraph.js';

const media = [
  { __typename: 'Video', id: 'm1', title: 'Rain', minutes: 9, size: 10 },
  { __typename: 'Article', id: 'm2', title: 'Wind', words: 700, size: 20 },
];

export const interfaceObjects: ForeignSupergraph = {
  of: '@interfaceObject',
  subgraphs: {
    media: {
      sdl: `
        type Query { media: [Media], one(id: ID!): Media, videos: [Video] }
        interface Media @key(fields: "id") { id: ID!, title: String, size: Int }
        type Video implements Media @key(fields: "id") { id: ID!, title: String, size: Int, minutes: Int }
        type Article implements Media @key(fields: "id") { id: ID!, title: String, size: Int, words: Int }`,
      resolvers: {
        Query: {
          media: () => media,
          one: (_: unknown, { id }: { id: string }) => media.find((each) => each.id === id),
          videos: () => [media[0]],
        },
        Media: { __resolveReference: ({ id }: { id: string }) => media.find((each) => each.id === id) },
        Video: { __resolveReference: findBy(media) },
        Article: { __resolveReference: findBy(media) },
      },
    },
    ratings: {
      sdl: `
        type Query { top: [Media!] }
        type Mutation { rate(id: ID!): Media }
        type Media @key(fields: "id") @interfaceObject {
          id: ID!
          size: Int @external
          stars: Int
          weight: String @requires(fields: "size")
          similar: [Media]
          list: Playlist
        }
        type Playlist @key(fields: "id") { id: ID!, first: Media }`,
      resolvers: {
        Query: { top: () => [{ id: 'm2' }, { id: 'm1' }] },
        Mutation: { rate: (_: unknown, { id }: { id: string }) => ({ id }) },
        Media: {
          __resolveReference: (reference: object) => reference,
          stars: ({ id }: { id: string }) => (id === 'm1' ? 5 : 3),
          weight: ({ size }: { size: number }) => `${size} kg`,
          similar: ({ id }: { id: string }) => [{ id: id === 'm1' ? 'm2' : 'm1' }, null],
          list: () => ({ id: 'l1', first: { id: 'm1' } }),
        },
      },
    },
    lists: {
      sdl: `type Playlist @key(fields: "id") { id: ID!, name: String }`,
      resolvers: {
        Playlist: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `list ${id}` }) },
      },
    },
  },
  // Without `external` the planner takes the interface object for one that knows the field.
  amend: (sdl) =>
    sdl.replace(
      /(interface Media [^}]*size: Int)/,
      '$1 @join__field(graph: MEDIA) @join__field(graph: RATINGS, external: true)',
    ),
  questions: [
    {
      rule: 'gives fields to every type of the interface',
      query: '{ media { title stars } videos { minutes stars weight } }',
      data: {
        media: [
          { title: 'Rain', stars: 5 },
          { title: 'Wind', stars: 3 },
        ],
        videos: [{ minutes: 9, stars: 5, weight: '10 kg' }],
      },
    },
    {
      rule: 'is told its concrete type by the subgraph that knows it',
      query: '{ top { __typename id stars ... on Article { words } ... on Video { minutes } } }',
      data: {
        top: [
          { __typename: 'Article', id: 'm2', stars: 3, words: 700 },
          { __typename: 'Video', id: 'm1', stars: 5, minutes: 9 },
        ],
      },
    },
    {
      rule: 'needs no concrete type for what it knows itself',
      query: '{ top { id stars } }',
      data: {
        top: [
          { id: 'm2', stars: 3 },
          { id: 'm1', stars: 5 },
        ],
      },
      asks: { ratings: 1 },
    },
    {
      rule: 'requires fields of the interface',
      query: '{ media { weight } top { weight } }',
      data: {
        media: [{ weight: '10 kg' }, { weight: '20 kg' }],
        top: [{ weight: '20 kg' }, { weight: '10 kg' }],
      },
    },
    {
      rule: 'leads to others of its kind and on',
      query:
        '{ one(id: "m1") { similar { title stars ... on Article { words } } list { name first { title } } } }',
      data: {
        one: {
          similar: [{ title: 'Wind', stars: 3, words: 700 }, null],
          list: { name: 'list l1', first: { title: 'Rain' } },
        },
      },
    },
    {
      rule: 'is told apart where only one type is asked for',
      query: '{ top { ... on Video { stars } } }',
      data: { top: [{}, { stars: 5 }] },
    },
    {
      rule: 'under other names stays what it is',
      query: '{ top { kind: __typename __typename id: title key: id } }',
      data: {
        top: [
          { kind: 'Article', __typename: 'Article', id: 'Wind', key: 'm2' },
          { kind: 'Video', __typename: 'Video', id: 'Rain', key: 'm1' },
        ],
      },
    },
    {
      rule: 'comes back from a mutation',
      query: 'mutation { rate(id: "m1") { stars title ... on Video { minutes } } }',
      data: { rate: { stars: 5, title: 'Rain', minutes: 9 } },
    },
  ],
};
