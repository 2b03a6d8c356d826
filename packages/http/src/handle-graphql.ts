import { HeaderMap, type ApolloServer, type BaseContext, type HTTPGraphQLResponse } from '@apollo/server';
import { HubError } from '@kasane/vocabulary';
import { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { admitted, type Admit } from './admit.js';
import { correlatedBody } from './correlated-body.js';
import { BadBody, readJsonBody } from './read-body.js';
import { requestId, requestSignal } from './request-facts.js';
import { sendError } from './send.js';
import { ContentTypes, plainOperation, type ShortWay } from './short-way.js';

export interface GraphQLHandlerOptions<C extends BaseContext> {
  readonly apollo: ApolloServer<C>;
  readonly context: (request: IncomingMessage) => Promise<C>;
  readonly admit?: Admit<C>;
  readonly shortWay?: ShortWay<C>;
  readonly maxBodyBytes?: number;
  readonly correlateErrors?: boolean;
}

/** One GraphQL request: read it, answer it the short way or let Apollo Server, write the answer. */
export function handleGraphQL<C extends BaseContext>({
  apollo,
  context: contextOf,
  admit,
  shortWay,
  maxBodyBytes = 1024 * 1024,
  correlateErrors = true,
}: GraphQLHandlerOptions<C>): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const contentTypes = new ContentTypes();
  return async (request, response) => {
    let body: unknown;
    try {
      body = request.method === 'POST' ? await readJsonBody(request, maxBodyBytes) : undefined;
    } catch (error) {
      if (!(error instanceof BadBody)) throw error;
      // What is left of the body is not read: the connection cannot carry another request.
      if (!request.complete) response.setHeader('connection', 'close');
      return sendError(response, error.status, error.code, error.message);
    }
    const carrier = { method: request.method ?? 'GET', search: searchOf(request), body };
    // Who asks is known before what.
    const begin = async (): Promise<C> => {
      try {
        const context = await contextOf(request);
        if (admit) Object.assign(carrier, await admitted(carrier, context, admit));
        return context;
      } catch (error) {
        throw asGraphQLError(error);
      }
    };
    const type = shortWay && contentTypes.of(request);
    let begun: Promise<C> | undefined;
    // A body is there when it came as JSON, which no page of another site can send by itself: Apollo Server's guard
    // against those would let it through.
    if (shortWay && type !== undefined && body !== undefined) {
      begun = begin();
      // What is wrong Apollo Server tells.
      const context = await begun.catch(() => undefined);
      const operation = context && plainOperation(carrier.body);
      const answer = operation && (await shortWay(operation, context));
      if (answer) {
        response.statusCode = answer.status;
        response.setHeader('cache-control', 'no-store');
        response.setHeader('content-type', type);
        // Bytes at once: as text it would be put together once to be measured and once more to be sent.
        const bytes = Buffer.from(answer.text);
        response.setHeader('content-length', bytes.length);
        response.end(bytes);
        return;
      }
    }
    const httpGraphQLRequest = { ...carrier, headers: headersOf(request) };
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest,
      // Apollo Server asks for the context first and reads the operation then.
      context: async () => {
        const context = await (begun ?? begin());
        return (Object.assign(httpGraphQLRequest, carrier), context);
      },
    });
    contentTypes.learn(request, answer);
    await write(request, response, answer, correlateErrors);
  };
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const name in request.headers) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, typeof value === 'string' ? value : value.join(', '));
  }
  return headers;
}

function searchOf(request: IncomingMessage): string {
  const target = request.url ?? '';
  const query = target.indexOf('?');
  return query === -1 ? '' : target.slice(query);
}

/** Apollo Server answers anything but a GraphQLError from a context function with 500. */
const asGraphQLError = (error: unknown): unknown =>
  error instanceof HubError
    ? new GraphQLError(error.message, { originalError: error, extensions: { ...error.extensions } })
    : error;

async function write(
  request: IncomingMessage,
  response: ServerResponse,
  answer: HTTPGraphQLResponse,
  correlateErrors: boolean,
): Promise<void> {
  // Set first, so that Apollo's own cache-control may be stricter but a missing one never means "cache it".
  response.setHeader('cache-control', 'no-store');
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (answer.body.kind === 'complete') {
    const raw = { status: answer.status ?? 200, text: answer.body.string };
    const { status, text } = correlateErrors ? correlatedBody(raw.status, raw.text, requestId(request)) : raw;
    response.statusCode = status;
    response.setHeader('content-length', Buffer.byteLength(text));
    response.end(request.method === 'HEAD' ? undefined : text);
    return;
  }
  response.statusCode = answer.status ?? 200;
  const gone = requestSignal(request);
  for await (const chunk of answer.body.asyncIterator) {
    if (gone.aborted) return;
    if (!response.write(chunk)) await drained(response, gone);
  }
  response.end();
}

/** Waits until the client has taken what was written, or has left. */
const drained = (response: ServerResponse, gone: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      gone.removeEventListener('abort', done);
      resolve();
    };
    response.once('drain', done);
    gone.addEventListener('abort', done, { once: true });
  });
