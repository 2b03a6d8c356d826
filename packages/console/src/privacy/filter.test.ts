import { expect, test } from '@jest/globals';
import { everything, filtered, valuesOf } from './filter.js';
import { entry, grant } from './ledger.fixtures.js';
import { newestFirst } from './entries.js';

const lines = [entry('child-family'), grant({ category: null }), entry('elder-care', { office: 'other' })];

test('lines are narrowed by office, category and kind together', () => {
  expect(filtered(lines, everything)).toEqual(lines);
  expect(filtered(lines, { ...everything, kind: 'GRANT' })).toEqual([lines[1]]);
  expect(filtered(lines, { office: 'other', category: 'SCHOOL', kind: 'DISCLOSURE' })).toEqual([lines[2]]);
  expect(valuesOf(lines, 'category')).toEqual(['SCHOOL']);
});

test('lines of all parties stand by time, and those of one instant as they were written', () => {
  const later = entry('elder-care', { at: '2026-11-21T00:00:00.000Z' });
  expect(newestFirst([...lines, later])).toEqual([later, ...lines]);
});
