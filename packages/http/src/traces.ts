/** Words of ours alone: no document, no variable, nobody's id, no value. */
export type SpanAttributes = Readonly<Record<string, string>>;

/** One piece of work, as a trace tells it. */
export interface TraceSpan {
  /** For the header of that name, to whoever works on as a part of this. */
  readonly traceparent: string;
  /** A part of this; `asks`: somebody else does it. */
  begin(name: string, kind: 'works' | 'asks', attributes?: SpanAttributes): TraceSpan;
  set(attributes: SpanAttributes): void;
  fail(): void;
  end(): void;
}

export interface Traces {
  /**
   * A request that came in.
   * @param traceparent of whoever asks, where they are believed; without one, or with one that is none, a trace begins here
   */
  begin(name: string, traceparent: string | undefined, attributes?: SpanAttributes): TraceSpan;
  /** Sends what is left. It does not wait long for a collector that is away. */
  close(): Promise<void>;
}

/**
 * Traces for an OTLP collector, over HTTP. OpenTelemetry is loaded only here: who traces nothing does not pay for it.
 *
 * @param endpoint of the collector; `/v1/traces` is added
 */
export async function openTraces(service: string, endpoint: string): Promise<Traces> {
  const { otlpTraces } = await import('./otlp-traces.js');
  return otlpTraces(service, endpoint);
}

/** A part of a span that is over when the work is, and failed when it failed. Without a span, only the work. */
export async function traced<T>(
  span: TraceSpan | undefined,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  if (!span) return work();
  const part = span.begin(name, 'works');
  try {
    return await work();
  } catch (error) {
    part.fail();
    throw error;
  } finally {
    part.end();
  }
}
