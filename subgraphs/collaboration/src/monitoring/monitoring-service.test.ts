import { expect, test } from '@jest/globals';
import { CaseStatus, mayFollow } from '../case/case-status.js';
import { PlanState } from '../plan/plan-state.js';
import { monitoringProblems, stepsAfter } from './monitoring-service.js';

test('a case goes through monitoring by steps that may follow, and stays there when the plan is to be evaluated', () => {
  for (const status of Object.values(CaseStatus))
    for (const goesOn of [true, false]) {
      let from: CaseStatus = status;
      for (const to of stepsAfter(status, goesOn)) {
        expect(mayFollow(from, to)).toBe(true);
        from = to;
      }
    }
  expect(stepsAfter(CaseStatus.IN_SUPPORT, true)).toEqual([CaseStatus.MONITORING, CaseStatus.IN_SUPPORT]);
  expect(stepsAfter(CaseStatus.IN_SUPPORT, false)).toEqual([CaseStatus.MONITORING]);
  expect(stepsAfter(CaseStatus.MONITORING, false)).toEqual([]);
});

const input = {
  heldOn: '2026-11-20',
  findings: '続いている。',
  items: [{ item: 'i-1', finding: '訪問した。' }],
  nextOn: '2027-01-15',
};
const plan = { state: PlanState.DECIDED, from: '2026-06-01', until: '2027-05-31' };
const problems = (
  more: object,
  status: CaseStatus = CaseStatus.IN_SUPPORT,
  state: PlanState = PlanState.DECIDED,
) =>
  monitoringProblems(
    { ...input, ...more },
    { row: { ...plan, state }, case: { status } },
    { items: ['i-1', 'i-2'], today: '2026-11-22' },
  );

test('what is right is recorded', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ nextOn: undefined })).toEqual([]);
});

test.each([
  ['a day to come', { heldOn: '2026-11-23' }],
  ['a day before the plan', { heldOn: '2026-05-31' }],
  ['no findings', { findings: ' ' }],
  ['an item of another plan', { items: [{ item: 'i-3', finding: '訪問した。' }] }],
  ['an item twice', { items: [...input.items, ...input.items] }],
  ['a next time on the same day', { nextOn: '2026-11-20' }],
  ['a next time after the plan', { nextOn: '2027-06-01' }],
])('%s is a problem', (_, more) => {
  expect(problems(more)).toHaveLength(1);
});

test('a plan that nobody has begun is looked at again, and not evaluated', () => {
  expect(problems({}, CaseStatus.PLAN_DECIDED)).toEqual([]);
  expect(problems({ nextOn: undefined }, CaseStatus.PLAN_DECIDED)).toHaveLength(1);
  expect(problems({}, CaseStatus.PLANNING, PlanState.DRAFT)).toHaveLength(1);
});
