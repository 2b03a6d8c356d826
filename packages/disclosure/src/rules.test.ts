import { describe, expect, test } from '@jest/globals';
import { WithheldReason } from '@kasane/vocabulary';
import { Basis } from './bases.js';
import { maskedCategories, POLICY_VERSION, rules, type ForbidRule } from './rules.js';

const forbids = rules.filter((rule): rule is ForbidRule => rule.effect === 'FORBID');

describe('the rule table', () => {
  test('has every rule once, in the order in which it is told', () => {
    expect(rules.map(({ id, effect }) => `${effect} ${id}`)).toEqual([
      'FORBID NO_PURPOSE',
      'FORBID RESTRICTED_PARTY',
      'FORBID PROTECTED',
      'FORBID CONFLICT_OF_INTEREST',
      'FORBID REFUSAL',
      'PERMIT OWN_OFFICE',
      'PERMIT CONSENT',
      'PERMIT SUPPORT_CONFERENCE',
      'PERMIT LIVELIHOOD_CONFERENCE',
      'PERMIT CARE_CONFERENCE',
      'PERMIT PROTECTION_COUNCIL',
      'PERMIT ELDER_ABUSE',
      'PERMIT DISABILITY_ABUSE',
      'PERMIT CHILD_ABUSE',
      'PERMIT EMERGENCY',
    ]);
  });

  test('tells every rule in Japanese and in English, no two alike', () => {
    for (const { ja, en } of rules) {
      expect(ja).toMatch(/[\p{Script=Hiragana}].*。$/u);
      expect(en).toMatch(/^[A-Z][\p{ASCII}—支援会議]+\.$/u);
    }
    for (const language of ['ja', 'en'] as const)
      expect(new Set(rules.map((rule) => rule[language])).size).toBe(rules.length);
  });

  test('names the closed tier wherever it is opened by approval alone, and nowhere else', () => {
    const needApproval = rules.filter(({ ja }) => /厳重秘匿\(T4\)の記録は、.*認めたものに限る。$/.test(ja));
    expect(needApproval.map(({ id }) => id)).toEqual([
      'SUPPORT_CONFERENCE',
      'PROTECTION_COUNCIL',
      'ELDER_ABUSE',
      'DISABILITY_ABUSE',
      'CHILD_ABUSE',
    ]);
  });

  test('closes every basis by every forbid but a refusal, which closes consents', () => {
    for (const { id, against } of forbids)
      expect(against).toEqual(id === 'REFUSAL' ? [Basis.CONSENT] : Object.values(Basis));
  });

  test('does not tell of a protective measure, and tells every other forbid with a reason', () => {
    expect(forbids.filter(({ reason }) => reason === undefined).map(({ id }) => id)).toEqual([
      'RESTRICTED_PARTY',
      'PROTECTED',
    ]);
    for (const { reason } of forbids) if (reason) expect(Object.keys(WithheldReason)).toContain(reason);
  });

  test('masks each category once', () => {
    expect(new Set(maskedCategories).size).toBe(maskedCategories.length);
  });

  test('has a version that begins with the day of its last change', () => {
    expect(POLICY_VERSION).toMatch(/^\d{4}-\d{2}-\d{2}\.\d+$/);
  });
});
