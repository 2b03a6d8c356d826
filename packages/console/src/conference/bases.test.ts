import { expect, it } from '@jest/globals';
import { legalBases, sessionBases, sessionTerms } from '@kasane/disclosure';
import { basisFacts } from './bases.js';

it('what is said of a statute is what the hub holds to', () => {
  expect(Object.keys(basisFacts).sort()).toEqual([...sessionBases].sort());
  for (const basis of sessionBases) {
    expect(basisFacts[basis].law).toBe(legalBases[basis].at(-1)?.citation);
    expect(basisFacts[basis].purpose).toBe(sessionTerms[basis].purpose);
    // A week for who meets once, a quarter for who protects somebody: the level of the basic data tells them apart.
    expect(basisFacts[basis].maxDays).toBe(sessionTerms[basis].levels.T1 === 'DETAIL' ? 93 : 7);
  }
});
