import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ApolloServer } from '@apollo/server';
import { errorFormatter, logErrors, serveGraphQL, type GraphQLServer } from '@kasane/http';
import { ErrorCode, HubError } from '@kasane/vocabulary';
import { buildSchema, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import type { RequestBase } from './context.js';
import { ledgerPlugin } from './ledger-plugin.js';
import { createShortWay } from './short-way.js';

const CANARY = 'CANARY-SHORT-WAY';
type Context = Pick<RequestBase, 'record' | 'requestId'> & { readonly who: string };

let server: GraphQLServer;
let isAway: boolean;
let recorded: string[];
let lines: string[];
let executed: number;

beforeEach(async () => {
  [isAway, recorded, lines, executed] = [false, [], [], 0];
  const schema: GraphQLSchema = buildSchema(
    'type Query { who: String fails: String refused: String all: String! add(to: Int!): Int } type Mutation { change: String }',
  );
  const resolvers: Record<string, (args: { to: number }, context: Context) => unknown> = {
    who: (_, { who }) => `${who} ${++executed}`,
    fails: () => {
      throw new Error(CANARY);
    },
    refused: () => {
      throw new HubError(ErrorCode.FORBIDDEN);
    },
    all: () => {
      throw new HubError(ErrorCode.GRANT_INVALID);
    },
    add: ({ to }) => to + 1,
    change: () => `${++executed}`,
  };
  for (const type of [schema.getQueryType(), schema.getMutationType()] as GraphQLObjectType[])
    for (const field of Object.values(type.getFields()))
      field.resolve = (_source, args: { to: number }, context: Context) =>
        resolvers[field.name]?.(args, context);
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const report = (): void => void recorded.push('held back');
  const { shortWay, plugin } = createShortWay<Context>({ schema, logger, report });
  server = await serveGraphQL<Context>({
    apollo: new ApolloServer<Context>({
      schema,
      formatError: errorFormatter,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      plugins: [logErrors(logger), plugin, ledgerPlugin<RequestBase>(report) as never],
    }),
    context: async ({ headers }) => {
      const who = headers['hub-viewer'];
      if (typeof who !== 'string') throw new HubError(ErrorCode.UNAUTHENTICATED);
      return {
        who,
        requestId: 'request-0001',
        async record() {
          if (isAway) throw new HubError(ErrorCode.LEDGER_UNAVAILABLE, CANARY);
          recorded.push(who);
        },
      };
    },
    shortWay,
    host: '127.0.0.1',
    port: 0,
    logger,
  });
});
afterEach(() => server.close());

const ask = async (query: string, { who = 'kato', ...more }: { who?: string; variables?: object } = {}) => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'hub-request-id': 'request-0001',
      ...(who && { 'hub-viewer': who }),
    },
    body: JSON.stringify({ query, ...more }),
  });
  const headers = [...response.headers].filter(([name]) => name !== 'date');
  return { status: response.status, headers, text: await response.text() };
};
const logged = (): unknown[] =>
  lines.splice(0).map((line) => {
    const { time: _, error: __, ...rest } = JSON.parse(line) as Record<string, unknown>;
    return rest;
  });

describe('the second answer to a question is the first, byte for byte, with the same lines in the log', () => {
  test.each<[string, string, object]>([
    ['with data', '{ add(to: 1) __typename }', {}],
    ['with an error of a field', '{ add(to: 1) refused }', {}],
    ['with a fault of ours', '{ add(to: 1) fails }', {}],
    ['with nothing but an error', '{ all }', {}],
    ['with variables', 'query ($to: Int!) { add(to: $to) }', { to: 7 }],
    ['with variables that do not fit', 'query ($to: Int!) { add(to: $to) }', { to: 'x' }],
    ['of one operation, named wrongly', 'query One { add(to: 1) }', {}],
  ])('%s', async (_, query, variables) => {
    const first = await ask(query, { variables });
    const told = logged();
    recorded = [];
    expect(await ask(query, { variables })).toEqual(first);
    expect(logged()).toEqual(told);
    expect(recorded).toEqual(['kato']);
  });
});

describe('a question that was answered before', () => {
  beforeEach(() => ask('{ who }'));

  test('is answered anew for each who asks', async () => {
    expect((await ask('{ who }', { who: 'sato' })).text).toBe('{"data":{"who":"sato 2"}}\n');
    expect((await ask('{ who }', { who: 'kato' })).text).toBe('{"data":{"who":"kato 3"}}\n');
    expect(recorded).toEqual(['kato', 'sato', 'kato']);
  });

  test('is answered to nobody who is not known', async () => {
    expect((await ask('{ who }', { who: '' })).status).toBe(401);
    expect(executed).toBe(1);
  });

  test.each(['{ who }', '{ who refused }', '{ fails }', '{ all }'])(
    'is held back whole when the ledger cannot be written, as a new one is: %s',
    async (query) => {
      await ask(query);
      isAway = true;
      const held = await ask(query);
      expect(held).toEqual(await ask(`${query} # new`));
      expect(held.status).toBe(503);
      expect(JSON.parse(held.text)).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'LEDGER_UNAVAILABLE', correlationId: 'request-0001' } }],
      });
      expect(held.text).not.toMatch(/kato|CANARY/);
      expect(recorded.slice(-2)).toEqual(['held back', 'held back']);
    },
  );
});

test('a change is made once for each time that it is asked for', async () => {
  for (const times of [1, 2, 3])
    expect((await ask('mutation { change }')).text).toBe(`{"data":{"change":"${times}"}}\n`);
});
