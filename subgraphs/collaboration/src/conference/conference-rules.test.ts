import { describe, expect, test } from '@jest/globals';
import { Capacity } from '@kasane/vocabulary';
import fc from 'fast-check';
import { AgendaKind, ConferenceKind } from './conference-kind.js';
import {
  agendaProblems,
  heldAtProblems,
  minutesProblems,
  notYetHeld,
  participantProblems,
  seatKeyOf,
} from './conference-rules.js';

const offices = new Set(['city', 'centre']);
const guest = { affiliation: '区長会', name: '橘 勇', capacity: Capacity.GUEST };
const account = { ...guest, staff: 'w-1', office: 'centre' };
const now = new Date('2026-11-22T03:00:00Z');
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

describe('who is invited', () => {
  test('by account or on paper, once each', () => {
    expect(participantProblems([guest, account], [], offices)).toEqual([]);
    expect(participantProblems([guest, { ...guest }], [], offices).join()).toMatch(/重複/);
    expect(participantProblems([account], ['w-1 centre'], offices).join()).toMatch(/重複/);
  });

  test('not by an account without its office, nor for an office that there is not', () => {
    expect(participantProblems([{ ...guest, staff: 'w-1' }], [], offices).join()).toMatch(/機関を記入/);
    expect(participantProblems([{ ...account, office: 'nowhere' }], [], offices).join()).toMatch(/nowhere/);
  });

  test('the same name on paper is one seat, however its spaces and widths are written', () => {
    expect(seatKeyOf({ ...guest, name: '橘　勇' })).toBe(seatKeyOf({ ...guest, name: '橘勇' }));
    expect(seatKeyOf({ ...guest, affiliation: 'ＤＶセンター' })).toBe(
      seatKeyOf({ ...guest, affiliation: 'DVセンター' }),
    );
  });

  test('no paper seat is ever taken for an account', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (affiliation, name) => {
        expect(seatKeyOf({ ...guest, affiliation, name })).not.toMatch(/^[\x21-\x7e]+ [\x21-\x7e]+$/);
      }),
    );
  });
});

describe('an agenda', () => {
  const item = { household: 'h-1', topic: '支援の方向性について', kind: AgendaKind.DIRECTION };

  test('of a 重層的支援会議 has the four kinds, and of a 支援会議 its own', () => {
    const own = { ...item, kind: AgendaKind.DISCUSSION };
    expect(agendaProblems([item], ConferenceKind.MULTILAYER, ['h-1'])).toEqual([]);
    expect(agendaProblems([own], ConferenceKind.SUPPORT, ['h-1'])).toEqual([]);
    expect(agendaProblems([own], ConferenceKind.MULTILAYER, ['h-1'])).toHaveLength(1);
    expect(agendaProblems([item], ConferenceKind.SUPPORT, ['h-1'])).toHaveLength(1);
  });

  test('names the plan whose appropriateness is asked, and households of the conference', () => {
    const plan = { ...item, kind: AgendaKind.APPROPRIATENESS };
    expect(agendaProblems([plan], ConferenceKind.MULTILAYER, ['h-1']).join()).toMatch(/プランを選/);
    expect(agendaProblems([{ ...plan, planId: 'plan-1' }], ConferenceKind.MULTILAYER, ['h-1'])).toEqual([]);
    expect(agendaProblems([item], ConferenceKind.MULTILAYER, ['h-2']).join()).toMatch(/世帯/);
  });
});

test.each([
  [-2, /過ぎ/],
  [61, /60日以内/],
  [Number.NaN, /過ぎ/],
])('a meeting is not held %d days from now', (days, why) => {
  expect(heldAtProblems(inDays(days), now).join()).toMatch(why);
  expect(heldAtProblems(inDays(1), now)).toEqual([]);
});

describe('minutes', () => {
  const people = { households: ['h-1'], known: [{ person: 'p-1', household: 'h-1' }] };
  const role = { office: 'centre', household: 'h-1', what: '週に一度の訪問', until: '2027-01-31' };
  const minutes = { shared: [], discussion: '役割を決めた。', roles: [role], gaps: [], nextOn: null };
  const problems = (more: object): string => minutesProblems({ ...minutes, ...more }, people, offices).join();

  test('are kept when every row is of this conference', () => {
    expect(problems({})).toBe('');
    expect(problems({ roles: [{ ...role, persons: ['p-1'] }] })).toBe('');
  });

  test('tell a stranger and nobody in the same words', () => {
    expect(problems({ roles: [{ ...role, persons: ['p-2'] }] })).toBe(
      problems({ roles: [{ ...role, household: 'h-9' }] }),
    );
  });

  test.each([
    ['a day that there is not', { roles: [{ ...role, until: '2027-02-30' }] }, /2027-02-30/],
    ['an office that there is not', { shared: [{ office: 'nowhere', what: '収入' }] }, /nowhere/],
    ['nothing said', { discussion: ' ' }, /検討結果/],
  ])('are not kept with %s', (_, more, why) => {
    expect(problems(more)).toMatch(why);
  });
});

test('nothing is recorded of a conference before it is held; a minute is no time', () => {
  const heldAt = new Date('2026-11-22T10:00:00+09:00');
  expect(notYetHeld(heldAt, new Date('2026-11-22T09:58:59+09:00'))).toHaveLength(1);
  expect(notYetHeld(heldAt, new Date('2026-11-22T09:59:00+09:00'))).toEqual([]);
});
