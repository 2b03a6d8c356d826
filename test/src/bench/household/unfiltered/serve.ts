import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { serveGraphQL } from '@kasane/http';
import { createViewerTokenVerifier, type VerifiedViewer } from '@kasane/identity';
import {
  buildFederatedSubgraph,
  createShortWay,
  dataSourceOptions,
  parseSubgraphConfig,
  withDisclosureLog,
  type DisclosureScope,
  type Recorder,
  type RequestBase,
  type SubgraphContext,
  type SubgraphDefinition,
} from '@kasane/subgraph-kit';
import { Capacity, officeCode, Purpose, staffId } from '@kasane/vocabulary';
import { pino } from 'pino';
import { DataSource } from 'typeorm';
import { EverythingScope } from './everything-scope.js';

/** Whom a foreign gateway asks for, which has no viewer tokens: who asks makes no difference here. */
const nobody: VerifiedViewer = {
  staffId: staffId('bench'),
  office: officeCode('bench'),
  capacity: Capacity.CITY_STAFF,
  roles: [],
  purpose: Purpose.SERVICE_COORDINATION,
  requestId: 'bench',
  tokenDigest: 'bench',
};

/** Told everything, and writes nothing of it. */
const silent = { note: () => undefined, noteGrant: () => undefined, noteAbsent: () => undefined };

/**
 * A subgraph of the hub as it would be without disclosure: the same schema, resolvers and rows, and a viewer token
 * verified where our gateway brings one, but neither consents, grants nor a ledger. It is here to be measured against,
 * beside the tests; the product has no such switch, and no program of it imports this one. Reads the environment of
 * the real subgraph and prints `port <n>`.
 */
export async function serveUnfiltered<L, S extends DisclosureScope>(
  definition: SubgraphDefinition<L, S>,
): Promise<void> {
  const config = parseSubgraphConfig(definition.sector, process.env);
  const logger = pino({ level: 'error' });
  const entry = config.registry.find(({ id }) => id === definition.sector);
  if (!entry) throw new Error(`The registry has no ${definition.sector}.`);
  const { schema } = await buildFederatedSubgraph(
    withDisclosureLog(definition.federation(config.registry), entry),
  );
  // The real subgraph has migrated it.
  const dataSource = await new DataSource(
    dataSourceOptions(config.databaseUrl, { entities: definition.entities }),
  ).initialize();
  const { begin } = await definition.open({ config, clock: () => new Date(), logger });
  const viewers = await createViewerTokenVerifier({ publicKey: config.viewerKey });
  const { shortWay, plugin } = createShortWay<SubgraphContext>({ schema, logger, report: () => undefined });
  const server = await serveGraphQL({
    shortWay,
    apollo: new ApolloServer<SubgraphContext>({
      schema,
      introspection: false,
      stopOnTerminationSignals: false,
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginInlineTraceDisabled(),
        ApolloServerPluginUsageReportingDisabled(),
        plugin,
      ],
    }),
    async context(request) {
      const token = request.headers['hub-viewer'];
      const base: RequestBase = {
        viewer: token === undefined ? nobody : await viewers.verify(String(token)),
        requestId: 'bench',
        manager: dataSource.manager,
        recorder: silent as unknown as Recorder,
        ledger: undefined as never,
        record: async () => undefined,
        now: new Date(),
      };
      // The loaders are the real ones; what would decide is not asked.
      return { ...base, loaders: begin(base).loaders, scope: new EverythingScope() };
    },
    host: '127.0.0.1',
    port: 0,
    logger,
  });
  process.stdout.write(`port ${server.port}\n`);
}
