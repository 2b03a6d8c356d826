import { expect, test } from '@jest/globals';
import { federate } from '../testing/federated.js';
import { household } from '../testing/household.js';

test('a client that leaves cancels what is on its way, and nothing more is asked', async () => {
  const client = new AbortController();
  let cancelled = 0;
  const hub = await federate(household({ p1: ['elder-care'] }), {
    signal: () => client.signal,
    interfere: ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => (cancelled++, reject(signal.reason)));
        client.abort();
      }),
  });
  await hub.ask('{ household(id: "h1") { members { person { elderCare { level } } } } }');
  expect(cancelled).toBe(1);
  expect(hub.calls.map(({ subgraph }) => subgraph)).toEqual(['collaboration']);
  await hub.stop();
});
