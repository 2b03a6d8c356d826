import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { SpanAttributes, Traces, TraceSpan } from './traces.js';

/** By OpenTelemetry's own SDK. */
export function otlpTraces(service: string, endpoint: string): Traces {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: 3_000,
  });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('kasane');
  return {
    begin(name, traceparent, attributes) {
      const caller = traceparent === undefined ? undefined : parse(traceparent);
      const context = caller ? trace.setSpanContext(ROOT_CONTEXT, caller) : ROOT_CONTEXT;
      return open(tracer, name, SpanKind.SERVER, context, attributes);
    },
    close: () => provider.shutdown(),
  };
}

const kinds = { works: SpanKind.INTERNAL, asks: SpanKind.CLIENT } as const;

function open(
  tracer: Tracer,
  name: string,
  kind: SpanKind,
  context: Context,
  attributes: SpanAttributes = {},
): TraceSpan {
  const span: Span = tracer.startSpan(name, { kind, attributes }, context);
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
    begin: (part, how, words) => open(tracer, part, kinds[how], trace.setSpan(ROOT_CONTEXT, span), words),
    set: (words) => void span.setAttributes(words),
    fail: () => void span.setStatus({ code: SpanStatusCode.ERROR }),
    end: () => span.end(),
  };
}

/** W3C Trace Context, version 00. */
function parse(traceparent: string): SpanContext | undefined {
  const [, traceId, spanId, flags] =
    /^00-((?!0{32})[0-9a-f]{32})-((?!0{16})[0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, traceFlags: parseInt(flags, 16) & 1, isRemote: true };
}
