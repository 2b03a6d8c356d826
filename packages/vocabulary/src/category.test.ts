import { describe, expect, test } from '@jest/globals';
import { allCategories, categories, Category, defaultRegistry, isWithinTier, Tier, tierOf } from './index.js';

const ofTier = (tier: Tier): readonly Category[] =>
  allCategories.filter((category) => tierOf(category) === tier).sort();

describe('the tier of a category', () => {
  test('is closed (T4) for abuse, child protection, rights advocacy and issues of that kind, and for nothing else', () => {
    expect(ofTier(Tier.T4)).toEqual([
      Category.ABUSE,
      Category.CHILD_PROTECTION,
      Category.RIGHTS_ADVOCACY,
      Category.SENSITIVE_ISSUE,
    ]);
  });

  test('is sensitive (T3) for health, disability, young carers and money', () => {
    expect(ofTier(Tier.T3)).toEqual(
      [
        Category.CARE_HEALTH,
        Category.CHILD_HEALTH,
        Category.DISABILITY_CERT,
        Category.DISABILITY_SERVICE,
        Category.FINANCE,
        Category.MATERNAL_HEALTH,
        Category.MEDICAL,
        Category.YOUNG_CARER,
      ].sort(),
    );
  });

  test('is basic (T1) for who a person is, where they are found, and who is in charge', () => {
    expect(ofTier(Tier.T1)).toEqual(
      [
        Category.CONSENT,
        Category.CONTACT,
        Category.HOUSEHOLD,
        Category.IDENTITY,
        Category.INVOLVEMENT,
        Category.LANGUAGE_NEEDS,
      ].sort(),
    );
  });

  test('is never public: a category speaks of a person', () => {
    expect(ofTier(Tier.T0)).toEqual([]);
  });

  test('is within a ceiling when it is no higher', () => {
    const tiers = Object.values(Tier);
    for (const [at, tier] of tiers.entries())
      expect(tiers.map((ceiling) => isWithinTier(tier, ceiling))).toEqual(
        tiers.map((_, ceiling) => at <= ceiling),
      );
  });
});

test('every category is held by some sector, and no sector lists one twice', () => {
  const held = new Set(defaultRegistry.flatMap((sector) => sector.categories));
  expect([...held].sort()).toEqual(Object.keys(categories).sort());
  for (const sector of defaultRegistry)
    expect(new Set(sector.categories).size).toBe(sector.categories.length);
});
