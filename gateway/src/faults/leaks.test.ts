import { afterEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { federate, type Federated } from '../testing/federated.js';
import { household } from '../testing/household.js';

const canary = 'canary-99d0';
const everything = { p1: ['elder-care'], p2: ['elder-care'] };
const query =
  '{ h: household(id: "h1") { id: __typename list: members { person { elderCare { level } } } } }';
let hub: Federated;
let log: string;
afterEach(() => hub.stop());

/** Elder-care fails for p2 with everything that an error can give away. */
async function failing(code: string | undefined): Promise<Awaited<ReturnType<Federated['ask']>>['body']> {
  log = '';
  const logger = pino({ level: 'trace' }, { write: (line: string) => void (log += line) });
  hub = await federate(household(everything), {
    logger,
    interfere: ({ subgraph }, answer) =>
      subgraph === 'elder-care'
        ? Promise.resolve({
            status: 500,
            contentType: 'application/json; charset=utf-8',
            body: JSON.stringify({
              errors: [
                {
                  message: `${canary}: select * from person at http://elder-care.internal:4900`,
                  path: ['_entities', 1, 'elderCare', 'level'],
                  extensions: { code, serviceName: canary, stacktrace: [canary], http: { status: 503 } },
                },
              ],
              data: { _entities: [{ elderCare: { level: 3 } }, { elderCare: null }] },
            }),
          })
        : answer(),
  });
  return (await hub.ask(query)).body;
}

test('of an error with a code of ours the client gets the code, fixed words and its own path', async () => {
  expect(await failing('LEDGER_UNAVAILABLE')).toEqual({
    data: {
      h: {
        id: 'Household',
        list: [
          { person: { elderCare: { level: 3 } } },
          { person: { elderCare: null } },
          { person: { elderCare: { level: 3 } } },
        ],
      },
    },
    errors: [
      {
        message: expect.stringContaining('the ledger cannot be written'),
        path: ['h', 'list', 1, 'person', 'elderCare', 'level'],
        extensions: { code: 'LEDGER_UNAVAILABLE' },
      },
    ],
  });
});

test.each([undefined, 'DOWNSTREAM_SERVICE_ERROR', '__proto__'])(
  'of any other (%s) it learns nothing',
  async (code) => {
    const body = await failing(code);
    expect(body.errors).toEqual([
      {
        message: '内部エラーが発生しました。 Something failed inside the hub.',
        path: ['h', 'list', 1, 'person', 'elderCare', 'level'],
        extensions: { code: 'INTERNAL' },
      },
    ]);
  },
);

test('neither answer nor log holds what a subgraph said', async () => {
  const body = await failing(undefined);
  expect(JSON.stringify(body)).not.toMatch(/canary|internal:4900|elder-care|_entities|select|stack/);
  expect(log).not.toContain(canary);
});

test('what clients may not see cannot be asked for, by any way', async () => {
  hub = await federate(household(everything));
  for (const field of ['elderCareGrant', 'x: elderCareGrant', '... on Person { elderCareGrant }']) {
    const { body } = await hub.ask(`{ household(id: "h1") { members { person { ${field} } } } }`);
    expect(body.data).toBeUndefined();
  }
  expect(hub.calls).toHaveLength(0);
  const { body } = await hub.ask(
    '{ household(id: "h1") { members { person { name elderCare { level } } } } }',
  );
  expect(JSON.stringify(body)).not.toContain('grant-');
});
