import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import { serveGraphQL, type GraphQLServer } from '@kasane/http';
import { buildFederatedSubgraph, NotPersonal } from '@kasane/subgraph-kit';
import type { Logger } from 'pino';
import { Arg, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { DeprecatedProduct, Inventory, Product, User } from './products.js';

const creator: User = {
  email: 'support@apollographql.com',
  name: 'Jane Smith',
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
};
const dimensions = { size: 'small', weight: 1, unit: 'kg' };
const study = (caseNumber: string, description: string) => ({
  study: { caseNumber, description },
  outcome: null,
});
const research = [study('1234', 'Federation Study'), study('1235', 'Studio Study')];
const products: readonly Product[] = [
  ['federation', '@apollo/federation', 'OSS'],
  ['studio', '', 'platform'],
].map(([sku = '', name = '', variation = ''], at) => ({
  id: `apollo-${sku}`,
  sku,
  package: name,
  variation: { id: variation },
  dimensions,
  createdBy: creator,
  notes: null,
  research: research.slice(at, at + 1),
}));
const deprecated: DeprecatedProduct = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: creator,
};

@Resolver(() => Product)
class ProductResolver {
  @Query(() => Product, { nullable: true })
  product(@Arg('id', () => ID) id: string): Product | undefined {
    return products.find((product) => product.id === id);
  }

  @Query(() => DeprecatedProduct, { nullable: true, deprecationReason: 'Use product query instead' })
  deprecatedProduct(
    @Arg('sku', () => String) sku: string,
    @Arg('package', () => String) name: string,
  ): DeprecatedProduct | undefined {
    return sku === deprecated.sku && name === deprecated.package ? deprecated : undefined;
  }
}

@Resolver(() => User)
class UserResolver {
  @FieldResolver(() => Int, { nullable: true })
  @Directive('@requires(fields: "totalProductsCreated yearsOfEmployment")')
  @NotPersonal('the wares of the compatibility suite')
  averageProductsCreatedPerYear(@Root() user: User): number | null {
    return user.totalProductsCreated === null
      ? null
      : Math.round(user.totalProductsCreated / user.yearsOfEmployment);
  }
}

type Reference = Readonly<Record<string, unknown>>;

/** The one of these that has every value of the key, nested ones too. */
const findBy =
  <T extends object>(rows: readonly T[]) =>
  ({ __typename, ...key }: Reference): T | undefined =>
    rows.find((row) => holds(row, key));

const holds = (row: unknown, key: unknown): boolean =>
  typeof key === 'object' && key !== null
    ? Object.entries(key).every(([field, value]) => holds((row as Reference)[field], value))
    : row === key;

const ownDirective = `
  extend schema
    @link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])
    @composeDirective(name: "@custom")
  directive @custom on OBJECT`;

export const productsSchema = () =>
  buildFederatedSubgraph({
    resolvers: [ProductResolver, UserResolver],
    orphanedTypes: [Inventory],
    extraSdl: ownDirective,
    references: {
      Product: findBy(products),
      DeprecatedProduct: findBy([deprecated]),
      ProductResearch: findBy(research),
      // What `@requires` asked of `users` comes with the reference; without it the numbers are those of here.
      User: (reference) => ({ ...creator, ...reference }),
      Inventory: ({ id }) => ({ id, deprecatedProducts: [deprecated] }),
    },
  });

/**
 * Serves them. The inline trace is the suite's wish: a subgraph of the hub has none, for it tells how long every field
 * took and which one failed, to whoever asks for it.
 */
export async function serveProducts(
  schema: Awaited<ReturnType<typeof productsSchema>>['schema'],
  logger: Logger,
): Promise<GraphQLServer> {
  return serveGraphQL({
    apollo: new ApolloServer({
      schema,
      plugins: [ApolloServerPluginInlineTrace()],
      stopOnTerminationSignals: false,
    }),
    context: async () => ({}),
    host: '127.0.0.1',
    port: 0,
    logger,
  });
}
