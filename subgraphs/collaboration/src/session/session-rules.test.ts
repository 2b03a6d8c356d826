import { describe, expect, test } from '@jest/globals';
import { Capacity } from '@kasane/vocabulary';
import type { SessionBasis } from './session-basis.js';
import { checkSession, MAX_DAYS_AHEAD, type CheckedSession } from './session-rules.js';

const now = new Date('2026-11-22T03:00:00Z');
const DAY = 86_400_000;
const at = (days: number, milliseconds = 0): Date => new Date(now.getTime() + days * DAY + milliseconds);

const check = (
  window: { readonly opensAt?: Date; readonly closesAt: Date },
  basis: SessionBasis = 'SWA_106_6',
): CheckedSession =>
  checkSession(
    {
      basis,
      ...window,
      whyNoConsent: '本人と連絡がとれず、同意を得ることができない。',
      members: [{ staff: 'kato', office: 'an-office', name: '加藤', capacity: Capacity.CITY_STAFF }],
      suspicions: [],
    },
    { offices: new Set(['an-office']), persons: [], now },
  );
const problems = (checked: CheckedSession): string => (checked.ok ? '' : checked.problems.join());

describe('the window of a session', () => {
  test('begins now when it does not say', () => {
    expect(check({ closesAt: at(1) })).toEqual({ ok: true, opensAt: now, closesAt: at(1) });
  });

  test.each<[SessionBasis, number]>([
    ['SWA_106_6', 7],
    ['SNSA_9', 7],
    ['LTCA_115_48', 7],
    ['CWA_25_2', 93],
    ['EAPA_7', 93],
    ['DAPA_7', 93],
    ['CAPA_6', 93],
  ])('of %s lasts %d days and no millisecond longer', (basis, days) => {
    expect(check({ closesAt: at(days) }, basis).ok).toBe(true);
    expect(problems(check({ closesAt: at(days, 1) }, basis))).toMatch(`${days}日以内`);
  });

  test('does not begin in the past, nor further ahead than can be foreseen', () => {
    expect(check({ opensAt: now, closesAt: at(1) }).ok).toBe(true);
    expect(problems(check({ opensAt: at(0, -1), closesAt: at(1) }))).toMatch(/過ぎ/);
    expect(check({ opensAt: at(MAX_DAYS_AHEAD), closesAt: at(MAX_DAYS_AHEAD + 1) }).ok).toBe(true);
    expect(problems(check({ opensAt: at(MAX_DAYS_AHEAD, 1), closesAt: at(MAX_DAYS_AHEAD + 1) }))).toMatch(
      /日以内/,
    );
  });

  test('is not empty, and not of dates that are none', () => {
    expect(problems(check({ closesAt: now }))).toMatch(/より後/);
    expect(problems(check({ closesAt: new Date(NaN) }))).toMatch(/より後/);
    expect(problems(check({ opensAt: new Date(NaN), closesAt: at(1) }))).toMatch(/過ぎ/);
  });
});
