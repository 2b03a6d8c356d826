import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { people, person, schemas, sectors } from './supergraph.js';

/**
 * The five subgraphs, in one process of their own: real schemas, but an answer that was given once is given again as the
 * same bytes, so that they cost next to nothing and the gateways are what is measured. `node subgraphs.js [<one of them>
 * <port>]` prints `ports {…}`.
 */
const [only, onlyPort] = process.argv.slice(2);
const ports: Record<string, number> = {};
for (const [name, sdl] of schemas) {
  if (only !== undefined && only !== name) continue;
  const sector = sectors.find(({ field }) => field === name);
  const schema: GraphQLSchema = buildSubgraphSchema([
    {
      typeDefs: parse(sdl),
      resolvers: {
        ...(!sector && { Query: { people: () => Array.from({ length: people }, (_, at) => person(at)) } }),
        Person: {
          __resolveReference: ({ id }: { id: string }) => (sector ? { id } : person(Number(id.slice(1)))),
          ...(sector && { [sector.field]: () => sector.fields }),
        },
      },
    },
  ]);
  const known = new Map<string, Buffer>();
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      void answer(body).then((bytes) =>
        response
          .writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
          .end(bytes),
      );
    });
  });
  const answer = async (body: string): Promise<Buffer> => {
    const found = known.get(body);
    if (found) return found;
    const { query, variables, operationName } = JSON.parse(body) as {
      query: string;
      variables?: Record<string, unknown>;
      operationName?: string;
    };
    const result = await graphql({ schema, source: query, variableValues: variables, operationName });
    const bytes = Buffer.from(JSON.stringify(result));
    if (known.size < 1_000) known.set(body, bytes);
    return bytes;
  };
  await new Promise<void>((resolve) => server.listen(Number(onlyPort ?? 0), '127.0.0.1', resolve));
  ports[name] = (server.address() as AddressInfo).port;
}
process.stdout.write(`ports ${JSON.stringify(ports)}\n`);
