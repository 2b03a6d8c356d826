import { describe, expect, test } from '@jest/globals';
import type { RecordField } from './sector-record.js';
import { tell } from './tell.js';

const field = (kind: RecordField['kind'], of?: string): RecordField => ({
  name: 'x',
  label: 'x',
  kind,
  ...(of !== undefined && { of }),
});
const names = new Map([['p-1', '山田 花子']]);

describe('a value in words', () => {
  test.each([
    [field('day'), '2026-11-22', '令和8年11月22日'],
    [field('day'), '2019-05', '令和元年5月'],
    [field('day'), '2026-02-31', '2026-02-31'],
    [field('day'), '昭和頃', '昭和頃'],
    [field('yen'), 1234567, '1,234,567円'],
    [field('yen'), 0, '0円'],
    [field('yen'), -500, '-500円'],
    [field('number'), 2026, '2026'],
    [field('boolean'), false, 'いいえ'],
    [field('boolean'), [true, null, false], '1 はい、2 —、3 いいえ'],
    [field('word', 'Urgency'), 'NO_SUCH_VALUE', 'NO_SUCH_VALUE'],
    [field('word', 'Relation'), 'SELF', '本人'],
    [field('text'), ['あ', 'い'], 'あ、い'],
    [field('office'), { name: '高齢介護課' }, '高齢介護課'],
    [field('person'), { id: 'p-1' }, '山田 花子'],
  ])('%j %j', (of, value, told) => {
    expect(tell(of, value, names)).toBe(told);
  });

  test.each([
    [field('text'), null],
    [field('text'), ''],
    [field('text'), []],
    [field('office'), { name: null }],
    [field('person'), { id: 'p-2' }],
  ])('is nothing where there is nothing to be told: %j %j', (of, value) => {
    expect(tell(of, value, names)).toBeUndefined();
  });
});
