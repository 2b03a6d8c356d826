import { findBy, type ForeignSupergraph } from './foreign-supergraph.js';

/**
 * The supergraph of `@apollo/federation-subgraph-compatibility-tests` 1.2.1 (MIT): its `products`, `users` and `inventory`,
 * and every question that it sends through the router, for every run of the tests. The suite itself is run by
 * `npm run test:federation`.
 */
const user = {
  email: 'support@apollographql.com',
  name: 'Jane Smith',
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
};
const dimensions = { size: 'small', weight: 1, unit: 'kg' };
const products = [
  {
    id: 'apollo-federation',
    sku: 'federation',
    package: '@apollo/federation',
    variation: { id: 'OSS' },
    dimensions,
  },
  { id: 'apollo-studio', sku: 'studio', package: '', variation: { id: 'platform' }, dimensions },
];
const deprecated = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
};

export const compatibility: ForeignSupergraph = {
  of: 'the subgraph compatibility suite',
  subgraphs: {
    products: {
      sdl: `
        extend schema
          @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@composeDirective", "@extends", "@external",
            "@key", "@inaccessible", "@interfaceObject", "@override", "@provides", "@requires", "@shareable", "@tag"])
          @link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])
          @composeDirective(name: "@custom")
        directive @custom on OBJECT
        type Product @custom @key(fields: "id") @key(fields: "sku package") @key(fields: "sku variation { id }") {
          id: ID!, sku: String, package: String, variation: ProductVariation, dimensions: ProductDimension
          createdBy: User @provides(fields: "totalProductsCreated"), notes: String @tag(name: "internal")
          research: [ProductResearch!]!
        }
        type DeprecatedProduct @key(fields: "sku package") { sku: String!, package: String!, reason: String, createdBy: User }
        type ProductVariation { id: ID! }
        type ProductResearch @key(fields: "study { caseNumber }") { study: CaseStudy!, outcome: String }
        type CaseStudy { caseNumber: ID!, description: String }
        type ProductDimension @shareable { size: String, weight: Float, unit: String @inaccessible }
        extend type Query { product(id: ID!): Product, deprecatedProduct(sku: String!, package: String!): DeprecatedProduct @deprecated(reason: "Use product query instead") }
        extend type User @key(fields: "email") {
          averageProductsCreatedPerYear: Int @requires(fields: "totalProductsCreated yearsOfEmployment")
          email: ID! @external, name: String @override(from: "users"), totalProductsCreated: Int @external, yearsOfEmployment: Int! @external
        }
        type Inventory @interfaceObject @key(fields: "id") { id: ID!, deprecatedProducts: [DeprecatedProduct!]! }`,
      resolvers: {
        Query: {
          product: (_: unknown, { id }: { id: string }) => products.find((each) => each.id === id),
          deprecatedProduct: (_: unknown, key: object) => findBy([deprecated])({ ...key }),
        },
        Product: {
          __resolveReference: findBy(products),
          createdBy: () => user,
          research: () => [{ study: { caseNumber: '1234', description: 'Federation Study' } }],
        },
        DeprecatedProduct: { __resolveReference: findBy([deprecated]), createdBy: () => user },
        ProductResearch: {
          __resolveReference: () => ({ study: { caseNumber: '1234', description: 'Federation Study' } }),
        },
        User: {
          __resolveReference: (reference: object) => ({ ...reference, name: 'Jane Smith' }),
          averageProductsCreatedPerYear: (each: typeof user) =>
            Math.round(each.totalProductsCreated / each.yearsOfEmployment),
        },
        Inventory: {
          __resolveReference: ({ id }: { id: string }) => ({ id, deprecatedProducts: [deprecated] }),
        },
      },
    },
    users: {
      sdl: `
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
        type User @key(fields: "email") {
          email: ID!, name: String, totalProductsCreated: Int @shareable, yearsOfEmployment: Int!
        }`,
      resolvers: {
        User: { __resolveReference: ({ email }: { email: string }) => ({ ...user, email, name: 'default' }) },
      },
    },
    inventory: {
      sdl: `
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@requires", "@shareable", "@external"])
        extend type Product @key(fields: "id") {
          id: ID! @external, dimensions: ProductDimension @external
          delivery(zip: String): DeliveryEstimates @requires(fields: "dimensions { size weight }")
        }
        type ProductDimension @shareable { size: String, weight: Float }
        type DeliveryEstimates { estimatedDelivery: String, fastestDelivery: String }
        interface Inventory @key(fields: "id") { id: ID!, products: [Product!]! }
        type OpenSourceInventory implements Inventory @key(fields: "id") { id: ID!, products: [Product!]! }
        type Query { inventory(id: ID!): Inventory }`,
      resolvers: {
        Query: {
          inventory: (_: unknown, { id }: { id: string }) => ({
            __typename: 'OpenSourceInventory',
            id,
            products: [{ id: 'apollo-federation' }],
          }),
        },
        Product: {
          __resolveReference: (reference: object) => reference,
          delivery: (
            { dimensions: { size, weight } }: { dimensions: { size: string; weight: number } },
            { zip }: { zip: string },
          ) => ({
            estimatedDelivery: `${zip} ${size}`,
            fastestDelivery: `${weight} day`,
          }),
        },
        Inventory: {
          __resolveReference: ({ id }: { id: string }) => ({
            __typename: 'OpenSourceInventory',
            id,
            products: [],
          }),
        },
        OpenSourceInventory: { __resolveReference: ({ id }: { id: string }) => ({ id, products: [] }) },
      },
    },
  },
  questions: [
    {
      rule: '@override: the name is that of the new owner',
      query: 'query GetProduct($id: ID!) { product(id: $id) { createdBy { name } } }',
      variables: { id: 'apollo-federation' },
      data: { product: { createdBy: { name: 'Jane Smith' } } },
    },
    {
      rule: '@requires: of a field of another subgraph',
      query: 'query ($id: ID!) { product(id: $id) { createdBy { averageProductsCreatedPerYear email } } }',
      variables: { id: 'apollo-federation' },
      data: {
        product: { createdBy: { averageProductsCreatedPerYear: 134, email: 'support@apollographql.com' } },
      },
    },
    {
      rule: '@shareable: of a value type',
      query: 'query GetProduct($id: ID!) { product(id: $id) { dimensions { size weight } } }',
      variables: { id: 'apollo-federation' },
      data: { product: { dimensions: { size: 'small', weight: 1 } } },
    },
    {
      rule: '@interfaceObject: gives a field to the inventory of another subgraph',
      query: 'query ($id: ID!) { inventory(id: $id) { deprecatedProducts { sku reason } } }',
      variables: { id: 'apollo-oss' },
      data: {
        inventory: {
          deprecatedProducts: [{ sku: 'apollo-federation-v1', reason: 'Migrate to Federation V2' }],
        },
      },
    },
    {
      rule: '@provides: the number comes with the product',
      query: 'query ($id: ID!) { product(id: $id) { createdBy { email totalProductsCreated } } }',
      variables: { id: 'apollo-federation' },
      data: { product: { createdBy: { email: 'support@apollographql.com', totalProductsCreated: 1337 } } },
      asks: { products: 1 },
    },
    {
      rule: '@key: nested, compound and multiple keys meet in one question',
      query: `{ inventory(id: "oss") { id products { sku delivery(zip: "965") { estimatedDelivery fastestDelivery } research { study { caseNumber description } } } }
        deprecatedProduct(sku: "apollo-federation-v1", package: "@apollo/federation-v1") { reason createdBy { yearsOfEmployment } } }`,
      data: {
        inventory: {
          id: 'oss',
          products: [
            {
              sku: 'federation',
              delivery: { estimatedDelivery: '965 small', fastestDelivery: '1 day' },
              research: [{ study: { caseNumber: '1234', description: 'Federation Study' } }],
            },
          ],
        },
        deprecatedProduct: { reason: 'Migrate to Federation V2', createdBy: { yearsOfEmployment: 10 } },
      },
    },
    {
      rule: '@inaccessible: the unit is not for clients',
      query: '{ product(id: "apollo-federation") { dimensions { unit } } }',
      errors: [{ code: 'GRAPHQL_VALIDATION_FAILED' }],
      asks: {},
    },
  ],
};
