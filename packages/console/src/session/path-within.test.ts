import { expect, test } from '@jest/globals';
import { pathWithin } from './path-within.js';

const origin = 'https://kasane.example.jp';

test('a path of the console is gone back to as it is', () => {
  for (const path of ['/', '/desk', '/households/h-1?tab=2#x', '/households?search=%E5%B1%B1'])
    expect(pathWithin(origin, path)).toBe(path);
});

test('whatever a browser reads as another place is not', () => {
  for (const elsewhere of [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '',
    undefined,
    { to: '/desk' },
  ])
    expect([elsewhere, pathWithin(origin, elsewhere)]).toEqual([elsewhere, '/']);
});
