import type { ApolloServerPlugin } from '@apollo/server';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { FetchOutcome, RunObserver } from '../../execution/observer.js';
import type { GatewayContext } from '../gateway-context.js';
import type { WatchOperation } from '../watch-operations.js';
import { createLatencies } from './latencies.js';

export interface Metrics {
  readonly observer: RunObserver;
  readonly watch: WatchOperation;
  /** Counts what Apollo Server itself could not answer. */
  readonly plugin: ApolloServerPlugin<GatewayContext>;
  /** A request that was answered before it became an operation: with which code. */
  refused(code: string): void;
  readonly contentType: string;
  text(): Promise<string>;
}

const wordOf: Readonly<Record<FetchOutcome, string>> = {
  OK: 'ok',
  ERRORS: 'errors',
  CANCELLED: 'cancelled',
  SECTOR_UNAVAILABLE: 'sector_unavailable',
  SECTOR_TIMEOUT: 'sector_timeout',
};

/**
 * For Prometheus. A label is a word of ours: a sector, an outcome, an error code, the name of a trusted operation. The name that a
 * client gave to its own operation could be anything, a person's too, and is counted as `other`.
 */
export function createMetrics(knownOperations: ReadonlySet<string>): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const operations = createLatencies(register, {
    name: 'kasane_operation_seconds',
    help: 'Operations answered, by name of the trusted document and outcome',
    labels: ['operation', 'outcome'],
  });
  const fetches = createLatencies(register, {
    name: 'kasane_sector_fetch_seconds',
    help: 'Fetches from a sector, by outcome',
    labels: ['sector', 'outcome'],
  });
  const plans = new Counter({
    name: 'kasane_plans_total',
    help: 'Plans used, by whether they were in the cache',
    labelNames: ['cache'],
    registers,
  });
  const refused = new Counter({
    name: 'kasane_refused_requests_total',
    help: 'Requests answered before they became an operation, by code',
    labelNames: ['code'],
    registers,
  });
  const inFlight = new Gauge({
    name: 'kasane_operations_in_flight',
    help: 'Operations that are being answered',
    registers,
  });

  const [hit, miss] = [plans.labels('hit'), plans.labels('miss')];

  return {
    observer: {
      planned: (_, wasKnown) => (wasKnown ? hit : miss).inc(),
      asks(sector) {
        const begin = performance.now();
        return {
          answered: (outcome) =>
            fetches.observe(sector, wordOf[outcome], (performance.now() - begin) / 1_000),
        };
      },
    },
    watch() {
      inFlight.inc();
      const begin = performance.now();
      return ({ operation, errors, hasData }) => {
        inFlight.dec();
        const name = operation?.name?.value ?? '';
        operations.observe(
          knownOperations.has(name) ? name : 'other',
          !errors?.length ? 'ok' : hasData ? 'partial' : 'failed',
          (performance.now() - begin) / 1_000,
        );
      };
    },
    plugin: {
      async unexpectedErrorProcessingRequest() {
        inFlight.dec();
        refused.inc({ code: 'INTERNAL' });
      },
    },
    refused: (code) => refused.inc({ code }),
    contentType: register.contentType,
    text: () => register.metrics(),
  };
}
