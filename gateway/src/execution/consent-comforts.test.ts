import { afterEach, describe, expect, test } from '@jest/globals';
import { federate, type Federated } from '../testing/federated.js';
import { household } from '../testing/household.js';

const query =
  '{ household(id: "h1") { members { person { id elderCare { token } childFamily { school } } } } }';
let hub: Federated;
afterEach(() => hub.stop());
const asked = (): string[] => hub.calls.map(({ subgraph }) => subgraph);

describe('a person without a grant', () => {
  test('is not sent to the sector', async () => {
    hub = await federate(household({ p1: ['elder-care'], p2: ['child-family'] }));
    const { body } = await hub.ask(query);
    expect(body).toEqual({
      data: {
        household: {
          members: [
            { person: { id: 'p1', elderCare: { token: 'p1 grant-elder-p1' }, childFamily: null } },
            { person: { id: 'p2', elderCare: null, childFamily: { school: '城西小' } } },
            { person: { id: 'p1', elderCare: { token: 'p1 grant-elder-p1' }, childFamily: null } },
          ],
        },
      },
    });
    const asked = { representations: [{ __typename: 'Person', elderCareGrant: 'grant-elder-p1', id: 'p1' }] };
    expect((await hub.askShortly(query)).body).toEqual(body);
    const told = hub.calls.filter(({ subgraph }) => subgraph === 'elder-care');
    expect(told.map(({ variables }) => variables)).toEqual([asked, asked]);
  });

  test('is one of whom the answer tells no difference between a sector that is down and one that is not', async () => {
    const worlds = await Promise.all(
      [false, true].map(async (isDown) => {
        const world = await federate(household({ p1: ['child-family'] }), {
          interfere: ({ subgraph }, answer) =>
            isDown && subgraph === 'elder-care' ? Promise.reject(new Error('down')) : answer(),
        });
        const { body } = await world.ask(query);
        await world.stop();
        return JSON.stringify(body);
      }),
    );
    expect(worlds[0]).toBe(worlds[1]);
    hub = await federate(household({}));
  });
});

describe('a sector to which nothing was granted', () => {
  test('is not called, and told as withheld', async () => {
    hub = await federate(household({ p1: ['child-family'] }));
    const { body } = await hub.ask(query);
    expect(asked()).toEqual(['collaboration', 'child-family']);
    expect(body.errors).toBeUndefined();
    expect(body.extensions).toEqual({ withheld: ['elder-care'] });
    expect((await hub.askShortly(query)).body).toEqual(body);
    expect(asked()).toEqual(['collaboration', 'child-family', 'collaboration', 'child-family']);
  });

  test('is still called for what needs no grant', async () => {
    hub = await federate(household({}));
    const { body } = await hub.ask(
      '{ office { phone } household(id: "h1") { members { person { elderCare { level } } } } }',
    );
    expect(body.data).toMatchObject({ office: { phone: '0242' } });
  });
});

test('a query that begins in a sector passes through collaboration for the grants', async () => {
  hub = await federate(household({ p1: ['elder-care'] }));
  const { body } = await hub.ask('{ elders { name elderCare { token worker { name } } } }');
  expect(body.data).toEqual({
    elders: [
      { name: 'name of p1', elderCare: { token: 'p1 grant-elder-p1', worker: { name: 'name of p2' } } },
      { name: 'name of p2', elderCare: null },
    ],
  });
});

test('a foreign supergraph has no such comforts: a null is a value', async () => {
  hub = await federate(household({}), { consentComforts: false });
  const { body } = await hub.ask(query);
  expect(body.data).toMatchObject({
    household: { members: [{ person: { elderCare: { token: 'p1 null' } } }, {}, {}] },
  });
});
