import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person } from '@kasane/sample-municipality';
import { linesOf } from './world/ledger-items.js';
import { openWorld, type WorldStore } from './world/world.js';
import { openTestHub, type TestHub } from './test-hub.js';

/** A contact that a sector's own staff write through the hub, as the console does. */

let hub: TestHub;
let store: WorldStore;
beforeAll(async () => {
  hub = await openTestHub();
  store = await openWorld(hub);
}, 120_000);
afterAll(async () => {
  await store?.close();
  await hub?.stop();
});

const ADD = `mutation ($input: ElderCareContactInput!) { elderCareAddContact(input: $input) {
  ... on ElderCareContactAdded { recordId person { id elderCare { latestContact { recordId on summary } } } }
  ... on ElderCareContactNotAdded { problems } } }`;
const SUMMARY = '夜間の見守りについて、長女と話した。';
const add = (staff: string, key: string, input: object = {}) =>
  hub.ask(staff, ADD, {
    variables: {
      input: {
        person: person(key).id,
        on: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
        method: 'HOME_VISIT',
        summary: SUMMARY,
        once: 'first',
        ...input,
      },
    },
  });
describe('a contact', () => {
  test('is written by the worker of the person, read back in the same breath, and in the sector’s ledger', async () => {
    const answer = await add('kato-elder-care-worker', 'h12-spouse');
    expect(answer.errors).toEqual([]);
    const added = answer.data?.['elderCareAddContact'] as {
      readonly recordId: string;
      readonly person: { readonly id: string; readonly elderCare: object };
    };
    expect(added.person).toMatchObject({
      id: person('h12-spouse').id,
      elderCare: { latestContact: { recordId: added.recordId, summary: SUMMARY } },
    });
    const lines = await linesOf(store, ['elder-care'], answer.headers.get('hub-request-id') ?? '');
    expect(lines).toContainEqual(
      expect.objectContaining({
        kind: 'CHANGE',
        permitted: true,
        person: person('h12-spouse').id,
        category: 'NOTES',
        field: 'Mutation.elderCareAddContact',
        evidence: added.recordId.replace('ContactRow:', ''),
      }),
    );
  });

  test.each([
    ['kato-elder-care-worker', 'h01-father', 'another office’s client'],
    ['kato-elder-care-worker', 'h12-child', 'known to the office, and nobody’s client there'],
    ['aizu-houkatsu-2-worker', 'h12-spouse', 'another office'],
    ['kato-coordinator', 'h12-spouse', 'with all consents, and of no sector'],
    ['kato-shougai-worker', 'h12-spouse', 'of another sector'],
  ])('is not written by %s for %s: %s', async (staff, key) => {
    const answer = await add(staff, key);
    expect(answer.errors.map(({ extensions }) => extensions?.['code'])).toEqual(['NOT_FOUND']);
    expect(answer.text).not.toContain(person(key).id);
  });

  test('is refused in the same bytes for a client of others and for nobody', async () => {
    const [others, nobody] = await Promise.all([
      add('kato-elder-care-worker', 'h01-father'),
      add('kato-elder-care-worker', 'h01-father', { person: 'p-nobody' }),
    ]);
    const withoutId = (text: string): string => text.replace(/"correlationId":"[^"]*"/, '');
    expect(withoutId(nobody.text)).toBe(withoutId(others.text));
  });

  test('that is not usable is told why, in Japanese, and is not written', async () => {
    const answer = await add('kato-elder-care-worker', 'h12-spouse', {
      on: '2026-13-01',
      summary: '',
      once: 'other',
    });
    expect(answer.data).toEqual({
      elderCareAddContact: {
        problems: ['実施日は YYYY-MM-DD の形の、暦にある日にしてください。', '内容を書いてください。'],
      },
    });
  });
});
