import { expect, test } from '@jest/globals';
import { consentStateAt } from '@kasane/disclosure';
import { ConsentState } from '@kasane/vocabulary';
import { happened } from './happened.js';

const now = new Date('2026-11-22T03:00:00Z');
const validUntil = new Date('2027-11-22T15:00:00Z');

test('a withdrawal that can be read counts, even when the clock that wrote it was ahead of ours', () => {
  const events = [
    { at: new Date('2026-11-01T00:00:00Z'), state: ConsentState.GIVEN },
    { at: new Date('2026-11-22T03:00:01Z'), state: ConsentState.WITHDRAWN },
  ];
  expect(consentStateAt({ events, validUntil }, now)).toBe(ConsentState.GIVEN);
  expect(consentStateAt({ events: happened(events, now), validUntil }, now)).toBe(ConsentState.WITHDRAWN);
});

test('what opens waits for its time', () => {
  const events = [{ at: new Date('2027-04-01T00:00:00Z'), state: ConsentState.GIVEN }];
  expect(consentStateAt({ events: happened(events, now), validUntil }, now)).toBe(ConsentState.REQUESTED);
});
