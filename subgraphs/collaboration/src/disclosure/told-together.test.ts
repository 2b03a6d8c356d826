import { expect, test } from '@jest/globals';
import { personId } from '@kasane/vocabulary';
import { toldTogether } from './told-together.js';

const [open, masked, alsoMasked] = ['open', 'masked', 'also-masked'].map(personId) as [never, never, never];
const scope = { deniedBy: (person: string) => (person === open ? undefined : 'PROTECTED') };

test('who is protected is not named beside others, and alone as anybody is', () => {
  expect(toldTogether([open, masked], scope)).toEqual([open]);
  expect(toldTogether([masked, alsoMasked], scope)).toEqual([]);
  expect(toldTogether([masked], scope)).toEqual([masked]);
  expect(toldTogether([], scope)).toEqual([]);
});
