import { describe, expect, test } from '@jest/globals';
import { nextSteps } from './next-steps.js';

const between = { fromOffice: { code: 'from' }, toOffice: { code: 'to' } };

describe('what is offered to do with a referral', () => {
  test.each([
    ['SENT', 'to', ['ACCEPT', 'SEND_BACK']],
    ['SENT', 'from', ['WITHDRAW']],
    ['ACCEPTED', 'to', ['FIRST_CONTACT', 'SEND_BACK', 'WITHDRAW']],
    ['ACCEPTED', 'from', ['WITHDRAW']],
    ['SENT_BACK', 'to', []],
    ['SENT_BACK', 'from', ['SEND_ON', 'WITHDRAW']],
    ['CONTACTED', 'to', ['COMPLETE']],
    ['CONTACTED', 'from', []],
    ['DONE', 'to', []],
  ] as const)('%s, to %s: %j', (state, office, steps) =>
    expect(nextSteps({ ...between, state, onPaper: false }, office)).toEqual(steps),
  );

  test('on paper the sender answers in the place of the other', () => {
    expect(nextSteps({ ...between, state: 'SENT', onPaper: true }, 'from')).toEqual([
      'ACCEPT',
      'SEND_BACK',
      'WITHDRAW',
    ]);
    expect(nextSteps({ ...between, state: 'SENT', onPaper: true }, 'to')).toEqual([]);
  });

  test('nothing, to an office that is neither of the two', () =>
    expect(nextSteps({ ...between, state: 'SENT', onPaper: false }, 'other')).toEqual([]));
});
