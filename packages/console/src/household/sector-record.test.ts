import { describe, expect, test } from '@jest/globals';
import { categoriesOf, fieldsTold, saysAnything, toldOf, type Records } from './sector-record.js';

const records: Records = {
  Care: [
    { name: 'plans', label: '計画の履歴', category: 'PLAN', isList: true, kind: 'record', record: 'Plan' },
    { name: 'needs', label: '全行', category: 'PLAN', isList: true, kind: 'record', record: 'Need' },
    { name: 'lastPlan', label: '直近の計画', category: 'PLAN', kind: 'record', record: 'Plan' },
    { name: 'health', label: '健康', category: 'HEALTH', kind: 'record', record: 'Health' },
    { name: 'money', label: '家計', isList: true, kind: 'record', record: 'Money' },
  ],
  Plan: [
    { name: 'madeOn', label: '作成日', category: 'PLAN', kind: 'day' },
    { name: 'kind', label: '種類', category: 'PLAN', kind: 'word', of: 'PlanKind' },
    { name: 'kindCode', label: '種類コード', category: 'PLAN', kind: 'text', insteadOf: 'kind' },
    { name: 'needs', label: '明細', category: 'PLAN', isList: true, kind: 'record', record: 'Need' },
  ],
  Need: [{ name: 'need', label: '課題', category: 'PLAN', kind: 'text' }],
  Money: [{ name: 'amountYen', label: '金額', category: 'FINANCE', kind: 'yen' }],
};
const need = { need: 'かいもの' };
const plan = { madeOn: '2026-11-22', kind: null, kindCode: '9', needs: [need] };

describe('what is told of a category', () => {
  test('is in the order of the fields, and by what is within where a field has no category', () => {
    expect(categoriesOf('Care', records)).toEqual(['PLAN', 'HEALTH', 'FINANCE']);
  });

  test('tells a record once that stands in several places', () => {
    const told = toldOf('Care', { plans: [plan], needs: [need], lastPlan: plan }, 'PLAN', records);
    expect(told.map(({ field, items }) => [field.name, items.length])).toEqual([['plans', 1]]);
  });

  test('keeps what stands in no other place', () => {
    const alone = { need: 'つうさん' };
    const told = toldOf(
      'Care',
      { plans: [plan], needs: [need, alone], lastPlan: { ...plan, madeOn: '2025-01-01' } },
      'PLAN',
      records,
    );
    expect(told.map(({ field, items }) => [field.name, items.length])).toEqual([
      ['plans', 1],
      ['needs', 1],
      ['lastPlan', 1],
    ]);
  });

  test('is nothing, be it withheld or not there', () => {
    expect(toldOf('Care', null, 'PLAN', records)).toEqual([]);
    expect(toldOf('Care', { plans: null }, 'PLAN', records)).toEqual([]);
    expect(toldOf('Care', { plans: [] }, 'PLAN', records)).toEqual([]);
  });
});

test('a code is told only where the word of its list is silent', () => {
  const names = (record: object) => fieldsTold(records['Plan'] ?? [], { ...record }).map(({ name }) => name);
  expect(names(plan)).toContain('kindCode');
  expect(names({ ...plan, kind: 'CARE' })).not.toContain('kindCode');
});

test('a record of which only the existence is open says nothing', () => {
  expect(
    saysAnything({ __typename: 'Plan', madeOn: null, needs: [{ __typename: 'Need', need: null }] }),
  ).toBe(false);
  expect(saysAnything(plan)).toBe(true);
});
