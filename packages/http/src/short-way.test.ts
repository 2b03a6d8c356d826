import { afterEach, expect, jest, test } from '@jest/globals';
import { ApolloServer } from '@apollo/server';
import { HubError } from '@kasane/vocabulary';
import { pino } from 'pino';
import { errorFormatter, serveGraphQL, type GraphQLServer, type ShortWay } from './index.js';

const text = '{"data":{"hello":"shortly"}}\n';
const shortWay = jest.fn<ShortWay<object>>();
let server: GraphQLServer;
afterEach(() => server.close());

async function start(): Promise<(init: RequestInit & { search?: string }) => Promise<Response>> {
  shortWay
    .mockReset()
    .mockImplementation(async ({ query }) => (query.includes('known') ? { status: 200, text } : undefined));
  server = await serveGraphQL({
    apollo: new ApolloServer({
      typeDefs: 'type Query { hello: String }',
      resolvers: { Query: { hello: () => 'at length' } },
      formatError: errorFormatter,
      stopOnTerminationSignals: false,
    }),
    context: async ({ headers }) => {
      if (headers.authorization) throw new HubError('UNAUTHENTICATED');
      return {};
    },
    admit: ({ documentId }) => (documentId === 'agreed' ? '{ hello } # known' : undefined),
    shortWay,
    host: '127.0.0.1',
    port: 0,
    logger: pino({ enabled: false }),
  });
  return ({ search = '', ...init }) => fetch(`${server.url}/graphql${search}`, init);
}

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const known = { query: '{ hello } # known' };

test('it is taken once Apollo Server has said what an `accept` header gets, and the answer says the same', async () => {
  const ask = await start();
  for (const accept of ['*/*', 'application/graphql-response+json', 'application/json;q=0.5']) {
    const first = await ask(post(known, { accept }));
    expect(await first.json()).toEqual({ data: { hello: 'at length' } });
    const second = await ask(post(known, { accept }));
    expect(await second.text()).toBe(text);
    const told = ({ status, headers }: Response): unknown => [
      status,
      ...['content-type', 'cache-control'].map((name) => headers.get(name)),
    ];
    expect(told(second)).toEqual(told(first));
    expect(second.headers.get('hub-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('what it does not know, Apollo Server answers', async () => {
  const ask = await start();
  await ask(post(known));
  expect(await (await ask(post({ query: '{ hello }' }))).json()).toEqual({ data: { hello: 'at length' } });
});

test('a document that was agreed may take it by its name alone', async () => {
  const ask = await start();
  await ask(post(known));
  expect(await (await ask(post({ documentId: 'agreed' }))).text()).toBe(text);
});

test.each<[string, RequestInit & { search?: string }, number]>([
  ['no sign-in that is good', post(known, { authorization: 'Bearer guess' }), 401],
  ['an `accept` that nothing fits', post(known, { accept: 'image/png' }), 406],
  ['variables that are none', post({ ...known, variables: 'x' }), 400],
  ['an operation name that is none', post({ ...known, operationName: 7 }), 400],
  ['extensions that are none', post({ ...known, extensions: [] }), 400],
  ['several operations', post([known]), 400],
  ['a body of text', { ...post(known), headers: { 'content-type': 'text/plain' } }, 400],
  ['a link', { search: `?query=${encodeURIComponent(known.query)}` }, 400],
])('a request with %s is refused as ever', async (_, request, status) => {
  const ask = await start();
  await ask(post(known));
  const calls = shortWay.mock.calls.length;
  expect((await ask(request)).status).toBe(status);
  expect(shortWay.mock.calls.length).toBe(calls);
});
