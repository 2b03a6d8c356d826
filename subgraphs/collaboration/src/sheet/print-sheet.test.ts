import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { buildASTSchema, isEnumType, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { sources } from './print-sheet.js';

const schema = buildASTSchema(parse(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')), {
  assumeValidSDL: true,
});

test.each(Object.entries(sources))('%s asks what the schema has', (_kind, { question }) => {
  expect(validate(schema, parse(question)).map(({ message }) => message)).toEqual([]);
});

test.each(Object.entries(sources))('%s says nothing of what is not there', (_kind, { lay }) => {
  const nothing = { supportCase: null, supportPlan: null, referral: null, conference: null };
  expect(lay(nothing as never, { of: () => null })).toBeNull();
});

test.each(Object.entries(sources))(
  '%s is laid out, with labels of the schema, when all of it is withheld',
  (_kind, { lay }) => {
    const told: Readonly<Record<string, unknown>> = {
      ...Object.fromEntries(
        ['events', 'persons', 'participants', 'agenda', 'caseNumbers'].map((name) => [name, []]),
      ),
      ...Object.fromEntries(
        ['fromOffice', 'toOffice', 'conveningOffice'].map((name) => [name, { name: '窓口' }]),
      ),
    };
    const bare: object = new Proxy(
      {},
      { get: (_target, name) => (name === 'minutes' ? [bare] : (told[String(name)] ?? null)) },
    );
    const asked: string[] = [];
    const laid = lay(
      { supportCase: bare, supportPlan: bare, referral: bare, conference: bare, offices: [] } as never,
      {
        of: (name) => {
          asked.push(name);
          return null;
        },
      },
    );
    expect(laid?.blocks.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !isEnumType(schema.getType(name)))).toEqual([]);
  },
);
