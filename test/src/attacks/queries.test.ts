import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { Purpose } from '@kasane/vocabulary';
import { openTestHub, post, type Answer, type TestHub } from '../test-hub.js';
import { codes, INNARDS, observable } from './attacker.js';

/** What a query may be made of to get at more than its fields: names, shapes, sizes. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const STAFF = 'kato-coordinator';
const H03 = household('H03').id;
const mother = person('h03-mother').id;
const ask = (
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  staff = STAFF,
): Promise<Answer> => hub.ask(staff, query, { variables });
const members = (fields: string): string =>
  `{ household(id: "${H03}") { members { person { ${fields} } } } }`;

/** The persons of an answer, by whatever name the client gave to their id. */
function persons({ data }: Answer): readonly Readonly<Record<string, unknown>>[] {
  const of = data?.['household'] as { members: { person: Readonly<Record<string, unknown>> }[] } | null;
  return (of?.members ?? []).map(({ person: found }) => found);
}

describe('what carries the decision', () => {
  test.each(['elderCareGrant', 'disabilitySupportGrant', 'childFamilyGrant', 'livelihoodSupportGrant'])(
    '%s is no field of a client',
    async (field) => {
      for (const query of [
        members(field),
        members(`id: ${field}`),
        `{ household(id: "${H03}") { ${field} } }`,
        members(`... { ...F } } } } } fragment F on Person { ${field} } #`),
      ]) {
        const answer = await ask(query);
        expect([answer.status, answer.data]).toEqual([400, null]);
        expect(answer.text).not.toMatch(/eyJ/);
      }
    },
  );

  test.each([
    '{ _service { sdl } }',
    `{ _entities(representations: [{ __typename: "Person", id: "${mother}" }]) { __typename } }`,
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { id } } }',
    `{ household(id: "${H03}") { ... on _Entity { __typename } } }`,
  ])('%s is no question of a client', async (query) => {
    const answer = await ask(query, { r: [{ __typename: 'Person', id: mother }] });
    expect([answer.status, answer.data]).toEqual([400, null]);
    expect(answer.text).not.toMatch(/type Person|Did you mean/);
  });

  test('is not in the schema that a client may read', async () => {
    const answer = await ask(
      '{ __schema { types { name fields { name } directives: description } directives { name } } }',
    );
    expect(answer.text).toContain('ElderCareRecord');
    expect(answer.text).not.toMatch(/Grant"|_entities|_service|_Any|_Entity|join__|inaccessible/);
    expect(
      (await ask('{ __type(name: "_Entity") { name } any: __type(name: "_Any") { name } }')).data,
    ).toEqual({ __type: null, any: null });
  });
});

describe('a name of the client’s own', () => {
  const RECORD = 'childFamily { contacts { summary } }';
  let honest: readonly unknown[];
  beforeAll(async () => {
    honest = persons(await ask(members(`id ${RECORD} elderCare { contacts { summary } }`)));
  });

  test('the honest query shows some records and not others, so that the comparison means something', () => {
    expect(honest).toContainEqual({
      id: mother,
      childFamily: { contacts: expect.any(Array) },
      elderCare: null,
    });
  });

  test.each([
    'elderCareGrant',
    'childFamilyGrant',
    '_entities',
    'representations',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'subjects',
    '_kasane_id',
    'elderCare',
  ])('%s for another field changes nothing of the rest', async (alias) => {
    const answer = await ask(
      members(
        `id ${alias}: disclosure { sectors { sector } } ${RECORD} ${alias === 'elderCare' ? 'e: elderCare' : 'elderCare'} { contacts { summary } }`,
      ),
    );
    expect(answer.errors).toEqual([]);
    const stripped = persons(answer).map(({ id, childFamily, elderCare, e }) => ({
      id,
      childFamily,
      elderCare: alias === 'elderCare' ? e : elderCare,
    }));
    expect(stripped).toEqual(honest);
    expect(answer.text).toContain(`"${alias}":{"sectors"`);
  });

  test('id for another field does not make one person of two', async () => {
    const swapped = persons(
      await ask(
        members(`id: languageNeeds { need } really: id ${RECORD} elderCare { contacts { summary } }`),
      ),
    );
    expect(
      swapped.map(({ really, childFamily, elderCare }) => ({ id: really, childFamily, elderCare })),
    ).toEqual(honest);
    const named = persons(await ask(members(`id: __typename __typename: id ${RECORD}`)));
    // Either refused, or both told as they were named: never a record under a wrong key.
    for (const each of named) expect(each['id']).toBe('Person');
  });

  test('id from the name of another person opens nobody else', async () => {
    const query = `{ household(id: "${H03}") { members { person { real: id ...P } } } } fragment P on Person { who: identity { id: name } ${RECORD} }`;
    expect(persons(await ask(query)).map(({ real, childFamily }) => ({ id: real, childFamily }))).toEqual(
      honest.map((each) => ({
        id: (each as { id: string }).id,
        childFamily: (each as { childFamily: unknown }).childFamily,
      })),
    );
  });
});

describe('a shape', () => {
  test('of fragments, types and conditions shows what the plain one shows', async () => {
    const plain = await ask(
      members('id elderCare { contacts { summary } } childFamily { contacts { summary } }'),
    );
    const query = `query ($yes: Boolean!, $no: Boolean!) {
      ...Root
    }
    fragment Root on Query { household(id: "${H03}") { ... on Household { ...Members } } }
    fragment Members on Household { members { ... { person { ... on Person @include(if: $yes) { id ...Records } ... @skip(if: $no) { ...Records } } } } }
    fragment Records on Person { elderCare { ... on ElderCareRecord { contacts { summary } } } childFamily { contacts { ...Contact } } }
    fragment Contact on ChildFamilyContact { summary }`;
    expect((await ask(query, { yes: true, no: false })).data).toEqual(plain.data);
  });

  test('from a sector back into the hub and into another sector opens no more than the hub does', async () => {
    const answer = await ask(
      '{ elderCareClients { id identity { name } childFamily { contacts { summary } } livelihoodSupport { contacts { summary } } } }',
      {},
      'kato-elder-care-worker',
    );
    expect(answer.text).toContain(person('h03-grandmother').name);
    const grandmother = (answer.data?.['elderCareClients'] as { id: string }[]).find(
      ({ id }) => id === person('h03-grandmother').id,
    );
    expect(grandmother).toMatchObject({ childFamily: null, livelihoodSupport: null });
  });

  test('through seats and consents comes to nobody new', async () => {
    const answer = await ask(
      `{ household(id: "${H03}") { cases { roster { persons { id identity { name } consents { subject { id elderCare { contacts { summary } } } } childFamily { contacts { summary } } } } } } }`,
      {},
      'kato-elder-care-worker',
    );
    expect(answer.errors).toEqual([]);
    expect(answer.text).toContain(person('h03-grandmother').id);
    expect(answer.text).not.toMatch(/ベトナム語の電話通訳|入院したら|こども園の担任/);
  });

  test('that is deep is answered, and refused when it is deeper than any screen', async () => {
    const deep = (levels: number): string =>
      members(
        'consents { subject { '.repeat(levels / 2) +
          'elderCare { contacts { summary } }' +
          ' } }'.repeat(levels / 2),
      );
    const answered = await ask(deep(30));
    expect([answered.status, answered.errors]).toEqual([200, []]);
    for (const levels of [40, 60, 200, 1000]) {
      const refused = await ask(deep(levels));
      expect([refused.status, refused.data, codes(refused)]).toEqual([400, null, ['BAD_USER_INPUT']]);
      expect(refused.text).not.toMatch(INNARDS);
    }
  });

  test('that spreads without end is refused', async () => {
    const bomb = `{ household(id: "${H03}") { ...F0 } } ${Array.from({ length: 20 }, (_, at) => `fragment F${at} on Household { ${at < 19 ? `...F${at + 1} ...F${at + 1} a${at}: members { from } ...F${at + 1}` : 'id'} }`).join(' ')}`;
    const begin = performance.now();
    const answer = await ask(bomb);
    expect(performance.now() - begin).toBeLessThan(10_000);
    expect([answer.data, answer.errors.length > 0]).toEqual([null, true]);
    expect(answer.text).not.toMatch(/at \w+ \(|node_modules/);
  });

  test.each<[string, unknown]>([
    ['several at once', [{ query: '{ sectors { id } }' }, { query: '{ sectors { id } }' }]],
    ['a number', 7],
    ['null', null],
    ['a query that is an object', { query: { $ne: '' } }],
    ['variables that are a list', { query: '{ sectors { id } }', variables: ['x'] }],
  ])('of the body: %s is refused', async (_, body) => {
    const answer = await post(`${hub.url}/graphql`, body, {
      authorization: `Bearer ${await hub.signIn(STAFF)}`,
      'hub-purpose': 'CONSULTATION',
    });
    expect([answer.status, answer.data]).toEqual([400, null]);
    expect(answer.text).not.toMatch(INNARDS);
  });

  test('a subscription and a deferred part are refused', async () => {
    for (const query of [
      'subscription { household { id } }',
      members('id ... @defer { elderCare { contacts { summary } } }'),
    ])
      expect((await ask(query)).data).toBeNull();
  });

  test('a change does not come through a link', async () => {
    const mutation =
      'mutation { withdrawConsent(id: "consent-h03-mother", expression: WRITTEN, expressedBy: "x") { __typename } }';
    const response = await fetch(`${hub.url}/graphql?query=${encodeURIComponent(mutation)}`, {
      headers: {
        authorization: `Bearer ${await hub.signIn(STAFF)}`,
        'hub-purpose': 'CONSULTATION',
        'apollo-require-preflight': 'x',
      },
    });
    expect(response.status).toBe(405);
    const form = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', authorization: `Bearer ${await hub.signIn(STAFF)}` },
      body: JSON.stringify({ query: mutation }),
    });
    expect(form.status).toBe(400);
  });
});

describe('an error', () => {
  test.each<[string, string, Readonly<Record<string, unknown>>, string]>([
    [
      'a variable of the wrong type',
      'query ($id: ID!) { household(id: $id) { id } }',
      { id: { $ne: 1 } },
      'BAD_USER_INPUT',
    ],
    ['a variable that is missing', 'query ($id: ID!) { household(id: $id) { id } }', {}, 'BAD_USER_INPUT'],
    [
      'a value that is none of the list',
      'mutation ($i: ConsentInput!) { giveConsent(input: $i) { __typename } }',
      { i: { subject: mother, purposes: ['CONSULTATIONS'] } },
      'BAD_USER_INPUT',
    ],
    [
      'a first that is no number',
      '{ households(first: "ten") { edges { cursor } } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a first that is too large',
      '{ households(first: 99999999999) { edges { cursor } } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a first that is far',
      'query ($n: Int) { elderCareClients(first: $n) { id } }',
      { n: 101 },
      'BAD_USER_INPUT',
    ],
    [
      'a field nearly right',
      '{ household(id: "x") { memberz { person { id } } } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['no query', '', {}, 'BAD_REQUEST'],
    ['half a query', '{ household(id: ', {}, 'GRAPHQL_PARSE_FAILED'],
  ])('about %s has a code and tells nothing of the inside', async (_, query, variables, code) => {
    const answer = await ask(query, variables);
    expect(codes(answer)).toContain(code);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(INNARDS);
    for (const { extensions } of answer.errors)
      expect(Object.keys(extensions ?? {}).sort()).toEqual(['code', 'correlationId']);
  });

  test('has the path of the client’s own query', async () => {
    const answer = await ask('{ mine: elderCareClients(first: 1000) { id } }');
    expect(answer.errors).toEqual([expect.objectContaining({ path: ['mine'] })]);
  });

  test('of what is not there is no page of the server', async () => {
    for (const path of [
      '/graphql/x',
      '/metrics/../../etc/passwd',
      '/explorer/..%2f..%2fpackage.json',
      '/.env',
      '/explorer/package.json',
    ]) {
      const response = await fetch(hub.url + path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toMatch(INNARDS);
    }
  });

  test('answers are never kept by anybody on the way', async () => {
    for (const answer of [
      await ask(members('id')),
      await ask('{'),
      await hub.ask(STAFF, members('id'), { purpose: null }),
    ]) {
      expect(answer.headers.get('cache-control')).toMatch(/no-store/);
      expect(answer.headers.get('x-powered-by')).toBeNull();
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

test('the same question twice in one document, and by two names, has one answer', async () => {
  const answer = await ask(
    `{ a: household(id: "${H03}") { members { person { id elderCare { contacts { summary } } } } } b: household(id: "${H03}") { members { person { id elderCare { contacts { summary } } } } } }`,
  );
  expect(answer.data?.['a']).toEqual(answer.data?.['b']);
});

test('a plan that one viewer made known decides nothing for the next', async () => {
  const query = members('id childFamily { contacts { summary } } disabilitySupport { contacts { summary } }');
  const first = await ask(query);
  const stranger = await ask(query, {}, 'aizu-operator');
  expect(stranger.data).toEqual({ household: null });
  const otherPurpose = await hub.ask(STAFF, query, { purpose: Purpose.OUTREACH });
  for (const each of persons(otherPurpose))
    expect(each).toMatchObject({ childFamily: null, disabilitySupport: null });
  expect(observable(await ask(query))).toBe(observable(first));
});
