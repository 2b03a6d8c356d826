import { afterEach, describe, expect, test } from '@jest/globals';
import type { SubgraphResponse } from '../execution/transport.js';
import { ask, hubConfig, issue, openConfig, post, startServed, type Served } from '../testing/served.js';

let served: Served;
afterEach(() => served.close());
const answer = (body: string) => async (): Promise<SubgraphResponse> => ({
  status: 200,
  contentType: 'application/json',
  body,
});
/** All of an answer but what is new in each. */
const told = async (response: Response): Promise<unknown> => {
  const { status, headers } = response;
  const id = headers.get('hub-request-id')!;
  const kept = [...headers].filter(([name]) => !['date', 'hub-request-id'].includes(name));
  return { status, kept, body: (await response.text()).replaceAll(id, 'id') };
};
/** What the log holds of the last two requests, but for times and ids. */
const lines = (): unknown[] =>
  served
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg !== 'ready')
    .map(({ time: _, ms: __, requestId: ___, error: ____, ...rest }) => rest);

describe('the second answer to an operation is the first, byte for byte, with the same lines in the log', () => {
  test.each<[string, string, string]>([
    ['with data', '{ whoAmI }', '{"data":{"whoAmI":"x"}}'],
    ['with a name', 'query Mine { a: whoAmI b: whoAmI __typename }', '{"data":{"a":"x\\n","b":null}}'],
    ['with an error', '{ whoAmI }', '{"data":{"whoAmI":null},"errors":[{"message":"m","path":["whoAmI"]}]}'],
    ['with an error of ours', '{ whoAmI }', '{"errors":[{"message":"m","extensions":{"code":"NOT_FOUND"}}]}'],
    ['when the sector is away', '{ whoAmI }', 'nonsense'],
    ['when a promise was broken', '{ household(id: "h1") { id } }', '{"data":{"household":{"id":null}}}'],
    ['about the schema', '{ __schema { queryType { name } } }', ''],
    ['of a change', 'mutation { note(text: "t") }', '{"data":{"note":"n"}}'],
  ])('%s', async (_, query, body) => {
    served = await startServed(openConfig, answer(body));
    const first = await told(await ask(served.url, query));
    const logged = lines();
    expect(await told(await ask(served.url, query))).toEqual(first);
    expect(lines()).toEqual([...logged, ...logged]);
  });
});

test('variables that do not fit are refused in the same words, and nothing is asked', async () => {
  served = await startServed(openConfig, answer('{"data":{"household":null}}'));
  const query = 'query($id: ID!) { household(id: $id) { id } }';
  expect((await post(served.url, { query, variables: { id: 'h1' } })).status).toBe(200);
  for (const variables of [{}, { id: null }, { id: ['x'] }]) {
    const response = await post(served.url, { query, variables });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('$id')]);
  }
  expect(served.seen).toHaveLength(1);
  expect(served.log()).toContain('BAD_USER_INPUT');
});

test('of several operations the named one is answered, by whatever way', async () => {
  served = await startServed(openConfig, async ({ body }) =>
    answer(`{"data":{"${body.includes('a: whoAmI') ? 'a' : 'b'}":"x"}}`)(),
  );
  const query = 'query A { a: whoAmI } query B { b: whoAmI }';
  const data = async (operationName?: string): Promise<unknown> =>
    (await (await post(served.url, { query, operationName })).json()) as unknown;
  for (const name of ['a', 'b', 'b', 'a'])
    expect(await data(name.toUpperCase())).toEqual({ data: { [name]: 'x' } });
  expect(await data()).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] });
  expect(await data('C')).toMatchObject({
    errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
  });
});

test('an operation that one member of staff asked opens it to nobody who is not signed in', async () => {
  served = await startServed(hubConfig);
  const authorization = `Bearer ${await issue()}`;
  for (let at = 0; at < 2; at++)
    expect((await ask(served.url, '{ whoAmI }', { authorization })).status).toBe(200);
  expect((await ask(served.url, '{ whoAmI }')).status).toBe(401);
  expect((await ask(served.url, '{ whoAmI }', { authorization: 'Bearer guess' })).status).toBe(401);
  expect(served.seen).toHaveLength(2);
  expect(new Set(served.seen.map((headers) => headers['hub-viewer'])).size).toBe(2);
});

test('a new supergraph is asked anew: what it has no more is refused, also to who asked before', async () => {
  served = await startServed(openConfig);
  for (let at = 0; at < 2; at++) expect((await ask(served.url, '{ whoAmI }')).status).toBe(200);
  served.reload(openConfig.supergraphSdl.replace('whoAmI: String', 'whoWasI: String'));
  const response = await ask(served.url, '{ whoAmI }');
  expect([response.status, await response.text()]).toEqual([
    400,
    expect.stringContaining('GRAPHQL_VALIDATION_FAILED'),
  ]);
});

test('no request is dropped while one supergraph follows another', async () => {
  served = await startServed(openConfig, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return answer('{"data":{"whoAmI":"x"}}')();
  });
  const asking = Array.from({ length: 10 }, async () => {
    for (let at = 0; at < 20; at++) {
      const response = await ask(served.url, at % 3 === 0 ? `{ whoAmI } # ${at}` : '{ whoAmI }');
      expect([response.status, await response.json()]).toEqual([200, { data: { whoAmI: 'x' } }]);
    }
  });
  for (const more of ['a', 'b', 'c', 'd']) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    served.reload(openConfig.supergraphSdl.replace('whoAmI: String', `whoAmI: String ${more}: Int`));
    expect(() => served.reload('type Query { broken: Int }')).toThrow();
  }
  await Promise.all(asking);
});

test('both ways are counted', async () => {
  served = await startServed(openConfig);
  for (let at = 0; at < 3; at++) await ask(served.url, '{ whoAmI }');
  const metrics = await (await fetch(`${served.url}/metrics`)).text();
  expect(metrics).toContain('kasane_operation_seconds_count{operation="other",outcome="ok"} 3');
  expect(metrics).toContain('kasane_operation_seconds_bucket{le="+Inf",operation="other",outcome="ok"} 3');
  expect(metrics).toContain('kasane_sector_fetch_seconds_count{sector="collaboration",outcome="ok"} 3');
  expect(metrics).toContain('kasane_plans_total{cache="hit"} 2');
  expect(metrics).toContain('kasane_operations_in_flight 0');
});
