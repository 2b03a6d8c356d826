import { describe, expect, test } from '@jest/globals';
import { whatToDo, whereDone } from './where.js';

describe('what waits', () => {
  test.each([
    ['REFERRAL_TO_ANSWER', 'r-1', '/referrals/r-1'],
    ['SCREENING', 'case-1', '/cases/case-1/screening'],
    ['MONITORING', 'pl-1', '/plans/pl-1/monitoring'],
    ['CONFERENCE', 'conf-1', '/conferences/conf-1'],
    ['CONFERENCE', 's-1', '/sessions/s-1'],
    ['CONSENT_EXPIRING', 'c-1', '/consents/c-1'],
    ['OUTREACH', 'or-1', '/cases/case-9/outreach'],
    ['PARTICIPATION', 'pm-1', '/cases/case-9/participation'],
  ] as const)('of kind %s, %s, is done at %s', (kind, id, path) => {
    expect(whereDone({ kind, id, caseId: 'case-9' })).toBe(path);
    expect(whatToDo[kind]).not.toBe('');
  });

  test('without a case leads to the list of cases, and never to a broken address', () =>
    expect(whereDone({ kind: 'OUTREACH', id: 'or-1', caseId: null })).toBe('/cases'));
});
