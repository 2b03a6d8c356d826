import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  validate,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { pino, type Logger } from 'pino';
import { createEngine, type Engine, type EngineRequest, type WrittenResult } from './execution/engine.js';
import type { RunObserver } from './execution/observer.js';
import { readSupergraph } from './execution/supergraph.js';
import { createFetchTransport, createHttpTransport, type Transport } from './execution/transport.js';

type Context = Readonly<Record<string, unknown>>;

export interface GatewayOptions {
  /** Any Federation 2 supergraph. */
  readonly supergraphSdl: string;
  /** Where the subgraphs are, by name, in place of the addresses in the supergraph. */
  readonly subgraphUrls?: Readonly<Record<string, string>>;
  /** How they are reached; default keep-alive HTTP. With `fetch` in its place, through that. */
  readonly transport?: Transport;
  readonly fetch?: typeof globalThis.fetch;
  /** What a subgraph is told beside the operation: the viewer, the request id. Nothing of the client's passes by itself. */
  readonly headers?: (context: Context, subgraph: string) => Readonly<Record<string, string>>;
  /** Calls when the client leaves; by a signal, or without one. */
  readonly signal?: (context: Context) => AbortSignal | undefined;
  readonly onLeave?: (context: Context, listener: () => void) => void;
  /** For the log. */
  readonly requestId?: (context: Context) => string | undefined;
  /** Watches a request: what was planned, asked and answered. */
  readonly observer?: (context: Context) => RunObserver | undefined;
  /**
   * Comforts of a hub whose subgraphs require grants: entities whose grant is empty are not sent, a sector for
   * which none is left is not called. `false` for a foreign supergraph, where a field `…Grant` means nothing.
   */
  readonly consentComforts?: { readonly grantSuffix: string } | false;
  /** Milliseconds; default 3,000 for a subgraph, 10,000 for the whole answer. */
  readonly timeouts?: {
    readonly subgraphMs?: number;
    readonly requestMs?: number;
    /** For single subgraphs, in place of `subgraphMs`. */
    readonly bySubgraph?: Readonly<Record<string, number>>;
  };
  /** Documents whose plans are made beforehand, and again for each new supergraph. */
  readonly warm?: readonly string[];
  /** Operations whose plan is kept; default 1,000. */
  readonly planCacheSize?: number;
  readonly logger?: Logger;
}

/** An operation that was answered before, or that is trusted: it need not be parsed and validated again. */
export interface KnownOperation {
  readonly operation: OperationDefinitionNode;
  /**
   * `undefined`: the variables do not fit. What it gives back executes, for a context as `new ApolloServer` would be
   * given it.
   */
  prepare(
    variables: Readonly<Record<string, unknown>>,
  ): ((context: Context) => Promise<WrittenResult>) | undefined;
}

export interface Gateway extends GatewayInterface {
  /** On the supergraph that is served now. */
  known(text: string, operationName: string | undefined): KnownOperation | undefined;
  readonly subgraphs: () => ReadonlyMap<string, string>;
  /** When the plans of `warm` are made, for the supergraph that is served now. */
  warmed(): Promise<void>;
  /**
   * Goes over to a new supergraph; requests in flight end on the old one.
   * @throws {Error} when the new one is broken: the old one goes on
   */
  reload(supergraphSdl: string): void;
}

/**
 * The federation engine, for `new ApolloServer({ gateway })`.
 *
 * @example
 * const gateway = createGateway({ supergraphSdl: await readFile('supergraph.graphql', 'utf8') });
 * const apollo = new ApolloServer({ gateway });
 *
 * @throws {Error} when the supergraph is broken
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { headers, consentComforts = { grantSuffix: 'Grant' }, timeouts = {} } = options;
  const logger = options.logger ?? pino({ enabled: false });
  const transport =
    options.transport ?? (options.fetch ? createFetchTransport(options.fetch) : createHttpTransport());

  const build = (sdl: string): Engine => {
    const supergraph = readSupergraph(sdl);
    return createEngine({
      supergraph,
      urls: new Map([...supergraph.urls].map(([name, url]) => [name, options.subgraphUrls?.[name] ?? url])),
      transport,
      subgraphTimeoutMs: (subgraph) =>
        ownNumber(timeouts.bySubgraph, subgraph) ?? timeouts.subgraphMs ?? 3_000,
      requestTimeoutMs: timeouts.requestMs ?? 10_000,
      planCacheSize: options.planCacheSize ?? 1_000,
      grantSuffix: consentComforts ? consentComforts.grantSuffix : undefined,
      logger,
    });
  };

  let current = build(options.supergraphSdl);
  const listeners = new Set<Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]>();
  /** Apollo Server validated a request against a schema: the engine of that schema executes it. */
  const engines = new WeakMap<GraphQLSchema, Engine>();

  /**
   * Between the documents requests are served: a hundred plans take a second. A document that this supergraph does not
   * serve is told of, and costs only its own users.
   */
  const warm = async (engine: Engine): Promise<void> => {
    const { supergraph, warm: plan, remember } = engine;
    for (const text of options.warm ?? []) {
      await nextTurn();
      if (engine !== current) return;
      try {
        const document = parse(text);
        const [wrong] = validate(supergraph.apiSchema, document);
        if (wrong) throw wrong;
        const hash = createHash('sha256').update(text).digest('hex');
        const asksOfSchema =
          validate(supergraph.apiSchema, document, [NoSchemaIntrospectionCustomRule]).length > 0;
        const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
        for (const operation of operations) {
          const planned = { cacheKey: cacheKey(hash, operation.name?.value), document, operation };
          await plan(planned);
          // Whether somebody may ask about the schema is for Apollo Server to say.
          if (asksOfSchema) continue;
          if (operations.length === 1) remember(text, undefined, planned);
          if (operation.name) remember(text, operation.name.value, planned);
        }
      } catch (error) {
        logger.warn({ reason: (error as Error).message }, 'a trusted document has no plan');
      }
    }
  };

  let warming = Promise.resolve();
  const announce = (): void => {
    const { apiSchema, sdl } = current.supergraph;
    engines.set(apiSchema, current);
    for (const listener of listeners) listener({ apiSchema, coreSupergraphSdl: sdl });
    warming = warm(current);
  };

  const executor: GatewayExecutor = async (requestContext) => {
    const { request, document, operation, context, schema } = requestContext;
    // Typed as always there; absent when the document has no such operation, or several and none is named.
    if (!(operation as OperationDefinitionNode | undefined))
      return { errors: [noSuchOperation(request.operationName)] };
    const engine = engines.get(schema) ?? current;
    const planned = {
      cacheKey: cacheKey(requestContext.queryHash, requestContext.operationName),
      document,
      operation,
    };
    if (requestContext.source.length <= rememberedLength)
      engine.remember(requestContext.source, request.operationName, planned);
    return engine.execute({ ...planned, variables: request.variables ?? {}, ...told(context) });
  };

  /** What of a request's context the engine is told. */
  const told = (
    context: Context,
  ): Pick<EngineRequest, 'headersFor' | 'onLeave' | 'requestId' | 'observer'> => ({
    headersFor: headers ? (subgraph) => headers(context, subgraph) : () => ({}),
    onLeave(listener) {
      options.onLeave?.(context, listener);
      const signal = options.signal?.(context);
      if (signal?.aborted) listener();
      signal?.addEventListener('abort', listener, { once: true });
      return () => signal?.removeEventListener('abort', listener);
    },
    requestId: options.requestId?.(context),
    observer: options.observer?.(context),
  });

  return {
    subgraphs: () =>
      new Map([...current.supergraph.urls].map(([name, url]) => [name, options.subgraphUrls?.[name] ?? url])),
    known(text, operationName) {
      const engine = current;
      const planned = engine.known(text, operationName);
      return (
        planned && {
          operation: planned.operation,
          prepare(variables) {
            const coerced = engine.coerce(planned.operation, variables);
            if (coerced.errors) return undefined;
            return (context) => engine.write({ ...planned, variables, coerced, ...told(context) });
          },
        }
      );
    },
    reload(supergraphSdl) {
      current = build(supergraphSdl);
      announce();
    },
    warmed: () => warming,
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      announce();
      return { executor };
    },
    async stop() {
      listeners.clear();
      await transport.close();
    },
  };
}

/** Longer documents are parsed each time, but for trusted ones, so that what is remembered stays small. */
const rememberedLength = 20_000;

/** As Apollo Server hashes the text. */
const cacheKey = (hash: string, operation: string | null | undefined): string =>
  `${hash}\n${operation ?? ''}`;

const ownNumber = (
  numbers: Readonly<Record<string, number>> | undefined,
  name: string,
): number | undefined => (numbers && Object.hasOwn(numbers, name) ? numbers[name] : undefined);

const noSuchOperation = (name: string | undefined): GraphQLError =>
  new GraphQLError(
    name
      ? `Unknown operation named "${name}".`
      : 'Must provide operation name if query contains multiple operations.',
  );
