// One of the other gateways, in a process of its own: node answer.mjs <name> <supergraph> . It prints its port.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';
import { URL } from 'node:url';

const [name, file] = process.argv.slice(2);
const supergraphSdl = readFileSync(file, 'utf8');

const starts = {
  /** As its documentation starts it. */
  async apolloGateway() {
    const { ApolloServer } = await import('@apollo/server');
    const { startStandaloneServer } = await import('@apollo/server/standalone');
    const { ApolloGateway } = await import('@apollo/gateway');
    const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }) });
    const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
    return new URL(url).port;
  },
  hive: () => hive({}),
  async hiveRustPlanner() {
    const { unifiedGraphHandler } = await import('@graphql-hive/router-runtime');
    return hive({ unifiedGraphHandler });
  },
};

async function hive(options) {
  const { createGatewayRuntime } = await import('@graphql-hive/gateway-runtime');
  const gateway = createGatewayRuntime({
    supergraph: supergraphSdl,
    logging: false,
    landingPage: false,
    // By default alike questions that are on their way to a subgraph at the same time share one answer. In a hub, where
    // each viewer has a token, none are alike; all of the bench are: every contestant fetches for every client.
    transportEntries: { '*': { options: { deduplicateInflightRequests: false } } },
    ...options,
  });
  const server = createServer(gateway);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server.address().port;
}

process.stdout.write(`port ${await starts[name]()}\n`);
