import type { ApolloServerPlugin } from '@apollo/server';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RunObserver } from '../../execution/observer.js';
import type { GatewayContext } from '../gateway-context.js';
import type { WatchOperation } from '../watch-operations.js';

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

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * For Prometheus. A label is a word of ours: a sector, an outcome, an error code, the name of a trusted operation. The name that a
 * client gave to its own operation could be anything, a person's too, and is counted as `other`.
 */
export function createMetrics(knownOperations: ReadonlySet<string>): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const operations = new Histogram({
    name: 'kasane_operation_seconds',
    help: 'Operations answered, by name of the trusted document and outcome',
    labelNames: ['operation', 'outcome'],
    buckets: seconds,
    registers,
  });
  const fetches = new Histogram({
    name: 'kasane_sector_fetch_seconds',
    help: 'Fetches from a sector, by outcome',
    labelNames: ['sector', 'outcome'],
    buckets: seconds,
    registers,
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

  return {
    observer: {
      planned: (_, wasKnown) => plans.inc({ cache: wasKnown ? 'hit' : 'miss' }),
      asks(sector) {
        const end = fetches.startTimer({ sector });
        return { answered: (outcome) => void end({ outcome: outcome.toLowerCase() }) };
      },
    },
    watch() {
      inFlight.inc();
      const end = operations.startTimer();
      return ({ operation, errors, hasData }) => {
        inFlight.dec();
        const name = operation?.name?.value ?? '';
        end({
          operation: knownOperations.has(name) ? name : 'other',
          outcome: !errors?.length ? 'ok' : hasData ? 'partial' : 'failed',
        });
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
