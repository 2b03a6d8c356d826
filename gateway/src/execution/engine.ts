import {
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import type { Logger } from 'pino';
import { readWritten } from './as-written.js';
import { createAskSubgraph } from './ask-subgraph.js';
import { besideData, type BesideData } from './beside-data.js';
import { createBoundedCache } from './bounded-cache.js';
import { compileOperation, type CompiledOperation, type OperationView } from './compile-operation.js';
import type { JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { RunObserver } from './observer.js';
import type { Run } from './run.js';
import { RunningCalls } from './running-calls.js';
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
  /** Tells when the client leaves, until what it gives back is called. */
  readonly onLeave: (listener: () => void) => () => void;
  readonly requestId: string | undefined;
  readonly observer: RunObserver | undefined;
  /** The variables as `coerce` found them, when it was asked before. */
  readonly coerced?: Coerced;
}

/** The values of an operation's variables, or what is wrong with them. */
type Coerced = ReturnType<typeof getVariableValues>;

/** Executes operations on one supergraph. A new supergraph gets a new engine; requests in flight keep theirs. */
export interface Engine {
  readonly supergraph: Supergraph;
  /** Makes the plan now, for the first request not to wait for it. @throws {Error} when there is none */
  warm(operation: PlannedOperation): Promise<void>;
  /** What was executed or warmed under this text: on this supergraph it need not be parsed and validated again. */
  known(text: string, operationName: string | undefined): PlannedOperation | undefined;
  remember(text: string, operationName: string | undefined, operation: PlannedOperation): void;
  coerce(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Coerced;
  execute(request: EngineRequest): Promise<ExecutionResult<JsonObject>>;
  /** The same with its data as JSON: cheaper, for what needs no look never becomes objects. */
  write(request: EngineRequest): Promise<WrittenResult>;
}

export interface WrittenResult extends BesideData {
  /** Absent when nothing was executed. */
  readonly data?: string;
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

  /** By text, then by the name that the client gave, if it gave one. */
  const known = createBoundedCache<Map<string | undefined, PlannedOperation>>(options.planCacheSize);
  const coerce: Engine['coerce'] = ({ variableDefinitions = [] }, variables) =>
    variableDefinitions.length === 0
      ? { coerced: {} }
      : getVariableValues(supergraph.apiSchema, variableDefinitions, { ...variables });

  /** Fetches; what is left is the client's view of the data. */
  const run = async (request: EngineRequest, asText: boolean): Promise<Ran | NotRun> => {
    const { operation, requestId } = request;
    const values = request.coerced ?? coerce(operation, request.variables);
    if (values.errors) return { variableErrors: values.errors };
    const isTrue = (name: string): boolean => values.coerced[name] === true;

    const cached = compiled.get(request.cacheKey);
    const found = cached ?? compile(request);
    const plan = found instanceof Promise ? await found : found;
    request.observer?.planned?.(plan.plan, cached !== undefined);
    const view = plan.view(isTrue);
    const started: Run = {
      data: {},
      variables: request.variables,
      isTrue,
      headersFor: request.headersFor,
      calls: new RunningCalls(performance.now() + options.requestTimeoutMs),
      requestId,
      observer: request.observer,
      asText,
      holders: [],
      version: 0,
      collected: new Map(),
      errors: [],
      unavailable: new Map(),
      asked: new Set(),
      withheld: new Set(),
    };
    const stopListening = request.onLeave(() => started.calls.leave());
    try {
      await plan.fetch(started);
    } finally {
      started.calls.end();
      stopListening();
    }
    if (view.introspect) mergeInto(started.data, await view.introspect(request.variables));
    return { run: started, view, written: plan.written };
  };

  return {
    supergraph,
    async warm(operation) {
      if (!compiled.get(operation.cacheKey)) await compile(operation);
    },
    known: (text, operationName) => known.get(text)?.get(operationName),
    remember(text, operationName, operation) {
      known.set(
        text,
        (known.get(text) ?? new Map<string | undefined, PlannedOperation>()).set(operationName, operation),
      );
    },
    coerce,
    async execute(request) {
      const ran = await run(request, false);
      if ('variableErrors' in ran) return { errors: ran.variableErrors };
      const { data, broken } = ran.view.project(ran.run.data);
      return { data, ...besideData(ran.run, data === null, broken, logger) };
    },
    async write(request) {
      const ran = await run(request, true);
      if ('variableErrors' in ran) return { errors: ran.variableErrors };
      const text = ran.view.write(ran.run.data);
      if (text !== undefined) return { data: text, ...besideData(ran.run, false, [], logger) };
      readWritten(ran.run, ran.written);
      const { data, broken } = ran.view.project(ran.run.data);
      return { data: JSON.stringify(data), ...besideData(ran.run, data === null, broken, logger) };
    },
  };
}

interface Ran {
  readonly run: Run;
  readonly view: OperationView;
  readonly written: readonly string[];
}

interface NotRun {
  readonly variableErrors: readonly GraphQLError[];
}
