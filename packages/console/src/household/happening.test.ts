import { describe, expect, test } from '@jest/globals';
import { byMonth, inWords, type Happening } from './happening.js';

const happening = (at: string, more: Partial<Happening> = {}): Happening => ({
  __typename: 'TimelineEvent',
  id: at,
  kind: 'CASE_STEP',
  at,
  persons: [],
  step: null,
  rosterChange: null,
  note: null,
  consent: null,
  session: null,
  entry: null,
  ...more,
});

describe('what happened', () => {
  test('is told by month in Japan, not by the month of the clock', () => {
    const months = byMonth([
      happening('2026-10-31T15:30:00.000Z'),
      happening('2026-10-31T14:30:00.000Z'),
      happening('2019-04-30T15:00:00.000Z'),
    ]);
    expect(months.map(({ month, happenings }) => [month, happenings.length])).toEqual([
      ['令和8年11月', 1],
      ['令和8年10月', 1],
      ['令和元年5月', 1],
    ]);
  });

  test('leads to the record where there is one', () => {
    const entry = {
      __typename: 'TimelineEntry' as const,
      of: 'plan-1',
      office: 'kato',
      planState: 'DRAFT' as const,
      referralState: null,
      conferenceKind: null,
      contactMethod: null,
      matchState: null,
    };
    expect(
      inWords(happening('2026-11-01T00:00:00Z', { kind: 'PLAN', entry }), new Map([['kato', '福祉総務課']])),
    ).toMatchObject({
      more: ['福祉総務課'],
      to: '/plans/plan-1',
    });
  });

  test('of which nothing is told says nothing', () => {
    expect(inWords(happening('2026-11-01T00:00:00Z', { kind: 'NOTE' }), new Map())).toEqual({
      what: '',
      more: [],
    });
  });
});
