import { expect, test } from '@jest/globals';
import { defaultRegistry } from '@kasane/vocabulary';
import { parseHubConfig } from './hub-config.js';

test('everything has a default, and an empty variable is an unset one', () => {
  expect(parseHubConfig({ PORT: '', KASANE_DATA: '' }, '/top')).toEqual({
    dataDir: '/top/.kasane',
    host: '127.0.0.1',
    port: 4000,
    subgraphBasePort: undefined,
    developmentSignIn: { port: undefined, seconds: undefined, consoleOrigins: undefined },
    registryFile: undefined,
    registry: defaultRegistry,
    databases: {},
    seed: 'sample',
    logLevel: 'warn',
    issuer: {},
    gateway: {},
    sectors: {},
  });
});

test('every problem is told at once', () => {
  const parse = (): unknown => parseHubConfig({ PORT: 'http', SEED: 'real', LOG_LEVEL: 'loud' }, '/top');
  expect(parse).toThrow(/PORT[^]*SEED[^]*LOG_LEVEL/);
});

test('a sector may have a database of its own', () => {
  const env = { ELDER_CARE_DATABASE_URL: 'postgres://a@db/x', ELDER_CARE_DATABASE_APP_ROLE: 'a' };
  expect(parseHubConfig(env, '/top').databases).toEqual({
    'elder-care': { url: 'postgres://a@db/x', migrationUrl: undefined, appRole: 'a' },
  });
});

test('KASANE_PORT is meant for the hub alone, so it wins over PORT', () => {
  expect(parseHubConfig({ PORT: '5000', KASANE_PORT: '5001' }, '/top').port).toBe(5001);
});

test('the OpenID provider is passed on, other variables are not', () => {
  const env = { KASANE_OIDC_ISSUER: 'https://id.example', AWS_SECRET_ACCESS_KEY: 'x' };
  expect(parseHubConfig(env, '/top').issuer).toEqual({ KASANE_OIDC_ISSUER: 'https://id.example' });
});

test("passes the gateway's own settings on, and nothing else of the environment", () => {
  const env = { RATE_LIMIT_PER_MINUTE: '60', AWS_SECRET_ACCESS_KEY: 'x', METRICS_TOKEN: '' };
  expect(parseHubConfig(env, '/top').gateway).toEqual({ RATE_LIMIT_PER_MINUTE: '60' });
});

test('where traces go is told to the gateway and to every sector', () => {
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };
  const { gateway, sectors, registry } = parseHubConfig(env, '/top');
  expect(gateway).toEqual(env);
  expect(sectors).toEqual(Object.fromEntries(registry.map(({ id }) => [id, env])));
  expect(parseHubConfig({}, '/top').sectors).toEqual({});
});
