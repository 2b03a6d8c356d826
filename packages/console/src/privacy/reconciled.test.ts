import { describe, expect, test } from '@jest/globals';
import { collaboration, entry, grant, ledgerOf } from './ledger.fixtures.js';
import type { PersonLedger } from './entries.js';
import { reconcileLedger } from './reconciled.js';

const shown = entry('child-family');
const ofChildFamily = (ledger: PersonLedger) =>
  reconcileLedger(ledger).find(({ party }) => party.id === 'child-family');
const kinds = (ledger: PersonLedger): readonly string[] | undefined =>
  ofChildFamily(ledger)?.found.map(({ kind }) => kind);

describe('a person’s disclosures against the grants', () => {
  test('agree where each was granted in the same request', () => {
    expect(ofChildFamily(ledgerOf([shown, grant()]))).toMatchObject({ disclosures: 1, found: [] });
  });

  test('differ where nothing was granted, or in another request', () => {
    expect(kinds(ledgerOf([shown]))).toEqual(['WITHOUT_GRANT']);
    expect(kinds(ledgerOf([shown, grant({ requestId: 'r-2' })]))).toEqual(['WITHOUT_GRANT']);
  });

  test.each([
    ['ALTHOUGH_DENIED', { outcome: 'DENIED' }],
    ['OTHER_BASIS', { evidence: 'consent-2' }],
    ['HIGHER_LEVEL', { level: 'EXISTENCE' }],
    ['OTHER_VIEWER', { staffId: 'somebody-else' }],
    ['OTHER_POLICY', { policyVersion: '2020-01-01.1' }],
  ] as const)('tell %s, and in which line', (kind, of) => {
    const found = ofChildFamily(ledgerOf([shown, grant(of)]))?.found;
    expect(found).toEqual([{ kind, entry: shown }]);
  });

  test('may show as much as an owner may release by the grant', () => {
    const released = entry('child-family', { level: 'DETAIL' });
    expect(kinds(ledgerOf([released, grant({ level: 'EXISTENCE', upTo: 'DETAIL' })]))).toEqual([]);
  });

  test('need no grant where the office did its own duty, or showed nothing', () => {
    const own = entry('child-family', { rule: 'OWN_OFFICE' });
    const refused = entry('child-family', { outcome: 'DENIED' });
    expect(ofChildFamily(ledgerOf([own, refused]))).toMatchObject({ disclosures: 0, found: [] });
  });

  test('find a grant from just before the first day', () => {
    expect(kinds(ledgerOf([shown], { earlierGrants: [grant()] }))).toEqual([]);
  });

  test('are not judged where the ledger of either side could not be read', () => {
    const result = ofChildFamily(ledgerOf([shown], { away: collaboration }));
    expect(result).toMatchObject({ isAway: true, found: [] });
  });

  test('are not judged where they are older than the grants that were read', () => {
    const old = entry('child-family', { at: '2026-02-01T00:00:00.000Z', requestId: 'r-0' });
    expect(kinds(ledgerOf([shown, grant(), old], { isCutOff: true }))).toEqual([]);
  });
});
