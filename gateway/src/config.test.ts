import { describe, expect, test } from '@jest/globals';
import { generateSigningKey } from '@kasane/identity';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseGatewayConfig, type ConfigError } from './config.js';

const directory = mkdtempSync(join(tmpdir(), 'kasane-config-'));
const file = (name: string, content: string): string => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};
const supergraph = file('supergraph.graphql', 'enum join__Graph { A }');
const keys = await generateSigningKey();
const hub = {
  CONSOLE_FOLDER: 'none',
  SUPERGRAPH: supergraph,
  VIEWER_SIGNING_KEY_FILE: file('viewer.json', JSON.stringify(keys.privateKey)),
  DEVELOPMENT_SIGN_IN_KEY_FILE: file('sign-in.json', JSON.stringify(keys.publicKey)),
};
const problems = (args: readonly string[], env: Record<string, string>): readonly string[] => {
  try {
    parseGatewayConfig(args, env);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

describe('configuration', () => {
  test('of the hub has its keys and its sectors', () => {
    const config = parseGatewayConfig([], {
      ...hub,
      PORT: '4100',
      SUBGRAPH_URLS: '{"a":"http://a:1/graphql"}',
    });
    expect(config).toMatchObject({
      mode: 'hub',
      production: false,
      port: 4100,
      subgraphUrls: { a: 'http://a:1/graphql' },
      identity: { kind: 'development' },
    });
  });

  test('of a foreign supergraph needs a file and a port', () => {
    expect(parseGatewayConfig(['--supergraph', supergraph, '--port', '0', '--open'], {})).toMatchObject({
      mode: 'open',
      port: 0,
      supergraphSdl: 'enum join__Graph { A }',
    });
  });

  test('finds a path from where npm was called', () => {
    const config = parseGatewayConfig(['--supergraph', 'supergraph.graphql', '--open'], {
      INIT_CWD: directory,
    });
    expect(config.supergraphFile).toBe(supergraph);
  });

  test('that is wrong is refused with every problem', () => {
    const found = problems([], { PORT: 'x', SUBGRAPH_URLS: '{', SUPERGRAPH: '/nowhere', LOG_LEVEL: 'loud' });
    expect(found.join('\n')).toMatch(
      /PORT[\s\S]*SUBGRAPH_URLS[\s\S]*LOG_LEVEL[\s\S]*VIEWER_SIGNING_KEY_FILE[\s\S]*no issuer is configured/,
    );
    expect(problems(['--opn'], {}).join('\n')).toContain('usage');
    expect(problems(['--open', '--supergraph', '/nowhere'], {}).join('\n')).toContain('cannot be read');
  });

  test('of limits, timeouts and documents is read whole or refused with what is wrong', () => {
    const text = '{ __typename }';
    const hash = createHash('sha256').update(text).digest('hex');
    const config = parseGatewayConfig(['--open'], {
      ...hub,
      SUBGRAPH_TIMEOUTS_MS: '{"a":500}',
      OPERATION_LIMITS: '{"depth":12}',
      TRUSTED_DOCUMENTS: file('trusted.json', JSON.stringify({ [hash]: text })),
      TRUSTED_DOCUMENTS_ONLY: '1',
    });
    expect(config).toMatchObject({
      subgraphTimeoutsMs: { a: 500 },
      operationLimits: { depth: 12, aliases: 200 },
      trustedDocumentsOnly: true,
    });
    expect(config.trustedDocuments?.byHash(hash)).toBe(text);
    const found = problems([], {
      ...hub,
      SUBGRAPH_TIMEOUTS_MS: '{"a":"soon"}',
      OPERATION_LIMITS: '{"deepness":3}',
      REDIS_URL: 'http://redis',
      METRICS_TOKEN: 'short',
      RATE_LIMIT_PER_MINUTE: '-1',
    }).join('\n');
    for (const name of [
      'SUBGRAPH_TIMEOUTS_MS',
      'OPERATION_LIMITS',
      'REDIS_URL',
      'METRICS_TOKEN',
      'RATE_LIMIT_PER_MINUTE',
    ])
      expect(found).toContain(name);
    expect(problems([], { ...hub, TRUSTED_DOCUMENTS_ONLY: '1' }).join()).toContain('TRUSTED_DOCUMENTS_ONLY');
    const forged = file('forged.json', JSON.stringify({ [hash]: '{ other }' }));
    expect(problems([], { ...hub, TRUSTED_DOCUMENTS: forged }).join()).toContain('TRUSTED_DOCUMENTS: ');
  });

  test('counts requests in production, and elsewhere when told to', () => {
    expect(parseGatewayConfig([], hub)).toMatchObject({ requestLimits: undefined });
    expect(parseGatewayConfig([], { ...hub, RATE_LIMIT_PER_MINUTE: '30' })).toMatchObject({
      requestLimits: { perViewer: 30, perAddress: 60, proxies: 0 },
    });
    const { DEVELOPMENT_SIGN_IN_KEY_FILE: _sample, ...keys } = hub;
    const issuer = { KASANE_OIDC_ISSUER: 'https://id.example.jp', KASANE_OIDC_AUDIENCE: 'hub' };
    expect(parseGatewayConfig([], { ...keys, ...issuer, NODE_ENV: 'production' })).toMatchObject({
      requestLimits: { perViewer: 600 },
    });
  });

  test('of production refuses sample sign-ins', () => {
    expect(problems([], { ...hub, NODE_ENV: 'production' }).join('\n')).toContain('refused in production');
  });

  test('of the console is its folder, its provider and its documents, which are trusted beside the others', () => {
    const manifest = (text: string): string =>
      JSON.stringify({ [createHash('sha256').update(text).digest('hex')]: text });
    const folder = join(directory, 'console');
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'trusted-documents.json'), manifest('query Desk { __typename }'));
    const config = parseGatewayConfig([], {
      ...hub,
      CONSOLE_FOLDER: folder,
      CONSOLE_OIDC_AUTHORITY: 'http://127.0.0.1:3999',
      CONSOLE_IDLE_MINUTES: '5',
      CONSOLE_CITY_NAME: '加東市',
      TRUSTED_DOCUMENTS: file('own.json', manifest('query Own { __typename }')),
      TRUSTED_DOCUMENTS_ONLY: '1',
    });
    expect(config).toMatchObject({
      console: {
        folder,
        authority: 'http://127.0.0.1:3999',
        clientId: 'kasane-console',
        scope: 'openid profile',
        idleMinutes: 5,
        cityName: '加東市',
      },
    });
    expect(config.trustedDocuments?.names).toEqual(new Set(['Desk', 'Own']));
    expect(problems([], { ...hub, CONSOLE_FOLDER: folder, TRUSTED_DOCUMENTS_ONLY: '1' })).toEqual([]);
  });

  test('of the console that is wrong is refused', () => {
    const found = problems([], {
      ...hub,
      CONSOLE_FOLDER: '/nowhere',
      CONSOLE_OIDC_AUTHORITY: 'http://id.example.jp',
      CONSOLE_OIDC_SCOPE: 'profile',
      CONSOLE_IDLE_MINUTES: '0',
    }).join('\n');
    for (const name of ['CONSOLE_OIDC_AUTHORITY', 'CONSOLE_OIDC_SCOPE', 'CONSOLE_IDLE_MINUTES'])
      expect(found).toContain(name);
    expect(problems([], { ...hub, CONSOLE_FOLDER: '/nowhere' }).join()).toContain('holds no index.html');
  });

  test('of the console asks the provider of the hub where no other is named', () => {
    const { DEVELOPMENT_SIGN_IN_KEY_FILE: _sample, ...keys } = hub;
    const issuer = { KASANE_OIDC_ISSUER: 'https://id.example.jp/', KASANE_OIDC_AUDIENCE: 'hub' };
    expect(parseGatewayConfig([], { ...keys, ...issuer })).toMatchObject({
      console: { authority: 'https://id.example.jp/', folder: undefined },
    });
    expect(parseGatewayConfig([], hub)).toMatchObject({ console: { authority: undefined } });
  });
});
