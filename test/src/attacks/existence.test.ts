import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { household, households, person } from '@kasane/sample-municipality';
import { japanDate, Purpose } from '@kasane/vocabulary';
import { openTestHub, type Answer, type TestHub } from '../test-hub.js';
import { codes, observable, sql, WHOLE_HOUSEHOLD } from './attacker.js';

/** A household that is not mine looks like one that does not exist. */

let hub: TestHub;
beforeAll(async () => {
  hub = await openTestHub();
}, 120_000);
afterAll(() => hub?.stop());

const whole = (staff: string, id: string): Promise<Answer> =>
  hub.ask(staff, WHOLE_HOUSEHOLD, { variables: { id } });
const UNKNOWN = 'h-zzzzzzzz';
const H01 = household('H01').id;
const H03 = household('H03').id;

describe('a foreign household', () => {
  test.each([
    ['the coordinator of the other city', 'aizu-coordinator'],
    ['a sector worker of the same city', 'kato-hitorioya-worker'],
    ['a division that met about it once', 'kato-toshi-seisaku-worker'],
    ['the privacy officer', 'aizu-privacy-officer'],
    ['the operator', 'aizu-operator'],
    ['a committee member', 'aizu-committee-member'],
  ])('answers %s as an unknown one does, byte for byte', async (_, staff) => {
    const [foreign, unknown] = [await whole(staff, H03), await whole(staff, UNKNOWN)];
    expect(foreign.data).toEqual({ household: null });
    expect(observable(foreign)).toBe(observable(unknown));
  });

  test('is there for who works on it, so that the comparison means something', async () => {
    const own = await whole('kato-coordinator', H03);
    expect(own.data).toMatchObject({ household: { id: H03 } });
    expect(observable(own)).not.toBe(observable(await whole('kato-coordinator', UNKNOWN)));
  });

  test.each([
    ['that is empty', ''],
    ['as long as a book', 'h'.repeat(100_000)],
    ['of other letters', '世帯'],
    ['with a line break', `${H03}\n`],
    ['with SQL', `' OR 1=1 --`],
  ])('an id %s is no household either', async (_, id) => {
    const answer = await whole('aizu-coordinator', id);
    expect(answer.text).toBe((await whole('aizu-coordinator', UNKNOWN)).text);
  });

  test.each(['h-\u0000', `${H03}\u0000`])(
    'an id with a NUL is bad input, whoever may be behind it',
    async (id) => {
      for (const answer of [
        await whole('aizu-coordinator', id),
        await hub.ask('aizu-coordinator', `{ household(id: ${JSON.stringify(id)}) { id } }`),
        await hub.ask('aizu-coordinator', `{ household(id: "${H03}\\u{0}") { id } }`),
        await hub.ask(
          'aizu-coordinator',
          'query ($text: String) { households(search: $text) { edges { cursor } } }',
          { variables: { text: id } },
        ),
      ])
        expect([answer.status, answer.data, codes(answer)]).toEqual([400, null, ['BAD_USER_INPUT']]);
    },
  );

  test('many at once by alias: none is there', async () => {
    const ids = [H03, UNKNOWN, household('H06').id, household('B01').id];
    const query = `{ ${ids.map((id, at) => `a${at}: household(id: "${id}") { id members { from } }`).join(' ')} }`;
    const answer = await hub.ask('aizu-coordinator', query);
    expect(answer.text).toBe('{"data":{"a0":null,"a1":null,"a2":null,"a3":null}}\n');
  });

  test('both questions leave a refusal in the ledger', async () => {
    const refusals = async (): Promise<number> =>
      Number(
        (
          await sql(hub, 'collaboration', `SELECT count(*) AS n FROM ledger_entry WHERE outcome = 'DENIED'`)
        )[0]?.['n'],
      );
    const before = await refusals();
    await whole('aizu-operator', UNKNOWN);
    const between = await refusals();
    await whole('aizu-operator', H03);
    expect(between).toBeGreaterThan(before);
    expect(await refusals()).toBeGreaterThan(between);
  });

  test('takes about as long as an unknown one', async () => {
    const times: Record<string, number[]> = { [H03]: [], [UNKNOWN]: [] };
    for (let round = 0; round < 60; round++)
      for (const id of round % 2 ? [H03, UNKNOWN] : [UNKNOWN, H03]) {
        const begin = performance.now();
        await whole('aizu-operator', id);
        if (round >= 10) times[id]?.push(performance.now() - begin);
      }
    const median = (of: readonly number[] = []): number => [...of].sort((a, b) => a - b)[of.length >> 1] ?? 0;
    const [foreign, unknown] = [median(times[H03]), median(times[UNKNOWN])];
    // One ledger commit and one round of reading each: a class, not a race.
    expect(foreign).toBeLessThan(unknown * 2 + 4);
    expect(unknown).toBeLessThan(foreign * 2 + 4);
  });
});

describe('a search', () => {
  const search = (staff: string, text: string | null, more = ''): Promise<Answer> =>
    hub.ask(
      staff,
      `query ($text: String) { households(search: $text ${more}) { edges { cursor node { id members { person { id identity { name } } } } } pageInfo { hasNextPage endCursor } } }`,
      {
        variables: { text },
      },
    );
  const found = ({ data }: Answer): string[] =>
    ((data?.['households'] as { edges: { node: { id: string } }[] } | undefined)?.edges ?? []).map(
      ({ node }) => node.id,
    );

  test.each([
    ['a name', '葉月 蓮'],
    ['part of a name', '葉月'],
    ['kana', 'ハヅキ'],
    ['hiragana', 'はづき'],
    ['roman letters', 'nguyen'],
    ['the case number', household('H03').caseNumber],
    ['the case number in small letters', household('H03').caseNumber.toLowerCase()],
    ['an address', '例示ハイツ'],
    ['a telephone number', '090-0000-0301'],
    ['the id of a person', person('h03-mother').id],
    ['the id of the household', H03],
  ])('for %s of a foreign case answers as for nobody', async (_, text) => {
    const [foreign, nobody] = [
      await search('aizu-coordinator', text),
      await search('aizu-coordinator', '存在しない人'),
    ];
    expect(found(foreign)).toEqual([]);
    expect(observable(foreign)).toBe(observable(nobody));
  });

  test('finds them for who has the seat, so that the comparison means something', async () => {
    expect(found(await search('kato-coordinator', 'はづき'))).toEqual([H03]);
    expect(found(await search('kato-coordinator', household('H03').caseNumber))).toEqual([H03]);
  });

  test('that finds somebody is recorded, though it shows no more than the id of the household', async () => {
    const noted = async (): Promise<number> =>
      Number(
        (
          await sql(
            hub,
            'collaboration',
            `SELECT count(*) AS n FROM ledger_entry WHERE person_id = $1 AND outcome = 'PERMITTED' AND viewer_staff = 'kato-livelihood-worker'`,
            [person('h03-mother').id],
          )
        )[0]?.['n'],
      );
    const before = await noted();
    const answer = await hub.ask(
      'kato-livelihood-worker',
      '{ households(search: "グエン") { edges { node { id } } } }',
    );
    expect(found(answer)).toEqual([H03]);
    expect(await noted()).toBe(before + 1);
  });

  test.each(['%', '_', '%%', '葉_', '\\', '\\%', "'", '・', '\u{E0100}'])(
    'takes %j for letters, not for a pattern',
    async (text) => {
      const answer = await search('kato-coordinator', text);
      expect([answer.status, answer.errors]).toEqual([200, []]);
      expect(found(answer)).toEqual([]);
    },
  );

  test('empty, blank or absent gives the own cases and no more', async () => {
    for (const text of [null, '', '   ', '\u3000'])
      expect(found(await search('aizu-coordinator', text)).sort()).toEqual([H01, household('H02').id].sort());
  });

  test('by a worker finds no member for whom the seat is not', async () => {
    // The elder-care worker has a seat for the grandmother, and knows the mother's name by her consent.
    expect(found(await search('kato-elder-care-worker', 'チャン'))).toEqual([H03]);
    expect(found(await search('kato-elder-care-worker', 'グエン'))).toEqual([]);
  });

  test('does not page into foreign households', async () => {
    const cursor = (id: string): string => `after: "${Buffer.from(id).toString('base64url')}"`;
    expect(found(await search('aizu-coordinator', null, cursor('-'))).sort()).toEqual(
      [H01, household('H02').id].sort(),
    );
    const [foreign, unknown] = [
      await search('aizu-coordinator', null, `first: 1 ${cursor(H03)}`),
      await search('aizu-coordinator', null, `first: 1 ${cursor('h-yd898nkx')}`),
    ];
    expect(observable(foreign)).toBe(observable(unknown));
    const forged = await search('aizu-coordinator', null, 'after: "%%%"');
    expect(forged.data).toBeNull();
    expect(forged.errors.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
  });

  test.each([0, -1, 101, 2_147_483_647])('refuses a page of %d', async (first) => {
    const answer = await search('kato-coordinator', null, `first: ${first}`);
    expect([answer.data, answer.errors[0]?.extensions?.['code']]).toEqual([null, 'BAD_USER_INPUT']);
  });
});

describe('who shares an office, or shared one', () => {
  const CLIENTS = `{
    households { edges { node { id } } }
    elderCareClients { id elderCare { contacts { summary } } }
    disabilitySupportClients { id disabilitySupport { contacts { summary } certificates { grade } } }
    childFamilyClients { id } livelihoodSupportClients { id }
  }`;
  const NOTHING = {
    households: { edges: [] },
    elderCareClients: [],
    disabilitySupportClients: [],
    childFamilyClients: [],
    livelihoodSupportClients: [],
  };

  test.each(['aizu-operator', 'aizu-privacy-officer', 'aizu-committee-member', 'kato-toshi-seisaku-worker'])(
    '%s has no case and no client',
    async (staff) => {
      expect((await hub.ask(staff, CLIENTS)).data).toEqual(NOTHING);
      for (const key of ['H01', 'H02', 'H03', 'H06', 'B01', 'B02'])
        expect((await whole(staff, household(key).id)).text).toBe('{"data":{"household":null}}\n');
    },
  );

  test.each([
    'kato-privacy-officer',
    'kato-protection-officer',
    'kato-kucho',
    'kato-minsei',
    'kato-police',
    'kato-shakyo-worker',
  ])('%s, without a session, has no case and no client in their own city', async (staff) => {
    expect((await hub.ask(staff, CLIENTS)).data).toEqual(NOTHING);
    const query = `{ ${households.map(({ key, id }) => `${key}: household(id: "${id}") { id }`).join(' ')} }`;
    expect((await hub.ask(staff, query)).data).toEqual(
      Object.fromEntries(households.map(({ key }) => [key, null])),
    );
  });

  test('the manager sees what the office is responsible for, and nothing of the office next door', async () => {
    const own = await whole('aizu-houkatsu-3-manager', household('H02').id);
    expect(own.data).toMatchObject({
      household: {
        members: [{ person: { id: person('h02-self').id, elderCare: { contacts: [expect.anything()] } } }],
      },
    });
    expect(own.text).not.toContain(person('h02-child').id);
    expect((await whole('aizu-houkatsu-3-manager', H01)).data).toEqual({ household: null });
  });

  test('a seat and a responsibility that ended show nothing', async () => {
    const left = 'aizu-shougai-kikan-worker';
    expect((await whole(left, H01)).text).toBe((await whole(left, UNKNOWN)).text);
    const clients = await hub.ask(left, CLIENTS);
    expect(clients.text).not.toContain(person('h01-child').id);
    expect(clients.data).toMatchObject({ disabilitySupportClients: [{ id: person('h02-child').id }] });
    const successor = await hub.ask('aizu-shougai-2-worker', CLIENTS);
    expect(successor.data).toMatchObject({ disabilitySupportClients: [{ id: person('h01-child').id }] });
  });

  test('a responsibility ends with its last day in Japan', async () => {
    const set = (to: string | null): Promise<unknown> =>
      sql(
        hub,
        'elder-care',
        `UPDATE responsibility SET to_date = $1 WHERE staff_id = 'aizu-houkatsu-1-worker'`,
        [to],
      );
    const clients = async (): Promise<string> =>
      (
        await hub.ask(
          'aizu-houkatsu-1-worker',
          '{ elderCareClients { id elderCare { contacts { summary } } } }',
        )
      ).text;
    const whileItLasts = await clients();
    expect(whileItLasts).toContain(person('b01-self').id);
    await set(japanDate(new Date(Date.now() - 86_400_000)));
    expect(await clients()).toBe('{"data":{"elderCareClients":[]}}\n');
    await set(null);
    expect(await clients()).toBe(whileItLasts);
  });

  test("the list of one's own clients does not tell of a colleague's, at any length", async () => {
    const ask = async (first: number): Promise<string> =>
      (await hub.ask('aizu-houkatsu-3-worker', `{ elderCareClients(first: ${first}) { id } }`)).text;
    const before = [await ask(1), await ask(2), await ask(100)];
    expect(before[0]).toContain(person('h02-self').id);
    // Somebody whose id comes first in every order, whom a colleague of the same office looks after.
    await sql(
      hub,
      'elder-care',
      `INSERT INTO person_link (person_id, local_id, status, method) VALUES ('p-00000000', '9999999999', 'CONFIRMED', 'TEST')`,
    );
    await sql(
      hub,
      'elder-care',
      `INSERT INTO responsibility (id, local_id, office_code, staff_id, staff_name, role, from_date) VALUES ('r-colleague', '9999999999', 'aizu-houkatsu-3', 'aizu-houkatsu-3-colleague', '同僚', 'LEAD', '2025-01-01')`,
    );
    expect([await ask(1), await ask(2), await ask(100)]).toEqual(before);
    const manager = await hub.ask('aizu-houkatsu-3-manager', '{ elderCareClients { id } }');
    expect(manager.text).toContain('p-00000000');
  });

  test('a purpose that the consent does not name opens nothing of other sectors', async () => {
    const answer = await hub.ask('aizu-coordinator', WHOLE_HOUSEHOLD, {
      variables: { id: household('H02').id },
      purpose: Purpose.OUTREACH,
    });
    expect(answer.data).toMatchObject({ household: { livelihoodSupport: null } });
  });
});
