import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { comesOfAge } from '@kasane/vocabulary';
import { openTestHub, type TestHub } from './test-hub.js';

/** What the sample's households were made to show: each another answer to the question of consent. */

const sectors = ['elderCare', 'disabilitySupport', 'childFamily', 'livelihoodSupport'] as const;
const query = `query ($id: ID!) { household(id: $id) { members { person {
  id ${sectors.map((sector) => `${sector} { contacts { summary } }`).join(' ')}
} } } }`;

type Shown = Readonly<Record<string, Readonly<Partial<Record<(typeof sectors)[number], number>>>>>;
interface Member {
  readonly person: { readonly id: string } & Readonly<
    Record<(typeof sectors)[number], { readonly contacts: readonly unknown[] | null } | null>
  >;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

/** How many contact notes of whom are shown, sector by sector; a record that is not opened is not listed. */
async function notesShown(staff: string, key: string): Promise<Shown> {
  const { data, errors } = await hub.ask(staff, query, { variables: { id: household(key).id } });
  expect(errors).toEqual([]);
  const { members = [] } = (data?.['household'] ?? {}) as { readonly members?: readonly Member[] };
  return Object.fromEntries(
    household(key).members.flatMap((each) => {
      const member = members.find((one) => one.person.id === person(each.person).id);
      const opened = sectors.flatMap((sector) => {
        const notes = member?.person[sector]?.contacts;
        return notes ? [[sector, notes.length] as const] : [];
      });
      return opened.length > 0 ? [[each.person, Object.fromEntries(opened)]] : [];
    }),
  );
}

describe('to the coordinator', () => {
  const toCoordinator = (key: string): Promise<Shown> => notesShown('kato-coordinator', key);

  test.each([
    ['H05', 'nobody consented'],
    ['H08', 'the consents have expired'],
    ['H09', 'nobody was asked'],
    ['H11', 'the consents were withdrawn'],
  ])('%s shows no sector’s record: %s', async (key) => {
    expect(await toCoordinator(key)).toEqual({});
  });

  test('H07 shows what the mother gave of herself; of the child nothing, for the father refused', async () => {
    expect(await toCoordinator('H07')).toEqual({ 'h07-mother': { disabilitySupport: 1, childFamily: 1 } });
  });

  test('H10 shows all three, the brother until he is of age: what the mother signed for him ends that day', async () => {
    const { 'h10-brother': brother, ...others } = await toCoordinator('H10');
    const isMinor = new Date() < comesOfAge(person('h10-brother').birthDate);
    expect(brother).toEqual(isMinor ? { disabilitySupport: 2, childFamily: 1 } : undefined);
    expect(others).toEqual({
      'h10-carer': { disabilitySupport: 0, childFamily: isMinor ? 2 : 1 },
      'h10-mother': { disabilitySupport: 2, childFamily: 0 },
    });
  });

  test('H12 shows everything, for all of them gave everything', async () => {
    expect(await toCoordinator('H12')).toEqual({
      'h12-self': { elderCare: 1, disabilitySupport: 0 },
      'h12-spouse': { elderCare: 2, disabilitySupport: 0 },
      'h12-child': { elderCare: 0, disabilitySupport: 3 },
    });
  });
});

test('between the two offices of H12 each sees what the other wrote', async () => {
  expect((await notesShown('kato-elder-care-worker', 'H12'))['h12-child']).toEqual({ disabilitySupport: 3 });
  expect((await notesShown('kato-shougai-worker', 'H12'))['h12-spouse']).toMatchObject({ elderCare: 2 });
});

describe('a sealed note', () => {
  test('of violence is there for who wrote it, and for nobody else by consent', async () => {
    expect((await notesShown('kato-kodomo-worker', 'H04'))['h04-mother']).toEqual({ childFamily: 3 });
    expect((await notesShown('kato-coordinator', 'H04'))['h04-mother']?.childFamily).toBe(2);
    expect((await notesShown('kato-elder-care-worker', 'H08'))['h08-mother']).toEqual({ elderCare: 4 });
  });

  test('of what was told in confidence is shown to nobody, not even to who wrote it', async () => {
    expect((await notesShown('kato-elder-care-worker', 'H05'))['h05-mother']).toEqual({ elderCare: 3 });
    expect((await notesShown('kato-kodomo-worker', 'H04'))['h04-schoolchild']).toEqual({ childFamily: 1 });
    expect((await notesShown('kato-livelihood-worker', 'H09'))['h09-self']).toEqual({ livelihoodSupport: 3 });
  });
});

test('the other party of a protective measure is shown no note that speaks of whom it protects, not even in another file', async () => {
  const { data, errors } = await hub.ask(
    'kato-livelihood-worker-2',
    '{ livelihoodSupportClients { id livelihoodSupport { contacts { on } } } }',
  );
  expect(errors).toEqual([]);
  // The sample has a second note in this file, about the ex-husband and the mother of H04.
  expect(data).toEqual({
    livelihoodSupportClients: [
      { id: person('b03-self').id, livelihoodSupport: { contacts: [{ on: '2025-12-08' }] } },
    ],
  });
});
