import { describe, expect, test } from '@jest/globals';
import { ConsentState, endOfJapanDay } from '@kasane/vocabulary';
import { consentEndAt, consentStateAt, hasEnded, isGiven } from './consent-state.js';
import { aConsent } from './world.fixtures.js';

const day = (date: string): Date => new Date(`${date}T10:00:00+09:00`);

const life = aConsent({
  validUntil: endOfJapanDay('2027-03-31'),
  events: [
    { at: day('2026-04-01'), state: ConsentState.REQUESTED },
    { at: day('2026-05-01'), state: ConsentState.GIVEN },
    { at: day('2026-09-01'), state: ConsentState.WITHDRAWN },
    { at: day('2026-12-01'), state: ConsentState.RENEWED },
  ],
});

describe('the state of a consent', () => {
  test('can be told for any day of its life, so that a past disclosure can be judged', () => {
    expect(consentStateAt(life, day('2026-03-01'))).toBe('REQUESTED');
    expect(consentStateAt(life, day('2026-04-15'))).toBe('REQUESTED');
    expect(consentStateAt(life, day('2026-06-01'))).toBe('GIVEN');
    expect(consentStateAt(life, day('2026-10-01'))).toBe('WITHDRAWN');
    expect(consentStateAt(life, day('2027-01-01'))).toBe('RENEWED');
    expect(consentStateAt(life, day('2027-04-01'))).toBe('EXPIRED');
  });

  test('changes at the very instant of an event', () => {
    const at = day('2026-09-01');
    expect(consentStateAt(life, new Date(at.getTime() - 1))).toBe('GIVEN');
    expect(consentStateAt(life, at)).toBe('WITHDRAWN');
  });

  test('is EXPIRED from 24:00 in Japan on its last day, which is 15:00 UTC', () => {
    expect(consentStateAt(life, new Date('2027-03-31T14:59:59.999Z'))).toBe('RENEWED');
    expect(consentStateAt(life, new Date('2027-03-31T15:00:00.000Z'))).toBe('EXPIRED');
  });

  test('stays REFUSED, WITHDRAWN or REVOKED after the end: only what was given can expire', () => {
    const after = day('2030-01-01');
    for (const state of [
      ConsentState.REFUSED,
      ConsentState.WITHDRAWN,
      ConsentState.REVOKED,
      ConsentState.DEFERRED,
    ])
      expect(consentStateAt({ ...life, events: [{ at: day('2026-05-01'), state }] }, after)).toBe(state);
  });

  test('is REQUESTED without any event, and whatever happens later', () => {
    expect(consentStateAt({ ...life, events: [] }, day('2026-06-01'))).toBe('REQUESTED');
  });

  test('is EXPIRED when its end is no date: a broken record must not last for ever', () => {
    expect(consentStateAt({ ...life, validUntil: new Date(NaN) }, day('2026-06-01'))).toBe('EXPIRED');
  });
});

describe('a renewal', () => {
  const renewed = aConsent({
    validUntil: endOfJapanDay('2027-03-31'),
    events: [
      { at: day('2026-04-01'), state: ConsentState.GIVEN },
      { at: day('2027-03-01'), state: ConsentState.RENEWED, until: endOfJapanDay('2028-03-31') },
      { at: day('2027-09-01'), state: ConsentState.RENEWED },
      { at: day('2028-05-01'), state: ConsentState.RENEWED, until: endOfJapanDay('2028-06-30') },
    ],
  });

  test('brings a new end, from its own instant on; one without an end keeps the last', () => {
    const endOn = (date: string): string => consentEndAt(renewed, day(date)).toISOString();
    expect(endOn('2027-02-28')).toBe('2027-03-31T15:00:00.000Z');
    expect(consentEndAt(renewed, new Date(day('2027-03-01').getTime() - 1))).toEqual(
      endOfJapanDay('2027-03-31'),
    );
    expect(endOn('2027-03-01')).toBe('2028-03-31T15:00:00.000Z');
    expect(endOn('2027-10-01')).toBe('2028-03-31T15:00:00.000Z');
    expect(endOn('2028-05-01')).toBe('2028-06-30T15:00:00.000Z');
  });

  test('keeps it valid past the end of the form, until its own', () => {
    expect(consentStateAt(renewed, day('2027-06-01'))).toBe('RENEWED');
    expect(consentStateAt(renewed, day('2028-04-15'))).toBe('EXPIRED');
    expect(consentStateAt(renewed, day('2028-06-01'))).toBe('RENEWED');
    expect(consentStateAt(renewed, day('2028-07-01'))).toBe('EXPIRED');
  });

  test('that never happened leaves the end of the form', () => {
    expect(consentEndAt(aConsent({ events: [] }), day('2030-01-01'))).toEqual(aConsent().validUntil);
  });
});

test('only GIVEN and RENEWED permit, and no state is both given and ended', () => {
  const states = Object.values(ConsentState);
  expect(states.filter(isGiven)).toEqual(['GIVEN', 'RENEWED']);
  expect(states.filter(hasEnded)).toEqual(['EXPIRED', 'WITHDRAWN', 'REVOKED', 'INVALIDATED']);
});
