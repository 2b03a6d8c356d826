import { describe, expect, test } from '@jest/globals';
import { resourcesOf, strengthOf, tellsTooMuch, type ResourcesOf } from './resources.js';

const today = '2026-11-22';
const office = (code: string, sector: string | null): Seat['office'] => ({
  __typename: 'Office',
  code,
  name: `${code}の窓口`,
  kind: 'CITY_DIVISION',
  sector,
});
type Case = ResourcesOf['cases'][number];
type Seat = NonNullable<Case['roster']>[number];

const seat = (code: string, sector: string | null, facts: Partial<Seat> = {}): Seat => ({
  __typename: 'RosterSeat',
  id: `seat-${code}`,
  staffName: null,
  role: 'SECTOR_WORKER',
  from: '2025-06-02',
  to: null,
  responsibility: 'MEMBER',
  duty: null,
  dutyNote: null,
  needsWorker: false,
  persons: null,
  office: office(code, sector),
  ...facts,
});

const aCase = (facts: Partial<Case> = {}): Case => ({
  __typename: 'SupportCase',
  id: 'case',
  number: 'KATO-2025-0003',
  closedOn: null,
  roster: [],
  conferenceRoles: [],
  outreaches: [],
  participations: [],
  ...facts,
});

const around = (cases: readonly Case[], more: Partial<ResourcesOf> = {}): ReturnType<typeof resourcesOf> =>
  resourcesOf({
    cases,
    involvements: [],
    offices: [],
    sectors: ['collaboration', 'elder-care', 'child-family'],
    today,
    ...more,
  });

const keys = (found: ReturnType<typeof resourcesOf>): string[] => found.map(({ key }) => key);

describe('who stands round a household', () => {
  test('is ordered by sector and then by code, whatever the order of the records', () => {
    const seats = [
      seat('b-school', null),
      seat('child', 'child-family'),
      seat('z-elder', 'elder-care'),
      seat('a-elder', 'elder-care'),
      seat('city', 'collaboration'),
    ];
    const expected = ['office city', 'office a-elder', 'office z-elder', 'office child', 'office b-school'];
    expect(keys(around([aCase({ roster: seats })]))).toEqual(expected);
    expect(keys(around([aCase({ roster: seats.toReversed() })]))).toEqual(expected);
  });

  test('is there once, however many records name them', () => {
    const [resource, ...others] = around([aCase({ roster: [seat('elder', 'elder-care')] })], {
      involvements: [
        {
          household: {
            members: [
              {
                person: {
                  id: 'p-1',
                  record: {
                    responsibilities: [
                      { office: office('elder', 'elder-care'), role: 'LEAD', from: '2025-01-01' },
                    ],
                  },
                },
              },
            ],
          },
        },
      ],
    });
    expect(others).toEqual([]);
    expect(resource?.ties.map(({ of }) => of)).toEqual(['seat', 'sector']);
    expect(resource?.strength).toBe('lead');
  });

  test('is told of several members in one row, where the sector says the same of each', () => {
    const responsible = (role: 'LEAD' | 'DEPUTY') => ({
      responsibilities: [{ office: office('elder', 'elder-care'), role, from: '2025-01-01' }],
    });
    const [resource] = around([], {
      involvements: [
        {
          household: {
            members: [
              { person: { id: 'p-1', record: responsible('LEAD') } },
              { person: { id: 'p-2', record: responsible('LEAD') } },
              { person: { id: 'p-3', record: responsible('DEPUTY') } },
            ],
          },
        },
      ],
    });
    expect(resource?.ties.map(({ persons }) => persons)).toEqual([['p-1', 'p-2'], ['p-3']]);
  });

  test('leaves no trace of what is withheld: a seat without its office, a sector without an answer', () => {
    const found = around([aCase({ roster: [seat('x', null, { office: null })] })], {
      involvements: [
        { household: { members: [{ person: { id: 'p-1', record: null } }, { person: null }] } },
        { household: null },
      ],
    });
    expect(found).toEqual([]);
  });

  test('is not there any more after the last day, or when the case is closed', () => {
    expect(keys(around([aCase({ roster: [seat('over', null, { to: '2026-11-21' })] })]))).toEqual([]);
    expect(keys(around([aCase({ roster: [seat('last', null, { to: today })] })]))).toEqual(['office last']);
    expect(around([aCase({ closedOn: '2026-01-01', roster: [seat('closed', null)] })])).toEqual([]);
  });

  test('of one member are those who are there for that member or for everybody', () => {
    const roster = [
      seat('all', null),
      seat('hers', null, { persons: [{ __typename: 'Person', id: 'p-1' }] }),
      seat('his', null, { persons: [{ __typename: 'Person', id: 'p-2' }] }),
    ];
    expect(keys(around([aCase({ roster })], { person: 'p-1' }))).toEqual(['office all', 'office hers']);
  });

  test('has the role of a conference under the office that holds it, whose published name is asked for', () => {
    const cases = [
      aCase({
        conferenceRoles: [
          {
            __typename: 'ConferenceRole',
            conference: 'k-1',
            office: 'school',
            what: '朝の声かけ',
            until: '2027-03-31',
            persons: [],
          },
        ],
      }),
    ];
    expect(around(cases)).toEqual([]);
    const offices = [office('school', null)].flatMap((each) => each ?? []);
    expect(keys(around(cases, { offices }))).toEqual(['office school']);
  });

  test('has places of 参加支援 but those that were declined or are over', () => {
    const match = (id: string, state: 'PROPOSED' | 'SETTLED' | 'DECLINED' | 'ENDED') => ({
      __typename: 'ParticipationMatch' as const,
      id,
      state,
      sinceOn: '2026-10-01',
      hostName: `畑 ${id}`,
      menu: { __typename: 'ParticipationMenu' as const, id: 'menu', title: '収穫' },
    });
    const found = around([
      aCase({
        participations: [
          {
            __typename: 'Participation',
            id: 'pa',
            person: { __typename: 'Person', id: 'p-1' },
            office: office('shakyo', null) as NonNullable<Seat['office']>,
            matches: [
              match('1', 'PROPOSED'),
              match('2', 'SETTLED'),
              match('3', 'DECLINED'),
              match('4', 'ENDED'),
            ],
          },
        ],
      }),
    ]);
    expect(found.map(({ name, strength }) => [name, strength])).toEqual([
      ['shakyoの窓口', 'normal'],
      ['畑 1', 'notYet'],
      ['畑 2', 'normal'],
    ]);
  });
});

describe('a line says what a record says', () => {
  const tie = { of: 'seat', persons: undefined, since: '2025-06-02', until: null, caseNumber: null } as const;
  const duty = { duty: null, dutyNote: null, needsWorker: false } as const;
  test.each([
    ['the lead', { ...tie, ...duty, responsibility: 'LEAD' }, 'lead'],
    ['a member', { ...tie, ...duty, responsibility: 'MEMBER' }, 'normal'],
    ['a deputy', { ...tie, ...duty, responsibility: 'DEPUTY' }, 'normal'],
    ['who begins tomorrow', { ...tie, ...duty, responsibility: 'LEAD', since: '2026-11-23' }, 'notYet'],
    [
      'a seat that waits for a worker',
      { ...tie, ...duty, responsibility: 'LEAD', needsWorker: true },
      'notYet',
    ],
  ] as const)('%s', (_who, each, strength) => {
    expect(strengthOf(each, today)).toBe(strength);
  });

  test.each([
    ['ATTEMPTING', 'notYet'],
    ['PAUSED', 'notYet'],
    ['TRUST', 'normal'],
  ] as const)('アウトリーチ: %s', (stage, strength) => {
    expect(strengthOf({ of: 'outreach', stage, persons: [], since: null, until: null }, today)).toBe(
      strength,
    );
  });
});

test.each([
  ['DVセンター', true],
  ['ＤＶ相談ナビ', true],
  ['見本精神科クリニック', true],
  ['こども家庭センター', false],
  ['障がい者総合相談窓口(基幹相談支援センター)', false],
])('%s: is the name itself a secret? %s', (name, secret) => {
  expect(tellsTooMuch(name)).toBe(secret);
});
