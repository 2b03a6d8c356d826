import { describe, expect, test } from '@jest/globals';
import { generateSigningKey } from '@kasane/identity';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSignInConfig } from './index.js';

const keys = await generateSigningKey();
const keyFile = join(mkdtempSync(join(tmpdir(), 'kasane-sign-in-')), 'key.json');
writeFileSync(keyFile, JSON.stringify(keys.privateKey));
const env = { PORT: '3999', SIGN_IN_KEY_FILE: keyFile, CONSOLE_ORIGINS: 'http://127.0.0.1:4000' };

describe('the development sign-in', () => {
  test('lasts a working day where nothing else is said', () => {
    expect(parseSignInConfig(env)).toEqual({
      port: 3999,
      privateKey: keys.privateKey,
      consoleOrigins: ['http://127.0.0.1:4000'],
      seconds: 28_800,
    });
  });

  test('does not run in production', () => {
    expect(() => parseSignInConfig({ ...env, NODE_ENV: 'production' })).toThrow('does not run in production');
  });

  test.each([
    'https://console.example.jp',
    'http://192.168.1.5:4000',
    'http://127.0.0.1:4000/path',
    'http://127.0.0.1.evil.example',
    'javascript:alert(1)',
    '',
  ])('sends nobody to %j, which is no page of this machine', (CONSOLE_ORIGINS) => {
    expect(() => parseSignInConfig({ ...env, CONSOLE_ORIGINS })).toThrow('CONSOLE_ORIGINS');
  });

  test('that is told nothing says all that is missing', () => {
    expect(() => parseSignInConfig({ SIGN_IN_SECONDS: '0' })).toThrow(
      /PORT[^]*SIGN_IN_KEY_FILE[^]*CONSOLE_ORIGINS[^]*SIGN_IN_SECONDS/,
    );
  });
});
