import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { describeError, errorFormatter, logErrors, openTraces, serveGraphQL, traced } from '@kasane/http';
import { createViewerTokenVerifier } from '@kasane/identity';
import { createLedger, ledgerEntity, ledgerMigrations } from '@kasane/ledger';
import { ErrorCode, HubError, type SectorEntry, type SectorId } from '@kasane/vocabulary';
import type { IncomingMessage } from 'node:http';
import { pino, type Logger } from 'pino';
import { DataSource, type EntityManager, type MigrationInterface } from 'typeorm';
import type { SubgraphConfig } from './config.js';
import type { DisclosureScope, RequestBase, SubgraphContext } from './context.js';
import { dataSourceOptions, openDatabase } from './database.js';
import { withDisclosureLog } from './disclosure-log.js';
import { buildFederatedSubgraph, type FederationOptions } from './federation.js';
import { ledgerPlugin } from './ledger-plugin.js';
import { beginOperationSpan, operationSpanPlugin } from './operation-span.js';
import { Recorder } from './recorder.js';
import { entryOf } from './registry-entry.js';
import { createShortWay } from './short-way.js';
import { tableFaults } from './table-check.js';

/** What a subgraph is: its schema, its tables, and how a request begins. */
export interface SubgraphDefinition<Loaders, Scope extends DisclosureScope> {
  readonly sector: SectorId;
  readonly federation: (
    registry: readonly SectorEntry[],
  ) => FederationOptions<SubgraphContext<Loaders, Scope>>;
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Fills an empty database with the sample municipality's part. */
  readonly seed: (manager: EntityManager) => Promise<void>;
  /** Made once, when the subgraph starts: what its requests share. */
  readonly open: (runtime: SubgraphRuntime) => Promise<OpenSubgraph<Loaders, Scope>>;
}

export interface SubgraphRuntime {
  readonly config: SubgraphConfig;
  readonly clock: () => Date;
  /** For operators: never a name, a key of a person, or a value. */
  readonly logger: Pick<Logger, 'error'>;
}

export interface OpenSubgraph<Loaders, Scope extends DisclosureScope> {
  /** Made anew for each request: nothing that was decided for one viewer may meet another. */
  readonly begin: (request: RequestBase) => { readonly scope: Scope; readonly loaders: Loaders };
}

export interface RunningSubgraph {
  readonly url: string;
  readonly port: number;
  readonly dataSource: DataSource;
  /** The ledger's own connections. */
  readonly ledgerSource: DataSource;
  close(): Promise<void>;
}

/** Builds a subgraph's schema without starting anything: for `schema.graphql`. */
export async function subgraphSdl<L, S extends DisclosureScope>(
  definition: SubgraphDefinition<L, S>,
  registry: readonly SectorEntry[],
): Promise<string> {
  return (await schemaOf(definition, registry)).sdl;
}

/** Every party tells its part of who looked at a person, whatever else it is. */
const schemaOf = <L, S extends DisclosureScope>(
  { sector, federation }: SubgraphDefinition<L, S>,
  registry: readonly SectorEntry[],
): ReturnType<typeof buildFederatedSubgraph> =>
  buildFederatedSubgraph(withDisclosureLog(federation(registry), entryOf(registry, sector)));

/** Starts a subgraph: migrates, seeds when asked and empty, serves. */
export async function startSubgraph<L, S extends DisclosureScope>(
  definition: SubgraphDefinition<L, S>,
  config: SubgraphConfig,
  clock: () => Date = () => new Date(),
): Promise<RunningSubgraph> {
  const { sector } = definition;
  const logger = pino({ level: config.logLevel, base: { sector } });
  const { schema } = await schemaOf(definition, config.registry);
  const dataSource = await openDatabase({
    databaseUrl: config.databaseUrl,
    migrationUrl: config.migrationUrl,
    entities: [ledgerEntity, ...definition.entities] as readonly (new () => object)[],
    migrations: [...ledgerMigrations({ appRole: config.appRole }), ...definition.migrations],
  });
  if (config.seed === 'sample') await dataSource.transaction(definition.seed);

  // Connections of its own: a change holds one while it waits for its record, and many at once would leave none for it.
  const ledgerSource = await new DataSource(
    dataSourceOptions(config.databaseUrl, { entities: [] }),
  ).initialize();
  const ledger = createLedger({ dataSource: ledgerSource, name: sector, clock, logger });
  const { begin } = await definition.open({ config, clock, logger });
  const viewers = await createViewerTokenVerifier({ publicKey: config.viewerKey, clock });

  const traces =
    config.traceEndpoint === undefined
      ? undefined
      : await openTraces(`kasane-${sector}`, config.traceEndpoint);

  const report = (cause: unknown): void => {
    // What the ledger refuses it tells itself: of an outage once, and not for each of the answers held back.
    if (!(cause instanceof HubError))
      logger.fatal({ error: describeError(cause) }, 'one answer was held back: it cannot be recorded');
  };
  const { shortWay, plugin } = createShortWay<SubgraphContext<L, S>>({ schema, logger, report });
  const apollo = new ApolloServer<SubgraphContext<L, S>>({
    schema,
    // Schemas are explored through the gateway.
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    formatError: errorFormatter,
    logger,
    plugins: [
      // Nothing about a person is ever cached, and its bookkeeping costs a tenth of a request.
      ApolloServerPluginCacheControlDisabled(),
      // Inline traces would tell paths and times of every field to whoever sends one header.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      logErrors(logger),
      // A trace tells of Apollo Server's part too, so whoever is traced goes the long way.
      traces ? operationSpanPlugin : plugin,
      ledgerPlugin(report),
    ],
  });

  const context = async (request: IncomingMessage): Promise<SubgraphContext<L, S>> => {
    const token = request.headers['hub-viewer'];
    if (Array.isArray(token)) throw new HubError(ErrorCode.UNAUTHENTICATED);
    const viewer = await viewers.verify(token);
    const recorder = new Recorder(viewer, sector);
    const span = beginOperationSpan(traces, request, viewer.requestId);
    const record = (): Promise<void> => traced(span, 'ledger', () => recorder.write(ledger));
    const base = {
      viewer,
      requestId: viewer.requestId,
      manager: dataSource.manager,
      recorder,
      ledger,
      record,
      now: clock(),
      span,
    };
    return { ...base, ...begin(base) };
  };

  let told = '';
  /** The tables are the sector's own system's: it may change them while we run. Told once, until it is otherwise. */
  const checkTables = async (): Promise<void> => {
    const faults = await tableFaults(dataSource, definition.entities);
    if (faults.length > 0 && told !== faults.join())
      logger.error({ faults }, 'tables are not as this subgraph needs them: what is in them is unavailable');
    if ((told = faults.join()) !== '') throw new Error(told);
  };
  // What is wrong stands in the log; a sector of which a part is away goes on with the rest.
  await checkTables().catch(() => undefined);

  const server = await serveGraphQL({
    apollo,
    context,
    shortWay,
    host: config.host,
    port: config.port,
    logger,
    routes: {
      'GET /livez': (_request, response) => void response.end('ok'),
      'GET /readyz': async (_request, response) => {
        const isThere = (work: Promise<unknown>): Promise<boolean> =>
          work.then(
            () => true,
            () => false,
          );
        const [database, tables, record] = await Promise.all([
          isThere(dataSource.query('SELECT 1')),
          isThere(checkTables()),
          // What cannot be recorded is not shown: such a subgraph answers, and tells nobody anything.
          isThere(ledger.check()),
        ]);
        const problem = !database
          ? 'database away'
          : !tables
            ? 'tables were changed'
            : !record
              ? 'ledger cannot be written'
              : undefined;
        response.writeHead(problem ? 503 : 200).end(problem ?? 'ok');
      },
    },
  });
  logger.info({ port: server.port }, 'ready');
  return {
    url: server.url,
    port: server.port,
    dataSource,
    ledgerSource,
    async close() {
      await server.close();
      await Promise.all([dataSource.destroy(), ledgerSource.destroy()]);
      await traces?.close().catch(() => undefined);
    },
  };
}
