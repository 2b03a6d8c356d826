import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { RunObserver } from '../../execution/observer.js';
import type { GatewayContext } from '../gateway-context.js';
import type { WatchOperation } from '../watch-operations.js';

export interface Tracing {
  readonly watch: WatchOperation;
  observerOf(context: GatewayContext): RunObserver | undefined;
  close(): Promise<void>;
}

/** Sends spans to an OTLP collector, over HTTP. */
export const otlpProcessor = (endpoint: string): SpanProcessor =>
  new BatchSpanProcessor(
    new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: 3_000 }),
  );

/**
 * One span per operation and one per fetch, which the subgraph is told in `traceparent`. A trace begins here: what a
 * client sends could join two people's requests. Attributes are words of ours: no document, variable or staff id.
 */
export function createTracing(processor: SpanProcessor): Tracing {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'kasane-gateway' }),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('kasane');
  const spans = new WeakMap<GatewayContext, Span>();

  return {
    watch(context) {
      const attributes = { 'kasane.request_id': context.requestId };
      const span = tracer.startSpan('graphql', { kind: SpanKind.SERVER, attributes }, ROOT_CONTEXT);
      spans.set(context, span);
      return ({ operation, errors }) => {
        if (operation) span.setAttribute('graphql.operation.type', operation.operation);
        if (errors?.length) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      };
    },
    observerOf(context) {
      const parent = spans.get(context);
      return parent && { asks: (sector) => fetchSpan(tracer.startSpan.bind(tracer), parent, sector) };
    },
    close: () => provider.shutdown(),
  };
}

function fetchSpan(
  start: ReturnType<BasicTracerProvider['getTracer']>['startSpan'],
  parent: Span,
  sector: string,
): ReturnType<NonNullable<RunObserver['asks']>> {
  const attributes = { 'kasane.sector': sector };
  const span = start('fetch', { kind: SpanKind.CLIENT, attributes }, trace.setSpan(ROOT_CONTEXT, parent));
  const { traceId, spanId } = span.spanContext();
  return {
    headers: { traceparent: `00-${traceId}-${spanId}-01` },
    answered(outcome) {
      span.setAttribute('kasane.outcome', outcome);
      if (outcome !== 'OK') span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}
