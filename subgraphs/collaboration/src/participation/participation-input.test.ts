import { describe, expect, test } from '@jest/globals';
import { stepProblems } from './participation-input.js';
import { matchFollowers, MatchState } from './participation-words.js';

const now = new Date('2026-11-22T12:00:00+09:00');
const step = (state: MatchState, more: object = {}) => ({ state, expectedVersion: 1, ...more });

describe('a match of a person and a menu', () => {
  test('goes on only to what follows', () => {
    for (const from of Object.values(MatchState))
      for (const to of Object.values(MatchState)) {
        const problems = stepProblems(
          step(to, { reason: '本人の希望', followUpOn: '2026-12-01' }),
          from,
          now,
        );
        expect(problems.length === 0).toBe(matchFollowers[from].includes(to));
      }
  });
  test('is not declined without a reason', () => {
    expect(stepProblems(step(MatchState.DECLINED, { reason: ' ' }), MatchState.PROPOSED, now)).toHaveLength(
      1,
    );
  });
  test('is followed up while it lasts: the person and the host are asked again', () => {
    expect(stepProblems(step(MatchState.TRIAL), MatchState.PROPOSED, now)).toHaveLength(1);
    expect(
      stepProblems(step(MatchState.SETTLED, { followUpOn: '2026-11-21' }), MatchState.TRIAL, now),
    ).toHaveLength(1);
  });
});
