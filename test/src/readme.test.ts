import { expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { apiSchema } from './api-schema.js';

const top = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(join(top, file), 'utf8');
const examples = [...read('README.md').matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text = '']) => text);
const { scripts } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

test.each(examples.map((text) => [/\w+ (\w+)/.exec(text)?.[1] ?? text, text]))(
  'the example %s asks what the hub has',
  (_name, text) => {
    expect(validate(apiSchema, parse(text)).map(({ message }) => message)).toEqual([]);
  },
);

test('every command of the table is one', () => {
  const told = [...read('README.md').matchAll(/`npm run ([\w:-]+)(?: -- | -w |`| )/g)].map(
    ([, name = '']) => name,
  );
  expect(told.length).toBeGreaterThan(10);
  const ofPackages = new Set(['import']);
  expect(told.filter((name) => scripts[name] === undefined && !ofPackages.has(name))).toEqual([]);
});
