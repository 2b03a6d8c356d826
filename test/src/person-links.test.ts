import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, person } from '@kasane/sample-municipality';
import { Purpose } from '@kasane/vocabulary';
import { codes } from './attacks/attacker.js';
import { openTestHub, type TestHub } from './test-hub.js';

const mother = person('h03-mother');
const NUMBER = 'K07-0006-1';
const WORKER = 'kato-livelihood-worker';

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const complaints = async (): Promise<string> =>
  (
    await hub.ask(
      'kato-coordinator',
      `{ household(id: "${household('H03').id}") { members { person { livelihoodSupport { intakes { chiefComplaint } } } } } }`,
    )
  ).text;

const suggest = (staff: string) =>
  hub.ask(
    staff,
    `mutation ($person: ID!, $identity: LinkIdentityInput!) { livelihoodSupportSuggestLinks(person: $person, identity: $identity) {
      ... on LivelihoodSupportLinkCandidates { candidates { clientNumber status score name birthDate address unlinkedBefore } } } }`,
    {
      variables: {
        person: mother.id,
        identity: {
          romanName: mother.romanName?.split(' ').reverse().join(' '),
          birthDate: mother.birthDate,
          address: mother.address,
        },
      },
      purpose: Purpose.CONSULTATION,
    },
  );

const change = (staff: string, name: string, word: string, type: string, more = '') =>
  hub.ask(
    staff,
    `mutation { changed: livelihoodSupport${name}(person: "${mother.id}", clientNumber: "${NUMBER}", ${word}: "在留カードで確かめた") {
      ... on LivelihoodSupport${type} { link { status } ${more} } ... on LivelihoodSupportLinkNotChanged { problems by } } }`,
    { purpose: Purpose.CONSULTATION },
  );

describe('a link through the whole hub', () => {
  test('that is taken back gives nothing to anybody from the next request on; confirmed again, it gives what it gave', async () => {
    const before = await complaints();
    expect(before).toContain('働けない間の生活費が心配。');

    const unlinked = await change(
      WORKER,
      'Unlink',
      'reason',
      'Unlinked',
      'shownTo { staffId office categories }',
    );
    expect(unlinked.data).toMatchObject({
      changed: {
        link: { status: 'UNLINKED' },
        shownTo: [{ staffId: 'kato-coordinator', categories: ['LIVELIHOOD_INTAKE'] }],
      },
    });
    expect(await complaints()).not.toContain('働けない間の生活費が心配。');
    const notices = (staff: string) =>
      hub.ask(staff, '{ livelihoodSupportLinkNotices { person categories } }');
    expect((await notices('kato-coordinator')).data).toEqual({
      livelihoodSupportLinkNotices: [{ person: mother.id, categories: ['LIVELIHOOD_INTAKE'] }],
    });
    expect((await notices(WORKER)).data).toEqual({ livelihoodSupportLinkNotices: [] });

    const suggested = await suggest(WORKER);
    expect(suggested.data).toMatchObject({
      livelihoodSupportSuggestLinks: {
        candidates: [
          {
            clientNumber: NUMBER,
            status: 'SUGGESTED',
            birthDate: 'SAME',
            address: 'SAME',
            unlinkedBefore: true,
          },
        ],
      },
    });
    // It says what agrees, and nothing of the file itself.
    for (const value of [mother.name, mother.kana, mother.address, mother.birthDate])
      expect(suggested.text).not.toContain(value);
    expect(await complaints()).not.toContain('働けない間の生活費が心配。');
    expect((await change(WORKER, 'ConfirmLink', 'checkedBy', 'LinkChanged')).data).toMatchObject({
      changed: { link: { status: 'CONFIRMED' } },
    });
    expect(await complaints()).toBe(before);
  });

  test.each(['kato-coordinator', 'kato-kodomo-worker', 'aizu-operator', 'aizu-privacy-officer'])(
    'is not for %s to look for or to change',
    async (staff) => {
      expect(codes(await suggest(staff))).toEqual(['FORBIDDEN']);
      expect(codes(await change(staff, 'Unlink', 'reason', 'Unlinked'))).toEqual(['FORBIDDEN']);
    },
  );

  test('of another office of the same sector is as if there were none', async () => {
    expect((await suggest('aizu-livelihood-worker')).data).toEqual({
      livelihoodSupportSuggestLinks: { candidates: [] },
    });
    expect(codes(await change('aizu-livelihood-worker', 'Unlink', 'reason', 'Unlinked'))).toEqual([
      'NOT_FOUND',
    ]);
  });
});
