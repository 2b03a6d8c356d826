import { afterAll, describe, expect, test } from '@jest/globals';
import { parseGatewayConfig } from '@kasane/gateway';
import { ensureKeys, gatewayEnvironment, subgraphEnvironment } from '@kasane/local-hub';
import { parseSubgraphConfig } from '@kasane/subgraph-kit';
import { COLLABORATION, defaultRegistry } from '@kasane/vocabulary';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const top = fileURLToPath(new URL('../..', import.meta.url));
const at = (path: string): string => join(top, path);

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly healthcheck?: { readonly disable?: boolean };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** The variables that `make-env.sh` makes. */
const made = Object.fromEntries(
  execFileSync('/bin/sh', [at('packages/local-hub/docker/make-env.sh')], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.split('=') as [string, string]),
);

/** `${NAME}`, `${NAME:-default}` and `${NAME:?…}`, as Compose reads them. */
function interpolate(text: string): string {
  return text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest = '') => {
    const value = made[name];
    if (value !== undefined) return value;
    if (kind === '-') return rest;
    throw new Error(`${name} is asked for, and make-env.sh does not make it`);
  });
}

const source = readFileSync(at('docker-compose.yml'), 'utf8');
const compose = parse(interpolate(source), { merge: true }) as Compose;
const { services } = compose;
const service = (name: string): Service => {
  const found = services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};
/** What the `keys` service would have made, on this machine. */
const data = mkdtempSync(join(tmpdir(), 'kasane-compose-'));
const keys = await ensureKeys(join(data, 'keys'));
const onThisMachine = (environment: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value.replace(/^\/data\//, `${data}/`)]),
  );
afterAll(() => rmSync(data, { recursive: true }));

/** Names of variables, without the one that Node itself reads. */
const ours = (environment: Readonly<Record<string, string>> = {}): string[] =>
  Object.keys(environment)
    .filter((name) => name !== 'NODE_ENV')
    .sort();

const node = Object.entries(services).filter(([, { image }]) => image === 'kasane');

describe('docker-compose.yml', () => {
  test.each(defaultRegistry.map(({ id, url }) => [id, url] as const))(
    'runs %s where the registry says, and the subgraph accepts its environment',
    (id, url) => {
      const { environment = {}, command } = service(id);
      expect(command).toEqual(['node', `subgraphs/${id}/dist/main.js`]);
      const config = parseSubgraphConfig(id, onThisMachine(environment));
      expect(config).toMatchObject({ host: '0.0.0.0', port: Number(new URL(url).port), seed: 'sample' });
      expect(config.grantSigningKey !== undefined).toBe(id === COLLABORATION);

      const databases = [config.databaseUrl, config.migrationUrl].map((text) => new URL(text));
      const server = id === 'disability-support' ? 'mariadb' : 'postgres';
      const name = id.replace('-', '_');
      expect(databases.map(({ hostname, pathname }) => `${hostname}${pathname}`)).toEqual(
        Array(2).fill(`${server}/${name}`),
      );
      expect(databases.map(({ username }) => username)).toEqual([`${name}_app`, `${name}_owner`]);
      expect(config.appRole).toBe(`${name}_app`);
      expect(new Set(databases.map(({ password }) => password)).size).toBe(2);
    },
  );

  test('runs the gateway on the port that it publishes, and the gateway accepts its environment', () => {
    const { environment = {}, ports } = service('gateway');
    const here = onThisMachine(environment);
    const config = parseGatewayConfig([], { ...here, SUPERGRAPH: here['SUPERGRAPH']?.replace('/app', top) });
    expect(config).toMatchObject({
      mode: 'hub',
      host: '0.0.0.0',
      port: 4000,
      identity: { kind: 'development' },
    });
    expect(ports).toEqual(['127.0.0.1:4000:4000']);
  });

  test('tells each process what the local hub tells it, by the same names', () => {
    const registered = defaultRegistry.map(({ id }) => id);
    const database = { url: 'u', migrationUrl: 'm', appRole: 'a', adminUrl: undefined };
    for (const sector of registered) {
      const local = subgraphEnvironment({
        sector,
        port: 1,
        database,
        keys,
        registryFile: undefined,
        seed: 'sample',
        logLevel: 'info',
      });
      expect(ours(service(sector).environment)).toEqual(ours(local));
    }
    const local = gatewayEnvironment({
      host: 'h',
      port: 1,
      keys,
      supergraph: 's',
      subgraphUrls: {},
      issuer: {},
      logLevel: 'info',
    });
    expect(ours(service('gateway').environment)).toEqual(ours(local));
  });

  test('sends the gateway, and the stock router, to every subgraph', () => {
    const expected = Object.fromEntries(
      defaultRegistry.map(({ id, url }) => [id, `http://${id}:${new URL(url).port}/graphql`]),
    );
    expect(JSON.parse(service('gateway').environment?.['SUBGRAPH_URLS'] ?? '')).toEqual(expected);
    const router = parse(readFileSync(at('packages/local-hub/docker/router.config.yaml'), 'utf8')) as {
      override_subgraph_urls: { subgraphs: Record<string, { url: string }> };
    };
    const overrides = Object.entries(router.override_subgraph_urls.subgraphs).map(([id, { url }]) => [
      id,
      url,
    ]);
    expect(Object.fromEntries(overrides)).toEqual(expected);
    for (const name of ['gateway', 'router']) {
      for (const id of Object.keys(expected)) {
        const shared = service(name).networks?.filter((network) => service(id).networks?.includes(network));
        expect(shared).toEqual(['hub']);
      }
    }
  });

  test('names only files that exist', () => {
    for (const [name, { build, volumes = [], command = [], entrypoint = [] }] of Object.entries(services)) {
      if (build) expect({ name, found: existsSync(at(build.dockerfile)) }).toEqual({ name, found: true });
      const mounted = volumes
        .filter((volume) => volume.startsWith('./'))
        .map((volume) => volume.split(':')[0] ?? '');
      const programs = [...command, ...entrypoint]
        .filter((word) => word.endsWith('.js'))
        .map((word) => word.replace('/dist/', '/src/').replace(/\.js$/, '.ts'));
      for (const file of [...mounted, ...programs])
        expect({ file, found: existsSync(at(file)) }).toEqual({ file, found: true });
    }
    expect(existsSync(at('gateway/supergraph.graphql'))).toBe(true);
  });

  test('declares every volume, network and dependency that it uses', () => {
    for (const { volumes = [], networks = [], depends_on = {} } of Object.values(services)) {
      const named = volumes
        .map((volume) => volume.split(':')[0] ?? '')
        .filter((name) => !name.startsWith('.'));
      for (const name of named) expect(Object.keys(compose.volumes)).toContain(name);
      for (const name of networks) expect(Object.keys(compose.networks)).toContain(name);
      for (const name of Object.keys(depends_on)) expect(Object.keys(services)).toContain(name);
    }
  });

  test('holds no secret', () => {
    const secrets = Object.keys(made).filter((name) => name.endsWith('PASSWORD'));
    const written = Object.values((parse(source, { merge: true }) as Compose).services).flatMap(
      ({ environment = {} }) =>
        Object.entries(environment).flatMap(([name, value]) => {
          const password = name.endsWith('PASSWORD') ? value : /:\/\/\w+:(.*)@/.exec(value)?.[1];
          return password === undefined ? [] : [password];
        }),
    );
    expect(written.length).toBeGreaterThan(20);
    // `:?` stops Compose where the variable is missing, instead of starting with an empty password.
    for (const password of written) expect(secrets).toContain(/^\$\{(\w+):\?[^}]*\}$/.exec(password)?.[1]);
    const again = execFileSync('/bin/sh', [at('packages/local-hub/docker/make-env.sh')], {
      encoding: 'utf8',
    });
    for (const name of secrets) expect(again).not.toContain(made[name]);
  });

  test('gives each private key to its holder alone', () => {
    const holders = (volume: string): string[] =>
      Object.entries(services)
        .filter(([, { volumes = [] }]) => volumes.some((each) => each.startsWith(`${volume}:`)))
        .map(([name]) => name)
        .filter((name) => name !== 'keys');
    expect(holders('keys-gateway')).toEqual(['gateway']);
    expect(holders('keys-collaboration')).toEqual(['collaboration']);
    expect(holders('keys-sign-in')).toEqual(['sign-in']);
  });

  test('opens the front door alone, on this machine alone, and locks up the containers', () => {
    const open = Object.entries(services).filter(([, { ports = [] }]) => ports.length > 0);
    expect(open.map(([name]) => name)).toEqual(['gateway', 'router']);
    for (const [, { ports = [] }] of open) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(compose.networks['hub']?.internal).toBe(true);
    expect(compose.networks['databases']?.internal).toBe(true);
    for (const [, container] of node) {
      expect(container).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    }
    const dockerfile = readFileSync(at('packages/local-hub/docker/Dockerfile'), 'utf8');
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK[^]*\/readyz/m);
    // Whoever runs for good is asked whether it is ready; whoever runs once is not.
    const asked = node.filter(([, { healthcheck }]) => healthcheck?.disable !== true).map(([name]) => name);
    expect(asked.sort()).toEqual(['gateway', ...defaultRegistry.map(({ id }) => id)].sort());
  });
});
