import { describe, expect, test } from '@jest/globals';
import { allCategories, Category, Tier, tierOf } from '@kasane/vocabulary';
import { BARRED, DELAY_DAYS, Visibility, visibilityOf, type LedgerEntry, type LedgerItem } from './index.js';
import { entry } from './ledger.fixtures.js';

const AT = '2026-04-01T03:00:00.000Z';
const DAY = 24 * 60 * 60 * 1_000;
const after = (days: number): Date => new Date(Date.parse(AT) + days * DAY);
const SOON = after(1);

const item = (more: Partial<LedgerItem> = {}): LedgerItem => ({
  category: Category.CARE_CERT,
  fields: ['CareNeedCertification.level'],
  rule: 'CONSENT',
  evidence: 'consent-7',
  ...more,
});
const of = (one: LedgerItem, more: Partial<LedgerEntry> = {}, now = SOON): Visibility =>
  visibilityOf(entry({ at: AT, items: [one], ...more }), one, now);
const { viewer } = entry();

describe('the person is told', () => {
  test.each([
    'CONSENT',
    'OWN_OFFICE',
    'SUPPORT_CONFERENCE',
    'LIVELIHOOD_CONFERENCE',
    'CARE_CONFERENCE',
    'REFUSAL',
    'CONFLICT_OF_INTEREST',
    'NO_PURPOSE',
  ])('at once of what rests on %s', (rule) => {
    expect(of(item({ rule }))).toBe(Visibility.IMMEDIATE);
  });

  test('at once of who tried and was refused', () => {
    expect(of({ category: Category.CARE_CERT, fields: [] }, { outcome: 'DENIED' })).toBe(
      Visibility.IMMEDIATE,
    );
  });

  test('at once of a reading of the ledger, and of an entry that names no category', () => {
    expect(visibilityOf(entry({ kind: 'READING', items: [] }), undefined, SOON)).toBe(Visibility.IMMEDIATE);
  });
});

describe('the person is not told', () => {
  test.each(allCategories.filter((category) => tierOf(category) === Tier.T4))(
    'of %s, whether it was shown or refused, however long ago',
    (category) => {
      for (const outcome of ['PERMITTED', 'DENIED'] as const)
        for (const now of [SOON, after(10_000)])
          expect(of(item({ category }), { outcome }, now)).toBe(Visibility.WITHHELD);
    },
  );

  test.each(['PROTECTION_COUNCIL', 'ELDER_ABUSE', 'DISABILITY_ABUSE', 'CHILD_ABUSE'])(
    'of what was shown by the rule %s',
    (rule) => {
      expect(of(item({ rule }), {}, after(10_000))).toBe(Visibility.WITHHELD);
    },
  );

  test.each(['PROTECTED', 'RESTRICTED_PARTY', BARRED])('of what was refused by %s', (rule) => {
    const refused = item({ category: Category.CONTACT, rule, evidence: 'm-1' });
    expect(of(refused, { outcome: 'DENIED' }, after(10_000))).toBe(Visibility.WITHHELD);
  });

  test('of anything that was looked at to respond to abuse: the purpose stands in every line', () => {
    expect(of(item(), { viewer: { ...viewer, purpose: 'ABUSE_RESPONSE' } })).toBe(Visibility.WITHHELD);
  });
});

describe('the person is told later', () => {
  const emergencies: readonly (readonly [string, LedgerItem, Partial<LedgerEntry>])[] = [
    ['that an emergency was declared', item(), { kind: 'EMERGENCY' }],
    ['what was shown by it', item({ rule: 'EMERGENCY' }), {}],
    ['what was looked at for it', item(), { viewer: { ...viewer, purpose: 'EMERGENCY' } }],
    ['what else was seen during it', item(), { viewer: { ...viewer, emergencyReasonDigest: 'd' } }],
  ];
  test.each(emergencies)('%s', (_what, one, more) => {
    expect(of(one, more)).toBe(Visibility.DELAYED);
    expect(of(one, more, after(DELAY_DAYS - 0.001))).toBe(Visibility.DELAYED);
    expect(of(one, more, after(DELAY_DAYS))).toBe(Visibility.IMMEDIATE);
  });

  test('what else was refused beside what a protective measure closed', () => {
    const other: LedgerItem = { category: Category.LANGUAGE_NEEDS, fields: [] };
    const items = [other, item({ category: Category.CONTACT, rule: 'PROTECTED', evidence: 'm-1' })];
    const denied = entry({ at: AT, outcome: 'DENIED', items });
    expect(visibilityOf(denied, other, SOON)).toBe(Visibility.DELAYED);
    expect(visibilityOf(denied, other, after(DELAY_DAYS))).toBe(Visibility.IMMEDIATE);
  });

  test('but never what is withheld anyway', () => {
    const one = item({ category: Category.ABUSE });
    expect(of(one, { kind: 'EMERGENCY' }, after(DELAY_DAYS))).toBe(Visibility.WITHHELD);
  });
});
