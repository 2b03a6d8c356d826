import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateSigningKey } from '@kasane/identity';
import { COLLABORATION, defaultRegistry } from '@kasane/vocabulary';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSubgraphConfig } from './config.js';
import { SCHOOL } from './kit.fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'kit-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

const DATABASE_URL = 'postgres://elder@db.example/elder';
let complete: NodeJS.ProcessEnv;
beforeAll(async () => {
  const { publicKey, privateKey } = await generateSigningKey();
  complete = {
    DATABASE_URL,
    VIEWER_KEY_FILE: write('viewer.json', publicKey),
    GRANT_KEY_FILE: write('grant.json', publicKey),
    GRANT_SIGNING_KEY_FILE: write('signing.json', privateKey),
  };
});

/** What is wrong, one problem a line, without the folder's name. */
function problemsOf(env: NodeJS.ProcessEnv, sector = 'elder-care'): readonly string[] {
  try {
    parseSubgraphConfig(sector, env);
    return [];
  } catch (error) {
    const [first, ...problems] = (error as Error).message.replaceAll(folder, '').split('\n- ');
    expect(first).toBe(`The ${sector} subgraph cannot start:`);
    return problems;
  }
}

const registry = (...rows: readonly unknown[]): NodeJS.ProcessEnv => ({
  ...complete,
  SECTOR_REGISTRY: write('registry.json', [defaultRegistry[0], ...rows]),
});

describe('the configuration of a subgraph', () => {
  test('has a default for everything that is not a database or a key', () => {
    const { GRANT_SIGNING_KEY_FILE: _, ...sector } = complete;
    expect(parseSubgraphConfig('elder-care', sector)).toMatchObject({
      host: '127.0.0.1',
      port: 4002,
      databaseUrl: DATABASE_URL,
      migrationUrl: DATABASE_URL,
      appRole: undefined,
      grantSigningKey: undefined,
      registry: defaultRegistry,
      seed: 'none',
      logLevel: 'info',
    });
  });

  test('reads what is set', () => {
    const env = {
      ...complete,
      HOST: '0.0.0.0',
      PORT: '0',
      MIGRATION_DATABASE_URL: 'mysql://owner@db.example/elder',
      DATABASE_APP_ROLE: 'elder',
      SEED: 'sample',
      LOG_LEVEL: 'silent',
    };
    expect(parseSubgraphConfig(COLLABORATION, env)).toMatchObject({
      host: '0.0.0.0',
      port: 0,
      migrationUrl: env.MIGRATION_DATABASE_URL,
      appRole: 'elder',
      grantSigningKey: { crv: 'Ed25519', d: expect.any(String) },
      seed: 'sample',
      logLevel: 'silent',
    });
  });

  test('takes an empty variable for one that is not set', () => {
    const empty = {
      ...complete,
      PORT: '',
      HOST: '',
      DATABASE_APP_ROLE: '',
      SECTOR_REGISTRY: '',
      MIGRATION_DATABASE_URL: '',
    };
    expect(parseSubgraphConfig('elder-care', empty)).toEqual(parseSubgraphConfig('elder-care', complete));
    expect(problemsOf({ ...complete, DATABASE_URL: '' })).toEqual([expect.stringContaining('DATABASE_URL')]);
  });

  test('tells everything that is wrong at once', () => {
    const env = {
      DATABASE_URL: 'https://db.example',
      MIGRATION_DATABASE_URL: 'elder',
      PORT: '70000',
      VIEWER_KEY_FILE: join(folder, 'nowhere.json'),
      GRANT_SIGNING_KEY_FILE: write('not-a-key.json', { kty: 'RSA' }),
      SECTOR_REGISTRY: write('broken.json', '['),
      SEED: 'all',
      LOG_LEVEL: 'loud',
    };
    expect(problemsOf(env).map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'MIGRATION_DATABASE_URL',
      'GRANT_KEY_FILE',
      'SEED',
      'LOG_LEVEL',
      'VIEWER_KEY_FILE',
      'GRANT_SIGNING_KEY_FILE',
      'SECTOR_REGISTRY',
    ]);
  });

  test('names the variable of a key that cannot be used, and never what is in the file', () => {
    const secret = 'CANARY-KEY';
    const [problem] = problemsOf({
      ...complete,
      VIEWER_KEY_FILE: write('secret.json', { kty: 'OKP', x: secret }),
    });
    expect(problem).toMatch(/^VIEWER_KEY_FILE: /);
    expect(problem).not.toContain(secret);
  });

  test('needs a row of the registry for the sector', () => {
    expect(problemsOf(complete, 'school-education')).toEqual([
      'SECTOR_REGISTRY: has no row for school-education',
    ]);
    expect(parseSubgraphConfig('school-education', registry(SCHOOL))).toMatchObject({ port: 4006 });
  });

  test('needs a port where the registry names none: any free one is one where nobody looks', () => {
    const env = registry({ ...SCHOOL, url: 'http://school-education/graphql' });
    expect(problemsOf(env, 'school-education')).toEqual([expect.stringMatching(/^PORT: /)]);
    expect(parseSubgraphConfig('school-education', { ...env, PORT: '4000' })).toMatchObject({ port: 4000 });
  });
});
