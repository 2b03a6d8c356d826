import type { Traces, TraceSpan } from '@kasane/http';
import type { RunObserver } from '../../execution/observer.js';
import type { GatewayContext } from '../gateway-context.js';
import type { WatchOperation } from '../watch-operations.js';

export interface Tracing {
  readonly watch: WatchOperation;
  observerOf(context: GatewayContext): RunObserver | undefined;
}

/**
 * One span per operation and one per fetch, which the subgraph is told in `traceparent`. A trace begins here: what a
 * client sends could join two people's requests.
 */
export function createTracing(traces: Traces): Tracing {
  const spans = new WeakMap<GatewayContext, TraceSpan>();
  return {
    watch(context) {
      const span = traces.begin('graphql', undefined, { 'kasane.request_id': context.requestId });
      spans.set(context, span);
      return ({ operation, errors }) => {
        if (operation) span.set({ 'graphql.operation.type': operation.operation });
        if (errors?.length) span.fail();
        span.end();
      };
    },
    observerOf(context) {
      const parent = spans.get(context);
      return (
        parent && {
          asks(sector) {
            const span = parent.begin('fetch', 'asks', { 'kasane.sector': sector });
            return {
              headers: { traceparent: span.traceparent },
              answered(outcome) {
                span.set({ 'kasane.outcome': outcome });
                if (outcome !== 'OK') span.fail();
                span.end();
              },
            };
          },
        }
      );
    },
  };
}
