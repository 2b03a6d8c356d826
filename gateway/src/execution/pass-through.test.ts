import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { federate, type Federated, type TestSubgraph } from '../testing/federated.js';
import { inList, orNull } from './recognise.js';

const residents = [{ id: 'r1' }, { id: 'r2' }, { id: 'r1' }];
const city: Readonly<Record<string, TestSubgraph>> = {
  registry: {
    sdl: `type Query { residents: [Resident!]! } type Resident @key(fields: "id") { id: ID!, name: String }`,
    resolvers: { Query: { residents: () => residents } },
  },
  care: {
    sdl: `type Resident @key(fields: "id") { id: ID!, care: Care, note: String }
      type Care { level: Int, share: Float, kind: Kind!, isOpen: Boolean, tags: [String!], visits: [Visit], extra: Anything }
      type Visit { at: ID!, by: Visit } enum Kind { HOME DAY @inaccessible } scalar Anything`,
    resolvers: {},
  },
};
const query = `{ residents { name note care { kind level share isOpen tags visits { at by { at __typename } } extra } id } }`;

let said = '';
const hub = await federate(city, {
  warm: [query],
  interfere: ({ subgraph }, answer) =>
    subgraph === 'care'
      ? Promise.resolve({ status: 200, contentType: 'application/json', body: said })
      : answer(),
});
afterAll(() => hub.stop());

/** Both ways, of the same words of the sector. */
async function bothWays(body: string): Promise<readonly [string, string]> {
  // A sector that says nonsense time and again is left alone for a while.
  said = whole('null');
  await hub.askShortly(query);
  said = body;
  const told = (answer: Awaited<ReturnType<Federated['ask']>>): string => {
    const { data, errors = [], extensions } = answer.body;
    const codes = errors.map(({ path, extensions: { code } = {} }) => ({ path, code }));
    return JSON.stringify({ data, codes, extensions });
  };
  return [told(await hub.ask(query)), told(await hub.askShortly(query))];
}

const whole = (care: string): string => `{"data":{"_entities":[{"note":"n","care":${care}},null]}}`;

/** Every value that may stand somewhere, and some that may not, as somebody might write them. */
const scalar = fc.oneof(
  fc.constantFrom(
    'null',
    'true',
    'false',
    '0',
    '-0',
    '007',
    '1.0',
    '1e3',
    '-1.5',
    '0.0000001',
    '99999999999',
    '1.',
  ),
  fc.constantFrom(
    '"HOME"',
    '"DAY"',
    '"\\u0041\\n"',
    '"\\x"',
    '"\\ud800"',
    '"重ね"',
    '"',
    '"\u0001"',
    '{}',
    '[]',
    '[1,[2]]',
  ),
  fc.integer().map(String),
  fc.double().map((each) => JSON.stringify(each)),
  fc.string({ unit: 'binary' }).map((each) => JSON.stringify(each)),
);
const space = fc.constantFrom('', '', '', '', ' ', '\n');
const object = (names: readonly string[], value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.tuple(
        ...names.map(() => fc.oneof({ weight: 1, arbitrary: scalar }, { weight: 4, arbitrary: value })),
      ),
      fc.constantFrom('', '', '', '"__proto__":{"level":9},', '"level":8,', '"stranger":1,'),
      fc.constantFrom(false, false, false, true),
      space,
    )
    .map(([values, more, isTurned, gap]) => {
      const members = names.map((name, at) => `"${name}":${gap}${values[at]}`);
      return `{${more}${(isTurned ? members.reverse() : members).join(',')}}`;
    });
const visit = object(['at', 'by'], fc.constantFrom('"v1"', 'null', '{"at":"v2","__typename":"Visit"}'));
const care = object(
  ['kind', 'level', 'share', 'isOpen', 'tags', 'visits', 'extra'],
  fc.oneof(
    fc.constantFrom('"HOME"', '3', 'null', '["a","b"]', '[]'),
    visit.map((each) => `[${each},null]`),
  ),
);

describe('what a sector says', () => {
  test('is told the same whether it goes on as it was written or is read', async () => {
    await fc.assert(
      fc.asyncProperty(care.map(whole), async (body) => {
        const [first, second] = await bothWays(body);
        expect(second).toBe(first);
      }),
      { numRuns: 600 },
    );
  });

  test('goes on as it was written where it is what the client asked', async () => {
    const written =
      '{"kind":"HOME","level":3,"share":0.25,"isOpen":true,"tags":["\\u0041"],"visits":[{"at":"v1","by":null}],"extra":"x"}';
    said = whole(written);
    const answer = await hub.gateway.known(query, undefined)!.prepare({})!({});
    // JSON.stringify would have written an A.
    expect(answer.data).toContain(`"care":${written}`);
    expect(answer.data).toMatch(/^\{"residents":\[\{"name":null,"note":"n","care":\{.*\},"id":"r1"\}/);
  });

  test.each<[string, string]>([
    ['something beside the data', whole('null').replace(/\}$/, ',"extensions":{"secret":1}}')],
    ['about others', '{"data":{"_entities":[{"note":"n","care":null},null,null]}}'],
    ['about fewer', '{"data":{"_entities":[{"note":"n","care":null}]}}'],
    ['a null where none may be', whole('{"kind":null,"level":1}')],
    [
      'errors',
      '{"errors":[{"message":"m","path":["_entities",0,"care"]}],"data":{"_entities":[{"note":"n","care":null},null]}}',
    ],
    [
      'errors after the data',
      '{"data":{"_entities":[{"note":"n","care":null},null]},"errors":[{"message":"m"}]}',
    ],
    ['half', whole('null').slice(0, -1)],
    ['more', `${whole('null')}x`],
    ['twice', '{"data":{"_entities":[{"note":"n","care":null,"care":{"kind":"HOME"}},null]}}'],
  ])('is read, and told the same, when it says %s', async (_, body) => {
    const [first, second] = await bothWays(body);
    expect(second).toBe(first);
    expect(second).not.toContain('secret');
  });

  test.each<[string, string, number]>([
    ['that can go on as they were written', 'null', 190_000],
    ['of which the last cannot', '{"at":"\\u0076","by":null}', 30_000],
    ['that are too many to be looked at', '{"at":"v","by":null}', 100_000],
  ])('of very many visits %s breaks nothing', async (_, each, count) => {
    const last = each.replace('"\\u0076"', '7');
    const visits = `[${Array.from({ length: count }, (__, at) => (at === count - 1 ? last : each)).join(',')}]`;
    const [first, second] = await bothWays(
      whole(`{"kind":"HOME","level":1,"share":1,"isOpen":null,"tags":null,"visits":${visits},"extra":null}`),
    );
    expect(second).toBe(first);
    expect(second.length).toBeGreaterThan(count);
  });
});

test('lists in lists do not make the pattern grow beyond what they are', () => {
  let pattern = 'x';
  for (let level = 0; level < 40; level++) pattern = orNull(inList(pattern));
  expect(pattern.length).toBeLessThan(2_000);
  const matches = (text: string): boolean => new RegExp(`^${inList('a')}$`).test(text);
  expect(['[]', '[a]', '[a,a]', '[a,]', '[,a]', '[a', '[aa]', '[,]'].map(matches)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

describe('a plan that looks into what a sector says', () => {
  test('reads it', async () => {
    const looking = await federate({
      registry: city['registry']!,
      care: {
        sdl: `type Resident @key(fields: "id") { id: ID!, carer: Carer } type Carer { desk: Desk } type Desk @key(fields: "id") { id: ID! }`,
        resolvers: {
          Resident: {
            __resolveReference: (reference: object) => reference,
            carer: ({ id }: { id: string }) => ({ desk: { id: `desk of ${id}` } }),
          },
          Desk: { __resolveReference: (reference: object) => reference },
        },
      },
      phones: {
        sdl: `type Desk @key(fields: "id") { id: ID!, phone: String }`,
        resolvers: {
          Desk: {
            __resolveReference: (reference: object) => reference,
            phone: ({ id }: { id: string }) => `phone of ${id}`,
          },
        },
      },
    });
    const deep = '{ residents { carer { desk { phone } } } }';
    const { body } = await looking.ask(deep);
    expect(body.data).toMatchObject({
      residents: [{ carer: { desk: { phone: 'phone of desk of r1' } } }, {}, {}],
    });
    expect((await looking.askShortly(deep)).body).toEqual(body);
    await looking.stop();
  });
});
