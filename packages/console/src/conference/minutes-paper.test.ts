import { describe, expect, it } from '@jest/globals';
import { minutesInput, newRole, startOf, wordsOf, type MinutesPaper } from './minutes-paper.js';

const paper: MinutesPaper = {
  expectedVersion: 1,
  shared: [{ office: 'o-1', what: '話したこと' }],
  discussion: '決めたこと',
  roles: [{ ...newRole(['h-1']), office: 'o-1', what: '見守り', until: 'R9.1.31' }],
  gaps: '外国語の窓口\n\n 送迎 ',
  nextOn: '令和8年12月10日',
};

describe('minutes', () => {
  it('are sent as they were typed, a role without persons for the whole household', () =>
    expect(minutesInput(paper)).toEqual({
      expectedVersion: 1,
      shared: [{ office: 'o-1', what: '話したこと' }],
      discussion: '決めたこと',
      roles: [{ office: 'o-1', household: 'h-1', what: '見守り', until: '2027-01-31' }],
      gaps: ['外国語の窓口', '送迎'],
      nextOn: '2026-12-10',
    }));

  it('begin with what the newest version says, and change nothing of it by themselves', () => {
    const words = wordsOf(paper, []);
    const newest = { ...words, version: 3 } as unknown as Parameters<typeof startOf>[0];
    expect(minutesInput(startOf(newest, ['h-1']))).toEqual({ ...minutesInput(paper), expectedVersion: 3 });
    expect(startOf(undefined, ['h-1']).expectedVersion).toBe(0);
  });
});
