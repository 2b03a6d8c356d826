import { findBy, type ForeignSupergraph } from './foreign-supergraph.js';

const books = [
  { isbn: 'i1', shelf: { room: 'r1', number: 1 }, code: 'c1', title: 'Rain' },
  { isbn: 'i2', shelf: { room: 'r1', number: 2 }, code: 'c2', title: 'Wind' },
  { isbn: 'i3', shelf: { room: 'r2', number: 1 }, code: null, title: 'Snow' },
];
const [rain, wind, snow] = books;

/** Three subgraphs that each know a book by another key: the way from one to the next leads over the third. */
export const keys: ForeignSupergraph = {
  of: '@key',
  subgraphs: {
    catalog: {
      sdl: `
        type Query { books: [Book], holes: [Book], nobody: Book, pairs: [[Book!]!]!, book(isbn: ID!): Book }
        type Book @key(fields: "isbn") @key(fields: "shelf { room number }") {
          isbn: ID!, shelf: Shelf @shareable, title: String
        }
        type Shelf @shareable { room: String, number: Int }`,
      resolvers: {
        Query: {
          books: () => books,
          holes: () => [rain, null, snow, null, rain],
          nobody: () => null,
          pairs: () => [[rain, wind], [], [snow]],
          book: (_: unknown, { isbn }: { isbn: string }) => books.find((each) => each.isbn === isbn),
        },
        Book: { __resolveReference: findBy(books) },
      },
    },
    shelves: {
      sdl: `
        type Query { byCode(code: ID!): Book }
        type Book @key(fields: "shelf { room number }") @key(fields: "code") {
          shelf: Shelf @shareable, code: ID @shareable, lent: Boolean
        }
        type Shelf @shareable { room: String, number: Int }`,
      resolvers: {
        Query: { byCode: (_: unknown, key: object) => findBy(books)({ ...key }) },
        Book: {
          __resolveReference: findBy(books),
          lent: ({ isbn }: { isbn: string }) => isbn === 'i1',
        },
      },
    },
    reviews: {
      sdl: `
        type Query { best: Review }
        type Review @key(fields: "book { code } by") { book: Book, by: ID!, stars: Int, again: Review }
        type Book @key(fields: "code") { code: ID @shareable, stars: Int, reviews: [Review] }`,
      resolvers: {
        Query: { best: () => ({ by: 'u1', stars: 5, book: { code: 'c1' } }) },
        Review: {
          __resolveReference: (key: object) => key,
          again: ({ book }: { book: object }) => ({ book, by: 'u2' }),
        },
        Book: {
          __resolveReference: ({ code }: { code: string }) => (code === 'c2' ? null : { code }),
          stars: ({ code }: { code: string }) => Number(code.slice(1)) * 2,
          reviews: ({ code }: { code: string }) => [{ by: 'u1', stars: 4, book: { code } }],
        },
      },
    },
    readers: {
      sdl: `type Review @key(fields: "book { code } by") { book: Book @external, by: ID! @external, reader: String }
            type Book @key(fields: "code", resolvable: false) { code: ID @external }`,
      resolvers: {
        Review: {
          __resolveReference: (key: object) => key,
          reader: ({ by, book }: { by: string; book: { code: string } }) => `${by} of ${book.code}`,
        },
      },
    },
  },
  questions: [
    {
      rule: 'a nested key leads to the next subgraph, and that one to a third',
      query: '{ books { title lent stars } }',
      data: {
        books: [
          { title: 'Rain', lent: true, stars: 2 },
          // The third subgraph does not know it; the last book has no code to ask by.
          { title: 'Wind', lent: false, stars: null },
          { title: 'Snow', lent: false, stars: null },
        ],
      },
      asks: { catalog: 1, shelves: 1, reviews: 1 },
    },
    {
      rule: 'a list of entities keeps its holes, and asks for each entity once',
      query: '{ holes { isbn lent } }',
      data: {
        holes: [
          { isbn: 'i1', lent: true },
          null,
          { isbn: 'i3', lent: false },
          null,
          { isbn: 'i1', lent: true },
        ],
      },
      asks: { catalog: 1, shelves: 1 },
    },
    {
      rule: 'nobody is asked about nobody',
      query: '{ nobody { isbn lent stars } }',
      data: { nobody: null },
      asks: { catalog: 1 },
    },
    {
      rule: 'lists of lists are walked, empty ones too',
      query: '{ pairs { lent } }',
      data: { pairs: [[{ lent: true }, { lent: false }], [], [{ lent: false }]] },
    },
    {
      rule: 'a way back by another key gets the fields of the first subgraph',
      query: '{ byCode(code: "c2") { lent title isbn } }',
      data: { byCode: { lent: false, title: 'Wind', isbn: 'i2' } },
    },
    {
      rule: 'a compound key with an entity in it is sent whole',
      query: '{ best { stars reader book { title } } }',
      data: { best: { stars: 5, reader: 'u1 of c1', book: { title: 'Rain' } } },
    },
    {
      rule: 'entities within entities are completed at every level',
      query: '{ byCode(code: "c1") { reviews { reader again { reader book { lent } } } } }',
      data: {
        byCode: { reviews: [{ reader: 'u1 of c1', again: { reader: 'u2 of c1', book: { lent: true } } }] },
      },
    },
    {
      rule: 'the same field under several names and arguments is asked in one request',
      query:
        '{ a: book(isbn: "i1") { title lent } b: book(isbn: "i2") { title lent } c: book(isbn: "x") { lent } }',
      data: { a: { title: 'Rain', lent: true }, b: { title: 'Wind', lent: false }, c: null },
    },
  ],
};
