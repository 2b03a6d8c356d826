import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { conferenceProblems, isOnPaper } from './plan-conference.js';

/** Which conference may decide a plan. */

const written = new Date('2026-11-20T03:00:00Z');
const before = new Date('2026-11-19T03:00:00Z');
const after = new Date('2026-11-21T03:00:00Z');
const plan = { row: { id: 'pl-1', caseId: 'case-1' }, sheet: { at: written } } as never;

/** With what a 重層的支援会議 of the case said last, if anything. */
const decided = (said: object | undefined, conference = 'conf-1'): Promise<readonly string[]> =>
  conferenceProblems({ sql: async () => (said ? [said] : []) } as unknown as EntityManager, plan, conference);
const word = (outcome: string, at: Date = after) => ({ conferenceId: 'conf-1', outcome, at });

describe('a plan is decided', () => {
  test('by the conference of the hub that found it appropriate', async () => {
    expect(await decided(word('AGREED'))).toEqual([]);
    expect(await decided(word('AGREED'), ' conf-1 ')).toEqual([]);
  });

  test.each([
    ['that said nothing of it', undefined, 'conf-1'],
    ['that wants to think it over', word('NOT_AGREED'), 'conf-1'],
    ['that carried it over', word('CARRIED_OVER'), 'conf-1'],
    ['after which another had the last word', word('AGREED'), 'conf-2'],
  ])('by none %s', async (_, said, conference) => {
    expect((await decided(said, conference)).join()).toMatch(/適切とした検討結果がありません/);
  });

  test('as it stood before the conference; rewritten after it only where the conference asked for that', async () => {
    expect((await decided(word('AGREED', before))).join()).toMatch(/書き直されています/);
    expect(await decided(word('AGREED_WITH_CHANGES', before))).toEqual([]);
  });

  test('by one on paper, whose word the hub does not know, and which is told as such', async () => {
    expect(await decided(undefined, '令和8年度第3回 会議録')).toEqual([]);
    expect([isOnPaper('令和8年度第3回 会議録'), isOnPaper('conf-1')]).toEqual([true, false]);
  });
});
