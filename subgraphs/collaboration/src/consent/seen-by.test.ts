import { expect, test } from '@jest/globals';
import type { LedgerEntry } from '@kasane/ledger';
import { Capacity, Category, officeCode, personId, sectorId, staffId } from '@kasane/vocabulary';
import { seenUnderConsents } from './seen-by.js';

const PERSON = personId('p-1');

const entry = (seq: number, more: Partial<LedgerEntry> & { readonly staff?: string }): LedgerEntry => ({
  seq,
  at: '2026-11-22T03:00:00.000Z',
  kind: 'DISCLOSURE',
  requestId: 'r',
  viewer: {
    staffId: staffId(more.staff ?? 'worker'),
    office: officeCode('office'),
    capacity: Capacity.CITY_STAFF,
    roles: [],
  },
  person: PERSON,
  sector: sectorId('collaboration'),
  outcome: 'PERMITTED',
  items: [{ category: Category.IDENTITY, fields: ['a.b'], rule: 'CONSENT', evidence: 'c-1' }],
  policyVersion: '1',
  prevHash: '',
  hash: '',
  ...more,
});

/** A ledger that gives at most as many entries as it is asked for. */
const ledgerOf = (entries: readonly LedgerEntry[]) => ({
  pages: 0,
  async entriesOf(_: unknown, { after = 0, limit = 100 } = {}) {
    this.pages += 1;
    return entries.filter(({ seq }) => seq > after).slice(0, limit);
  },
});

test('tells by consent who was shown what, from the first day to the last, in Japan', async () => {
  const item = (category: Category, evidence: string) => ({ category, fields: ['a.b'], evidence });
  const seen = await seenUnderConsents(
    ledgerOf([
      entry(1, { at: '2026-11-20T14:59:00.000Z' }),
      entry(2, { at: '2026-11-22T15:00:00.000Z', kind: 'GRANT', items: [item(Category.CARE_PLAN, 'c-1')] }),
      entry(3, { staff: 'other', items: [item(Category.NOTES, 'c-1'), item(Category.NOTES, 'c-2')] }),
      // Neither what was withheld, nor that it was written or read about, was a showing.
      entry(4, { staff: 'denied', outcome: 'DENIED' }),
      entry(5, { staff: 'writer', kind: 'CHANGE' }),
      entry(6, { staff: 'reader', kind: 'READING', items: [{ fields: ['a.b'], evidence: 'c-1' }] }),
    ]),
    PERSON,
  );
  expect(seen.get('c-1')).toEqual([
    {
      staff: 'worker',
      office: 'office',
      categories: ['CARE_PLAN', 'IDENTITY'],
      firstDay: '2026-11-20',
      lastDay: '2026-11-23',
    },
    {
      staff: 'other',
      office: 'office',
      categories: ['NOTES'],
      firstDay: '2026-11-22',
      lastDay: '2026-11-22',
    },
  ]);
  expect(seen.get('c-2')?.map(({ staff }) => staff)).toEqual(['other']);
  expect([...seen.keys()]).toEqual(['c-1', 'c-2']);
});

test('reads as many pages as there are, and keeps a line per worker', async () => {
  const ledger = ledgerOf(
    Array.from({ length: 3_500 }, (_, at) => entry(at + 1, { staff: `worker-${at % 3}` })),
  );
  expect((await seenUnderConsents(ledger, PERSON)).get('c-1')).toHaveLength(3);
  expect(ledger.pages).toBe(4);
});
