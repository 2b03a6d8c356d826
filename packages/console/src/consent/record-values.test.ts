import { describe, expect, it, test } from '@jest/globals';
import { isWithinTier, tierOf } from '@kasane/vocabulary';
import fc from 'fast-check';
import { noticeNamed } from './notice-name.js';
import {
  consentInputOf,
  emptyBundle,
  lastDaySuggested,
  majorityAfter,
  rulesOf,
  startOf,
} from './record-values.js';

const today = '2026-11-22';
const adult = { name: '山田 花子', birthDate: '1950-03-04', language: undefined };
const start = startOf(adult, '秋山 拓海', today);

describe('a new form', () => {
  it('is for the person themselves, for a year', () => {
    expect(start.grantors).toEqual([
      { relation: 'SELF', name: '山田 花子', person: '', authorityDocument: '' },
    ]);
    expect(start).toMatchObject({ validUntil: '令和9年11月22日', explainedBy: '秋山 拓海', outcome: '' });
  });

  it('is read in easy Japanese by whom another language is spoken with', () => {
    expect(start).toMatchObject({ noticeLanguage: 'ja', language: 'ja' });
    const foreign = startOf({ ...adult, language: 'vi' }, '', today);
    expect(foreign).toMatchObject({ noticeLanguage: 'ja-simple', language: 'vi' });
  });

  it('is for who has parental authority over a child, whose name is not theirs', () => {
    const { grantors } = startOf({ ...adult, birthDate: '2015-01-01' }, '', today);
    expect(grantors).toEqual([
      { relation: 'PARENTAL_AUTHORITY', name: '', person: '', authorityDocument: '' },
    ]);
  });

  it.each([
    ['2026-11-22', undefined, '2027-11-22'],
    ['2028-02-29', undefined, '2029-02-28'],
    ['2026-11-22', '2009-05-05', '2027-05-04'],
    ['2026-11-22', '2015-05-05', '2027-11-22'],
    ['2026-11-22', '1960-00-00', '2027-11-22'],
  ])('on %s, of somebody born %s, ends %s', (on, birthDate, last) =>
    expect(lastDaySuggested(on, birthDate)).toBe(last),
  );

  it('knows when a child decides for itself', () => {
    expect(majorityAfter('2008-11-23', today)).toBe('2026-11-23');
    expect(majorityAfter('2008-11-22', today)).toBeUndefined();
    expect(majorityAfter(null, today)).toBeUndefined();
  });
});

describe('what is ticked', () => {
  const sectors = ['elder-care', 'livelihood-support'];
  const category = fc.constantFrom('CARE_CERT', 'NOTES', 'FINANCE', 'INVOLVEMENT', 'CARE_HEALTH');
  const bundle = fc.record({
    effect: fc.constantFrom('PERMIT' as const, 'DENY' as const),
    items: fc.dictionary(fc.constantFrom(...sectors), fc.uniqueArray(category)),
    caseOffices: fc.uniqueArray(fc.constantFrom('a', 'b')),
    otherOffices: fc.uniqueArray(fc.constantFrom('b', 'c')),
    roles: fc.uniqueArray(fc.constantFrom('COORDINATOR' as const, 'SECTOR_WORKER' as const)),
  });

  test('becomes rules that say no more and no less', () =>
    fc.assert(
      fc.property(fc.array(bundle, { maxLength: 4 }), (bundles) => {
        const said = rulesOf(bundles).flatMap(({ effect, categories, sourceSectors }) =>
          sourceSectors.flatMap((sector) => categories.map((each) => `${effect} ${sector} ${each}`)),
        );
        const ticked = bundles.flatMap(({ effect, items }) =>
          Object.entries(items).flatMap(([sector, each]) => each.map((one) => `${effect} ${sector} ${one}`)),
        );
        expect(said.sort()).toEqual(ticked.sort());
      }),
    ));

  test('is never above its own ceiling, and names nobody twice', () =>
    fc.assert(
      fc.property(fc.array(bundle, { maxLength: 4 }), (bundles) => {
        for (const { categories, maxTier, recipientOffices } of rulesOf(bundles)) {
          expect(categories.every((each) => isWithinTier(tierOf(each), maxTier ?? 'T0'))).toBe(true);
          expect(new Set(recipientOffices).size).toBe(recipientOffices.length);
        }
      }),
    ));
});

describe('what is sent', () => {
  const values = {
    ...start,
    bundles: [{ ...emptyBundle, items: { 'elder-care': ['CARE_CERT' as const] }, caseOffices: ['a'] }],
    purposes: ['PLAN_MAKING' as const],
    listener1: '聴く 一郎',
    listener2: ' ',
    writtenBy: '代 筆子',
  };

  it('has of listeners and writers those whom the way of saying it has', () => {
    const sent = (expression: 'WRITTEN' | 'WRITTEN_PROXY' | 'ORAL_PHONE') => {
      const { witnesses, writtenBy } = consentInputOf({ ...values, expression }, 'p-1', undefined);
      return { witnesses, writtenBy };
    };
    expect(sent('WRITTEN')).toEqual({ witnesses: [], writtenBy: undefined });
    expect(sent('WRITTEN_PROXY')).toEqual({ witnesses: [], writtenBy: '代 筆子' });
    expect(sent('ORAL_PHONE')).toEqual({ witnesses: ['聴く 一郎'], writtenBy: undefined });
  });

  it('names no consent to replace unless one was chosen', () => {
    expect(consentInputOf(values, 'p-1', 3)).not.toHaveProperty('supersedes');
    expect(consentInputOf({ ...values, replaces: 'c-1' }, 'p-1', 3)).toMatchObject({
      supersedes: 'c-1',
      expectedEvents: 3,
      validUntil: '2027-11-22',
    });
  });
});

test('a notice is told with its version', () => {
  expect(noticeNamed('multi-agency 2026-04')).toEqual({ id: 'multi-agency', version: '2026-04' });
  expect(noticeNamed(null)).toEqual({ id: '', version: '' });
});
