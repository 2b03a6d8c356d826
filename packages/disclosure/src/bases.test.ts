import { describe, expect, test } from '@jest/globals';
import { allCategories, Level, startOfJapanDay, Tier, tierLabels, tierOf } from '@kasane/vocabulary';
import { basisAt, Basis, basisOn, legalBases, sessionBases, sessionTerms, type LegalBasis } from './bases.js';
import { decide } from './decide.js';
import { rules } from './rules.js';
import {
  aConsent,
  anAssignment,
  anEmergency,
  aSession,
  cellsOf,
  inConference,
  inEmergency,
  MOTHER,
  someFacts,
} from './world.fixtures.js';

const everyBasis = Object.values(Basis);

describe('the register of legal bases', () => {
  test.each(everyBasis)('has versions of %s that follow each other without overlap', (basis) => {
    const versions = legalBases[basis];
    expect(versions.length).toBeGreaterThan(0);
    versions.forEach(({ from, to }, at) => {
      expect(() => startOfJapanDay(from)).not.toThrow();
      if (to !== undefined) expect(from <= to).toBe(true);
      const next = versions[at + 1];
      if (next) expect(to !== undefined && to < next.from).toBe(true);
    });
  });

  test('names every basis in Japanese and in English, no two alike', () => {
    for (const language of ['ja', 'en'] as const) {
      const names = everyBasis.map((basis) => legalBases[basis][0]![language]);
      expect(new Set(names).size).toBe(everyBasis.length);
      for (const name of names) expect(name).toMatch(language === 'ja' ? /^[^A-Za-z]+$/ : /^[a-z ]+$/);
    }
  });

  // A citation is printed as law: whoever adds one has read the law, and takes the basis off this list.
  test('cites the law only where it was checked against the law itself', () => {
    const uncited = everyBasis.filter((basis) =>
      legalBases[basis].some(({ citation }) => citation === undefined),
    );
    expect(uncited).toEqual([Basis.LTCA_115_48, Basis.CAPA_6, Basis.LIFE_SAFETY]);
    expect(legalBases[Basis.CAPA_6]).toStrictEqual([
      { ja: '児童虐待への対応', en: 'response to child abuse', from: '2021-04-01' },
    ]);
    for (const basis of everyBasis)
      for (const { citation } of legalBases[basis])
        if (citation !== undefined) expect(citation).toMatch(/法(律)? 第\d+条/);
  });

  test('begins with the day on which the hub works by it, at 0:00 in Japan', () => {
    for (const basis of everyBasis) {
      expect(basisAt(basis, new Date('2021-03-31T14:59:59.999Z'))).toBeUndefined();
      expect(basisAt(basis, new Date('2021-03-31T15:00:00.000Z'))).toBe(legalBases[basis][0]);
    }
  });

  test('has on each day the version of that day, the last day of one included', () => {
    const before: LegalBasis = { ja: '旧', en: 'before', from: '2021-04-01', to: '2026-12-31' };
    const after: LegalBasis = { ja: '新', en: 'after', from: '2027-02-01' };
    const on = (day: string) => basisOn(Basis.SWA_106_6, day, [before, after])?.en;
    expect(
      ['2021-03-31', '2021-04-01', '2026-12-31', '2027-01-01', '2027-01-31', '2027-02-01'].map(on),
    ).toEqual([undefined, 'before', 'before', undefined, undefined, 'after']);
  });
});

describe('before the register begins', () => {
  const begins = new Date('2021-04-01T00:00:00+09:00');
  const life = { validFrom: new Date(0), events: [{ at: new Date(0), state: 'GIVEN' as const }] };
  const since = { from: new Date(0), opensAt: new Date(0) };
  const worlds = {
    OWN_OFFICE: someFacts({ assignments: [anAssignment({ from: '2020-01-01' })] }),
    CONSENT: someFacts({ consents: [aConsent(life)] }),
    SUPPORT_CONFERENCE: someFacts({
      viewer: inConference(),
      sessions: [
        aSession({
          ...since,
          members: aSession().members.map((member) => ({ ...member, pledgedAt: new Date(0) })),
        }),
      ],
    }),
    EMERGENCY: someFacts({ viewer: inEmergency(), emergencies: [anEmergency(since)] }),
  };

  test.each(Object.entries(worlds))('%s permits nothing, and from that day on it does', (rule, facts) => {
    const opened = (now: Date) =>
      cellsOf(decide({ ...facts, now }, [MOTHER])).flatMap(({ cell }) => (cell.permitted ? [cell.rule] : []));
    expect(opened(new Date(begins.getTime() - 1))).toEqual([]);
    expect(new Set(opened(begins))).toEqual(new Set([rule]));
  });
});

describe('the terms of sessions', () => {
  test('are these, for every statute under which somebody convenes one', () => {
    const table = sessionBases.map((basis) => {
      const { purpose, levels, releasable } = sessionTerms[basis];
      return [basis, purpose, levels.T1, levels.T2, levels.T3, levels.T4, releasable.join(' ')];
    });
    expect(table).toEqual([
      ['SWA_106_6', 'CONFERENCE', 'SUMMARY', 'SUMMARY', 'NONE', 'NONE', 'T1 T2 T3 T4'],
      ['SNSA_9', 'CONFERENCE', 'SUMMARY', 'SUMMARY', 'NONE', 'NONE', 'T1 T2 T3'],
      ['LTCA_115_48', 'CONFERENCE', 'SUMMARY', 'EXISTENCE', 'NONE', 'NONE', 'T1 T2 T3'],
      ['CWA_25_2', 'CONFERENCE', 'DETAIL', 'DETAIL', 'NONE', 'NONE', 'T1 T2 T3 T4'],
      ['EAPA_7', 'ABUSE_RESPONSE', 'DETAIL', 'DETAIL', 'NONE', 'NONE', 'T1 T2 T3 T4'],
      ['DAPA_7', 'ABUSE_RESPONSE', 'DETAIL', 'DETAIL', 'NONE', 'NONE', 'T1 T2 T3 T4'],
      ['CAPA_6', 'ABUSE_RESPONSE', 'DETAIL', 'DETAIL', 'NONE', 'NONE', 'T1 T2 T3 T4'],
    ]);
    for (const basis of sessionBases) expect(sessionTerms[basis].levels.T0).toBe(Level.DETAIL);
  });

  test('have one rule each, and every basis has a rule that permits on it', () => {
    const permitting = rules.flatMap((rule) => (rule.effect === 'PERMIT' ? [rule.basis] : []));
    expect(permitting.toSorted()).toEqual(everyBasis.toSorted());
  });
});

test('what never enters the hub (TX) has no category: nothing can be asked for, granted or released', () => {
  expect(Object.keys(tierLabels)).toEqual(Object.values(Tier));
  expect(Object.keys(tierLabels)).not.toContain('TX');
  for (const category of allCategories) expect(Object.values(Tier)).toContain(tierOf(category));
});
