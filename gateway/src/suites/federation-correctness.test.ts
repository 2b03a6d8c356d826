import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { federateOverHttp, type FederationOverHttp } from '../testing/over-http.js';
import { abstractTypes } from './supergraphs/abstract-types.js';
import { compatibility } from './supergraphs/compatibility.js';
import { interfaceObjects } from './supergraphs/interface-objects.js';
import { keys } from './supergraphs/keys.js';
import { olderWays } from './supergraphs/older-ways.js';
import { operations } from './supergraphs/operations.js';
import { ownership } from './supergraphs/ownership.js';
import { requires } from './supergraphs/requires.js';
import { sharedTypes } from './supergraphs/shared-types.js';

const withoutIds = (body: object): string =>
  JSON.stringify(body, (key, value: unknown) => (key === 'correlationId' ? 'id' : value));

/** What Federation 2 promises, asked of the gateway as a foreign site would run it: `--open`, over HTTP. */
describe.each(
  [
    keys,
    requires,
    abstractTypes,
    sharedTypes,
    olderWays,
    interfaceObjects,
    ownership,
    operations,
    compatibility,
  ].map((each) => [each.of, each] as const),
)('%s:', (_, { subgraphs, questions, amend }) => {
  let city: FederationOverHttp;
  beforeAll(async () => void (city = await federateOverHttp(subgraphs, {}, amend)));
  beforeEach(() => void (city.calls.length = 0));
  afterAll(() => city.stop());

  test.each(questions.map((each) => [each.rule, each] as const))('%s', async (__, question) => {
    const { query, variables = {}, data, errors = [], asks } = question;
    const { body } = await city.ask(query, variables);
    const told = (body.errors ?? []).map(({ path, extensions }) => ({
      code: extensions?.['code'],
      ...(path !== undefined && { path }),
    }));
    // As text, for the order of the fields is the client's, and `__proto__` is a field.
    expect([JSON.stringify(body.data), told]).toEqual([JSON.stringify(data), errors]);
    if (asks) {
      const counted: Record<string, number> = {};
      for (const { subgraph } of city.calls) counted[subgraph] = (counted[subgraph] ?? 0) + 1;
      expect(counted).toEqual(asks);
    }
    // Nothing is remembered but the plan: a second time, past Apollo Server, the answer is the same.
    if (!query.startsWith('mutation')) {
      const again = await city.ask(query, variables);
      expect(withoutIds(again.body)).toBe(withoutIds(body));
    }
  });
});
