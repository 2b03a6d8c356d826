import type { TestSubgraph } from './federated.js';

/** A foreign supergraph that uses what Federation 2 has: compound keys, requires with arguments, provides, interfaces. */
export function shop(): Record<string, TestSubgraph> {
  const products = [
    { __typename: 'Product', upc: 'u1', sku: { maker: 'm', code: '1' }, weight: 10, dims: { size: 2 } },
    { __typename: 'Product', upc: 'u2', sku: { maker: 'm', code: '2' }, weight: 20, dims: { size: 3 } },
    { __typename: 'Product', upc: 'u3', sku: null, weight: 30, dims: null },
  ];
  const book = {
    __typename: 'Book',
    id: 'b1',
    title: 'Kasane',
    pages: 100,
    author: { id: 'a1', name: 'provided' },
  };
  const movie = { __typename: 'Movie', id: 'v1', title: 'Ame', minutes: 90 };
  let counter = 0;
  return {
    catalog: {
      sdl: `
        type Query { products: [Product], grid: [[Product]], medias: [Media!]!, hits: [Hit], media(id: ID!): Media, old: String, greet(who: String = "you"): String }
        type Mutation { first: Int, third: Int, made: Product }
        interface Media @key(fields: "id") { id: ID!, title: String }
        type Book implements Media @key(fields: "id") { id: ID!, title: String, pages: Int!, author: Author @provides(fields: "name") }
        type Movie implements Media @key(fields: "id") { id: ID!, title: String, minutes: Int }
        union Hit = Book | Movie | Author
        type Author @key(fields: "id") { id: ID!, name: String @external }
        type Product @key(fields: "upc") @key(fields: "sku { maker code }") {
          upc: ID!
          sku: Sku
          price(currency: String): Int
          weight: Int
          dims: Dims
          kind: Kind
          seller: Seller
        }
        type Dims { size: Int }
        type Sku @shareable { maker: String, code: String }
        type Seller { name: String! }
        enum Kind { PUBLIC HIDDEN @inaccessible }`,
      resolvers: {
        Query: {
          products: () => products,
          grid: () => [products.slice(0, 1), null, products.slice(0, 2)],
          medias: () => [book, movie],
          hits: () => [book, movie, { __typename: 'Author', id: 'a1' }],
          media: (_: unknown, { id }: { id: string }) => [book, movie].find((each) => each.id === id),
          old: () => 'from catalog',
          greet: (_: unknown, { who }: { who: string }) => `hello ${who}`,
        },
        Mutation: { first: () => ++counter, third: () => ++counter, made: () => products[0] },
        Media: {
          __resolveReference: ({ id }: { id: string }) => [book, movie].find((each) => each.id === id),
        },
        Book: { __resolveReference: () => book },
        Movie: { __resolveReference: () => movie },
        Product: {
          __resolveReference: ({ upc, sku }: { upc?: string; sku?: { code: string } }) =>
            products.find((each) => (upc ? each.upc === upc : each.sku?.code === sku?.code)),
          price: (_: unknown, { currency }: { currency?: string }) =>
            currency === 'USD' ? 1 : currency === 'EUR' ? 2 : 3,
          kind: ({ upc }: { upc: string }) => (upc === 'u1' ? 'PUBLIC' : 'HIDDEN'),
          seller: ({ upc }: { upc: string }) => ({ name: upc === 'u1' ? 'Ito' : null }),
        },
      },
    },
    stock: {
      sdl: `
        type Query { rated: [Media!]!, old: String @override(from: "catalog") }
        type Mutation { second: Int }
        type Media @key(fields: "id") @interfaceObject { id: ID!, rating: Int }
        type Author @key(fields: "id") { id: ID!, name: String @shareable, bio: String }
        type Product @key(fields: "sku { maker code }") {
          sku: Sku
          stock: Int
          price(currency: String): Int @external
          weight: Int @external
          dims: Dims @external
          shipping: String @requires(fields: "price(currency: \\"USD\\") weight dims { size }")
        }
        type Dims { size: Int @external }
        type Sku @shareable { maker: String, code: String }`,
      resolvers: {
        Query: { rated: () => [{ id: 'v1' }, { id: 'b1' }], old: () => 'from stock' },
        Mutation: { second: () => ++counter },
        Media: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          rating: ({ id }: { id: string }) => (id === 'b1' ? 5 : 4),
        },
        Author: {
          __resolveReference: ({ id }: { id: string }) => ({ id, name: 'resolved', bio: `bio of ${id}` }),
        },
        Product: {
          __resolveReference: (reference: object) => reference,
          stock: ({ sku }: { sku: { code: string } }) => Number(sku.code) * 7,
          shipping: ({ price, weight, dims }: { price: number; weight: number; dims: { size: number } }) =>
            `${price} ${weight} ${dims.size}`,
        },
      },
    },
  };
}
