import { expect, test } from '@jest/globals';
import { OfficeKind, officeCode, Role, staffId } from '@kasane/vocabulary';
import { endProblems, seatProblems, successionProblems, type SeatSetting } from './roster-rules.js';
import type { SeatInput } from './seat-input.js';
import { Duty } from './seat-words.js';

const today = '2026-11-22';
const coordinatorSeat = {
  id: 'seat-1',
  officeCode: officeCode('city'),
  staffId: staffId('coordinator'),
  role: Role.COORDINATOR,
  from: '2025-06-02',
  to: null,
};
const setting = (more: Partial<SeatSetting> = {}): SeatSetting => ({
  office: { kind: OfficeKind.CITY_DIVISION, localGovernmentCode: '282286' },
  municipality: '282286',
  persons: ['p-1', 'p-2'],
  seats: [coordinatorSeat],
  today,
  ...more,
});
const seat = (more: Partial<SeatInput> = {}): SeatInput => ({
  office: 'school',
  role: Role.SECTOR_WORKER,
  from: '2026-12-01',
  duty: { duty: Duty.WATCH_OVER, note: '登校の確認', reviewOn: '2027-03-31' },
  ...more,
});

test('an office without an account takes a seat: a school that watches over a pupil', () => {
  expect(seatProblems(seat({ persons: ['p-1'] }), setting())).toEqual([]);
});

test.each<[string, Partial<SeatInput>, Partial<SeatSetting>, RegExp]>([
  ['an office that the directory does not have', {}, { office: null }, /登録されていません/],
  [
    'an office of another city',
    {},
    { office: { kind: OfficeKind.CITY_DIVISION, localGovernmentCode: '072028' } },
    /登録されていません/,
  ],
  ['somebody who is not of the household', { persons: ['p-1', 'p-9'] }, {}, /世帯の人ではない/],
  ['a role that no seat has', { role: Role.OPERATOR }, {}, /立場/],
  [
    'a coordinator of another kind of office',
    { role: Role.COORDINATOR, staff: 's' },
    {},
    /多機関協働事業者だけ/,
  ],
  ['a coordinator without a name', { role: Role.COORDINATOR }, {}, /担当者が必要/],
  ['an end before the beginning', { to: '2026-11-30' }, {}, /開始日より前/],
  ['a day that there is not', { from: '2026-02-30' }, {}, /存在しない/],
  ['a year that was mistyped', { to: '2206-12-01' }, {}, /3年以内/],
  ['a review in the past', { duty: { duty: Duty.OTHER, reviewOn: '2026-11-21' } }, {}, /見直し日/],
  [
    'who sits there already',
    {},
    {
      seats: [
        { ...coordinatorSeat, officeCode: officeCode('school'), staffId: null, role: Role.SECTOR_WORKER },
      ],
    },
    /すでに参加/,
  ],
])('a seat is refused to %s', (_, input, more, why) => {
  expect(seatProblems(seat(input), setting(more)).join()).toMatch(why);
});

test('the last coordinator does not leave a case', () => {
  expect(endProblems(coordinatorSeat, '2027-03-31', setting()).join()).toMatch(
    /包括化支援員がいなくなります/,
  );
  const successor = { ...coordinatorSeat, id: 'seat-2', staffId: staffId('next') };
  expect(
    endProblems(coordinatorSeat, '2027-03-31', setting({ seats: [coordinatorSeat, successor] })),
  ).toEqual([]);
  const leavesToo = { ...successor, to: '2027-03-31' };
  expect(
    endProblems(coordinatorSeat, '2027-03-31', setting({ seats: [coordinatorSeat, leavesToo] })),
  ).toHaveLength(1);
});

test('a seat goes to another worker, not to the same, not once it is over', () => {
  const next = { staff: 'next', staffName: '後任', from: '2027-04-01' };
  expect(successionProblems(coordinatorSeat, next, today)).toEqual([]);
  expect(successionProblems(coordinatorSeat, { ...next, staff: 'coordinator' }, today)).toHaveLength(1);
  expect(successionProblems({ ...coordinatorSeat, to: '2026-11-21' }, next, today)).toHaveLength(1);
});
