import { afterEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { ask, hubConfig, issue, openConfig, post, startServed, type Served } from '../testing/served.js';
import { parseTrustedDocuments } from './trusted/trusted-documents.js';

let served: Served;
afterEach(() => served.close());
type Body = {
  data?: unknown;
  errors?: { message: string; extensions: { code: string } }[];
  extensions?: unknown;
};
const bodyOf = async (response: Response): Promise<Body> => (await response.json()) as Body;
const codeOf = async (response: Response): Promise<string | undefined> =>
  (await bodyOf(response)).errors?.[0]?.extensions.code;
const signedIn = async (staffId = 'city-01'): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await issue(undefined, undefined, { staffId })}`,
});

describe('bad input has a clear answer, soon', () => {
  const deep = (levels: number): string =>
    `${'{ household(id: "h1") '.repeat(levels)}{ id }${' }'.repeat(levels)}`;
  const aliases = (count: number): string =>
    `{ ${Array.from({ length: count }, (_, at) => `a${at}: whoAmI`).join(' ')} }`;
  test.each<[string, unknown, number, string]>([
    ['deep nesting', { query: deep(3_000) }, 400, 'BAD_USER_INPUT'],
    ['ten thousand aliases', { query: aliases(10_000) }, 400, 'BAD_USER_INPUT'],
    ['five hundred aliases', { query: aliases(500) }, 400, 'BAD_USER_INPUT'],
    [
      'the same field five thousand times',
      { query: `{ ${'whoAmI '.repeat(5_000)} }` },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'fragments in a circle',
      { query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['an enormous document', { query: `{ whoAmI } #${'x'.repeat(1_100_000)}` }, 413, 'PAYLOAD_TOO_LARGE'],
    ['a document of commas', { query: `{ whoAmI ${','.repeat(900_000)} }x` }, 400, 'GRAPHQL_PARSE_FAILED'],
    [
      'variables too deep for a call stack',
      `{"query":"query($t:String!){whoAmI}","variables":{"t":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['several operations at once', [{ query: '{ whoAmI }' }, { query: '{ whoAmI }' }], 400, 'BAD_REQUEST'],
    ['__proto__ as a field', { query: '{ __proto__ }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a body that is __proto__', '{"__proto__":{"query":"{ whoAmI }"}}', 400, 'BAD_REQUEST'],
    ['half a document', '{"query":"{ whoAmI(', 400, 'BAD_USER_INPUT'],
  ])('%s', async (_, body, status, code) => {
    served = await startServed(openConfig);
    const begin = performance.now();
    const response = await post(served.url, body);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(performance.now() - begin).toBeLessThan(2_000);
    expect(served.seen).toHaveLength(0);
    // And the next one is served.
    expect(await bodyOf(await ask(served.url, '{ whoAmI }'))).toEqual({ data: { whoAmI: 'canary-31aa' } });
  });

  test('invalid UTF-8', async () => {
    served = await startServed(openConfig);
    const response = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.concat([
        Buffer.from('{"query":"{ whoAmI } #'),
        Buffer.from([0xc3, 0x28]),
        Buffer.from('"}'),
      ]),
    });
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('__proto__ as an alias and as a variable is a name like any other', async () => {
    served = await startServed(openConfig, async ({ body }) => ({
      status: 200,
      contentType: 'application/json',
      body: `{"data":{${/"?(\w+): ?whoAmI/.exec(body)?.[1] ? `"${/(\w+): ?whoAmI/.exec(body)?.[1]}"` : '"whoAmI"'}:"x"}}`,
    }));
    const response = await post(
      served.url,
      '{"query":"{ __proto__: whoAmI }","variables":{"__proto__":{"polluted":1}}}',
    );
    expect(await response.text()).toBe('{"data":{"__proto__":"x"}}\n');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('headers beyond any token', async () => {
    served = await startServed(openConfig);
    const status = await new Promise((resolve, reject) =>
      httpRequest(`${served.url}/livez`, { headers: { 'x-large': 'x'.repeat(20_000) } }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end(),
    );
    expect(status).toBe(431);
  });
});

describe('a request from another site', () => {
  test('cannot borrow a sign-in: neither by a link nor by a form', async () => {
    served = await startServed(hubConfig);
    const headers = await signedIn();
    expect((await fetch(`${served.url}/graphql?query={whoAmI}`, { headers })).status).toBe(400);
    expect(
      (
        await fetch(`${served.url}/graphql`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'text/plain' },
          body: '{"query":"{ whoAmI }"}',
        })
      ).status,
    ).toBe(400);
    expect(served.seen).toHaveLength(0);
  });
});

describe('who asks too much', () => {
  const limited = { ...hubConfig, requestLimits: { perViewer: 3, perAddress: 2, proxies: 0 } };

  test('is told when to come back, and only they: colleagues at the same address go on', async () => {
    served = await startServed(limited);
    const [one, other] = [await signedIn('s-1'), await signedIn('s-2')];
    for (let at = 0; at < 3; at++) expect((await ask(served.url, '{ whoAmI }', one)).status).toBe(200);
    const refused = await ask(served.url, '{ whoAmI }', one);
    expect([refused.status, refused.headers.get('retry-after'), await codeOf(refused)]).toEqual([
      429,
      '20',
      'RATE_LIMITED',
    ]);
    expect((await ask(served.url, '{ whoAmI }', other)).status).toBe(200);
    expect(served.log()).not.toContain('s-1');
  });

  test('without a good sign-in is counted by address, and locks nobody out who has one', async () => {
    served = await startServed(limited);
    const guess = (): Promise<Response> => ask(served.url, '{ whoAmI }', { authorization: 'Bearer guess' });
    expect([(await guess()).status, (await ask(served.url, '{ whoAmI }')).status]).toEqual([401, 401]);
    expect([(await guess()).status, (await ask(served.url, '{ whoAmI }')).status]).toEqual([429, 429]);
    expect((await ask(served.url, '{ whoAmI }', await signedIn())).status).toBe(200);
  });
});

describe('trusted documents', () => {
  const text = 'query WhoAmI { whoAmI }';
  const hash = createHash('sha256').update(text).digest('hex');
  const trustedDocuments = parseTrustedDocuments(JSON.stringify({ [hash]: text }));

  test('are asked for by hash, the others by text', async () => {
    served = await startServed({ ...openConfig, trustedDocuments });
    for (const body of [
      { documentId: hash },
      { documentId: `sha256:${hash}` },
      { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
      { query: text },
      { query: '{ whoAmI }' },
    ]) {
      expect(await bodyOf(await post(served.url, body))).toEqual({ data: { whoAmI: 'canary-31aa' } });
    }
    expect(await bodyOf(await fetch(`${served.url}/graphql?documentId=${hash}`))).toEqual({
      data: { whoAmI: 'canary-31aa' },
    });
    expect((await post(served.url, { documentId: 'f'.repeat(64) })).status).toBe(400);
  });

  test('alone are taken where nothing else is, by whatever way it comes', async () => {
    served = await startServed({ ...openConfig, trustedDocuments, trustedDocumentsOnly: true });
    expect((await post(served.url, { query: text })).status).toBe(200);
    for (const body of [
      { query: '{ whoAmI }' },
      { query: `${text} ` },
      { documentId: 'constructor' },
      { query: '{ __schema { queryType { name } } }' },
      { query: '{ whoAmI }', documentId: hash },
      { query: '{' },
    ]) {
      const response = await post(served.url, body);
      expect([response.status, await codeOf(response)]).toEqual([403, 'UNTRUSTED_DOCUMENT']);
    }
    expect((await fetch(`${served.url}/graphql?query={whoAmI}`)).status).toBe(403);
    expect(served.seen).toHaveLength(1);
  });

  test('have their plan before the first request', async () => {
    served = await startServed({ ...openConfig, trustedDocuments });
    await post(served.url, { documentId: hash });
    const metrics = await (await fetch(`${served.url}/metrics`)).text();
    expect(metrics).toContain('kasane_plans_total{cache="hit"} 1');
    expect(metrics).not.toContain('cache="miss"');
  });

  test('may be larger than any other, for their size was agreed; what a client asks for beyond it was not', async () => {
    const large = `query Large { ${Array.from({ length: 300 }, (_, at) => `${'a'.repeat(70)}${at}: whoAmI`).join(' ')} }`;
    const long = 'query Long { household(id: "h1") { id } whoAmI ...F } fragment F on Query { whoAmI }';
    const documents = parseTrustedDocuments(
      JSON.stringify(
        Object.fromEntries(
          [large, long].map((each) => [createHash('sha256').update(each).digest('hex'), each]),
        ),
      ),
    );
    const tight = {
      ...openConfig.operationLimits,
      tokens: 20,
      depth: 1,
      aliases: 1,
      rootFields: 1,
      cost: 100,
    };
    served = await startServed({ ...openConfig, trustedDocuments: documents, operationLimits: tight });
    expect(large.length).toBeGreaterThan(20_000);
    for (let at = 0; at < 2; at++) expect((await post(served.url, { query: large })).status).toBe(200);
    expect((await fetch(`${served.url}/graphql?query=${encodeURIComponent(long)}`)).status).toBe(200);
    expect((await post(served.url, { query: `${long} ` })).status).toBe(400);
  });

  test('do not open the schema where it is closed', async () => {
    const about = 'query About { __schema { queryType { name } } }';
    const documents = parseTrustedDocuments(
      JSON.stringify({ [createHash('sha256').update(about).digest('hex')]: about, [hash]: text }),
    );
    served = await startServed({ ...hubConfig, production: true, trustedDocuments: documents });
    const headers = await signedIn();
    for (let at = 0; at < 2; at++) {
      expect((await post(served.url, { query: text }, headers)).status).toBe(200);
      expect((await post(served.url, { query: about }, headers)).status).toBe(400);
    }
  });

  test('that the supergraph does not serve cost the start nothing', async () => {
    const away = 'query Away { noSuchField }';
    const documents = parseTrustedDocuments(
      JSON.stringify({
        operations: [
          { id: createHash('sha256').update(away).digest('hex'), body: away },
          { id: hash, body: text },
        ],
      }),
    );
    served = await startServed({ ...openConfig, trustedDocuments: documents });
    expect((await post(served.url, { documentId: hash })).status).toBe(200);
    expect(served.log()).toContain('a trusted document has no plan');
  });

  test.each([
    ['was changed', { [hash]: `${text} ` }, 'not the one of that SHA-256'],
    ['is no document', { operations: [null] }, 'no document'],
    ['is a list', [], 'not a JSON object'],
  ])('a manifest that %s is refused', async (_, manifest, words) => {
    served = await startServed(openConfig);
    expect(() => parseTrustedDocuments(JSON.stringify(manifest))).toThrow(words);
  });
});

test('a request in flight is finished before the gateway leaves', async () => {
  let finish = (): void => undefined;
  const answered = new Promise<void>((resolve) => (finish = resolve));
  served = await startServed(
    openConfig,
    async () => (
      await answered,
      { status: 200, contentType: 'application/json', body: '{"data":{"whoAmI":"late"}}' }
    ),
  );
  const answer = ask(served.url, '{ whoAmI }');
  while (served.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const closed = served.close();
  await expect(fetch(`${served.url}/livez`)).rejects.toThrow();
  finish();
  expect(await bodyOf(await answer)).toEqual({ data: { whoAmI: 'late' } });
  await closed;
});
