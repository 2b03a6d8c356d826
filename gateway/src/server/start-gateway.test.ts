import { afterEach, describe, expect, test } from '@jest/globals';
import { createViewerTokenVerifier } from '@kasane/identity';
import type { HubConfig, OpenConfig } from '../config.js';
import {
  ask,
  foreignKeys,
  hubConfig,
  issue,
  openConfig,
  signInKeys,
  startServed,
  viewerKeys,
  type Served,
} from '../testing/served.js';

let served: Served;
afterEach(() => served.close());
const start = async (config: HubConfig | OpenConfig): Promise<string> =>
  (served = await startServed(config)).url;

describe('whoever signed in', () => {
  test('is told to the subgraph in a token of the gateway, with purpose and request', async () => {
    const url = await start(hubConfig);
    const authorization = `Bearer ${await issue(signInKeys.privateKey)}`;
    const response = await ask(url, '{ whoAmI }', {
      authorization,
      'hub-purpose': 'CONSULTATION',
      'hub-request-id': 'chosen-by-client',
    });
    expect(await response.json()).toEqual({ data: { whoAmI: 'canary-31aa' } });
    const id = response.headers.get('hub-request-id');
    expect(id).not.toBe('chosen-by-client');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const viewer = await createViewerTokenVerifier({ publicKey: viewerKeys.publicKey }).verify(
      served.seen[0]?.['hub-viewer'],
    );
    expect(viewer).toMatchObject({ staffId: 'city-01', purpose: 'CONSULTATION', requestId: id });
    expect(served.seen[0]?.['hub-request-id']).toBe(id);
    // Neither the client's own token nor any other header of it goes on.
    expect(Object.keys(served.seen[0] ?? {}).sort()).toEqual([
      'accept',
      'content-type',
      'hub-request-id',
      'hub-viewer',
    ]);
    expect(served.log()).toContain(id);
    expect(served.log()).not.toMatch(/canary|city-01|Bearer/);
  });

  test('with a purpose that does not exist is told which do', async () => {
    const url = await start(hubConfig);
    const authorization = `Bearer ${await issue(signInKeys.privateKey)}`;
    const response = await ask(url, '{ whoAmI }', { authorization, 'hub-purpose': 'CURIOSITY' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('CONSULTATION');
  });
});

describe('whoever did not', () => {
  const refused = async (headers: Record<string, string>): Promise<void> => {
    const url = await start(hubConfig);
    const response = await ask(url, '{ whoAmI }', headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: expect.any(String),
          extensions: { code: 'UNAUTHENTICATED', correlationId: response.headers.get('hub-request-id') },
        },
      ],
    });
    expect(served.seen).toHaveLength(0);
  };
  test('has no token', () => refused({}));
  test('has an empty one', () => refused({ authorization: 'Bearer ' }));
  test('has another kind', () => refused({ authorization: 'Basic Y2l0eTpjaXR5' }));
  test('has a forged one', async () =>
    refused({ authorization: `Bearer ${await issue(foreignKeys.privateKey)}` }));
  test('has an expired one', async () =>
    refused({ authorization: `Bearer ${await issue(signInKeys.privateKey, () => new Date('2020-01-01'))}` }));

  test('may ask what the schema is, and nothing beside it', async () => {
    const url = await start(hubConfig);
    expect((await ask(url, '{ __schema { queryType { name } } }')).status).toBe(200);
    expect((await ask(url, '{ __schema { queryType { name } } whoAmI }')).status).toBe(401);
    expect((await ask(url, '{ ...F } fragment F on Query { whoAmI }')).status).toBe(401);
    expect((await ask(url, 'mutation { __typename }')).status).toBe(401);
    expect(served.seen).toHaveLength(0);
  });

  test('learns not even that in production', async () => {
    const url = await start({ ...hubConfig, production: true });
    expect((await ask(url, '{ __schema { queryType { name } } }')).status).toBe(401);
    for (const path of ['/', '/sandbox', '/explorer']) expect((await fetch(url + path)).status).toBe(404);
    const authorization = `Bearer ${await issue(signInKeys.privateKey)}`;
    expect((await ask(url, '{ __schema { queryType { name } } }', { authorization })).status).toBe(400);
  });
});

test('nobody is told of a field that they did not name, least of all in production', async () => {
  for (const production of [false, true]) {
    const url = await start({ ...hubConfig, production });
    const authorization = `Bearer ${await issue(signInKeys.privateKey)}`;
    const text = await (await ask(url, '{ whoAmy }', { authorization })).text();
    expect(text).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(text).not.toMatch(/Did you mean|whoAmI/);
    if (!production) await served.close();
  }
});

describe('the pages', () => {
  test('are there, and the explorer loads nothing from elsewhere', async () => {
    const url = await start(hubConfig);
    for (const path of [
      '/',
      '/sandbox',
      '/explorer',
      '/explorer/react.js',
      '/explorer/react-dom.js',
      '/explorer/graphiql.js',
      '/explorer/graphiql.css',
      '/explorer/start.js',
    ]) {
      const response = await fetch(url + path);
      expect([path, response.status]).toEqual([path, 200]);
      await response.arrayBuffer();
    }
    const explorer = await fetch(`${url}/explorer`);
    expect(explorer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await explorer.text()).not.toMatch(/https?:\/\//);
  });

  test('tell health without detail', async () => {
    const url = await start(hubConfig);
    expect(await (await fetch(`${url}/livez`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'degraded' });
  });
});

describe('an open gateway', () => {
  test('serves a foreign supergraph without sign-in', async () => {
    const url = await start(openConfig);
    expect(await (await ask(url, '{ whoAmI }')).json()).toEqual({ data: { whoAmI: 'canary-31aa' } });
    expect(await (await fetch(`${url}/graphql?query={whoAmI}`)).json()).toEqual({
      data: { whoAmI: 'canary-31aa' },
    });
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ status: 'ok' });
    expect(served.seen[0]).not.toHaveProperty('hub-viewer');
  });
});

describe('an operation that is an attack', () => {
  const attacks: [string, string][] = [
    ['too many tokens', `{ ${'whoAmI '.repeat(11_000)} }`],
    ['fragments in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    [
      'fragments that double',
      `{ ...F0 } ${Array.from({ length: 30 }, (_, at) => `fragment F${at} on Query { ${at === 29 ? 'whoAmI' : `...F${at + 1} ...F${at + 1}`} }`).join(' ')}`,
    ],
  ];
  test.each(attacks)('%s is refused as one', async (_, query) => {
    const url = await start(openConfig);
    const response = await ask(url, query);
    expect(response.status).toBe(400);
    expect(served.seen).toHaveLength(0);
  });
});
