import { expect, test } from '@jest/globals';
import { CaseStatus, followers, isOver, mayFollow } from './case-status.js';

const all = Object.values(CaseStatus);

test('every state but the first is reached, and every open one leads on', () => {
  const reached = new Set(all.flatMap((status) => followers[status]));
  expect(all.filter((status) => !reached.has(status))).toEqual([CaseStatus.RECEIVED]);
});

test('from every open state a case can end', () => {
  const ends = (status: CaseStatus, seen: readonly CaseStatus[] = []): boolean =>
    isOver(status) || followers[status].some((next) => !seen.includes(next) && ends(next, [...seen, status]));
  expect(all.filter((status) => !ends(status))).toEqual([]);
});

test('a plan is decided only out of planning, and a case in support is evaluated before it is closed', () => {
  expect(all.filter((from) => mayFollow(from, CaseStatus.PLAN_DECIDED))).toEqual([CaseStatus.PLANNING]);
  expect(mayFollow(CaseStatus.IN_SUPPORT, CaseStatus.CLOSED)).toBe(false);
  expect(mayFollow(CaseStatus.MONITORING, CaseStatus.CLOSED)).toBe(false);
});
