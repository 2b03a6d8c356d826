import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import type { Permit } from '@kasane/disclosure';
import { Seal } from '@kasane/subgraph-kit';
import { askOf, row } from '@kasane/subgraph-kit/testing';
import { Category, Level } from '@kasane/vocabulary';
import { disabilitySupport } from '../disability-support.js';
import { DoctorOpinion } from './doctor-opinion.js';

const ask = askOf(disabilitySupport);

const SELECTION = 'doctorOpinion { diagnosis } doctorOpinions { diagnosis }';
const byConsent = new Map<Category, Permit>([
  [Category.MEDICAL, { level: Level.DETAIL, rule: 'CONSENT', evidence: 'consent-1' }],
]);
const inSession = new Map<Category, Permit>([
  [
    Category.MEDICAL,
    { level: Level.NONE, rule: 'SWA_106_6', evidence: 'session-1', released: { session: 'session-1' } },
  ],
]);
const opinion = (doctorAgreed: boolean | null, ownSeal: Seal | null = null) =>
  row(DoctorOpinion, { doctorAgreed, ownSeal, requestedOn: '2026-04-01', diagnosis: '診断' });
const shown = { doctorOpinion: { diagnosis: '診断' }, doctorOpinions: [{ diagnosis: '診断' }] };
const nothing = { doctorOpinion: null, doctorOpinions: [] };

describe('a doctor’s opinion, when the person consented', () => {
  test('is shown when the doctor agreed too', async () => {
    expect(await ask(SELECTION, { file: { doctorOpinions: [opinion(true)] }, permits: byConsent })).toEqual(
      shown,
    );
  });

  test.each([
    ['the doctor refused', opinion(false)],
    ['the doctor was not asked', opinion(null)],
    ['the office sealed it, though the doctor agreed', opinion(true, Seal.RELEASE_ONLY)],
  ])('is nothing when %s', async (_, sealed) => {
    const answer = await ask(SELECTION, { file: { doctorOpinions: [sealed] }, permits: byConsent });
    expect(answer).toEqual(nothing);
    expect(answer).toEqual(await ask(SELECTION, { file: { doctorOpinions: [] }, permits: byConsent }));
  });

  test('does not hide an older one to which the doctor agreed', async () => {
    const older = row(DoctorOpinion, { id: 'row-2', doctorAgreed: true, diagnosis: '以前の診断' });
    expect(
      await ask(SELECTION, { file: { doctorOpinions: [opinion(false), older] }, permits: byConsent }),
    ).toEqual({ doctorOpinion: { diagnosis: '以前の診断' }, doctorOpinions: [{ diagnosis: '以前の診断' }] });
  });
});

test('without the doctor’s consent it is there for its own office', async () => {
  expect(await ask(SELECTION, { file: { doctorOpinions: [opinion(false)] }, byOwner: true })).toEqual(shown);
});

test('without the doctor’s consent a session sees it when its owner released this very one', async () => {
  const file = { doctorOpinions: [opinion(false)] };
  const released = [{ id: 'rel-1', recordId: 'DoctorOpinion:row-1' }];
  expect(await ask(SELECTION, { file, permits: inSession, released })).toEqual(shown);
  expect(await ask(SELECTION, { file, permits: inSession })).toEqual(nothing);
});
