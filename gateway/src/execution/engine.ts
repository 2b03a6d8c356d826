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
import { compileOperation, type CompiledOperation, type OperationView } from './compile-operation.js';
import type { JsonObject } from './json.js';
import { readWritten } from './fetches.js';
import { mergeInto } from './merge.js';
import type { RunObserver } from './observer.js';
import type { ResponsePath } from './paths.js';
import type { Run } from './run.js';
import { RunningCalls } from './running-calls.js';
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
  /** Tells when the client leaves. */
  readonly onLeave: (listener: () => void) => void;
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

export interface WrittenResult {
  /** Absent when nothing was executed. */
  readonly data?: string;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: JsonObject;
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

  const known = createBoundedCache<PlannedOperation>(options.planCacheSize);
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
    request.onLeave(() => started.calls.leave());
    await plan.fetch(started);
    started.calls.end();
    if (view.introspect) mergeInto(started.data, await view.introspect(request.variables));
    return { run: started, view, written: plan.written };
  };

  /** What stands beside the data. */
  const finish = (
    ran: Run,
    isNull: boolean,
    broken: readonly ResponsePath[],
  ): Pick<WrittenResult, 'errors' | 'extensions'> => {
    if (broken.length > 0) {
      const { requestId } = ran;
      logger.warn({ requestId, count: broken.length }, 'data did not keep the promise of the schema');
    }
    const extensions = extensionsOf(ran);
    const told = [...absenceErrors(ran.unavailable), ...ran.errors];
    const errors = inOrder([...told, ...unexplained(broken, told)]);
    return {
      ...(errors.length > 0 && { errors: isNull ? withStatus(errors) : errors }),
      ...(extensions && { extensions }),
    };
  };

  return {
    supergraph,
    async warm(operation) {
      if (!compiled.get(operation.cacheKey)) await compile(operation);
    },
    known: (text, operationName) => known.get(keyOfText(text, operationName)),
    remember(text, operationName, operation) {
      if (text.length <= rememberedLength) known.set(keyOfText(text, operationName), operation);
    },
    coerce,
    async execute(request) {
      const ran = await run(request, false);
      if ('variableErrors' in ran) return { errors: ran.variableErrors };
      const { data, broken } = ran.view.project(ran.run.data);
      return { data, ...finish(ran.run, data === null, broken) };
    },
    async write(request) {
      const ran = await run(request, true);
      if ('variableErrors' in ran) return { errors: ran.variableErrors };
      const text = ran.view.write(ran.run.data);
      if (text !== undefined) return { data: text, ...finish(ran.run, false, []) };
      readWritten(ran.run, ran.written);
      const { data, broken } = ran.view.project(ran.run.data);
      return { data: JSON.stringify(data), ...finish(ran.run, data === null, broken) };
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

/** Longer documents are parsed each time, so that what is remembered stays small. */
const rememberedLength = 20_000;

/** The text alone, where no operation is named, as most clients do. */
const keyOfText = (text: string, operationName: string | undefined): string =>
  operationName === undefined ? text : `${operationName}\n${text}`;

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
