import {
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import { errorCodes } from '@kasane/vocabulary';
import type { Logger } from 'pino';
import { createAskSubgraph } from './ask-subgraph.js';
import { createBoundedCache } from './bounded-cache.js';
import { compileOperation, type CompiledOperation } from './compile-operation.js';
import type { JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { RunObserver } from './observer.js';
import type { ResponsePath } from './paths.js';
import type { Run } from './run.js';
import { absenceErrors, inOrder, publicError } from './subgraph-errors.js';
import type { Supergraph } from './supergraph.js';
import type { Transport } from './transport.js';

export interface EngineOptions {
  readonly supergraph: Supergraph;
  readonly urls: ReadonlyMap<string, string>;
  readonly transport: Transport;
  readonly subgraphTimeoutMs: (subgraph: string) => number;
  readonly requestTimeoutMs: number;
  readonly planCacheSize: number;
  readonly grantSuffix: string | undefined;
  readonly logger: Logger;
}

/** What a plan is made of. */
export interface PlannedOperation {
  /** Schema and user are not in it: an engine has one schema, and a plan is the same for everybody. */
  readonly cacheKey: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export interface EngineRequest extends PlannedOperation {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headersFor: (subgraph: string) => Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  readonly requestId: string | undefined;
  readonly observer: RunObserver | undefined;
}

/** Executes operations on one supergraph. A new supergraph gets a new engine; requests in flight keep theirs. */
export interface Engine {
  readonly supergraph: Supergraph;
  /** Makes the plan now, for the first request not to wait for it. @throws {Error} when there is none */
  warm(operation: PlannedOperation): Promise<void>;
  execute(request: EngineRequest): Promise<ExecutionResult<JsonObject>>;
}

export function createEngine(options: EngineOptions): Engine {
  const { supergraph, logger } = options;
  const ask = createAskSubgraph(options);
  const compiled = createBoundedCache<CompiledOperation | Promise<CompiledOperation>>(options.planCacheSize);

  const compile = (request: PlannedOperation): Promise<CompiledOperation> => {
    const { cacheKey, document, operation } = request;
    const compiling = compileOperation(document, operation, {
      supergraph,
      ask,
      grantSuffix: options.grantSuffix,
    });
    compiled.set(cacheKey, compiling);
    compiling.then(
      (done) => compiled.set(cacheKey, done),
      () => compiled.delete(cacheKey),
    );
    return compiling;
  };

  return {
    supergraph,
    async warm(operation) {
      if (!compiled.get(operation.cacheKey)) await compile(operation);
    },
    async execute(request) {
      const { operation, requestId } = request;
      const values = getVariableValues(supergraph.apiSchema, operation.variableDefinitions ?? [], {
        ...request.variables,
      });
      if (values.errors) return { errors: values.errors };
      const isTrue = (name: string): boolean => values.coerced[name] === true;

      const cached = compiled.get(request.cacheKey);
      const known = cached ?? compile(request);
      const plan = known instanceof Promise ? await known : known;
      request.observer?.planned?.(plan.plan, cached !== undefined);
      const view = plan.view(isTrue);
      const run: Run = {
        data: {},
        variables: request.variables,
        isTrue,
        headersFor: request.headersFor,
        signal: request.signal,
        deadline: performance.now() + options.requestTimeoutMs,
        requestId,
        observer: request.observer,
        errors: [],
        unavailable: new Map(),
        asked: new Set(),
        withheld: new Set(),
      };
      await plan.fetch(run);
      if (view.introspect) mergeInto(run.data, await view.introspect(request.variables));
      const { data, broken } = view.project(run.data);
      if (broken.length > 0)
        logger.warn({ requestId, count: broken.length }, 'data did not keep the promise of the schema');
      const found = [...absenceErrors(run.unavailable), ...run.errors];
      const errors = inOrder([...found, ...unexplained(broken, found)]);
      const extensions = extensionsOf(run);
      return {
        ...(errors.length > 0 && { errors: data === null ? withStatus(errors) : errors }),
        data,
        ...(extensions && { extensions }),
      };
    },
  };
}

/** A null that breaks the schema is an error, unless one that is already there accounts for it. */
function unexplained(broken: readonly ResponsePath[], errors: readonly GraphQLError[]): GraphQLError[] {
  const explains = ({ path }: GraphQLError, place: ResponsePath): boolean =>
    !path || path.slice(0, place.length).every((key, at) => key === place[at]);
  return broken
    .filter((place) => !errors.some((error) => explains(error, place)))
    .slice(0, 10)
    .map((place) => publicError('INTERNAL', place));
}

/** An answer without any data has the HTTP status of what went wrong first; one with data is an answer. */
function withStatus(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const [first] = errors;
  const code = first?.extensions['code'] as keyof typeof errorCodes | undefined;
  if (first && code && Object.hasOwn(errorCodes, code))
    first.extensions['http'] = { status: errorCodes[code].status };
  return errors;
}

function extensionsOf({ unavailable, withheld, asked }: Run): JsonObject | undefined {
  const left = [...withheld].filter((subgraph) => !asked.has(subgraph));
  if (unavailable.size === 0 && left.length === 0) return undefined;
  return {
    ...(unavailable.size > 0 && { unavailable: [...unavailable.keys()].sort() }),
    ...(left.length > 0 && { withheld: left.sort() }),
  };
}
