import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ApolloServer } from '@apollo/server';
import { ErrorCode, errorCodes, HubError } from '@kasane/vocabulary';
import type { RequestBase } from './context.js';
import { ledgerPlugin } from './ledger-plugin.js';

const CANARY = 'CANARY-LEDGER-PLUGIN';
type Context = Pick<RequestBase, 'record'>;

const reported: unknown[] = [];
const server = new ApolloServer<Context>({
  typeDefs: 'type Query { level: String failing: String }',
  resolvers: {
    Query: {
      level: () => CANARY,
      failing: () => {
        throw new Error(CANARY);
      },
    },
  },
  plugins: [ledgerPlugin<RequestBase>((cause) => reported.push(cause)) as never],
  includeStacktraceInErrorResponses: false,
});
beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => void reported.splice(0));

const ask = async (query: string, record: Context['record']) => {
  const { body, http } = await server.executeOperation({ query }, { contextValue: { record } });
  if (body.kind !== 'single') throw new Error('one answer was expected');
  return { status: http.status, answer: JSON.parse(JSON.stringify(body.singleResult)) as unknown, body };
};

const away = (): Promise<void> => Promise.reject(new HubError(ErrorCode.LEDGER_UNAVAILABLE));
const nothing = {
  status: errorCodes.LEDGER_UNAVAILABLE.status,
  answer: {
    data: null,
    errors: [
      { message: errorCodes.LEDGER_UNAVAILABLE.message, extensions: { code: ErrorCode.LEDGER_UNAVAILABLE } },
    ],
  },
};

describe('an answer', () => {
  test('leaves only after the ledger has it', async () => {
    let isWritten: () => void = () => undefined;
    const written = new Promise<void>((resolve) => (isWritten = resolve));
    let hasLeft = false;
    const answer = ask('{ level }', () => written).then((given) => {
      hasLeft = true;
      return given;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(hasLeft).toBe(false);
    isWritten();
    expect(await answer).toMatchObject({ answer: { data: { level: CANARY } } });
    expect(reported).toEqual([]);
  });

  test.each([
    ['data', '{ level }'],
    ['an error', '{ failing }'],
    ['both', '{ level failing }'],
    ['nothing, for it cannot be read', '{ level'],
    ['nothing, for it asks for what there is not', `{ ${CANARY.replaceAll('-', '_')} }`],
  ])('is replaced whole when the ledger cannot be written, where it would hold %s', async (_, query) => {
    const answer = await ask(query, away);
    expect(answer).toMatchObject(nothing);
    expect(answer.answer).toEqual(nothing.answer);
    expect(JSON.stringify(answer.body)).not.toContain('CANARY');
    expect(reported).toEqual([expect.objectContaining({ code: ErrorCode.LEDGER_UNAVAILABLE })]);
  });

  test('is replaced whatever the failure is', async () => {
    const broken = (): Promise<void> => {
      throw new TypeError(CANARY);
    };
    const answer = await ask('{ level }', broken);
    expect(answer.answer).toEqual(nothing.answer);
  });

  test('of one viewer leaves while that of another waits', async () => {
    const waiting = ask('{ level }', () => new Promise((resolve) => setTimeout(resolve, 200)));
    const first = await Promise.race([
      waiting.then(() => 'waiting'),
      ask('{ level }', async () => undefined).then(() => 'other'),
    ]);
    expect(first).toBe('other');
    await waiting;
  });
});
