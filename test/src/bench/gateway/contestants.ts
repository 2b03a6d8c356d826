import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startNode, type Started } from './processes.js';
import { schemas } from './supergraph.js';

export const contestants = ['ours', 'byHand', 'apolloGateway', 'hive', 'hiveRustPlanner'] as const;
export type Contestant = (typeof contestants)[number];

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** Beside the sources: packages are not compiled. */
const rivals = here('../../../src/bench/gateway/rivals');

/** The other gateways are no dependency of the hub: they are installed when they are first measured. */
export function installRivals(): boolean {
  if (existsSync(join(rivals, 'node_modules', '.package-lock.json'))) return true;
  process.stderr.write('Installing the other gateways (first time) …\n');
  const { status } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-workspaces', '--prefix', rivals],
    { cwd: rivals, stdio: ['ignore', 'ignore', 'ignore'] },
  );
  return status === 0;
}

export const startSubgraphs = (): Promise<Started> => startNode([here('./subgraphs.js')], /^ports (.*)$/m);

/** One of them alone, on a port that it had before. */
export const startSubgraph = (name: string, port = 0): Promise<Started> =>
  startNode([here('./subgraphs.js'), name, String(port)], /^ports (.*)$/m);

export function writeSupergraph(ports: Readonly<Record<string, number>>): string {
  const { supergraphSdl, errors } = composeServices(
    [...schemas].map(([name, sdl]) => ({
      name,
      url: `http://127.0.0.1:${ports[name]}/graphql`,
      typeDefs: parse(sdl),
    })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  const file = join(mkdtempSync(join(tmpdir(), 'kasane-bench-')), 'supergraph.graphql');
  writeFileSync(file, supergraphSdl);
  return file;
}

/** Each in its own process, as its documentation starts it, and none with a line of log per request. */
export function startContestant(name: Contestant, supergraph: string, ports: string): Promise<Started> {
  switch (name) {
    case 'ours':
      return startNode([here('./ours.js'), supergraph], /^port (\d+)$/m);
    case 'byHand':
      return startNode([here('./by-hand.js'), ports], /^port (\d+)$/m);
    default:
      return startNode([join(rivals, 'answer.mjs'), name, supergraph], /^port (\d+)$/m);
  }
}
