import { expect, test } from '@jest/globals';
import { isOpenItem, itemFollowers, planFollowers, PlanItemState, PlanState } from './plan-state.js';

const plans = Object.values(PlanState);

test('a plan is decided out of what was proposed, and out of nothing else', () => {
  expect(plans.filter((from) => planFollowers[from].includes(PlanState.DECIDED))).toEqual([
    PlanState.PROPOSED,
  ]);
});

test('every plan that is not over can end with its case', () => {
  const over = plans.filter((state) => planFollowers[state].length === 0);
  expect(over).toEqual([PlanState.REPLANNED, PlanState.CLOSED]);
  for (const state of plans.filter((each) => !over.includes(each)))
    expect(planFollowers[state]).toContain(PlanState.CLOSED);
});

test('an item is held until it is done or said to be impossible, and is not done before it was begun', () => {
  expect(Object.values(PlanItemState).filter(isOpenItem)).toEqual([
    PlanItemState.GIVEN,
    PlanItemState.IN_PROGRESS,
  ]);
  expect(itemFollowers.GIVEN).not.toContain(PlanItemState.DONE);
});
