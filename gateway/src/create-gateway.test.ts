import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway } from './create-gateway.js';
import { SubgraphCall } from './execution/subgraph-call.js';
import { createHttpTransport, type SubgraphResponse } from './execution/transport.js';
import { compose, federate } from './testing/federated.js';
import { household } from './testing/household.js';

describe('a new supergraph', () => {
  test('is taken over without a dropped request', async () => {
    const hub = await federate(household({}), {
      interfere: async (_, answer) => (await new Promise((r) => setTimeout(r, 30)), answer()),
    });
    const inFlight = hub.ask('{ office { phone } }');
    hub.gateway.reload(
      hub.supergraphSdl.replace(
        'whoAmI: String',
        'whoAmI: String whoAreYou: String @join__field(graph: COLLABORATION)',
      ),
    );
    expect((await inFlight).body).toEqual({ data: { office: { phone: '0242' } } });
    expect((await hub.ask('{ __type(name: "Query") { fields { name } } }')).body.data).toMatchObject({
      __type: { fields: expect.arrayContaining([{ name: 'whoAreYou' }]) },
    });
    await hub.stop();
  });

  test('that is broken is refused while the old one goes on', async () => {
    const hub = await federate(household({}));
    expect(() => hub.gateway.reload('type Query { a: Int }')).toThrow('not a supergraph');
    expect(() => hub.gateway.reload('type Query {')).toThrow();
    expect((await hub.ask('{ office { phone } }')).body.data).toEqual({ office: { phone: '0242' } });
    await hub.stop();
  });
});

test('a gateway is not made of what is no supergraph', () => {
  expect(() => createGateway({ supergraphSdl: compose({ a: 'type Query { a: Int }' }) })).not.toThrow();
  expect(() => createGateway({ supergraphSdl: 'type Query { a: Int }' })).toThrow('not a supergraph');
});

test("an operation that is not in the document is the client's mistake", async () => {
  const hub = await federate(household({}));
  const { body, status } = await hub.ask('query A { whoAmI } query B { whoAmI }');
  expect(status).toBe(400);
  expect(body.errors?.[0]?.extensions).toEqual({ code: 'OPERATION_RESOLUTION_FAILURE' });
  await hub.stop();
});

describe('HTTP to the subgraphs', () => {
  let server: Server;
  const transport = createHttpTransport({ maxResponseBytes: 50_000 });
  const serve = async (handler: RequestListener): Promise<string> => {
    server = createServer(handler);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?x=1`;
  };
  const send = (url: string): Promise<SubgraphResponse> =>
    transport.send(new SubgraphCall('a', url, {}, '{}'));
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  afterAll(() => transport.close());

  test('keeps its connections', async () => {
    let connections = 0;
    const url = await serve((_, response) => {
      response.setHeader('content-type', 'application/json').end('{"data":{"a":1}}');
    });
    server.on('connection', () => connections++);
    for (let round = 0; round < 20; round++) {
      expect(await send(url)).toEqual({
        status: 200,
        contentType: 'application/json',
        body: '{"data":{"a":1}}',
      });
    }
    expect(connections).toBeLessThan(4);
  });

  test('gives up at once what still waits for a connection, and never sends it', async () => {
    const asked: string[] = [];
    const url = await serve((request) => void request.on('data', (chunk) => asked.push(String(chunk))));
    const narrow = createHttpTransport({ connections: 1 });
    const [first, second] = ['first', 'second'].map((body) => new SubgraphCall('a', url, {}, body));
    const sent = [narrow.send(first!), narrow.send(second!)].map((each) => each.catch(String));
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    second!.abort();
    expect(await sent[1]).toContain('aborted');
    first!.abort();
    expect(await sent[0]).toContain('aborted');
    await narrow.close();
    expect(asked).toEqual(['first']);
  });

  test('does not read an answer that is too large to its end', async () => {
    const url = await serve((_, response) => void response.end('x'.repeat(100_000)));
    await expect(send(url)).rejects.toThrow();
  });
});
