import { describe, expect, test } from '@jest/globals';
import { byOffice, byPerson, partsPlayed, type Cases } from './part-played.js';

const seat = (
  id: string,
  office: string,
  more: object = {},
): NonNullable<Cases[number]['roster']>[number] => ({
  __typename: 'RosterSeat',
  id,
  staffName: null,
  duty: 'CONSULTATION',
  dutyNote: null,
  responsibility: 'MEMBER',
  from: '2026-04-01',
  to: null,
  reviewOn: null,
  needsWorker: false,
  office: { __typename: 'Office', code: office, name: office },
  persons: null,
  ...more,
});
const cases: Cases = [
  {
    __typename: 'SupportCase',
    id: 'c-1',
    number: 'KATO-1',
    status: 'IN_SUPPORT',
    roster: [
      seat('s-1', 'い課'),
      seat('s-2', 'う課', { responsibility: 'LEAD' }),
      seat('s-3', 'い課', { to: '2026-01-31', persons: [{ id: 'p-1' }] }),
    ],
    conferenceRoles: [
      {
        __typename: 'ConferenceRole',
        conference: 'm-1',
        office: 'a-1',
        what: '送迎',
        until: null,
        persons: [{ __typename: 'Person', id: 'p-2' }],
      },
    ],
    plans: null,
  },
];
const parts = partsPlayed(cases, new Map([['a-1', 'あ園']]), '2026-11-22');

describe('who does what', () => {
  test('is gathered from seats and conferences; what is withheld is no part of it', () => {
    expect(parts.map(({ key, isDone, isOngoing }) => [key, isDone, isOngoing])).toEqual([
      ['seat s-1', false, true],
      ['seat s-2', false, true],
      ['seat s-3', true, false],
      ['role c-1 0', false, false],
    ]);
    expect(parts[3]?.office.name).toBe('あ園');
  });

  test('stands office by office, the one that leads first', () => {
    expect(byOffice(parts).map(({ of, parts: own }) => [of.name, own.length])).toEqual([
      ['う課', 1],
      ['あ園', 1],
      ['い課', 2],
    ]);
  });

  test('stands person by person, with what is for everyone', () => {
    expect(byPerson(parts, ['p-1', 'p-2']).map(({ of, parts: own }) => [of, own.length])).toEqual([
      ['p-1', 3],
      ['p-2', 3],
    ]);
  });
});
