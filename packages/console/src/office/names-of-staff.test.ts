import { expect, test } from '@jest/globals';
import { namesOf, offered } from './names-of-staff.js';

const staff = [
  { id: 'kato-1', name: '秋山 拓海' },
  { id: 'kato-2', name: '桐生 美穂' },
  { id: 'kato-3', name: '秋山 拓海' },
];

test('two of one name are told apart by their ids', () => {
  expect([...namesOf(staff).values()]).toEqual(['秋山 拓海 kato-1', '桐生 美穂', '秋山 拓海 kato-3']);
});

test('staff are offered by a part of their name or id, and none before anything is typed', () => {
  const ids = (typed: string): readonly string[] => offered(staff, typed).map(({ id }) => id);
  expect(['桐', 'kato-3', ' 秋山 ', 'ka', '無', ' '].map(ids)).toEqual([
    ['kato-2'],
    ['kato-3'],
    ['kato-1', 'kato-3'],
    ['kato-1', 'kato-2', 'kato-3'],
    [],
    [],
  ]);
});

test('no more than twenty are offered', () => {
  const many = Array.from({ length: 300 }, (_, at) => ({ id: `s-${at}`, name: '職員' }));
  expect(offered(many, '職')).toHaveLength(20);
});
