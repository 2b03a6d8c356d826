import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDevelopmentIssuer, generateSigningKey, readKeyFile } from '@kasane/identity';
import { household, person, staffById } from '@kasane/sample-municipality';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openTestHub, post, type Answer, type TestHub } from '../test-hub.js';
import {
  askSubgraph,
  codes,
  entities,
  everySubgraph,
  forgeToken,
  INNARDS,
  observable,
  retouched,
  viewerToken,
  WHOLE_HOUSEHOLD,
} from './attacker.js';

/** Who one is, and why one asks: said by nobody but the issuer, the gateway and the one closed list. */

let hub: TestHub;
let strangersKey: string;
beforeAll(async () => {
  hub = await openTestHub();
  strangersKey = join(hub.dataDir, 'stranger.json');
  await writeFile(strangersKey, JSON.stringify((await generateSigningKey()).privateKey));
}, 120_000);
afterAll(() => hub?.stop());

const STAFF = 'kato-coordinator';
const body = { query: WHOLE_HOUSEHOLD, variables: { id: household('H03').id } };

const withToken = (token: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  post(`${hub.url}/graphql`, body, {
    authorization: `Bearer ${token}`,
    'hub-purpose': 'SERVICE_COORDINATION',
    ...headers,
  });

function expectNobody(answer: Answer): void {
  expect([answer.status, answer.data, codes(answer)]).toEqual([401, null, ['UNAUTHENTICATED']]);
  expect(answer.text).not.toMatch(INNARDS);
  expect(answer.text).not.toContain(person('h03-mother').id);
}

interface Forging {
  readonly header?: object;
  readonly claims?: object;
  readonly keyFile?: string;
}

/** An access token of the development issuer's form, with whatever differs. */
function forged({ header, claims, keyFile = hub.keys.signIn.privateFile }: Forging = {}): string {
  const { staffId, office, sector, capacity, roles } = staffById(STAFF);
  const issued = {
    iss: 'urn:kasane:development',
    aud: 'kasane-gateway',
    iat: seconds(0),
    nbf: seconds(0),
    exp: seconds(-3600),
  };
  return forgeToken(
    { alg: 'EdDSA', typ: 'at+jwt', ...header },
    { sub: staffId, office, sector, capacity, roles, ...issued, ...claims },
    { keyFile },
  );
}

const seconds = (ago: number): number => Math.floor(Date.now() / 1000) - ago;

describe('an access token', () => {
  test('that is good lets in, so that the refusals mean something', async () => {
    expect((await withToken(forged())).data).toMatchObject({ household: { id: household('H03').id } });
  });

  test.each<[string, () => string | Promise<string>]>([
    ['expired', () => forged({ claims: { iat: seconds(7200), nbf: seconds(7200), exp: seconds(3600) } })],
    ['not yet valid', () => forged({ claims: { nbf: seconds(-3600) } })],
    ['without an end', () => forged({ claims: { exp: undefined } })],
    ['signed by a stranger', () => forged({ keyFile: strangersKey })],
    ['signed with the key of the gateway', () => forged({ keyFile: hub.keys.viewer.privateFile })],
    ['signed with the key of collaboration', () => forged({ keyFile: hub.keys.grant.privateFile })],
    ['of a foreign issuer', () => forged({ claims: { iss: 'https://login.example' } })],
    ['for another application', () => forged({ claims: { aud: 'another-application' } })],
    ['of another type', () => forged({ header: { typ: 'viewer+jwt' } })],
    ['without a type', () => forged({ header: { typ: undefined } })],
    ['with a role that does not exist', () => forged({ claims: { roles: ['COORDINATOR', 'SUPERUSER'] } })],
    ['whose roles are a text', () => forged({ claims: { roles: 'COORDINATOR' } })],
    ['without an office', () => forged({ claims: { office: undefined } })],
    ['with a capacity from the prototype', () => forged({ claims: { capacity: 'constructor' } })],
    ['with alg none', () => retouched(forged(), { header: { alg: 'none' }, signature: '' })],
    ['with alg none and the old signature', () => retouched(forged(), { header: { alg: 'none' } })],
    [
      'of HMAC with the public key as the secret',
      () => {
        const { x } = readKeyFile(hub.keys.signIn.publicFile);
        const [, claims = ''] = forged().split('.');
        const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
        return forgeToken({ alg: 'HS256', typ: 'at+jwt' }, read, {
          secret: Buffer.from(x ?? '', 'base64url'),
        });
      },
    ],
    [
      'with another payload under the old signature',
      () => retouched(forged(), { claims: { sub: 'kato-kodomo-worker' } }),
    ],
    ['that is a viewer token', () => viewerToken(hub, STAFF)],
    ['of 12,000 letters', () => 'a'.repeat(12_000)],
    ['that is no token', () => 'abc.def.ghi'],
  ])('%s is nobody', async (_, token) => {
    expectNobody(await withToken(await token()));
  });

  test('every refusal is the same, whatever was wrong', async () => {
    const refusals = await Promise.all(
      [
        forged({ keyFile: strangersKey }),
        forged({ claims: { exp: seconds(3600) } }),
        viewerToken(hub, STAFF),
      ].map(async (token) => observable(await withToken(await token))),
    );
    expect(new Set(refusals).size).toBe(1);
  });

  test('is needed, and is read from one place only', async () => {
    const token = forged();
    expectNobody(await post(`${hub.url}/graphql`, body, { 'hub-purpose': 'CONSULTATION' }));
    expectNobody(await post(`${hub.url}/graphql`, body, { authorization: `Basic ${token}` }));
    expectNobody(await post(`${hub.url}/graphql`, body, { cookie: `token=${token}` }));
    expectNobody(await post(`${hub.url}/graphql?access_token=${token}`, body));
  });

  test('cannot be passed over with headers of the inside', async () => {
    const stranger = await hub.signIn('kato-toshi-seisaku-worker');
    const coordinator = await viewerToken(hub, STAFF);
    expectNobody(await post(`${hub.url}/graphql`, body, { 'hub-viewer': coordinator }));
    const plain = await withToken(stranger);
    const smuggled = await withToken(stranger, {
      'hub-viewer': coordinator,
      'hub-request-id': 'chosen-by-the-client',
      'x-forwarded-user': STAFF,
      'apollo-federation-include-trace': 'ftv1',
    });
    expect(smuggled.data).toEqual({ household: null });
    expect(observable(smuggled)).toBe(observable(plain));
    expect(smuggled.headers.get('hub-request-id')).not.toBe('chosen-by-the-client');
  });

  test('of two people at once is never mixed up', async () => {
    const both = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        hub.ask(at % 2 ? STAFF : 'aizu-operator', WHOLE_HOUSEHOLD, { variables: body.variables }),
      ),
    );
    both.forEach(({ data }, at) => expect(data?.['household'] === null).toBe(at % 2 === 0));
    expect(new Set(both.map(({ text }) => text)).size).toBe(2);
  });
});

describe('a purpose', () => {
  const ask = (purpose: string | undefined, query = WHOLE_HOUSEHOLD): Promise<Answer> =>
    hub.ask(STAFF, query, {
      variables: query === WHOLE_HOUSEHOLD ? body.variables : {},
      purpose: null,
      headers: purpose === undefined ? {} : { 'hub-purpose': purpose },
    });

  test.each([
    '{ households { edges { node { id } } } }',
    '{ childFamilyClients { id } }',
    `mutation { withdrawConsent(id: "consent-h03-mother", expression: WRITTEN, expressedBy: "x") { __typename } }`,
  ])('is required by %s', async (query) => {
    const answer = await ask(undefined, query);
    expect(answer.data === null || Object.values(answer.data).every((value) => value === null)).toBe(true);
    expect(codes(answer)).toEqual(['PURPOSE_REQUIRED']);
    expect(answer.text).not.toMatch(INNARDS);
  });

  test('is required for a household, known or not, alike', async () => {
    const known = await ask(undefined);
    const unknown = await hub.ask(STAFF, WHOLE_HOUSEHOLD, { variables: { id: 'h-zzzzzzzz' }, purpose: null });
    expect(codes(known)).toEqual(['PURPOSE_REQUIRED']);
    expect(known.data ?? { household: null }).toEqual({ household: null });
    expect(observable(known)).toBe(observable(unknown));
  });

  test('left empty counts as none', async () => {
    expect(codes(await ask('  '))).toEqual(['PURPOSE_REQUIRED']);
  });

  test.each([
    'CURIOSITY',
    'consultation',
    '__proto__',
    'constructor',
    'toString',
    'CONSULTATION, EMERGENCY',
    'x'.repeat(4000),
  ])('%s is none of the list', async (purpose) => {
    const answer = await ask(purpose);
    expect([answer.status, answer.data, codes(answer)]).toEqual([400, null, ['BAD_USER_INPUT']]);
    expect(answer.text).not.toContain(person('h03-mother').id);
  });

  test('is not needed for public facts', async () => {
    const answer = await ask(
      undefined,
      '{ district(id: "kato-city") { id childFamilyOffices { code } } sectors { id } }',
    );
    expect(answer.errors).toEqual([]);
  });

  test('an emergency that one declares opens nothing by itself', async () => {
    const plain = await hub.ask('aizu-operator', WHOLE_HOUSEHOLD, { variables: body.variables });
    const urgent = await hub.ask('aizu-operator', WHOLE_HOUSEHOLD, {
      variables: body.variables,
      headers: {
        'hub-purpose': 'EMERGENCY',
        'hub-emergency-reason': 'now',
        'hub-conference': 'conference-1',
      },
    });
    expect(observable(urgent)).toBe(observable(plain));
  });
});

describe.each(everySubgraph)('%s, asked past the gateway', (subgraph) => {
  const about = (): readonly unknown[] => [{ __typename: 'Person', id: person('h03-mother').id }];
  const FIELDS = '... on Person { id }';

  test('answers a viewer whom the gateway named, so that the refusals mean something', async () => {
    const answer = await entities(hub, subgraph, await viewerToken(hub, STAFF), about(), FIELDS);
    expect(answer.data).toEqual({ _entities: [{ __typename: 'Person', id: person('h03-mother').id }] });
  });

  test.each<[string, () => Promise<string | undefined>]>([
    ['no viewer token', async () => undefined],
    ['an empty one', async () => ''],
    ['an expired one', () => viewerToken(hub, STAFF, { secondsAgo: 120 })],
    ['one of tomorrow', () => viewerToken(hub, STAFF, { secondsAgo: -86_400 })],
    ['one signed by a stranger', () => viewerToken(hub, STAFF, { keyFile: strangersKey })],
    [
      'one signed by the issuer of sign-ins',
      () => viewerToken(hub, STAFF, { keyFile: hub.keys.signIn.privateFile }),
    ],
    ['one signed by collaboration', () => viewerToken(hub, STAFF, { keyFile: hub.keys.grant.privateFile })],
    ['an access token', () => hub.signIn(STAFF)],
    [
      'an access token signed with the key of the gateway',
      () =>
        createDevelopmentIssuer({ privateKey: readKeyFile(hub.keys.viewer.privateFile) }).signIn(
          staffById(STAFF),
        ),
    ],
    [
      'one with alg none',
      async () => retouched(await viewerToken(hub, STAFF), { header: { alg: 'none' }, signature: '' }),
    ],
    ['two at once', async () => `${await viewerToken(hub, STAFF)}, ${await viewerToken(hub, STAFF)}`],
    ['one too long', async () => 'a'.repeat(9000)],
  ])('with %s shows nothing', async (_, token) => {
    const given = await token();
    for (const query of [
      '{ __typename }',
      '{ _service { sdl } }',
      `query ($r: [_Any!]!) { _entities(representations: $r) { ${FIELDS} } }`,
    ]) {
      const answer = await askSubgraph(hub, subgraph, { query, variables: { r: about() } }, given);
      expect([answer.status, answer.data, codes(answer)]).toEqual([401, null, ['UNAUTHENTICATED']]);
    }
  });

  test('a token in the header for people is not one', async () => {
    const answer = await post(
      hub.subgraphs[subgraph]?.url ?? '',
      { query: '{ __typename }' },
      { authorization: `Bearer ${await viewerToken(hub, STAFF)}` },
    );
    expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
  });

  test('without a purpose opens nobody', async () => {
    const answer = await entities(
      hub,
      subgraph,
      await viewerToken(hub, STAFF, { purpose: null }),
      about(),
      FIELDS,
    );
    expect(codes(answer)).toEqual(['PURPOSE_REQUIRED']);
    expect(answer.data ?? { _entities: [null] }).toEqual({ _entities: [null] });
  });

  test('neither its health nor its address tells who may be asked', async () => {
    const { origin } = new URL(hub.subgraphs[subgraph]?.url ?? '');
    for (const path of ['/', '/metrics', '/explorer', '/sandbox', '/graphql/../x'])
      expect((await fetch(origin + path)).status).toBe(404);
    expect(await (await fetch(`${origin}/livez`)).text()).toBe('ok');
  });
});
