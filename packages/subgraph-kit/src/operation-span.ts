import type { ApolloServerPlugin } from '@apollo/server';
import { onAnswered, type Traces, type TraceSpan } from '@kasane/http';
import type { IncomingMessage } from 'node:http';

/**
 * The span of one operation, a part of the fetch that the gateway told of. It ends when the answer left, so that the wait
 * for the ledger is within it. Begun only once the viewer is known to be one: a stranger cannot write into a trace.
 */
export function beginOperationSpan(
  traces: Traces | undefined,
  request: IncomingMessage,
  requestId: string,
): TraceSpan | undefined {
  const { traceparent } = request.headers;
  const span = traces?.begin('graphql', typeof traceparent === 'string' ? traceparent : undefined, {
    'kasane.request_id': requestId,
  });
  if (span) onAnswered(request, () => span.end());
  return span;
}

/** Tells the span what kind of operation it is, and whether it failed: which of its fields did is nobody's to see. */
export const operationSpanPlugin: ApolloServerPlugin<{ readonly span?: TraceSpan | undefined }> = {
  async requestDidStart({ contextValue: { span } }) {
    if (!span) return;
    return {
      async didResolveOperation({ operation }) {
        if (operation) span.set({ 'graphql.operation.type': operation.operation });
      },
      async didEncounterErrors() {
        span.fail();
      },
    };
  },
};
