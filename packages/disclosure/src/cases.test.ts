import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseCase, told } from './cases.fixtures.js';
import { decide } from './decide.js';

const casesIn = (folder: 'ALLOW' | 'DENY'): readonly (readonly [file: string, json: string])[] => {
  const path = fileURLToPath(new URL(`../cases/${folder}/`, import.meta.url));
  const files = readdirSync(path).sort();
  if (files.length === 0) throw new Error(`no case in ${folder}`);
  return files.map((file) => [file, readFileSync(`${path}${file}`, 'utf8')] as const);
};

describe.each(['ALLOW', 'DENY'] as const)('%s', (folder) => {
  const cases = casesIn(folder);

  test.each(cases)('%s', (_file, json) => {
    const { facts, asks, expect: expected } = parseCase(json, folder);
    const cell = decide(facts, [asks.person]).get(asks.person)?.get(asks.sector)?.get(asks.category);
    expect(cell && told(cell)).toEqual(expected);
  });

  test('has files with names of their own, in lower-case words', () => {
    for (const [file] of cases) expect(file).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.json$/);
  });
});

test('no case is told twice', () => {
  const titles = (['ALLOW', 'DENY'] as const).flatMap((folder) =>
    casesIn(folder).map(([, json]) => parseCase(json, folder).title),
  );
  for (const language of ['ja', 'en'] as const) {
    const told = titles.map((title) => title[language]);
    expect(new Set(told).size).toBe(told.length);
  }
});

describe('a case that is not written as it must be is refused', () => {
  const [, genuine] = casesIn('ALLOW').find(([file]) => file === 'coordinator-with-consent.json')!;
  const edited = (from: string, to: string): string => {
    if (!genuine.includes(from)) throw new Error(`the case has no ${from}`);
    return genuine.replace(from, to);
  };

  test.each<[string, string, string, RegExp]>([
    ['an unknown key', '"now"', '"then": 1, "now"', /^then: is not known$/],
    [
      'a key misspelt deep inside',
      '"recipientRoles"',
      '"recipientRole"',
      /rules\.0: recipientRoles is missing/,
    ],
    ['a misspelt category', '"SCHOOL"', '"SCHOOLS"', /categories\.1: SCHOOLS is not one of/],
    ['__proto__ as a category', '"SCHOOL"', '"__proto__"', /__proto__ is not one of/],
    ['an unknown sector', '"child-family"', '"child-famly"', /sourceSectors\.0: child-famly is not one of/],
    ['a date that is none', '"2027-03-31"', '"2027-02-30"', /validUntil: is not a calendar date/],
    [
      'an instant without a zone',
      '2026-11-22T10:00:00+09:00',
      '2026-11-22T10:00:00',
      /^now: is not an instant/,
    ],
    ['a missing title', '"en"', '"fr"', /^title: en is missing/],
    [
      'a reason where a basis is due',
      '"basis": "CONSENT"',
      '"reason": "NO_BASIS"',
      /^expect: basis is missing/,
    ],
    ['a hard case that there is not', '"now"', '"hardCase": 41, "now"', /^hardCase: is not a whole number/],
  ])('%s', (_, from, to, problem) => {
    expect(() => parseCase(edited(from, to), 'ALLOW')).toThrow(problem);
  });

  test('a question about a category that the sector does not hold', () => {
    const json = genuine.replace(/"category": "\w+"/, '"category": "FINANCE"');
    expect(() => parseCase(json, 'ALLOW')).toThrow(/^asks: child-family holds no FINANCE$/);
  });

  test('in the wrong folder', () => {
    expect(() => parseCase(genuine, 'DENY')).toThrow(/^expect: reason is missing$/);
  });
});
