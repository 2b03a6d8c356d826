import { afterEach, expect, test } from '@jest/globals';
import { federate, type Federated } from '../testing/federated.js';
import { household } from '../testing/household.js';

const everything = { p1: ['elder-care', 'child-family'], p2: ['elder-care', 'child-family'] };
const query =
  '{ household(id: "h1") { members { person { id elderCare { level } childFamily { school } } } } }';
let hub: Federated;
afterEach(() => hub.stop());

test('a sector that takes too long is cut off alone', async () => {
  let wasCancelled = false;
  hub = await federate(household(everything), {
    timeouts: { subgraphMs: 60 },
    interfere: ({ subgraph, signal }, answer) =>
      subgraph === 'elder-care'
        ? new Promise((_, reject) =>
            signal.addEventListener('abort', () => ((wasCancelled = true), reject(signal.reason))),
          )
        : answer(),
  });
  const { body } = await hub.ask(query);
  expect(body.data).toMatchObject({
    household: { members: [{ person: { elderCare: null, childFamily: { school: '城西小' } } }, {}, {}] },
  });
  expect(body.errors).toEqual([{ message: expect.any(String), extensions: { code: 'SECTOR_TIMEOUT' } }]);
  expect(body.extensions).toEqual({ unavailable: ['elder-care'] });
  expect(wasCancelled).toBe(true);
});

test('a sector with a time of its own keeps it, and the others theirs', async () => {
  hub = await federate(household(everything), {
    timeouts: { subgraphMs: 60, bySubgraph: { 'elder-care': 2_000 } },
    interfere: async ({ subgraph }, answer) => {
      if (subgraph !== 'collaboration') await new Promise((resolve) => setTimeout(resolve, 200));
      return answer();
    },
  });
  const { body } = await hub.ask(query);
  expect(body.data).toMatchObject({
    household: { members: [{ person: { elderCare: { level: 3 }, childFamily: null } }, {}, {}] },
  });
  expect(body.extensions).toEqual({ unavailable: ['child-family'] });
});

test('a transport that ignores its deadline does not hold the answer up', async () => {
  hub = await federate(household(everything), {
    timeouts: { subgraphMs: 60 },
    interfere: ({ subgraph }, answer) =>
      subgraph === 'elder-care' ? new Promise(() => undefined) : answer(),
  });
  expect((await hub.ask(query)).body.extensions).toEqual({ unavailable: ['elder-care'] });
});

test('the whole answer has a deadline too, and what came by then is kept', async () => {
  hub = await federate(household(everything), {
    timeouts: { subgraphMs: 5_000, requestMs: 120 },
    interfere: async ({ subgraph }, answer) => {
      await new Promise((resolve) => setTimeout(resolve, subgraph === 'elder-care' ? 600 : 40));
      return answer();
    },
  });
  const { body } = await hub.ask(query);
  expect(body.data).toMatchObject({
    household: { members: [{ person: { id: 'p1', elderCare: null } }, {}, {}] },
  });
  expect(body.extensions).toEqual({ unavailable: ['elder-care'] });
});
