import { afterEach, describe, expect, test } from '@jest/globals';
import { federate, type Federated } from '../testing/federated.js';
import { household } from '../testing/household.js';

const everything = { p1: ['elder-care', 'child-family'], p2: ['elder-care', 'child-family'] };
const query =
  '{ household(id: "h1") { members { person { id elderCare { level } childFamily { school } } } } }';
let hub: Federated;
afterEach(() => hub.stop());

const without = (subgraph: string, error: () => Promise<never>): Promise<Federated> =>
  federate(household(everything), {
    interfere: (request, answer) => (request.subgraph === subgraph ? error() : answer()),
  });
const refused = (): Promise<never> =>
  Promise.reject(Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' }));

describe('a sector that is down', () => {
  test('costs its own fields only, with one error and its name', async () => {
    hub = await without('elder-care', refused);
    const { body, status } = await hub.ask(query);
    expect(body).toEqual({
      data: {
        household: {
          members: ['p1', 'p2', 'p1'].map((id) => ({
            person: { id, elderCare: null, childFamily: { school: '城西小' } },
          })),
        },
      },
      errors: [{ message: expect.any(String), extensions: { code: 'SECTOR_UNAVAILABLE' } }],
      extensions: { unavailable: ['elder-care'] },
    });
    expect(status).toBeUndefined();
  });

  test('is reported when it holds the root field', async () => {
    hub = await without('collaboration', refused);
    const { body } = await hub.ask(query);
    expect(body.data).toEqual({ household: null });
    expect(body.extensions).toEqual({ unavailable: ['collaboration'] });
    expect(hub.calls.map(({ subgraph }) => subgraph)).toEqual(['collaboration']);
  });

  test('is left alone after some failures, and asked again after a rest', async () => {
    let isDown = true;
    hub = await federate(household(everything), {
      interfere: ({ subgraph }, answer) => (isDown && subgraph === 'elder-care' ? refused() : answer()),
    });
    for (let round = 0; round < 12; round++) await hub.ask('{ office { phone } }');
    const asked = hub.calls.length;
    expect(asked).toBeLessThan(12);
    isDown = false;
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await hub.ask('{ office { phone } }')).body).toEqual({ data: { office: { phone: '0242' } } });
  });
});

describe('a lost connection', () => {
  const lost = (): Promise<never> =>
    Promise.reject(Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }));

  test('is tried once more for a query', async () => {
    let losses = 1;
    hub = await federate(household(everything), {
      interfere: (_, answer) => (losses-- > 0 ? lost() : answer()),
    });
    expect((await hub.ask('{ office { phone } }')).body).toEqual({ data: { office: { phone: '0242' } } });
  });

  test('is never tried again for a mutation: it may have happened', async () => {
    let sent = 0;
    hub = await federate(household(everything), { interfere: () => (sent++, lost()) });
    const { body } = await hub.ask('mutation { note(text: "x") }');
    expect(sent).toBe(1);
    expect(body.extensions).toEqual({ unavailable: ['collaboration'] });
  });
});
