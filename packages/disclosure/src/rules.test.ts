import { describe, expect, test } from '@jest/globals';
import { WithheldReason } from '@kasane/vocabulary';
import { bases, Basis } from './bases.js';
import { POLICY_VERSION, rules } from './rules.js';

describe('the rule table', () => {
  test('has every rule once, in the order in which it is told', () => {
    expect(rules.map(({ id }) => id)).toEqual(['NO_PURPOSE', 'REFUSAL', 'OWN_OFFICE', 'CONSENT']);
  });

  test('tells every rule in Japanese and in English', () => {
    for (const { ja, en } of rules) {
      expect(ja).toMatch(/[\p{Script=Hiragana}].*。$/u);
      expect(en).toMatch(/^[\p{ASCII}—]+\.$/u);
    }
  });

  test('lets every permit rest on a basis with a citation', () => {
    for (const rule of rules) if (rule.effect === 'PERMIT') expect(bases[rule.basis].citation).not.toBe('');
  });

  test('has for every basis a rule that permits on it, and NO_PURPOSE against it', () => {
    for (const basis of Object.values(Basis)) {
      expect(rules.some((rule) => rule.effect === 'PERMIT' && rule.basis === basis)).toBe(true);
      expect(rules.find(({ id }) => id === 'NO_PURPOSE')).toMatchObject({
        against: expect.arrayContaining([basis]),
      });
    }
  });

  test('gives every forbid a reason of the vocabulary and at least one basis that it closes', () => {
    for (const rule of rules)
      if (rule.effect === 'FORBID') {
        expect(Object.keys(WithheldReason)).toContain(rule.reason);
        expect(rule.against.length).toBeGreaterThan(0);
      }
  });

  test('has a version that begins with the day of its last change', () => {
    expect(POLICY_VERSION).toMatch(/^\d{4}-\d{2}-\d{2}\.\d+$/);
  });
});
