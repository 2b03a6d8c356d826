import { describe, expect, test } from '@jest/globals';
import { officeCode, OfficeStatus, staffId } from '@kasane/vocabulary';
import fc from 'fast-check';
import { Urgency } from '../intake/intake-words.js';
import { dueDays } from './due.js';
import { duesOf, holderOf, referralProblems } from './referral-rules.js';
import { followers, incompleteStates, isIncomplete, ReferralState } from './referral-words.js';

const TODAY = '2026-11-20'; // a Friday
const input = {
  persons: ['p-1'],
  toOffice: 'there',
  reason: '介護の相談',
  urgency: Urgency.NORMAL,
};
const setting = {
  own: officeCode('here'),
  to: { name: 'あちら', status: OfficeStatus.OPEN, isOfOwnCity: true } as const,
  isUnderWay: false,
  persons: ['p-1', 'p-2'],
  today: TODAY,
};

describe('a referral', () => {
  test('is sent for people with whom its sender works, to an office that is open', () => {
    expect(referralProblems(input, setting)).toEqual([]);
  });

  test('reaches another city by word or paper', () => {
    const paper = { toldBy: 'a', toldTo: 'b' };
    expect(
      referralProblems({ ...input, paper }, { ...setting, to: { ...setting.to, isOfOwnCity: false } }),
    ).toEqual([]);
  });

  test.each([
    [{ persons: ['p-1', 'p-3'] }, {}, '担当していない'],
    [{}, { to: null }, '登録されていません'],
    [{}, { to: { ...setting.to, status: OfficeStatus.SUSPENDED } }, '休止しています'],
    [{}, { to: { ...setting.to, isOfOwnCity: false } }, '他の市町村'],
    [{}, { isUnderWay: true }, 'まだ終わっていません'],
    [{ toOffice: 'here' }, {}, '自分の機関'],
    [{ reason: '　' }, {}, '理由'],
    [{ answerDue: '2026-11-19' }, {}, '過ぎています'],
    [{ answerDue: '2026-12-02', firstContactDue: '2026-12-01' }, {}, '以後'],
    [{ answerDue: '2026-02-30' }, {}, '存在しない'],
    [{ paper: { toldBy: 'a', toldTo: 'b', toldOn: '2026-11-21' } }, {}, '今日より後'],
  ])('is not sent with %j %j', (more, where, problem) => {
    expect(referralProblems({ ...input, ...more }, { ...setting, ...where })).toEqual([
      expect.stringContaining(problem),
    ]);
  });

  test('is to be answered by the urgency, weekends left out', () => {
    expect(dueDays(Urgency.IMMEDIATE, TODAY)).toEqual({
      answerDue: '2026-11-23',
      firstContactDue: '2026-11-24',
    });
    expect(dueDays(Urgency.NORMAL, TODAY)).toEqual({
      answerDue: '2026-12-01',
      firstContactDue: '2026-12-10',
    });
  });

  test('whose answer is given more time gives as much to the contact', () => {
    expect(duesOf({ urgency: Urgency.IMMEDIATE, answerDue: '2026-12-20' }, TODAY)).toEqual({
      answerDue: '2026-12-20',
      firstContactDue: '2026-12-20',
    });
  });

  test('has one holder at every moment, with a last day for as long as somebody has to act', () => {
    const referral = {
      fromOffice: officeCode('here'),
      fromStaff: staffId('sender'),
      toOffice: officeCode('there'),
      answerDue: '2026-12-01',
      firstContactDue: '2026-12-10',
    };
    const states = fc.constantFrom(...Object.values(ReferralState));
    fc.assert(
      fc.property(states, fc.boolean(), (state, onPaper) => {
        const { holderOffice, dueOn } = holderOf({ ...referral, onPaper }, state, {
          by: staffId('receiver'),
          today: TODAY,
        });
        expect(dueOn !== null).toBe(isIncomplete(state));
        if (onPaper) expect(holderOffice).toBe('here');
      }),
    );
  });

  test('can be withdrawn until the person was met, and not after', () => {
    expect(incompleteStates).toEqual(['SENT', 'ACCEPTED', 'SENT_BACK']);
    expect(followers.CONTACTED).toEqual(['DONE']);
  });
});
