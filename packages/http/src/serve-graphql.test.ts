import { afterEach, describe, expect, test } from '@jest/globals';
import { ApolloServer } from '@apollo/server';
import { HubError } from '@kasane/vocabulary';
import { GraphQLError } from 'graphql';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import {
  errorFormatter,
  logErrors,
  requestId,
  requestSignal,
  sendJson,
  serveGraphQL,
  type Admit,
  type GraphQLServer,
} from './index.js';

interface Context {
  readonly requestId: string;
  readonly signal: AbortSignal;
}

const lines: string[] = [];
const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
const canary = 'canary-7f3a';
let server: GraphQLServer | undefined;
let cancelled: Promise<void>;
let finish: () => void;

async function start(
  overrides: { maxBodyBytes?: number; acceptRequestId?: boolean; admit?: Admit<Context> } = {},
): Promise<string> {
  const done = new Promise<void>((resolve) => (finish = resolve));
  let left: () => void;
  cancelled = new Promise((resolve) => (left = resolve));
  server = await serveGraphQL<Context>({
    apollo: new ApolloServer<Context>({
      typeDefs:
        'type Query { hello(name: String): String, crash: String, forbidden: String, slow: String, all: String! }',
      resolvers: {
        Query: {
          hello: (_: unknown, { name }: { name?: string }) => `hello ${name ?? 'you'}`,
          crash: () => {
            throw new Error(`duplicate key (${canary}) at http://10.0.0.5:5432`);
          },
          forbidden: () => {
            throw new HubError('FORBIDDEN');
          },
          all: () => {
            throw new HubError('LEDGER_UNAVAILABLE', `disk ${canary}`);
          },
          slow: async (_: unknown, __: unknown, { signal }: Context) => {
            signal.addEventListener('abort', () => left());
            await done;
            return 'late';
          },
        },
      },
      formatError: errorFormatter,
      plugins: [logErrors(logger)],
      stopOnTerminationSignals: false,
    }),
    context: async (request) => {
      if (request.headers.authorization === 'expired') throw new HubError('UNAUTHENTICATED');
      if (request.headers.authorization === 'teapot') {
        throw new GraphQLError('no', { extensions: { code: 'FORBIDDEN', http: { status: 418 } } });
      }
      return { requestId: requestId(request), signal: requestSignal(request) };
    },
    host: '127.0.0.1',
    port: 0,
    routes: { 'GET /livez': (_, response) => sendJson(response, 200, { ok: true }) },
    otherwise: (path) =>
      path.startsWith('/page/') ? (_, response) => sendJson(response, 200, { path }) : undefined,
    logger,
    ...overrides,
  });
  return server.url;
}

afterEach(async () => {
  finish();
  await server?.close();
  lines.length = 0;
});

const post = (
  url: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    body: body as string,
    headers: { 'content-type': 'application/json', ...headers },
  });
const ask = (url: string, query: string, headers?: Record<string, string>): Promise<Response> =>
  post(url, JSON.stringify({ query }), headers);

describe('a request', () => {
  test('is answered, is never stored by a cache, and carries its id', async () => {
    const response = await ask(await start(), '{ hello }', { 'hub-request-id': 'request-0001' });
    expect(await response.json()).toEqual({ data: { hello: 'hello you' } });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('hub-request-id')).toBe('request-0001');
  });

  test('may come as GET', async () => {
    const response = await fetch(`${await start()}/graphql?query={hello}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(await response.json()).toEqual({ data: { hello: 'hello you' } });
  });

  test('cannot name itself where the server does not accept it, nor with a name that would break a log', async () => {
    const url = await start({ acceptRequestId: false });
    const response = await ask(url, '{ hello }', { 'hub-request-id': 'request-0001' });
    expect(response.headers.get('hub-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await server?.close();
    const other = await ask(await start(), '{ hello }', { 'hub-request-id': 'x y{}' });
    expect(other.headers.get('hub-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('bad input', () => {
  const bad: [string, string | Uint8Array, Record<string, string>, number][] = [
    ['broken JSON', '{"query": "{ hello', {}, 400],
    ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), {}, 400],
    ['another charset', '{}', { 'content-type': 'application/json; charset=shift_jis' }, 415],
    ['a compressed body', '{}', { 'content-encoding': 'gzip' }, 415],
    ['a wrong content type', '{"query":"{hello}"}', { 'content-type': 'text/plain' }, 400],
    ['an unknown content type', '{"query":"{hello}"}', { 'content-type': 'application/jsan' }, 400],
    ['a batch', '[{"query":"{hello}"}]', {}, 400],
    ['a body that is too large', JSON.stringify({ query: `{ hello } #${'x'.repeat(3000)}` }), {}, 413],
    ['an empty body', '', {}, 400],
    ['a number', '7', {}, 400],
  ];
  test.each(bad)('%s is a clear client error', async (_, body, headers, status) => {
    const response = await post(await start({ maxBodyBytes: 2000 }), body, headers);
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: { extensions: Record<string, unknown> }[] };
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toEqual({
      code: expect.any(String),
      correlationId: response.headers.get('hub-request-id'),
    });
  });

  test('a body without a length is cut off at the limit', async () => {
    const url = new URL(await start({ maxBodyBytes: 2000 }));
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`;
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(url.port), url.hostname, () =>
        socket.write(`${head}fa0\r\n${'x'.repeat(4000)}\r\n`),
      );
      socket.once('data', (data) => (resolve(String(data)), socket.destroy()));
    });
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  test('paths and methods that do not exist say so', async () => {
    const url = await start();
    expect((await fetch(`${url}/nowhere`)).status).toBe(404);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect((await fetch(`${url}/livez`, { method: 'HEAD' })).status).toBe(200);
    const wrong = await fetch(`${url}/livez`, { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET']);
    expect(
      (await fetch(`${url}/graphql`, { method: 'PUT', headers: { 'apollo-require-preflight': '1' } })).status,
    ).toBe(405);
  });
});

describe('a path that no route names', () => {
  test('may be answered all the same, when somebody GETs it', async () => {
    const url = await start();
    expect(await (await fetch(`${url}/page/one?x=1`)).json()).toEqual({ path: '/page/one' });
    expect((await fetch(`${url}/page/one`, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${url}/page/one`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${url}/livez`, { method: 'POST' })).status).toBe(405);
  });
});

describe('an error', () => {
  test('of the context has the status of its code', async () => {
    const url = await start();
    const response = await ask(url, '{ hello }', { authorization: 'expired' });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect((await ask(url, '{ hello }', { authorization: 'teapot' })).status).toBe(418);
  });

  test('of ours tells the client nothing but a code, and the log no value', async () => {
    const response = await ask(await start(), '{ crash }');
    expect(await response.json()).toEqual({
      data: { crash: null },
      errors: [
        {
          message: expect.stringContaining('Something failed inside the hub'),
          path: ['crash'],
          extensions: { code: 'INTERNAL', correlationId: response.headers.get('hub-request-id') },
        },
      ],
    });
    expect(lines.join()).toContain(response.headers.get('hub-request-id'));
    expect(lines.join()).not.toContain(canary);
  });

  test('of one field leaves the others, and the status, alone', async () => {
    const response = await ask(await start(), '{ hello forbidden }');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { hello: 'hello you', forbidden: null } });
  });

  test('of everything has the status of its code and its fixed words', async () => {
    const response = await ask(await start(), '{ all }');
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain(canary);
  });

  test('of the query names no field that the client did not name', async () => {
    const response = await ask(await start(), '{ helo }');
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toContain('Cannot query field');
    expect(text).not.toContain('hello');
  });
});

describe('an operation', () => {
  test('is looked at once it is known who asks, and may be replaced, however it came', async () => {
    const asked: unknown[] = [];
    const url = await start({
      admit: ({ query, variables, documentId }) => {
        asked.push([query, variables, documentId]);
        if (query === '{ forbidden }') throw new HubError('FORBIDDEN', 'Not this one.');
        return documentId === 'one' ? 'query ($n: String) { hello(name: $n) }' : undefined;
      },
    });
    expect(await (await ask(url, '{ hello }')).json()).toEqual({ data: { hello: 'hello you' } });
    const named = JSON.stringify({
      documentId: 'one',
      variables: { n: 'A' },
      extensions: { persistedQuery: {} },
    });
    expect(await (await post(url, named)).json()).toEqual({ data: { hello: 'hello A' } });
    const headers = { 'apollo-require-preflight': '1' };
    const got = await fetch(`${url}/graphql?documentId=one&variables=${encodeURIComponent('{"n":"B"}')}`, {
      headers,
    });
    expect(await got.json()).toEqual({ data: { hello: 'hello B' } });
    const refused = await ask(url, '{ forbidden }');
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('Not this one.')]);
    expect(asked).toHaveLength(4);
    expect((await ask(url, '{ hello }', { authorization: 'expired' })).status).toBe(401);
    expect((await post(url, '7')).status).toBe(400);
    expect(asked).toHaveLength(4);
  });
});

describe('leaving', () => {
  test('a client that leaves cancels its own work, quietly', async () => {
    const url = await start();
    const controller = new AbortController();
    const answer = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ slow }"}',
      signal: controller.signal,
    }).catch(() => 'left');
    await sleep(50);
    controller.abort();
    await cancelled;
    expect(await answer).toBe('left');
    expect(lines).toEqual([]);
  });

  test('half a body is no error of ours', async () => {
    const url = new URL(await start());
    const socket = connect(Number(url.port), url.hostname, () =>
      socket.write(
        'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"que',
      ),
    );
    await sleep(50);
    socket.destroy();
    await sleep(50);
    expect(lines).toEqual([]);
  });

  test('closing lets a request in flight finish and takes no new one', async () => {
    const url = await start();
    const answer = ask(url, '{ slow }');
    await sleep(50);
    const closed = server?.close();
    await sleep(20);
    await expect(ask(url, '{ hello }')).rejects.toThrow();
    finish();
    expect(await (await answer).json()).toEqual({ data: { slow: 'late' } });
    await closed;
  });
});
