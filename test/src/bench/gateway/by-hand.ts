import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { sectors } from './supergraph.js';

/**
 * What somebody would write who knows this one query: the same five fetches over keep-alive connections, merged, and no
 * GraphQL at all on the way in. The practical limit. `node by-hand.js <ports>` prints `port <n>`.
 */
const ports = JSON.parse(process.argv[2] ?? '{}') as Record<string, number>;
const pools = new Map(
  Object.entries(ports).map(([name, port]) => [
    name,
    new Pool(`http://127.0.0.1:${port}`, { connections: 128 }),
  ]),
);

async function ask<T>(name: string, body: object): Promise<T> {
  const response = await pools.get(name)!.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  return ((await response.body.json()) as { data: T }).data;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
}

const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString());
    void view().then((text) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
        .end(text),
    );
  });
});

async function view(): Promise<string> {
  const { people } = await ask<{ people: Person[] }>('people', {
    query: '{people{__typename id name birthDate}}',
  });
  const representations = people.map(({ id }) => ({ __typename: 'Person', id }));
  const found = await Promise.all(
    sectors.map(({ field, fields }) =>
      ask<{ _entities: Record<string, object>[] }>(field, {
        query: `query($representations:[_Any!]!){_entities(representations:$representations){...on Person{${field}{${Object.keys(fields).join(' ')}}}}}`,
        variables: { representations },
      }),
    ),
  );
  return JSON.stringify({
    data: {
      people: people.map(({ id, name, birthDate }, at) => {
        const merged: Record<string, unknown> = { id, name, birthDate };
        sectors.forEach(({ field }, index) => (merged[field] = found[index]!._entities[at]![field]));
        return merged;
      }),
    },
  });
}

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`);
