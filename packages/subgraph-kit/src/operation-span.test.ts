import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ApolloServer } from '@apollo/server';
import { errorFormatter, openTraces, serveGraphQL, traced, type Traces, type TraceSpan } from '@kasane/http';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { ledgerPlugin } from './ledger-plugin.js';
import { beginOperationSpan, operationSpanPlugin } from './operation-span.js';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status: { readonly code?: number };
}
const bodies: string[] = [];
let collector: Server;
let traces: Traces | undefined;
beforeEach(async () => {
  bodies.length = 0;
  collector = createServer(async (request, response) => {
    bodies.push(await text(request));
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  traces = await openTraces(
    'kasane-school',
    `http://127.0.0.1:${(collector.address() as AddressInfo).port}/`,
  );
});
afterEach(() => void collector.close());

/** A subgraph in small: whoever has a header is a viewer, and the ledger may be away. */
async function ask(
  query: string,
  headers: Record<string, string>,
  isTraced = true,
): Promise<readonly Span[]> {
  type Context = { readonly span: TraceSpan | undefined; readonly record: () => Promise<void> };
  const server = await serveGraphQL<Context>({
    apollo: new ApolloServer<Context>({
      typeDefs: 'type Query { name: String, crash: String }',
      resolvers: {
        Query: {
          name: () => 'canary-7c1d',
          crash: () => {
            throw new Error('canary-7c1d');
          },
        },
      },
      formatError: errorFormatter,
      stopOnTerminationSignals: false,
      plugins: [operationSpanPlugin, ledgerPlugin<never>(() => undefined) as never],
    }),
    context: async (request) => {
      if (request.headers['hub-viewer'] === undefined) throw new Error('nobody');
      const span = beginOperationSpan(isTraced ? traces : undefined, request, 'request-0001');
      const isAway = request.headers['hub-viewer'] === 'unrecorded';
      return {
        span,
        record: () =>
          traced(span, 'ledger', () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve())),
      };
    },
    host: '127.0.0.1',
    port: 0,
    logger: pino({ enabled: false }),
  });
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  await response.text();
  await server.close();
  await traces!.close();
  return bodies.flatMap((body) =>
    (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans.flatMap(
      ({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans),
    ),
  );
}
const [trace, parent] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
const traceparent = `00-${trace}-${parent}-01`;

test('an operation is a part of the fetch that the gateway told of, and the ledger a part of the operation', async () => {
  const spans = await ask('{ name }', { 'hub-viewer': 'v', traceparent });
  // In the order of their ends: two spans' clocks are rounded each for itself, so times do not tell it.
  expect(spans.map(({ name }) => name)).toEqual(['ledger', 'graphql']);
  const [ledger, operation] = spans as [Span, Span];
  expect(operation).toMatchObject({ traceId: trace, parentSpanId: parent });
  expect(ledger).toMatchObject({ traceId: trace, parentSpanId: operation.spanId });
  expect(bodies.join()).toContain('kasane-school');
  expect(bodies.join()).not.toContain('canary');
});

test('what failed is told as failed, without a word of it', async () => {
  const spans = await ask('{ crash }', { 'hub-viewer': 'unrecorded', traceparent });
  expect(spans.map(({ name, status }) => [name, status.code]).sort()).toEqual([
    ['graphql', 2],
    ['ledger', 2],
  ]);
  expect(bodies.join()).not.toMatch(/canary|away/);
});

test.each(['', 'x', `00-${'0'.repeat(32)}-${parent}-01`, `${traceparent}-more`, traceparent.toUpperCase()])(
  'a `traceparent` that is none (%j) begins a trace of its own',
  async (header) => {
    const [span] = await ask('{ name }', { 'hub-viewer': 'v', traceparent: header });
    expect(span?.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(span?.traceId).not.toBe(trace);
  },
);

test('nothing is told of what the gateway does not trace, of a stranger, or where traces are off', async () => {
  expect(await ask('{ name }', { 'hub-viewer': 'v', traceparent: `00-${trace}-${parent}-00` })).toEqual([]);
  expect(await ask('{ name }', { traceparent })).toEqual([]);
  expect(await ask('{ name }', { 'hub-viewer': 'v', traceparent }, false)).toEqual([]);
});
