import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { generateSigningKey, IdentityConfigError, parseIdentityConfig, readKeyFile } from './index.js';

let keys: { privateKey: JWK; publicKey: JWK };
let folder: string;
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  keys = await generateSigningKey();
  folder = mkdtempSync(join(tmpdir(), 'kasane-identity-'));
  writeFileSync(file('public.json'), JSON.stringify(keys.publicKey));
  writeFileSync(file('private.json'), JSON.stringify(keys.privateKey));
  writeFileSync(file('broken.json'), '{"kty":');
  writeFileSync(file('other.json'), '{"kty":"oct","k":"c2VjcmV0"}');
});
afterAll(() => rmSync(folder, { recursive: true }));

const oidc = { KASANE_OIDC_ISSUER: 'https://login.city.example/', KASANE_OIDC_AUDIENCE: 'kasane-hub' };
const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    parseIdentityConfig(env);
  } catch (error) {
    if (error instanceof IdentityConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('a production start', () => {
  const production = { NODE_ENV: 'production' };

  test('is refused without an issuer', () => {
    expect(problemsOf(production)).toEqual([
      expect.stringContaining('no issuer of access tokens is configured'),
    ]);
  });

  test('is refused with the development issuer, though it is configured', () => {
    expect(problemsOf({ ...production, KASANE_DEVELOPMENT_KEY_FILE: file('public.json') })).toEqual([
      expect.stringContaining('refused in production'),
    ]);
  });

  test('goes on with the provider of the city', () => {
    expect(parseIdentityConfig({ ...production, ...oidc })).toEqual({
      kind: 'oidc',
      issuer: 'https://login.city.example/',
      audience: 'kasane-hub',
    });
  });
});

describe('a development start', () => {
  test('uses the development issuer when its key is given', () => {
    expect(parseIdentityConfig({ KASANE_DEVELOPMENT_KEY_FILE: file('public.json') })).toEqual({
      kind: 'development',
      publicKey: keys.publicKey,
    });
  });

  test('believes nobody when nothing is configured', () => {
    expect(problemsOf({})).toEqual([expect.stringContaining('no issuer is configured')]);
  });

  test.each(['private.json', 'broken.json', 'other.json', 'absent.json'])(
    'is refused with the key file %s',
    (name) => {
      expect(problemsOf({ KASANE_DEVELOPMENT_KEY_FILE: file(name) })).toHaveLength(1);
    },
  );
});

test('a provider may name its key address and claims', () => {
  const env = {
    ...oidc,
    KASANE_OIDC_JWKS_URI: 'https://login.city.example/keys',
    KASANE_OIDC_CLAIMS: '{"roles":"hub_roles"}',
  };
  expect(parseIdentityConfig(env)).toMatchObject({
    jwksUri: env.KASANE_OIDC_JWKS_URI,
    claims: { roles: 'hub_roles' },
  });
});

test('every problem is told at once', () => {
  const env = {
    KASANE_OIDC_ISSUER: 'http://login.city.example/',
    KASANE_OIDC_JWKS_URI: 'ftp://x',
    KASANE_OIDC_CLAIMS: '{"role":"x"}',
    KASANE_DEVELOPMENT_KEY_FILE: file('public.json'),
  };
  expect(problemsOf(env)).toHaveLength(5);
});

test('a key file is read back as it was written, and an unusable one is named', () => {
  expect(readKeyFile(file('private.json'))).toEqual(keys.privateKey);
  expect(() => readKeyFile(file('other.json'))).toThrow('other.json');
});
