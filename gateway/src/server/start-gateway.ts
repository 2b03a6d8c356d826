import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  describeError,
  errorFormatter,
  logErrors,
  openTraces,
  requestId,
  serveGraphQL,
  type GraphQLServer,
} from '@kasane/http';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { GatewayConfig, HubConfig } from '../config.js';
import { createGateway } from '../create-gateway.js';
import { observedBy, type RunObserver } from '../execution/observer.js';
import type { Transport } from '../execution/transport.js';
import { admitOperations } from './admit-operations.js';
import { explorerRoutes, type ServedSchema } from './explorer/explorer.js';
import { consoleRoutes, consoleSettings } from './console/console-routes.js';
import { createSectorHealth, healthRoutes } from './health.js';
import {
  createHubContext,
  createOpenContext,
  subgraphHeaders,
  type GatewayContext,
} from './gateway-context.js';
import { countTokens } from './limits/scan.js';
import { landingPage, sandboxPage } from './pages.js';
import { logOperations } from './operation-log.js';
import { createRequestLimiter, type RequestLimiter } from './rate/limit-requests.js';
import { createMemoryRateLimiter, type RateLimiter } from './rate/rate-limiter.js';
import { connectRedis, createRedisRateLimiter } from './rate/redis-rate-limiter.js';
import { meRoute } from './me-route.js';
import { mayAsk, requireSignIn } from './require-sign-in.js';
import { sectorsRoute } from './sectors-route.js';
import { explainOperations } from './seen/explain.js';
import { createMetrics } from './seen/metrics.js';
import { metricsRoute } from './seen/metrics-route.js';
import { createTracing } from './seen/tracing.js';
import { createShortWay } from './short-way.js';
import { watchedBy, watchPlugin } from './watch-operations.js';

export interface GatewayServer extends GraphQLServer {
  /** @throws {Error} when the supergraph is broken: the old one goes on */
  reload(supergraphSdl: string): void;
}

/** The gateway, listening. `transport` replaces HTTP to the subgraphs in tests. */
export async function startGateway(
  config: GatewayConfig,
  logger: Logger,
  transport?: Transport,
): Promise<GatewayServer> {
  const isProduction = config.mode === 'hub' && config.production;
  const trusted = config.trustedDocuments;
  const metrics = createMetrics(trusted?.names ?? new Set());
  const traces =
    config.traceEndpoint === undefined ? undefined : await openTraces('kasane-gateway', config.traceEndpoint);
  const tracing = traces && createTracing(traces);
  const counter =
    config.mode === 'hub' && config.requestLimits ? rateLimiter(config.redisUrl, logger) : undefined;
  const gateway = createGateway({
    supergraphSdl: config.supergraphSdl,
    subgraphUrls: config.subgraphUrls,
    ...(transport && { transport }),
    headers: (context) => subgraphHeaders(context as unknown as GatewayContext),
    onLeave: (context, listener) => (context as unknown as GatewayContext).onLeave(listener),
    requestId: (context) => (context as unknown as GatewayContext).requestId,
    consentComforts: config.mode === 'hub' ? { grantSuffix: 'Grant' } : false,
    observer: (context) => observersOf(context as unknown as GatewayContext),
    warm: trusted?.texts ?? [],
    timeouts: {
      subgraphMs: config.subgraphTimeoutMs,
      bySubgraph: config.subgraphTimeoutsMs,
      requestMs: config.requestTimeoutMs,
    },
    logger,
  });
  let schema: ServedSchema;
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    schema = { apiSchema, supergraphSdl: coreSupergraphSdl };
  });
  const observersOf = (context: GatewayContext): RunObserver | undefined => {
    const traced = tracing?.observerOf(context);
    return observedBy([
      metrics.observer,
      ...(traced ? [traced] : []),
      ...(context.explainer ? [context.explainer.observer] : []),
    ]);
  };
  for (const name of Object.keys(config.subgraphTimeoutsMs)) {
    if (!gateway.subgraphs().has(name))
      logger.warn({ name }, 'SUBGRAPH_TIMEOUTS_MS names no subgraph of the supergraph');
  }
  const watch = watchedBy([logOperations(logger), metrics.watch, ...(tracing ? [tracing.watch] : [])]);
  const plugins: ApolloServerPlugin<GatewayContext>[] = [
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginCacheControlDisabled(),
    watchPlugin(watch),
    logErrors(logger),
    metrics.plugin,
    explainOperations,
    ...(config.mode === 'hub' ? [requireSignIn] : []),
  ];
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    plugins,
    formatError: errorFormatter,
    introspection: !isProduction,
    hideSchemaDetailsFromClientErrors: isProduction,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    // Without sign-in there is nothing that a cross-site request could borrow.
    csrfPrevention: config.mode === 'hub',
    persistedQueries: false,
    parseOptions: {
      maxTokens: Math.max(config.operationLimits.tokens, ...(trusted?.texts ?? []).map(countTokens)),
    },
    maxRecursiveSelections: true,
    stopOnTerminationSignals: false,
    // Its errors quote what failed and name no request: `logErrors` tells them as they may be told.
    logger: { debug: () => {}, info: () => {}, warn: (message) => logger.warn(message), error: () => {} },
  });
  const admit = admitOperations({
    limits: config.operationLimits,
    trusted,
    trustedOnly: config.trustedDocumentsOnly,
  });
  const noteRefusal = (requestId: string, error: unknown): void => {
    const code = String((error as { extensions?: { code?: unknown } }).extensions?.code ?? 'INTERNAL');
    metrics.refused(code);
    logger.info({ requestId, code, ...(code === 'INTERNAL' && { error: describeError(error) }) }, 'refused');
  };
  const contextOf =
    config.mode === 'hub'
      ? createHubContext(config, { limiter: counter && requestLimiter(counter, config) })
      : createOpenContext();
  const health = createSectorHealth(config.mode === 'hub' ? gateway.subgraphs : () => new Map());
  const pages = config.mode === 'hub' ? consoleRoutes(config.console) : undefined;
  const server = await serveGraphQL({
    apollo,
    context: (request: IncomingMessage) =>
      contextOf(request).catch((error: unknown) => {
        noteRefusal(requestId(request), error);
        throw error;
      }),
    admit(operation, context) {
      try {
        return admit(operation, context);
      } catch (error) {
        noteRefusal(context.requestId, error);
        throw error;
      }
    },
    shortWay: createShortWay({
      gateway,
      watch,
      mayAsk: config.mode === 'hub' ? mayAsk : () => true,
      logger,
    }),
    host: config.host,
    port: config.port,
    acceptRequestId: false,
    routes: {
      ...healthRoutes(health),
      ...(config.mode === 'hub' && {
        'GET /me': meRoute(config.identity),
        'GET /sectors': sectorsRoute(health, config.identity),
        'GET /console.json': consoleSettings(config.console, config.production),
      }),
      ...(isProduction && config.metricsToken === undefined
        ? {}
        : { 'GET /metrics': metricsRoute(metrics, config.metricsToken) }),
      ...pages?.routes,
      // The tools show the whole schema, which production does not tell.
      ...(isProduction
        ? {}
        : {
            [pages ? 'GET /about' : 'GET /']: landingPage,
            'GET /sandbox': sandboxPage,
            ...explorerRoutes(config.mode, () => schema),
          }),
    },
    ...(pages && { otherwise: pages.otherwise }),
    logger,
  });
  logger.info({ port: server.port, mode: config.mode, subgraphs: gateway.subgraphs().size }, 'ready');
  return {
    ...server,
    reload: (supergraphSdl) => gateway.reload(supergraphSdl),
    async close() {
      await server.close();
      // A collector or a Redis that is away does not keep the process from leaving.
      await Promise.allSettled([counter?.close(), traces?.close()]);
    },
  };
}

const rateLimiter = (redisUrl: string | undefined, logger: Logger): RateLimiter =>
  redisUrl === undefined ? createMemoryRateLimiter() : createRedisRateLimiter(connectRedis(redisUrl), logger);

const requestLimiter = (counter: RateLimiter, { requestLimits }: HubConfig): RequestLimiter | undefined =>
  requestLimits && createRequestLimiter(counter, requestLimits);
