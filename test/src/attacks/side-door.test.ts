import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateSigningKey } from '@kasane/identity';
import { household, person } from '@kasane/sample-municipality';
import { Category, type PersonId } from '@kasane/vocabulary';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openTestHub, type Answer, type TestHub } from '../test-hub.js';
import {
  askSubgraph,
  codes,
  entities,
  everySubgraph,
  grant,
  observable,
  plantContact,
  retouched,
  sectors,
  sql,
  viewerToken,
  type Sector,
} from './attacker.js';

/** The side door, `_entities`: it opens to a grant for this viewer, this sector and this person, and to nothing else. */

let hub: TestHub;
let strangersKey: string;
beforeAll(async () => {
  hub = await openTestHub();
  strangersKey = join(hub.dataDir, 'stranger.json');
  await writeFile(strangersKey, JSON.stringify((await generateSigningKey()).privateKey));
  await plantContact(hub, 'elder-care', CANARY, grandmother);
  await plantContact(hub, 'child-family', CANARY, mother);
}, 120_000);
afterAll(() => hub?.stop());

const CANARY = 'CANARY-SIDE-DOOR';
const STAFF = 'kato-coordinator';
const mother = person('h03-mother').id;
const grandmother = person('h03-grandmother').id;
const NOTES = [Category.NOTES];
const FIELDS =
  '... on Person { id elderCare { contacts { summary } certifications { levelCode } responsibilities { staffName } } }';
const NOTHING = { __typename: 'Person', id: grandmother, elderCare: null };

const about = (elderCareGrant: unknown, id: unknown = grandmother): readonly unknown[] => [
  { __typename: 'Person', id, elderCareGrant },
];
const elderCare = (token: string, representations: unknown, selection = FIELDS): Promise<Answer> =>
  entities(hub, 'elder-care', token, representations, selection);

async function expectRefused(answer: Answer, code: string): Promise<void> {
  expect(codes(answer)).toContain(code);
  expect(answer.data ?? { _entities: [null] }).toEqual({ _entities: [null] });
  expect(answer.text).not.toContain(CANARY);
  expect(answer.text).not.toContain('9000000301');
}

describe('a grant', () => {
  test('for this viewer, sector and person opens what it names and no more, so that the refusals mean something', async () => {
    const viewer = await viewerToken(hub, STAFF);
    const good = await grant(hub, {
      sector: 'elder-care',
      viewer,
      persons: [grandmother],
      categories: NOTES,
    });
    const answer = await elderCare(viewer, about(good));
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      _entities: [
        {
          __typename: 'Person',
          id: grandmother,
          elderCare: {
            contacts: [{ summary: CANARY }, { summary: expect.any(String) }],
            certifications: null,
            responsibilities: null,
          },
        },
      ],
    });
  });

  test('that collaboration signs for a sector names its own categories only', async () => {
    const viewer = await viewerToken(hub, STAFF);
    const answer = await entities(
      hub,
      'collaboration',
      viewer,
      [{ __typename: 'Person', id: mother }],
      '... on Person { childFamilyGrant elderCareGrant }',
    );
    const [sealed] = answer.data?.['_entities'] as {
      childFamilyGrant: string;
      elderCareGrant: string | null;
    }[];
    expect(sealed?.elderCareGrant).toBeNull();
    const claims = Buffer.from(sealed?.childFamilyGrant.split('.')[1] ?? '', 'base64url').toString();
    expect(claims).toContain('CHILD_SUPPORT_PLAN');
    expect(claims).not.toMatch(/FINANCE|DISABILITY|CARE_CERT|CHILD_PROTECTION/);
  });

  test.each<[string, (viewer: string) => Promise<unknown>]>([
    [
      'replayed by another viewer',
      async () =>
        grant(hub, {
          sector: 'elder-care',
          viewer: await viewerToken(hub, 'aizu-coordinator'),
          persons: [grandmother],
          categories: NOTES,
        }),
    ],
    [
      'of the same person in another request',
      async () =>
        grant(hub, {
          sector: 'elder-care',
          viewer: await viewerToken(hub, STAFF),
          persons: [grandmother],
          categories: NOTES,
        }),
    ],
    [
      'for another sector',
      (viewer) => grant(hub, { sector: 'child-family', viewer, persons: [grandmother], categories: NOTES }),
    ],
    [
      'that has expired',
      (viewer) =>
        grant(hub, {
          sector: 'elder-care',
          viewer,
          persons: [grandmother],
          categories: NOTES,
          secondsAgo: 70,
        }),
    ],
    [
      'of tomorrow',
      (viewer) =>
        grant(hub, {
          sector: 'elder-care',
          viewer,
          persons: [grandmother],
          categories: NOTES,
          secondsAgo: -86_400,
        }),
    ],
    [
      'signed by a stranger',
      (viewer) =>
        grant(hub, {
          sector: 'elder-care',
          viewer,
          persons: [grandmother],
          categories: NOTES,
          keyFile: strangersKey,
        }),
    ],
    [
      'signed by the gateway',
      (viewer) =>
        grant(hub, {
          sector: 'elder-care',
          viewer,
          persons: [grandmother],
          categories: NOTES,
          keyFile: hub.keys.viewer.privateFile,
        }),
    ],
    [
      'signed by the issuer of sign-ins',
      (viewer) =>
        grant(hub, {
          sector: 'elder-care',
          viewer,
          persons: [grandmother],
          categories: NOTES,
          keyFile: hub.keys.signIn.privateFile,
        }),
    ],
    [
      'that was retouched',
      async (viewer) =>
        retouched(await grant(hub, { sector: 'elder-care', viewer, persons: [], categories: [] }), {
          claims: { permits: [['DETAIL', 'CONSENT', 'c-1']], persons: { [grandmother]: { NOTES: 0 } } },
        }),
    ],
    [
      'with alg none',
      async (viewer) =>
        retouched(
          await grant(hub, { sector: 'elder-care', viewer, persons: [grandmother], categories: NOTES }),
          { header: { alg: 'none' }, signature: '' },
        ),
    ],
    ['that is the viewer token itself', async (viewer) => viewer],
    ['that is a word', async () => 'ALLOW'],
    ['of 60,000 letters', async () => 'a'.repeat(60_000)],
  ])('%s opens nothing', async (_, make) => {
    const viewer = await viewerToken(hub, STAFF);
    await expectRefused(await elderCare(viewer, about(await make(viewer))), 'GRANT_INVALID');
  });

  test.each<[string, unknown]>([
    ['an array', ['ALLOW']],
    ['an object', { NOTES: 'DETAIL' }],
    ['a number', 1],
    ['true', true],
    ['an empty text', ''],
    ['a text of 200,000 letters', 'a'.repeat(200_000)],
  ])('that is %s opens nothing', async (_, value) => {
    await expectRefused(await elderCare(await viewerToken(hub, STAFF), about(value)), 'BAD_USER_INPUT');
  });

  test('is refused in the same words whatever is wrong with it', async () => {
    const viewer = await viewerToken(hub, STAFF);
    const wrong = [
      grant(hub, {
        sector: 'elder-care',
        viewer,
        persons: [grandmother],
        categories: NOTES,
        keyFile: strangersKey,
      }),
      grant(hub, { sector: 'elder-care', viewer, persons: [grandmother], categories: NOTES, secondsAgo: 70 }),
      grant(hub, { sector: 'child-family', viewer, persons: [grandmother], categories: NOTES }),
    ];
    const told = await Promise.all(
      wrong.map(async (each) => observable(await elderCare(viewer, about(await each)))),
    );
    expect(new Set(told).size).toBe(1);
  });

  test('that is absent or null shows nothing, for a known person as for an unknown one', async () => {
    const viewer = await viewerToken(hub, STAFF);
    for (const absent of [undefined, null]) {
      expect((await elderCare(viewer, about(absent))).data).toEqual({ _entities: [NOTHING] });
      expect((await elderCare(viewer, about(absent, 'p-zzzzzzzz'))).data).toEqual({
        _entities: [{ ...NOTHING, id: 'p-zzzzzzzz' }],
      });
    }
  });

  test('for another person opens nobody', async () => {
    const viewer = await viewerToken(hub, STAFF);
    const other = await grant(hub, { sector: 'elder-care', viewer, persons: [mother], categories: NOTES });
    expect((await elderCare(viewer, about(other))).data).toEqual({ _entities: [NOTHING] });
  });

  test('for one person does not open the one beside them', async () => {
    const viewer = await viewerToken(hub, STAFF);
    const other = await grant(hub, {
      sector: 'elder-care',
      viewer,
      persons: [person('h06-grandfather').id],
      categories: NOTES,
    });
    const beside = [...about(other, person('h06-grandfather').id), ...about(other), ...about(undefined)];
    const answer = await elderCare(viewer, beside);
    expect((answer.data?.['_entities'] as unknown[]).slice(1)).toEqual([NOTHING, NOTHING]);
    expect(answer.text).not.toContain(CANARY);
  });

  test('does not open a note that speaks of somebody else too', async () => {
    await plantContact(hub, 'child-family', 'CANARY-OF-TWO', mother, [grandmother]);
    const viewer = await viewerToken(hub, STAFF);
    const childFamilyGrant = await grant(hub, {
      sector: 'child-family',
      viewer,
      persons: [mother],
      categories: NOTES,
    });
    const answer = await entities(
      hub,
      'child-family',
      viewer,
      [{ __typename: 'Person', id: mother, childFamilyGrant }],
      '... on Person { childFamily { contacts { summary } } }',
    );
    expect(answer.text).toContain(CANARY);
    expect(answer.text).not.toContain('CANARY-OF-TWO');
  });

  test('of a category that the sector is not registered for opens nothing', async () => {
    const viewer = await viewerToken(hub, STAFF);
    const odd = await grant(hub, {
      sector: 'elder-care',
      viewer,
      persons: [grandmother],
      categories: [Category.FINANCE, Category.ABUSE],
    });
    expect((await elderCare(viewer, about(odd))).data).toEqual({ _entities: [NOTHING] });
  });

  test('does not open a household to members whom it does not name', async () => {
    const viewer = await viewerToken(hub, STAFF);
    const H06 = household('H06').id;
    const members = [person('h06-mother').id];
    const ask = async (households: ReadonlyMap<typeof H06, readonly PersonId[]>): Promise<Answer> =>
      entities(
        hub,
        'livelihood-support',
        viewer,
        [
          {
            __typename: 'Household',
            id: H06,
            members: [person('h06-uncle').id, person('h06-grandfather').id],
            subjects: members,
            livelihoodSupportGrant: await grant(hub, {
              sector: 'livelihood-support',
              viewer,
              persons: members,
              categories: [Category.FINANCE],
              households,
            }),
          },
        ],
        '... on Household { livelihoodSupport { finance { asOf } } }',
      );
    // The later row speaks of three more adults.
    expect((await ask(new Map([[H06, members]]))).data).toMatchObject({
      _entities: [{ livelihoodSupport: { finance: { asOf: '2025-08-06' } } }],
    });
    expect((await ask(new Map())).data).toMatchObject({ _entities: [{ livelihoodSupport: null }] });
  });
});

describe('an invented representation', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['that brings the record itself', { elderCare: { contacts: [{ summary: CANARY }] } }],
    ['that says whom it speaks of', { subjects: [], personId: grandmother, scope: { permits: true } }],
    ['with a prototype', { ['__proto__']: { elderCareGrant: 'x', subjects: [] } }],
    [
      'with a constructor',
      { constructor: { prototype: { permits: true } }, toString: 'x', hasOwnProperty: 'x' },
    ],
    ['with a resolver', { __resolveReference: 'x', then: 'x' }],
  ])('%s is read for its id and its grant alone', async (_, more) => {
    const viewer = await viewerToken(hub, STAFF);
    const answer = await elderCare(viewer, [{ __typename: 'Person', id: grandmother, ...more }]);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ _entities: [NOTHING] });
  });

  test('with an id or grant on the prototype has none', async () => {
    const body = `{"query":"query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { id } } }","variables":{"r":[{"__typename":"Person","__proto__":{"id":"${grandmother}"}}]}}`;
    const response = await fetch(hub.subgraphs['elder-care']?.url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'hub-viewer': await viewerToken(hub, STAFF) },
      body,
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test.each<[string, unknown]>([
    ['no id', {}],
    ['null for an id', { id: null }],
    ['a number', { id: 7 }],
    ['a list of ids', { id: [grandmother, mother] }],
    ['an operator', { id: { $ne: null } }],
    ['an empty id', { id: '' }],
    ['an id of 65 letters', { id: 'p'.repeat(65) }],
    ['an id with a NUL', { id: `${grandmother}\u0000` }],
    ['an id in kanji', { id: '人' }],
    ['an id with a line break', { id: `${grandmother}\n` }],
  ])('with %s is bad input, in every subgraph', async (_, given) => {
    for (const subgraph of everySubgraph) {
      const answer = await entities(
        hub,
        subgraph,
        await viewerToken(hub, STAFF),
        [{ __typename: 'Person', ...(given as object) }],
        '... on Person { id }',
      );
      expect([subgraph, codes(answer)]).toEqual([subgraph, ['BAD_USER_INPUT']]);
      expect(answer.data ?? { _entities: [null] }).toEqual({ _entities: [null] });
    }
  });

  test.each([
    'ElderCareRecord',
    'ElderCareContact',
    'Query',
    'Mutation',
    'String',
    '__Type',
    '__proto__',
    'constructor',
    'Nobody',
    '',
    null,
    7,
  ])('of the type %j is none', async (__typename) => {
    const forged = {
      __typename,
      id: grandmother,
      personId: grandmother,
      subjects: [grandmother],
      summary: CANARY,
      contacts: [{ summary: CANARY }],
    };
    const answer = await elderCare(
      await viewerToken(hub, STAFF),
      [forged],
      '... on Person { id elderCare { contacts { summary } } }',
    );
    expect(answer.errors.length).toBeGreaterThan(0);
    expect(answer.data ?? { _entities: [null] }).toEqual({ _entities: [null] });
    expect(answer.text).not.toMatch(/CANARY|at \w+ \(|node_modules/);
  });

  test('of an office cannot put words into the mouth of the directory', async () => {
    for (const subgraph of everySubgraph) {
      const forged = { __typename: 'Office', code: 'kato-korei-kaigo', name: CANARY, address: CANARY };
      const answer = await entities(hub, subgraph, await viewerToken(hub, STAFF), [forged], '');
      expect(answer.text).not.toContain(CANARY);
    }
    const directory = await entities(
      hub,
      'collaboration',
      await viewerToken(hub, STAFF),
      [{ __typename: 'Office', code: 'kato-korei-kaigo', name: CANARY }],
      '... on Office { code name }',
    );
    expect(directory.text).toContain('kato-korei-kaigo');
    expect(directory.text).not.toContain(CANARY);
  });

  test('a list that is none, or a thing in it, is bad input', async () => {
    for (const list of [null, 'Person', 7, [null], ['Person'], [[]], { __typename: 'Person', id: '' }]) {
      const answer = await elderCare(await viewerToken(hub, STAFF), list);
      expect(answer.errors.length).toBeGreaterThan(0);
      expect(answer.text).not.toMatch(/at \w+ \(|node_modules/);
    }
  });

  test.each(everySubgraph)(
    'ten thousand of them at %s disclose nothing and leave it alive',
    async (subgraph) => {
      const many = Array.from({ length: 10_000 }, (_, at) => ({ __typename: 'Person', id: `p-${at}` }));
      const field =
        subgraph === 'collaboration' ? 'identity { name }' : `${fieldOf(subgraph)} { contacts { summary } }`;
      const begin = performance.now();
      const answer = await entities(
        hub,
        subgraph,
        await viewerToken(hub, STAFF),
        [...many, { __typename: 'Person', id: mother }],
        `... on Person { id ${field} }`,
      );
      expect(performance.now() - begin).toBeLessThan(15_000);
      expect(codes(answer)).toEqual(['PAYLOAD_TOO_LARGE']);
      expect(answer.data).toBeNull();
      const after = await entities(
        hub,
        subgraph,
        await viewerToken(hub, STAFF),
        [{ __typename: 'Person', id: mother }],
        '... on Person { id }',
      );
      expect(after.errors).toEqual([]);
    },
  );
});

describe('collaboration, asked past the gateway', () => {
  test('tells a stranger nothing of anybody, and gives no grant', async () => {
    const answer = await entities(
      hub,
      'collaboration',
      await viewerToken(hub, 'aizu-operator'),
      [
        { __typename: 'Person', id: mother },
        { __typename: 'Person', id: 'p-zzzzzzzz' },
      ],
      '... on Person { identity { name } contact { phone } consents { id } elderCareGrant childFamilyGrant livelihoodSupportGrant disabilitySupportGrant }',
    );
    const [known, unknown] = answer.data?.['_entities'] as unknown[];
    expect(known).toEqual(unknown);
    expect(Object.values(known as object).filter((value) => value !== null)).toEqual(['Person']);
  });

  test('a foreign household is an unknown one', async () => {
    const viewer = await viewerToken(hub, 'aizu-operator');
    const ask = (id: string): Promise<Answer> =>
      entities(
        hub,
        'collaboration',
        viewer,
        [{ __typename: 'Household', id }],
        '... on Household { id kind livelihoodSupportGrant }',
      );
    const [foreign, unknown] = [await ask(household('H03').id), await ask('h-zzzzzzzz')];
    expect(foreign.data).toEqual({ _entities: [null] });
    expect(observable(foreign)).toBe(observable(unknown));
  });
});

describe.each(everySubgraph)('%s', (subgraph) => {
  test('shows its schema to the gateway, and no data with it', async () => {
    const answer = await askSubgraph(
      hub,
      subgraph,
      { query: '{ _service { sdl } }' },
      await viewerToken(hub, STAFF),
    );
    const { sdl } = (answer.data?.['_service'] ?? {}) as { sdl?: string };
    expect(sdl).toContain('type Person');
    expect(sdl).not.toMatch(/グエン|CANARY|p-6f4qw8fc|postgres/);
  });

  test('refuses what is not GraphQL without a word about itself', async () => {
    const token = await viewerToken(hub, STAFF);
    for (const query of [
      '',
      '{',
      '{ nobody }',
      '{ elderCareClint { id } }',
      'mutation { drop }',
      '{ __schema { types { name } } }',
    ]) {
      const answer = await askSubgraph(hub, subgraph, { query }, token);
      expect(answer.errors.length).toBeGreaterThan(0);
      expect(answer.text).not.toMatch(/Did you mean|at \w+ \(|node_modules|postgres/);
    }
  });
});

test('a link that nobody confirmed leads nowhere', async () => {
  const viewer = await viewerToken(hub, STAFF);
  const elderCareGrant = await grant(hub, {
    sector: 'elder-care',
    viewer,
    persons: [grandmother],
    categories: NOTES,
  });
  await sql(hub, 'elder-care', `UPDATE person_link SET status = 'SUGGESTED' WHERE person_id = $1`, [
    grandmother,
  ]);
  const answer = await elderCare(viewer, about(elderCareGrant));
  await sql(hub, 'elder-care', `UPDATE person_link SET status = 'CONFIRMED' WHERE person_id = $1`, [
    grandmother,
  ]);
  expect(answer.data).toMatchObject({ _entities: [{ elderCare: { contacts: [] } }] });
});

function fieldOf(subgraph: string): string {
  const fields: Readonly<Record<Sector, string>> = {
    'elder-care': 'elderCare',
    'disability-support': 'disabilitySupport',
    'child-family': 'childFamily',
    'livelihood-support': 'livelihoodSupport',
  };
  return fields[sectors.find((sector) => sector === subgraph) ?? 'elder-care'];
}
