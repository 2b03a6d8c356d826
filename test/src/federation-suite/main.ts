import { composeSupergraph, parseGatewayConfig, startGateway } from '@kasane/gateway';
import { sectorId, type SectorEntry } from '@kasane/vocabulary';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { startNode } from '../bench/gateway/processes.js';
import { productsSchema, serveProducts } from './products-subgraph.js';
import { installSuite, runSuite, suitePath } from './run-suite.js';

/*
 * Apollo's subgraph compatibility suite as it is published: on a subgraph built with the kit, and through our gateway.
 * `node main.js [--json <file>]`; exit code 1 when any of its tests fails.
 */

/** Where the suite's tests look for a router; they cannot be told another. */
const ROUTER_PORT = 4000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const logger = pino({ level: 'warn' }, process.stderr);
const { values: flags } = parseArgs({ options: { json: { type: 'string' } } });
const closing: (() => unknown)[] = [];

try {
  installSuite(say);
  const router = await listen(ROUTER_PORT);
  closing.push(() => router.close());
  const { schema, sdl } = await productsSchema();
  const products = await serveProducts(schema, logger);
  closing.push(() => products.close());
  const users = await startSubgraph('users');
  const inventory = await startSubgraph('inventory');

  const folder = mkdtempSync(join(tmpdir(), 'kasane-federation-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  const supergraph = join(folder, 'supergraph.graphql');
  const urls = { products: `${products.url}/graphql`, users, inventory };
  const schemaOf = (name: string): string =>
    readFileSync(suitePath(`dist/subgraphs/${name}/${name}.graphql`), 'utf8');
  const schemas = { products: sdl, users: schemaOf('users'), inventory: schemaOf('inventory') };
  writeFileSync(
    supergraph,
    composeSupergraph(Object.entries(urls).map(entryOf), new Map(Object.entries(schemas))),
  );
  const config = parseGatewayConfig(['--open', '--port', '0', '--supergraph', supergraph], {});
  const gateway = await startGateway(config, logger);
  closing.push(() => gateway.close());
  passOn(router, `${gateway.url}/graphql`);

  const { results, problems } = await runSuite(urls.products, say);
  if (flags.json !== undefined) writeFileSync(flags.json, JSON.stringify(results));
  for (const problem of problems) say(`✗ ${problem}`);
  say(`${results.numPassedTests} of ${results.numTotalTests} tests passed`);
  if (problems.length > 0) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  for (const close of closing.reverse()) await close();
}

/** @returns its address, once it listens */
async function startSubgraph(name: 'users' | 'inventory'): Promise<string> {
  const free = await listen(0);
  const { port } = free.address() as AddressInfo;
  await new Promise((closed) => free.close(closed));
  const started = await startNode([suitePath(`dist/subgraphs/${name}/index.js`)], /ready at (\S+)/, {
    [`${name.toUpperCase()}_PORT`]: String(port),
  });
  closing.push(() => started.stop());
  return started.said;
}

/** As a sector of the registry, for the composition to be the hub's own. */
function entryOf([name, url]: [string, string]): SectorEntry {
  return { id: sectorId(name), name: { ja: name, en: name }, field: name, url, categories: [] };
}

/** @throws {Error} naming the port, when somebody else has it */
function listen(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', () =>
      reject(new Error(`The suite asks port ${port}, which is taken: free it and try again.`)),
    );
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** The suite posts to `/`, where the gateway has its links: what comes to this server is asked of `url`. */
function passOn(server: Server, url: string): void {
  server.on('request', (incoming, outgoing) => {
    const { method, headers } = incoming;
    const asked = request(url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    asked.once('error', (error) => outgoing.writeHead(502).end(error.message));
    incoming.pipe(asked);
  });
}
