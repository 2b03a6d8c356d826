import { afterEach, describe, expect, test } from '@jest/globals';
import type { SubgraphResponse } from '../execution/transport.js';
import { federate, type Federated } from '../testing/federated.js';
import { household } from '../testing/household.js';

const everything = { p1: ['elder-care', 'child-family'], p2: ['elder-care', 'child-family'] };
const query = '{ household(id: "h1") { members { person { id elderCare { level } } } } }';
const canary = 'canary-51c2';
let hub: Federated;
afterEach(() => hub.stop());

const json = (body: string, status = 200, contentType = 'application/json'): SubgraphResponse => ({
  status,
  contentType,
  body,
});

/** The household with an elder-care that answers this. */
async function answered(response: SubgraphResponse): Promise<Awaited<ReturnType<Federated['ask']>>['body']> {
  hub = await federate(household(everything), {
    interfere: ({ subgraph }, answer) => (subgraph === 'elder-care' ? Promise.resolve(response) : answer()),
  });
  const { body } = await hub.ask(query);
  expect(JSON.stringify(body)).not.toContain(canary);
  expect(body.data).toMatchObject({
    household: { members: [{ person: { id: 'p1' } }, { person: { id: 'p2' } }, {}] },
  });
  return body;
}

describe('is no answer at all', () => {
  const cases: [string, SubgraphResponse][] = [
    ['half a body', json(`{"data":{"_entities":[{"elderCare":{"level":"${canary}`)],
    ['nothing', json('')],
    ['a page', json(`<html>${canary}</html>`, 502, 'text/html')],
    ['JSON that says it is a page', json('{"data":{"_entities":[{},{}]}}', 200, 'text/html')],
    ['JSON that is no answer', json(`["${canary}"]`)],
    ['neither data nor errors', json('{"data":null}')],
    ['data that is a list', json(`{"data":["${canary}"]}`)],
    ['fewer entities than were asked for', json('{"data":{"_entities":[{"elderCare":{"level":9}}]}}')],
    ['more entities than were asked for', json('{"data":{"_entities":[{},{},{"elderCare":{"level":9}}]}}')],
    ['entities that are no list', json(`{"data":{"_entities":"${canary}"}}`)],
  ];
  test.each(cases)('%s', async (_, response) => {
    const { errors, extensions, data } = await answered(response);
    expect(JSON.stringify(data)).not.toContain('"level"');
    expect(errors).toEqual([{ message: expect.any(String), extensions: { code: 'SECTOR_UNAVAILABLE' } }]);
    expect(extensions).toEqual({ unavailable: ['elder-care'] });
  });
});

describe('a value of another type than the schema says is dropped and reported:', () => {
  const cases: [string, string][] = [
    ['a text for a number', `{"level":"${canary}"}`],
    ['an object for a number', `{"level":{"x":"${canary}"}}`],
    ['a list for an object', `["${canary}"]`],
    ['another type', `{"__typename":"Person","level":1,"token":"${canary}"}`],
  ];
  test.each(cases)('%s', async (_, elderCare) => {
    const { errors } = await answered(
      json(`{"data":{"_entities":[{"elderCare":${elderCare}},{"elderCare":null}]}}`),
    );
    expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL' });
  });
});

test('an entity that sets the prototype sets nothing', async () => {
  const entity = '{"__proto__":{"polluted":true},"elderCare":{"__proto__":{"level":8}}}';
  await answered(json(`{"data":{"_entities":[${entity},null]}}`));
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
