import type { ApolloServer, BaseContext } from '@apollo/server';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Admit } from './admit.js';
import { drain } from './drain.js';
import { describeError } from './error-log.js';
import { handleGraphQL } from './handle-graphql.js';
import { openRequest, requestId } from './request-facts.js';
import { sendError } from './send.js';
import type { ShortWay } from './short-way.js';

/** Answers one path that is not GraphQL. It owns the response and must end it. */
export type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface GraphQLHttpOptions<C extends BaseContext> {
  /** Not yet started: it is started here, and stopped by `close`. */
  readonly apollo: ApolloServer<C>;
  /** Who asks, once per request. A `HubError` thrown here becomes the response, with the status of its code. */
  readonly context: (request: IncomingMessage) => Promise<C>;
  /** Looks at each operation before it is parsed. */
  readonly admit?: Admit<C>;
  /** Answers what needs nothing of Apollo Server any more. */
  readonly shortWay?: ShortWay<C>;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Other paths, keyed by method and path: `'GET /livez'`. HEAD follows GET. */
  readonly routes?: Readonly<Record<string, Route>>;
  /** Who answers a GET of a path that is none of these; `undefined` for nobody. */
  readonly otherwise?: (path: string, request: IncomingMessage) => Route | undefined;
  /** Default `/graphql`. */
  readonly graphqlPath?: string;
  /** Bytes of a request body; default 1 MiB. */
  readonly maxBodyBytes?: number;
  /**
   * Whether a caller may name the request (`hub-request-id`). Right behind the gateway, wrong in front of it:
   * a client that chooses the id could pass two requests off as one in the ledgers. Default true.
   */
  readonly acceptRequestId?: boolean;
  /**
   * Whether errors in a body carry the correlation id, and a partial answer is a 200. Default true; off, the body and
   * the status are Apollo Server's own, and the id is in the header only.
   */
  readonly correlateErrors?: boolean;
  /** How long `close` waits for requests in flight, in milliseconds; default 10,000. */
  readonly drainMs?: number;
  readonly logger: Logger;
}

export interface GraphQLServer {
  readonly url: string;
  readonly port: number;
  /** Stops accepting, lets requests in flight finish, then stops Apollo Server. May be called twice. */
  close(): Promise<void>;
}

/** Above the 60 s that load balancers and undici keep a connection, so that it is never us who close it first. */
const keepAliveMs = 65_000;

/** Bytes of all headers together: an access token with many roles has four thousand. More is answered with 431. */
const maxHeaderBytes = 16 * 1024;

/**
 * Apollo Server on `node:http`, with nothing between the socket and the operation.
 *
 * @example
 * const server = await serveGraphQL({ apollo, context: async () => ({}), host: '127.0.0.1', port: 0, logger });
 * await fetch(`${server.url}/graphql`, { method: 'POST', … });
 * await server.close();
 */
export async function serveGraphQL<C extends BaseContext>(
  options: GraphQLHttpOptions<C>,
): Promise<GraphQLServer> {
  const { apollo, logger, routes = {}, graphqlPath = '/graphql', acceptRequestId = true } = options;
  const graphql = handleGraphQL(options);
  await apollo.start();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request);
    if (path === graphqlPath) return graphql(request, response);
    const route = findRoute(routes, request.method ?? 'GET', path);
    if (route) return route(request, response);
    const allowed = methodsOf(routes, path);
    const isGet = request.method === 'GET' || request.method === 'HEAD';
    const other = allowed.length === 0 && isGet ? options.otherwise?.(path, request) : undefined;
    if (other) return other(request, response);
    if (allowed.length === 0)
      return sendError(response, 404, 'NOT_FOUND', 'There is nothing at this address.');
    response.setHeader('allow', allowed.join(', '));
    sendError(response, 405, 'BAD_USER_INPUT', 'This address does not take that method.');
  };

  const server = createServer(
    {
      keepAliveTimeout: keepAliveMs,
      headersTimeout: keepAliveMs + 1_000,
      // A body that comes a byte at a time holds its connection no longer than this.
      requestTimeout: keepAliveMs + 5_000,
      maxHeaderSize: maxHeaderBytes,
    },
    (request, response) => {
      openRequest(request, response, acceptRequestId);
      answer(request, response).catch((error: unknown) => {
        // Somebody who hung up in the middle of a body is not a fault of ours, and there is nobody to answer.
        if (request.destroyed && !request.complete) return response.destroy();
        logger.error(
          { requestId: requestId(request), error: describeError(error) },
          'a request failed outside GraphQL',
        );
        if (response.headersSent) return response.destroy();
        sendError(response, 500, 'INTERNAL');
      });
    },
  );
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port, options.host, resolve);
    });
  } catch (error) {
    await apollo.stop();
    throw error;
  }

  const { port } = server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  return {
    url: `http://${reachable(options.host)}:${port}`,
    port,
    close: () => (closing ??= drain(server, options.drainMs ?? 10_000).then(() => apollo.stop())),
  };
}

function pathOf(request: IncomingMessage): string {
  const target = request.url ?? '/';
  const query = target.indexOf('?');
  return query === -1 ? target : target.slice(0, query);
}

function findRoute(routes: Readonly<Record<string, Route>>, method: string, path: string): Route | undefined {
  const key = `${method === 'HEAD' ? 'GET' : method} ${path}`;
  return Object.hasOwn(routes, key) ? routes[key] : undefined;
}

const methodsOf = (routes: Readonly<Record<string, Route>>, path: string): string[] =>
  Object.keys(routes)
    .filter((key) => key.slice(key.indexOf(' ') + 1) === path)
    .map((key) => key.slice(0, key.indexOf(' ')));

/** The address that a browser on this machine can open, for a host that means "every interface". */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
