import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestSubgraph } from '../testing/federated.js';
import { federateOverHttp, type FederationOverHttp, type Misbehave } from '../testing/over-http.js';

const canary = 'canary-77aa';
const residents = [{ id: 'r1' }, { id: 'r2' }];
const city: Readonly<Record<string, TestSubgraph>> = {
  registry: {
    sdl: `type Query { residents: [Resident!]! } type Mutation { move(id: ID!): Resident }
      type Resident @key(fields: "id") { id: ID!, name: String }`,
    resolvers: {
      Query: { residents: () => residents.map(({ id }) => ({ id, name: `name of ${id}` })) },
      Mutation: { move: (_: unknown, { id }: { id: string }) => ({ id, name: 'moved' }) },
      Resident: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `name of ${id}` }) },
    },
  },
  care: {
    sdl: `type Query { offices: [String] } type Mutation { call: Int }
      type Resident @key(fields: "id") { id: ID!, level: Int, visits: [Visit!] } type Visit { at: String!, minutes: Int }`,
    resolvers: {
      Query: { offices: () => ['north'] },
      Mutation: { call: () => 1 },
      Resident: {
        __resolveReference: (reference: object) => reference,
        level: () => 3,
        visits: () => [{ at: 'May', minutes: 30 }],
      },
    },
  },
};
const query = '{ residents { name level visits { at minutes } } }';
const whole = residents.map(({ id }) => ({
  name: `name of ${id}`,
  level: 3,
  visits: [{ at: 'May', minutes: 30 }],
}));
const without = residents.map(({ id }) => ({ name: `name of ${id}`, level: null, visits: null }));

let hub: FederationOverHttp;
beforeAll(async () => {
  hub = await federateOverHttp(city, {
    subgraphTimeoutMs: 20_000,
    subgraphTimeoutsMs: { care: 1_000 },
    requestTimeoutMs: 20_000,
  });
  // The compiler's first run is not a sector's slowness.
  await hub.ask(query);
});
beforeEach(() => void (hub.calls.length = 0));
afterAll(() => hub.stop());

const says =
  (type: string, body: string, status = 200): Misbehave =>
  (response) =>
    void response.writeHead(status, { 'content-type': type }).end(body);

/** What a sector may do instead of answering, and what the client is told. */
const failures: Readonly<Record<string, readonly [Misbehave, unknown]>> = {
  'is slow': [
    async (response, answer) => {
      await sleep(1_500);
      says('application/json', await answer())(response, answer);
    },
    'SECTOR_TIMEOUT',
  ],
  hangs: [() => undefined, 'SECTOR_TIMEOUT'],
  'sends its headers and then nothing': [
    (response) => void response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders(),
    'SECTOR_TIMEOUT',
  ],
  'sends a byte at a time': [
    async (response, answer) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      for (const byte of await answer()) {
        if (response.destroyed) return;
        response.write(byte);
        await sleep(20);
      }
    },
    'SECTOR_TIMEOUT',
  ],
  'sends malformed JSON': [
    says('application/json', `{"data":{"_entities":[{"level":${canary}}]}}`),
    'SECTOR_UNAVAILABLE',
  ],
  'sends a page': [says('text/html', `<h1>${canary}</h1>`, 502), 'SECTOR_UNAVAILABLE'],
  'sends JSON as another type': [
    async (response, answer) => says('text/plain', await answer())(response, answer),
    'SECTOR_UNAVAILABLE',
  ],
  'sends nothing': [says('application/json', '', 204), 'SECTOR_UNAVAILABLE'],
  'sends an enormous body': [
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = Buffer.alloc(1024 * 1024, 'x');
      let left = 40;
      const more = (): void => {
        while (left-- > 0 && !response.destroyed)
          if (!response.write(chunk)) return void response.once('drain', more);
        response.end();
      };
      more();
    },
    // Reading stops at 32 MiB, or when the time is over.
    expect.stringMatching(/^SECTOR_(UNAVAILABLE|TIMEOUT)$/),
  ],
  'sends half a body of a length': [
    async (response, answer) => {
      const text = await answer();
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
      response.write(text.slice(0, text.length / 2), () => response.destroy());
    },
    'SECTOR_UNAVAILABLE',
  ],
  'sends half a body in chunks': [
    async (response, answer) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write((await answer()).slice(0, -5), () => response.destroy());
    },
    'SECTOR_UNAVAILABLE',
  ],
  'resets the connection': [(response) => void response.socket?.resetAndDestroy(), 'SECTOR_UNAVAILABLE'],
  'closes the connection': [(response) => void response.socket?.destroy(), 'SECTOR_UNAVAILABLE'],
  'answers about others': [
    says('application/json', `{"data":{"_entities":[{"level":9},{"level":9},{"level":9}]}}`),
    'SECTOR_UNAVAILABLE',
  ],
};

describe('a sector that', () => {
  test.each(Object.entries(failures))(
    '%s costs its own fields only, and is there again afterwards',
    async (_, [how, code]) => {
      hub.misbehave('care', how);
      const begin = performance.now();
      const { status, body } = await hub.ask(query);
      expect(body).toEqual({
        data: { residents: without },
        errors: [{ message: expect.any(String), extensions: { code, correlationId: expect.any(String) } }],
        extensions: { unavailable: ['care'] },
      });
      expect(status).toBe(200);
      expect(performance.now() - begin).toBeLessThan(10_000);
      expect(hub.log()).not.toContain(canary);
      hub.misbehave('care', undefined);
      expect((await hub.ask(query)).body).toEqual({ data: { residents: whole } });
    },
  );

  test('is down is missed, and is there as soon as it is up', async () => {
    await hub.stopSubgraph('care');
    expect((await hub.ask(query)).body).toMatchObject({
      data: { residents: without },
      extensions: { unavailable: ['care'] },
    });
    await hub.startSubgraph('care');
    expect((await hub.ask(query)).body).toEqual({ data: { residents: whole } });
  });

  test('restarted between two requests is not missed at all', async () => {
    await hub.ask(query);
    await hub.stopSubgraph('care');
    await hub.startSubgraph('care');
    expect((await hub.ask(query)).body).toEqual({ data: { residents: whole } });
  });

  test('lost the connection once is asked again for a query, never for a mutation', async () => {
    let losses = 0;
    const once: Misbehave = async (response, answer) =>
      losses++ === 0
        ? void response.socket?.destroy()
        : void response.setHeader('content-type', 'application/json').end(await answer());
    hub.misbehave('care', once);
    expect((await hub.ask(query)).body).toEqual({ data: { residents: whole } });
    losses = 0;
    expect((await hub.ask('mutation { call }')).body).toMatchObject({
      data: { call: null },
      extensions: { unavailable: ['care'] },
    });
    expect(losses).toBe(1);
    hub.misbehave('care', undefined);
  });

  test.each<[string, string, unknown]>([
    ['a text for a number', `{"level":"${canary}","visits":null}`, { level: null, visits: null }],
    ['a list for an object', `{"level":3,"visits":[["${canary}"]]}`, { level: 3, visits: null }],
    ['an object for a list', `{"level":3,"visits":{"at":"${canary}"}}`, { level: 3, visits: null }],
    [
      'a null where none may be',
      '{"level":3,"visits":[{"at":null,"minutes":1}]}',
      { level: 3, visits: null },
    ],
    [
      'fields that nobody asked for',
      `{"level":3,"visits":[],"name":"${canary}","x":{"y":"${canary}"}}`,
      { level: 3, visits: [] },
    ],
    ['a prototype', `{"level":3,"visits":[],"__proto__":{"polluted":"${canary}"}}`, { level: 3, visits: [] }],
  ])('sends %s is not believed', async (_, entity, expected) => {
    hub.misbehave('care', says('application/json', `{"data":{"_entities":[${entity},null]}}`));
    const { body } = await hub.ask(query);
    expect(body.data).toEqual({
      residents: [
        { name: 'name of r1', ...(expected as object) },
        { name: 'name of r2', level: null, visits: null },
      ],
    });
    expect(JSON.stringify(body) + hub.log()).not.toContain(canary);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    hub.misbehave('care', undefined);
  });
});

test('a client that leaves takes its fetches along', async () => {
  const left = new Promise<void>((resolve) =>
    hub.misbehave(
      'care',
      (response) => void response.once('close', () => response.writableFinished || resolve()),
    ),
  );
  const client = new AbortController();
  const asked = hub.ask(query, {}, client.signal);
  while (!hub.calls.some(({ subgraph }) => subgraph === 'care')) await sleep(5);
  client.abort();
  await expect(asked).rejects.toThrow();
  const begin = performance.now();
  await left;
  expect(performance.now() - begin).toBeLessThan(800);
  hub.misbehave('care', undefined);
});
