import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseCase } from './cases.fixtures.js';

const cases = fileURLToPath(new URL('../cases/', import.meta.url));
const top = fileURLToPath(new URL('../../../', import.meta.url));

/** The rows of the table: number, title, cases, elsewhere. */
const rows = readFileSync(`${cases}README.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number, title, here, elsewhere]) => ({ number: Number(number), title, here, elsewhere }));
const named = (text = ''): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);

describe('the table of hard cases', () => {
  test('has the forty of them, in order, each with a title', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    for (const { title } of rows) expect(title).toMatch(/\S/);
  });

  test('names the cases that say they show it, and no other', () => {
    const showing = new Map<number, string[]>();
    for (const folder of ['ALLOW', 'DENY'] as const)
      for (const file of readdirSync(`${cases}${folder}`).sort()) {
        const { hardCase } = parseCase(readFileSync(`${cases}${folder}/${file}`, 'utf8'), folder);
        if (hardCase !== undefined)
          showing.set(hardCase, [...(showing.get(hardCase) ?? []), `${folder}/${file.replace('.json', '')}`]);
      }
    for (const { number, here } of rows)
      expect([number, named(here)]).toEqual([number, showing.get(number) ?? []]);
  });

  test('names only tests that exist', () => {
    for (const { number, elsewhere } of rows)
      for (const file of named(elsewhere).filter((name) => name.includes('/')))
        expect([number, file, existsSync(`${top}${file}`)]).toEqual([number, file, true]);
  });

  test('says of each where it is tested, or that it is not yet', () => {
    for (const { number, here, elsewhere = '' } of rows) {
      const isTested = named(here).length > 0 || named(elsewhere).some((name) => name.endsWith('.test.ts'));
      expect([number, isTested || elsewhere.includes('not yet')]).toEqual([number, true]);
    }
  });
});
