import { describe, expect, test } from '@jest/globals';
import { ConsentEffect, ConsentState, endOfJapanDay, Role, startOfJapanDay, Tier } from '@kasane/vocabulary';
import type { ConsentFacts } from './facts.js';
import {
  aConsent,
  anAssignment,
  aRule,
  aViewer,
  cellOf,
  inState,
  MOTHER,
  someFacts,
} from './world.fixtures.js';

describe('a refused form', () => {
  /** Refused during a period that is over. */
  const refused = (given: Partial<ConsentFacts> = {}): ConsentFacts =>
    aConsent({
      validFrom: startOfJapanDay('2025-04-01'),
      validUntil: endOfJapanDay('2026-03-31'),
      events: inState(ConsentState.REFUSED),
      ...given,
    });

  test('has no end: that of the form was the end of what was not agreed to', () => {
    expect(cellOf(someFacts({ consents: [refused()] }))).toEqual({
      permitted: false,
      rule: 'REFUSAL',
      reason: 'REFUSED',
      evidence: { id: 'c-1', until: undefined },
    });
  });

  test('is pointed at rather than a no that ends', () => {
    const noUntilNextYear = aConsent({ id: 'c-0', rules: [aRule({ effect: ConsentEffect.DENY })] });
    for (const consents of [
      [refused(), noUntilNextYear],
      [noUntilNextYear, refused()],
    ])
      expect(cellOf(someFacts({ consents }))).toMatchObject({ rule: 'REFUSAL', evidence: { id: 'c-1' } });
  });

  test('to a role alone ends for the viewer with their assignment', () => {
    const toCoordinators = aRule({ recipientOffices: [], recipientRoles: [Role.COORDINATOR] });
    const cell = cellOf(
      someFacts({
        consents: [refused({ rules: [toCoordinators] })],
        assignments: [anAssignment({ to: '2026-12-31' })],
      }),
    );
    expect(cell).toMatchObject({ evidence: { id: 'c-1', until: endOfJapanDay('2026-12-31') } });
  });
});

describe('a form that nobody signed', () => {
  test('still counts as a no, also of somebody who is of age, whatever newer forms permit', () => {
    const unsigned = aConsent({
      grantors: [],
      rules: [aRule({ effect: ConsentEffect.DENY, maxTier: Tier.T1 })],
    });
    const newer = aConsent({
      id: 'c-2',
      events: [{ at: startOfJapanDay('2026-05-01'), state: ConsentState.GIVEN }],
    });
    const facts = someFacts({
      viewer: aViewer(),
      consents: [unsigned, newer],
      birthDates: new Map([[MOTHER, '1981-05-05']]),
    });
    expect(cellOf(facts)).toMatchObject({ permitted: false, rule: 'REFUSAL', evidence: { id: 'c-1' } });
  });
});
