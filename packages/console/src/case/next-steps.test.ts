import { describe, expect, it } from '@jest/globals';
import type { CaseStatus } from '../generated/operations.js';
import { anyTime, BEGIN_ASSESSMENT, nextSteps, waysToEnd, type CaseToWorkOn } from './next-steps.js';

const statuses: readonly CaseStatus[] = [
  'RECEIVED',
  'TRIAGED',
  'ACCEPTED',
  'ASSESSING',
  'PLANNING',
  'PLAN_DECIDED',
  'IN_SUPPORT',
  'MONITORING',
  'EVALUATED',
  'SUSPENDED',
  'INFORMATION_ONLY',
  'HANDED_OVER',
  'CLOSED',
  'MOVED_OUT',
  'DECEASED',
];
const over: readonly CaseStatus[] = ['INFORMATION_ONLY', 'HANDED_OVER', 'CLOSED', 'MOVED_OUT', 'DECEASED'];
const of = (status: CaseStatus, more: Partial<CaseToWorkOn> = {}): CaseToWorkOn => ({
  id: 'case-1',
  status,
  householdId: 'h-1',
  plans: [
    { id: 'p-old', state: 'CLOSED' },
    { id: 'p-1', state: 'DECIDED' },
  ],
  ...more,
});

describe('what comes next', () => {
  it.each([
    ['RECEIVED', '/cases/case-1/screening'],
    ['ACCEPTED', BEGIN_ASSESSMENT],
    ['ASSESSING', '/cases/case-1/issue'],
    ['PLANNING', '/plans/p-1'],
    ['PLAN_DECIDED', '/plan-items'],
    ['MONITORING', '/plans/p-1/evaluation'],
    ['EVALUATED', '/cases/case-1/close'],
    ['SUSPENDED', '/cases/case-1/resume'],
  ] as const)('of %s is first %s', (status, to) =>
    expect(nextSteps(of(status), ['COORDINATOR'])[0]?.to).toBe(to),
  );

  it('never leads to a plan that is not there', () => {
    for (const status of statuses)
      for (const { to } of nextSteps(of(status, { plans: null }), ['COORDINATOR']))
        expect(to).not.toContain('undefined');
  });

  it('is nothing once a case is over', () => {
    for (const status of over) expect(nextSteps(of(status), ['COORDINATOR'])).toEqual([]);
  });

  it('leaves the steps of who leads the case to them', () => {
    for (const status of statuses) {
      const labels = nextSteps(of(status), ['SECTOR_WORKER']).map(({ to }) => to);
      expect(labels.filter((to) => /close|resume|conference|session|#/.test(to))).toEqual([]);
      expect(waysToEnd(of(status), ['SECTOR_WORKER'])).toEqual([]);
    }
  });

  it('closes only what can be closed, and suspends only what goes on', () => {
    const ends = (status: CaseStatus) => waysToEnd(of(status), ['COORDINATOR']).map(({ label }) => label);
    expect(ends('IN_SUPPORT')).toEqual(['中断する', '転出を引き継ぐ', '死亡を記録する']);
    expect(ends('SUSPENDED')).toEqual(['終結する', '転出を引き継ぐ', '死亡を記録する']);
    expect(ends('RECEIVED')).toEqual(['転出を引き継ぐ', '死亡を記録する']);
  });

  it('leads to pages of the case alone at any time', () => {
    for (const { to } of anyTime('case-1')) expect(to).toMatch(/^\/cases\/case-1\/[a-z]+$/);
  });
});
