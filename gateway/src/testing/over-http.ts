import { graphql } from 'graphql';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import type { OpenConfig } from '../config.js';
import { startGateway, type GatewayServer } from '../server/start-gateway.js';
import { compose, subgraphSchema, type Answer, type Call, type TestSubgraph } from './federated.js';
import { openConfig } from './served.js';

/** May answer in place of a subgraph, on the bare socket; `answer` is what it would have said. */
export type Misbehave = (response: ServerResponse, answer: () => Promise<string>) => void | Promise<void>;

export interface FederationOverHttp {
  readonly url: string;
  readonly calls: Call[];
  ask(query: string, variables?: Record<string, unknown>, signal?: AbortSignal): Promise<Answer>;
  /** `undefined`: it behaves again. */
  misbehave(subgraph: string, how: Misbehave | undefined): void;
  /** Closes its port, with every connection. */
  stopSubgraph(subgraph: string): Promise<void>;
  /** Opens the same port again. */
  startSubgraph(subgraph: string): Promise<void>;
  log(): string;
  stop(): Promise<void>;
}

/** A foreign supergraph as it would be met: subgraphs that listen, and the gateway as `--open` starts it. */
export async function federateOverHttp(
  subgraphs: Readonly<Record<string, TestSubgraph>>,
  config: Partial<OpenConfig> = {},
  amend: (supergraphSdl: string) => string = (sdl) => sdl,
): Promise<FederationOverHttp> {
  const calls: Call[] = [];
  const servers = new Map<string, { readonly server: Server; port: number }>();
  const misbehaviours = new Map<string, Misbehave>();

  const listen = async (name: string): Promise<void> => {
    const found = servers.get(name)!;
    await new Promise<void>((resolve) => found.server.listen(found.port, '127.0.0.1', resolve));
    found.port = (found.server.address() as AddressInfo).port;
  };
  const close = (name: string): Promise<void> =>
    new Promise((resolve) => {
      const { server } = servers.get(name)!;
      server.close(() => resolve());
      server.closeAllConnections();
    });

  for (const [name, subgraph] of Object.entries(subgraphs)) {
    const schema = subgraphSchema(subgraph);
    const server = createServer(async (request, response) => {
      const { query, variables = {} } = JSON.parse(await text(request)) as {
        query: string;
        variables?: Record<string, unknown>;
      };
      const headers = request.headers as Record<string, string>;
      calls.push({ subgraph: name, query, variables, headers });
      const answer = async (): Promise<string> =>
        JSON.stringify(
          await graphql({ schema, source: query, variableValues: variables, contextValue: headers }),
        );
      const misbehave = misbehaviours.get(name);
      if (misbehave) return misbehave(response, answer);
      response.setHeader('content-type', 'application/json').end(await answer());
    });
    servers.set(name, { server, port: 0 });
    await listen(name);
  }

  let log = '';
  const closeAll = async (): Promise<void> => {
    for (const [name, { server }] of servers) if (server.listening) await close(name);
  };
  const start = async (): Promise<GatewayServer> => {
    const supergraphSdl = compose(
      Object.fromEntries(Object.entries(subgraphs).map(([name, { sdl }]) => [name, sdl])),
      (name) => `http://127.0.0.1:${servers.get(name)!.port}/graphql`,
    );
    const logger = pino({ level: 'info' }, { write: (line: string) => void (log += line) });
    return startGateway(
      { ...openConfig, supergraphSdl: amend(supergraphSdl), subgraphUrls: {}, ...config },
      logger,
    );
  };
  const gateway = await start().catch(async (error: unknown) => {
    await closeAll();
    throw error;
  });
  return {
    url: gateway.url,
    calls,
    async ask(query, variables = {}, signal) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
        ...(signal && { signal }),
      });
      return { status: response.status, body: (await response.json()) as Answer['body'] };
    },
    misbehave: (name, how) => void (how ? misbehaviours.set(name, how) : misbehaviours.delete(name)),
    stopSubgraph: close,
    startSubgraph: listen,
    log: () => log,
    async stop() {
      await gateway.close();
      await closeAll();
    },
  };
}
