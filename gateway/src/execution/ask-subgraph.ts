import type { Logger } from 'pino';
import { createBreaker, type Breaker } from './breaker.js';
import { isJsonObject, type Json, type JsonObject } from './json.js';
import type { FetchOutcome } from './observer.js';
import type { Recognised } from './recognise-answer.js';
import type { Absence, Run } from './run.js';
import { SubgraphCall } from './subgraph-call.js';
import type { SubgraphResponse, Transport } from './transport.js';

/** What a subgraph said, once it is known to be an answer at all. */
export interface SubgraphAnswer {
  readonly data: JsonObject | undefined;
  readonly errors: readonly Json[];
  /** In place of both: it was recognised as text. */
  readonly recognised?: Recognised;
}

/** `undefined`: it is away, which is already noted in the run. */
export type AskSubgraph = (
  run: Run,
  subgraph: string,
  body: string,
  /** Only what may run twice is sent again. */
  isRepeatable: boolean,
  /** Tried before the answer is parsed. */
  recognise?: (text: string) => Recognised | undefined,
) => Promise<SubgraphAnswer | undefined>;

export interface AskOptions {
  readonly transport: Transport;
  readonly urls: ReadonlyMap<string, string>;
  readonly subgraphTimeoutMs: (subgraph: string) => number;
  readonly logger: Logger;
}

/** The way to the subgraphs: a deadline, one more try when a kept connection was lost, and a breaker for each. */
export function createAskSubgraph({ transport, urls, subgraphTimeoutMs, logger }: AskOptions): AskSubgraph {
  const breakers = new Map<string, Breaker>([...urls.keys()].map((subgraph) => [subgraph, createBreaker()]));

  return async (run, subgraph, body, isRepeatable, recognise) => {
    run.asked.add(subgraph);
    const observer = run.observer?.asks?.(subgraph, body);
    const breaker = breakers.get(subgraph);
    const url = urls.get(subgraph);
    const away = (
      absence: Absence,
      reason: string,
      status?: number,
      outcome: FetchOutcome = absence,
    ): undefined => {
      run.unavailable.set(subgraph, absence);
      observer?.answered(outcome, undefined);
      // No message of an error and no line of a body: they may hold values.
      logger.warn({ requestId: run.requestId, subgraph, reason, status }, 'a subgraph gave no answer');
    };
    if (!url || !breaker?.allows())
      return away('SECTOR_UNAVAILABLE', url ? 'breaker open' : 'unknown subgraph');
    const due = run.calls.dueOf(subgraphTimeoutMs(subgraph));
    if (due === undefined) return away('SECTOR_TIMEOUT', 'no time left');
    const call = new SubgraphCall(
      subgraph,
      url,
      {
        'content-type': 'application/json',
        accept: 'application/json',
        ...run.headersFor(subgraph),
        ...observer?.headers,
      },
      body,
    );
    run.calls.add(call, due);
    let response: SubgraphResponse;
    try {
      try {
        response = await call.sendBy(transport);
      } catch (error) {
        if (!isRepeatable || call.isOver || !isLostConnection(error)) throw error;
        response = await call.sendBy(transport);
      }
    } catch (error) {
      if (run.calls.hasLeft && !call.isLate) {
        breaker.undecided();
        return away('SECTOR_UNAVAILABLE', 'the client left', undefined, 'CANCELLED');
      }
      breaker.failed();
      return call.isLate ? away('SECTOR_TIMEOUT', 'timeout') : away('SECTOR_UNAVAILABLE', reasonOf(error));
    } finally {
      run.calls.delete(call);
    }

    const answer = readAnswer(response, recognise);
    if (!answer) {
      breaker.failed();
      return away('SECTOR_UNAVAILABLE', 'not a GraphQL answer', response.status);
    }
    breaker.succeeded();
    observer?.answered(answer.errors.length > 0 ? 'ERRORS' : 'OK', response.body);
    return answer;
  };
}

/** An answer is JSON, says so, and has data or errors; the HTTP status is the subgraph's own affair. */
function readAnswer(
  { contentType, body }: SubgraphResponse,
  recognise: ((text: string) => Recognised | undefined) | undefined,
): SubgraphAnswer | undefined {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(contentType)) return undefined;
  const recognised = recognise?.(body);
  if (recognised) return { data: undefined, errors: [], recognised };
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!isJsonObject(parsed)) return undefined;
  const { data, errors } = parsed;
  const hasErrors = Array.isArray(errors) && errors.length > 0;
  if (data !== undefined && data !== null && !isJsonObject(data)) return undefined;
  if (!isJsonObject(data) && !hasErrors) return undefined;
  return { data: isJsonObject(data) ? data : undefined, errors: hasErrors ? errors : [] };
}

const codeOf = (error: unknown): string => {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return String(code ?? cause?.code ?? '');
};

const isLostConnection = (error: unknown): boolean =>
  ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(codeOf(error));

const reasonOf = (error: unknown): string =>
  codeOf(error) || (error instanceof Error ? error.name : 'unknown');
