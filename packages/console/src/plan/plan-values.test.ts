import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlanFactsFragment, PlanInput } from '../generated/operations.js';
import { blankPlan, monthsAfter, planInput, planToRevise } from './plan-values.js';

const person = (id: string) => ({ __typename: 'Person' as const, id, identity: null });

/** A plan as the hub gives it, whose sheet says this. */
const planOf = (input: PlanInput): PlanFactsFragment => ({
  __typename: 'SupportPlan',
  id: 'pl-1',
  kind: 'MULTI_AGENCY',
  state: 'DRAFT',
  version: 3,
  from: input.from,
  until: input.until,
  nextMonitoringOn: null,
  replaces: null,
  persons: [input.persons].flat().map(person),
  items: [],
  sheet: {
    __typename: 'SupportPlanVersion',
    version: 3,
    personWishes: input.personWishes,
    householdWishes: input.householdWishes ?? null,
    issues: [input.issues].flat().map(({ issue, words }, at) => ({
      __typename: 'PlannedIssue',
      number: at + 1,
      issue: issue ?? null,
      words,
    })),
    goals: [input.longTermGoal, ...[input.shortTermGoals].flat()].map((words, at) => ({
      __typename: 'PlanGoal',
      number: at + 1,
      term: at === 0 ? 'LONG' : 'SHORT',
      words,
    })),
    items: [input.items].flat().map((item) => ({
      __typename: 'PlannedItem',
      content: item.content,
      staff: item.staff ?? null,
      frequency: item.frequency,
      dueOn: item.dueOn,
      ownEffort: item.ownEffort ?? null,
      persons: [item.persons].flat().map(person),
      office: { __typename: 'Office', code: item.office, name: null },
    })),
    monitoringOn: [input.monitoringOn].flat(),
    consentReference: input.consentReference ?? null,
    staff: 's9',
    at: '2026-11-22T00:00:00Z',
  },
});

describe('a new plan sheet', () => {
  test('is for half a year, and is looked at after three months', () => {
    const values = blankPlan(['p1'], '2026-11-22');
    expect(planInput(values)).toMatchObject({
      persons: ['p1'],
      from: '2026-11-22',
      until: '2027-05-22',
      monitoringOn: ['2027-02-22'],
    });
  });

  test('chooses nobody where there are several', () => {
    expect(blankPlan(['p1', 'p2'], '2026-11-22').persons).toEqual([]);
  });

  test('what was left blank is not sent as an empty text', () => {
    const { householdWishes, consentReference, items } = planInput(blankPlan(['p1'], '2026-11-22'));
    expect([householdWishes, consentReference, items[0]?.staff]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a sheet that is written anew', () => {
  test('keeps every id, name and day that it had', () => {
    const input = {
      persons: ['p1', 'p2'],
      from: '2026-11-22',
      until: '2027-05-22',
      personWishes: '家で暮らしたい。',
      householdWishes: '見守りたい。',
      issues: [{ issue: 'i-1', words: '外に出られない。' }],
      longTermGoal: '暮らし続ける。',
      shortTermGoals: ['話をする。'],
      items: [
        {
          content: '訪問',
          office: 'o1',
          staff: 's1',
          frequency: '月2回',
          dueOn: '2027-01-31',
          ownEffort: '玄関を開ける。',
          persons: ['p2'],
        },
      ],
      monitoringOn: ['2027-02-22'],
      consentReference: '相談室の書庫',
    };
    expect(planInput(planToRevise(planOf(input)))).toEqual(input);
  });

  test('answers the version that was read', () => {
    expect(planToRevise({ ...planOf(planInput(blankPlan(['p1'], '2026-11-22'))), version: 7 }).seen).toBe(7);
  });
});

describe('months after a day', () => {
  test.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-01', 1, '2027-01-01'],
  ])('%s and %i months are %s', (date, months, then) => expect(monthsAfter(date, months)).toBe(then));

  test('lie in the month that is counted to', () => {
    const days = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 24 }), (date, months) => {
        const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
        expect(count(monthsAfter(date, months)) - count(date)).toBe(months);
      }),
    );
  });
});
