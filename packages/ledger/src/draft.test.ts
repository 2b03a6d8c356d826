import { expect, test } from '@jest/globals';
import { householdId, officeCode, personId, sectorId, staffId } from '@kasane/vocabulary';
import { columns, type LedgerColumn } from './columns.js';
import { draftOf, MAX_ITEMS_BYTES } from './draft.js';
import { record } from './ledger.fixtures.js';
import type { LedgerItem, LedgerRecord } from './record.js';

const at = new Date('2026-04-01T00:00:00Z');
const { viewer } = record();
const item = record().items[0] as LedgerItem;

test('a name or a value that comes along with the record stays out', () => {
  const smuggled = { ...item, value: '要介護3', note: '本人は…' };
  const text = JSON.stringify(draftOf(record({ items: [smuggled] }), at));
  expect(text).not.toMatch(/鈴木|要介護|本人/);
});

test('items are the same text however their properties are ordered', () => {
  const { fields, category, ...rest } = item;
  expect(draftOf(record({ items: [{ fields, ...rest, ...(category && { category }) }] }), at).items).toBe(
    draftOf(record(), at).items,
  );
});

test.each<[string, Partial<LedgerRecord>]>([
  ['kind', { kind: 'GOSSIP' as never }],
  ['outcome', { outcome: 'MAYBE' as never }],
  ['viewer_capacity', { viewer: { ...viewer, capacity: 'ROBOT' as never } }],
  ['viewer_roles', { viewer: { ...viewer, roles: ['ROOT' as never] } }],
  ['purpose', { viewer: { ...viewer, purpose: 'CURIOSITY' as never } }],
  ['viewer_staff', { viewer: { ...viewer, staffId: staffId('鈴木') } }],
  ['viewer_office', { viewer: { ...viewer, office: officeCode('') } }],
  ['conference', { viewer: { ...viewer, conference: 'a b' } }],
  ['request_id', { requestId: 'x'.repeat(129) }],
  ['request_id', { requestId: undefined as never }],
  ['person_id', { person: personId('a\u0000') }],
  ['household_id', { household: householdId('\ud800') }],
  ['sector', { sector: sectorId('x'.repeat(65)) }],
  ['policy_version', { policyVersion: '' }],
  ['items.category', { items: [{ ...item, category: 'GOSSIP' as never }] }],
  ['items.level', { items: [{ ...item, level: 'ALL' as never }] }],
  ['items.level', { items: [{ ...item, upTo: 'ALL' as never }] }],
  ['items.fields', { items: [{ ...item, fields: ['CareNeedCertification.level', '要介護3'] }] }],
  ['items.evidence', { items: [{ ...item, evidence: 'Yamada agreed' }] }],
  ['items', { items: Array.from({ length: 800 }, () => ({ ...item, fields: ['A.' + 'b'.repeat(100)] })) }],
])('a record without a usable %s is refused, without quoting it', (column, change) => {
  expect(() => draftOf(record(change), at)).toThrow(new TypeError(`a ledger record has no usable ${column}`));
});

test('every column has a bound that MariaDB can hold', () => {
  const lengths = columns.map(({ length = 0 }: LedgerColumn) => length);
  expect(Math.max(...lengths) * 4).toBeLessThan(MAX_ITEMS_BYTES);
  expect(lengths.reduce((sum, length) => sum + length * 4, 0)).toBeLessThan(65_535);
});
