/**
 * What staff did and somebody should look at: told to the privacy officer out of collaboration's own ledger, and to
 * nobody else. The rules themselves are tested beside them; here, that the ledger's rows come to them.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLedger, type LedgerRecord } from '@kasane/ledger';
import { household, person, staffById } from '@kasane/sample-municipality';
import {
  Category,
  COLLABORATION,
  japanDate,
  personId,
  startOfJapanDay,
  type PersonId,
} from '@kasane/vocabulary';
import { DataSource } from 'typeorm';
import { codes, observable, sql } from './attacks/attacker.js';
import { openTestHub, type Answer, type TestHub } from './test-hub.js';

const OFFICER = 'kato-privacy-officer';
const DAY_MS = 86_400_000;

/** A Wednesday at least a week ago, in Japan. */
const wednesday = ((): string => {
  for (let days = 7; ; days += 1) {
    const day = japanDate(new Date(Date.now() - days * DAY_MS));
    if (new Date(day).getUTCDay() === 3) return day;
  }
})();
/** So many hours after the beginning of that day. */
const at = (hours: number): Date => new Date(startOfJapanDay(wednesday).getTime() + hours * 3_600_000);
const [from, to] = [at(0), at(5 * 24)];

let hub: TestHub;
let source: DataSource;
beforeAll(async () => {
  hub = await openTestHub();
  source = await new DataSource({
    type: 'postgres',
    url: hub.databases['collaboration']?.url ?? '',
    entities: [],
  }).initialize();
  // The past, in its order, before anything of today is recorded.
  const mother = person('h03-mother').id;
  await plant(at(10), 'kato-coordinator', [mother]);
  await plant(at(11), 'kato-kodomo-worker', [mother], {
    outcome: 'DENIED',
    items: [{ category: Category.IDENTITY, fields: ['Person.identity'], rule: 'CONFLICT_OF_INTEREST' }],
  });
  await plant(at(12), 'aizu-houkatsu-3-worker', [person('h02-self').id]);
  await plant(at(22), 'aizu-houkatsu-3-worker', [person('h02-self').id]);
  await plant(at(23), 'kato-coordinator', [mother]);
  await plant(
    at(24 + 10),
    'kato-livelihood-worker',
    Array.from({ length: 2_300 }, (_, each) => personId(`p-planted-${each}`)),
  );
  await plant(at(24 + 11), 'kato-elder-care-worker', [mother], {
    items: [{ category: Category.CONTACT, fields: ['Person.contact'], rule: 'EMERGENCY', evidence: 'e-1' }],
  });
  await plant(at(3 * 24 + 10), 'kato-shougai-worker', [mother]);
  await sql(
    hub,
    'collaboration',
    `INSERT INTO conflict_of_interest (id, staff_id, office_code, person_id, kind, declared_by, declared_at)
     VALUES ('conflict-late', 'kato-coordinator', 'kato-fukushi-somu', $1, 'RELATIVE', 'kato-coordinator', $2)`,
    [mother, at(12)],
  );
}, 120_000);
afterAll(async () => {
  await source?.destroy();
  await hub?.stop();
});

/** Entries as collaboration would have written them at a moment of the past. */
async function plant(
  moment: Date,
  staff: string,
  persons: readonly PersonId[],
  more: Partial<LedgerRecord> = {},
): Promise<void> {
  const { staffId, office, capacity, roles } = staffById(staff);
  const ledger = createLedger({ dataSource: source, name: COLLABORATION, clock: () => moment });
  const record = (each: PersonId): LedgerRecord => ({
    kind: 'DISCLOSURE',
    requestId: `planted-${moment.getTime()}`,
    viewer: { staffId, office, capacity, roles },
    person: each,
    sector: COLLABORATION,
    outcome: 'PERMITTED',
    items: [
      { category: Category.IDENTITY, fields: ['Person.identity'], rule: 'OWN_OFFICE', evidence: 'seat' },
    ],
    policyVersion: 'planted',
    ...more,
  });
  for (let at = 0; at < persons.length; at += 500)
    await ledger.append(persons.slice(at, at + 500).map(record));
}

interface Finding {
  readonly kind: string;
  readonly staff: string;
  readonly office: { readonly code: string } | null;
  readonly day: string;
  readonly why: string;
  readonly personCount: number;
  readonly persons: readonly string[];
}

const review = (
  staff: string = OFFICER,
  begin: Date | string = from,
  end: Date | string = to,
): Promise<Answer> =>
  hub.ask(
    staff,
    `query ($from: DateTimeISO!, $to: DateTimeISO!) { unusualAccess(from: $from, to: $to) {
       kind staff office { code } day why personCount persons } }`,
    { variables: { from: begin, to: end } },
  );
const findings = async (...of: Parameters<typeof review>): Promise<readonly Finding[]> => {
  const { data, errors } = await review(...of);
  expect(errors).toEqual([]);
  return data?.['unusualAccess'] as readonly Finding[];
};
const declare = (staff: string, variables: object): Promise<Answer> =>
  hub.ask(
    staff,
    'mutation ($district: ID, $staff: ID) { declareOwnDistrict(district: $district, staff: $staff) { staff district declaredBy } }',
    { variables: { ...variables } },
  );

describe('the privacy officer', () => {
  test('is told what to look at: who, when, why and how many, by opaque ids', async () => {
    const found = await findings();
    const next = japanDate(at(24));
    const saturday = japanDate(at(3 * 24));
    expect(found.map(({ kind, staff, day }) => [day, staff, kind])).toEqual(
      [
        [wednesday, 'kato-coordinator', 'NIGHT'],
        [wednesday, 'kato-coordinator', 'OWN_RELATIVE'],
        [wednesday, 'kato-kodomo-worker', 'OWN_RELATIVE'],
        [next, 'kato-elder-care-worker', 'EMERGENCY'],
        [next, 'kato-livelihood-worker', 'VOLUME'],
        [saturday, 'kato-shougai-worker', 'WEEKEND'],
      ].sort(),
    );
    const volume = found.find(({ kind }) => kind === 'VOLUME');
    expect(volume).toMatchObject({ office: { code: 'kato-shakai-fukushi-konkyu' }, personCount: 2_300 });
    expect(volume?.persons).toHaveLength(20);
    expect(volume?.why).toContain('2300人');
    expect(found.find(({ kind }) => kind === 'NIGHT')?.persons).toEqual([person('h03-mother').id]);
  });

  test('is told of exactly the span that was asked for', async () => {
    const kindsIn = async (begin: Date, end: Date): Promise<readonly string[]> =>
      (await findings(OFFICER, begin, end)).map(({ kind }) => kind);
    expect(await kindsIn(at(9), at(22))).toEqual(['OWN_RELATIVE', 'OWN_RELATIVE']);
    expect(await kindsIn(at(22), at(24))).toEqual(['NIGHT', 'OWN_RELATIVE']);
    expect(await kindsIn(new Date(Date.now() + DAY_MS), new Date(Date.now() + 2 * DAY_MS))).toEqual([]);
  });

  test('is told of the staff of the own city, and of no other', async () => {
    const told = await findings('aizu-privacy-officer');
    expect(told.map(({ kind, staff }) => [kind, staff])).toEqual([['NIGHT', 'aizu-houkatsu-3-worker']]);
  });

  test('finds what was done today, too', async () => {
    const asked = await hub.ask(
      'kato-kodomo-worker',
      `{ household(id: "${household('H03').id}") { members { person { identity { name } } } } }`,
    );
    expect(asked.errors).toEqual([]);
    // Everybody of Kato lives in its one district.
    expect((await declare('kato-kodomo-worker', { district: 'kato-city' })).errors).toEqual([]);
    const found = await findings(OFFICER, new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000));
    const own = found.find(
      ({ kind, staff }) => kind === 'OWN_NEIGHBOURHOOD' && staff === 'kato-kodomo-worker',
    );
    expect(own?.persons).toContain(person('h03-mother').id);
  });

  test('finds who asked for somebody from whom they keep away', async () => {
    const declared = await hub.ask(
      'kato-elder-care-worker',
      'mutation ($person: ID!) { declareConflict(person: $person, kind: RELATIVE) { __typename } }',
      { variables: { person: person('h03-grandmother').id } },
    );
    expect(declared.errors).toEqual([]);
    await hub.ask(
      'kato-elder-care-worker',
      `{ household(id: "${household('H03').id}") { members { person { identity { name } } } } }`,
    );
    const found = await findings(OFFICER, new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000));
    expect(found).toContainEqual(
      expect.objectContaining({
        kind: 'OWN_RELATIVE',
        staff: 'kato-elder-care-worker',
        persons: [person('h03-grandmother').id],
        why: expect.stringContaining('拒まれました'),
      }),
    );
  });

  test('leaves a trace of the reading, before anything is read', async () => {
    const { headers } = await review();
    const { headers: refused } = await review('kato-coordinator');
    const trace = async (of: Headers): Promise<unknown> =>
      sql(
        hub,
        'collaboration',
        'SELECT kind, outcome, viewer_staff, person_id, items FROM ledger_entry WHERE request_id = $1',
        [of.get('hub-request-id')],
      );
    const items = JSON.stringify([{ fields: ['Query.unusualAccess'] }]);
    expect(await trace(headers)).toEqual([
      { kind: 'READING', outcome: 'PERMITTED', viewer_staff: OFFICER, person_id: null, items },
    ]);
    expect(await trace(refused)).toEqual([
      { kind: 'READING', outcome: 'DENIED', viewer_staff: 'kato-coordinator', person_id: null, items },
    ]);
  });

  test('reads nothing when the reading cannot be recorded', async () => {
    await sql(hub, 'collaboration', 'ALTER TABLE ledger_entry RENAME TO ledger_entry_away');
    const answer = await review();
    await sql(hub, 'collaboration', 'ALTER TABLE ledger_entry_away RENAME TO ledger_entry');
    expect([answer.data, codes(answer)]).toEqual([null, ['LEDGER_UNAVAILABLE']]);
  });
});

describe('everybody else', () => {
  test.each(['kato-coordinator', 'aizu-operator', 'aizu-committee-member', 'aizu-houkatsu-3-manager'])(
    '%s finds what there would be in an empty ledger: nothing',
    async (staff) => {
      const answer = await review(staff);
      expect(answer.data).toEqual({ unusualAccess: [] });
      const nothing = await review(staff, new Date('2020-01-01'), new Date('2020-01-02'));
      expect(observable(answer)).toBe(observable(nothing));
    },
  );
});

describe('a span that is none', () => {
  test.each<[string, Date | string, Date | string]>([
    ['backwards', to, from],
    ['empty', from, from],
    ['longer than a month', at(0), at(24 * 31 + 1)],
    ['in letters', 'yesterday', to],
    ['the whole of time', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
  ])('%s is bad input, for the officer and for others alike', async (_, begin, end) => {
    const answers = [await review(OFFICER, begin, end), await review('kato-coordinator', begin, end)];
    for (const answer of answers) expect([answer.data, codes(answer)]).toEqual([null, ['BAD_USER_INPUT']]);
  });

  test('nobody looks without a purpose', async () => {
    const answer = await hub.ask(
      OFFICER,
      `{ unusualAccess(from: "${from.toISOString()}", to: "${to.toISOString()}") { kind } }`,
      { purpose: null },
    );
    expect(codes(answer)).toEqual(['PURPOSE_REQUIRED']);
  });
});

describe('where a worker lives', () => {
  test('is said by themselves, or by the manager of their office, and counts from then on for the past too', async () => {
    const worker = 'aizu-houkatsu-3-worker';
    const byManager = await declare('aizu-houkatsu-3-manager', {
      staff: worker,
      district: 'aizu-wakamatsu-3',
    });
    expect(byManager.data).toEqual({
      declareOwnDistrict: {
        staff: worker,
        district: 'aizu-wakamatsu-3',
        declaredBy: 'aizu-houkatsu-3-manager',
      },
    });
    const own = async (): Promise<readonly Finding[]> =>
      (await findings('aizu-privacy-officer')).filter(
        ({ kind, staff }) => kind === 'OWN_NEIGHBOURHOOD' && staff === worker,
      );
    expect(await own()).toMatchObject([{ day: wednesday, persons: [person('h02-self').id] }]);
  });

  test('is not said by anybody else', async () => {
    const before = await sql(hub, 'collaboration', 'SELECT * FROM staff_district');
    for (const staff of ['aizu-coordinator', OFFICER, 'aizu-houkatsu-2-worker'])
      expect(
        codes(await declare(staff, { staff: 'aizu-houkatsu-3-worker', district: 'aizu-kitaaizu' })),
      ).toEqual(['FORBIDDEN']);
    expect(codes(await declare('aizu-houkatsu-2-worker', { district: 'nowhere' }))).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(codes(await declare('aizu-houkatsu-3-manager', { staff: '職員', district: null }))).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(await sql(hub, 'collaboration', 'SELECT * FROM staff_district')).toEqual(before);
  });

  test('by another manager says nothing of them in their own office', async () => {
    // There is one manager in the sample; whoever else claims to be theirs is of another office by the table's key.
    const [row] = await sql(
      hub,
      'collaboration',
      `SELECT office_code FROM staff_district WHERE declared_by = 'aizu-houkatsu-3-manager'`,
    );
    expect(row).toEqual({ office_code: 'aizu-houkatsu-3' });
  });

  test('is never changed afterwards, and outside of all districts is nobody’s neighbour', async () => {
    await expect(sql(hub, 'collaboration', 'UPDATE staff_district SET district_id = NULL')).rejects.toThrow(
      /append-only/,
    );
    expect((await declare('kato-elder-care-worker', {})).data).toMatchObject({
      declareOwnDistrict: { district: null, declaredBy: 'kato-elder-care-worker' },
    });
  });
});
